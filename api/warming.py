"""The model's weights loaded while the first document is being read, and not at all where none needs them."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from time import perf_counter

from search.embed import Model


class Warming:
    """Loads a model once, in a thread of its own."""

    def __init__(self, model: Model) -> None:
        self._model, self._lock = model, Lock()
        self._loading: Future[object] | None = None

    def begin(self) -> None:
        """Start loading, if that has not been done. Safe from any thread."""
        with self._lock:
            if self._loading is None:
                pool = ThreadPoolExecutor(1, thread_name_prefix="model")
                self._loading = pool.submit(self._model.ready)
                pool.shutdown(wait=False)

    def wait(self) -> float:
        """Seconds waited until the model is there. What went wrong in loading is raised."""
        began = perf_counter()
        self.begin()
        if self._loading is not None:
            self._loading.result()
        return perf_counter() - began
