"""The workers of a Dask cluster as a place where documents are read and embedded."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import CancelledError
from time import monotonic
from typing import Any, TypeVar
from uuid import uuid4

from distributed import Client, Future, KilledWorker

from api.cluster import tasks
from api.cluster.errors import ClusterLost
from api.cluster.turns import Turns
from api.reading import Timed
from api.settings import Settings
from api.workplace import Missing, Taken, Vectors
from ingest.correcting import written
from ingest.errors import DamagedDocument
from ingest.isolate import opened
from ingest.model import Correction
from search.embed import Model
from search.vectors import Made, Unembedded

T = TypeVar("T")
RETRIES = 2  # of a task that fails by itself; one whose worker dies is given to another by the scheduler
MOST_BYTES = 1024 * 1024 * 1024  # of documents that are on their way or on the cluster at the same time
MOST_AT_ONCE = 256
STEP = 5.0  # seconds between two looks at whether there are workers
WORKERLESS = 120.0  # seconds without a worker, after which an ingest ends
READING, EMBEDDING = 0, 1  # priorities: what is read is embedded before more is read
KILLED = "the worker stopped on it each time, alone too; split it into smaller files"


class Crew:
    """A connected cluster. Every document is a task to read it and one to embed what has no vector yet.

    The bytes of a document travel with its task, so that workers need no disk in common. What comes back is opened by
    the same unpacker as what a reader on this machine sends.
    """

    def __init__(self, client: Client, model: Model, settings: Settings, ocr: str, load: tasks.Load) -> None:
        self._client, self._model, self._settings, self._ocr, self._load = client, model, settings, ocr, load
        self._turns = Turns(MOST_BYTES)

    @property
    def at_once(self) -> int:
        """Two documents for each thread of the workers that are there, or more where the setting says so."""
        threads: int = sum(self._client.nthreads().values())
        return max(self._settings.workers, min(2 * threads, MOST_AT_ONCE))

    def read(self, name: str, content: bytes, given: Sequence[Correction], missing: Missing) -> Taken:
        """Read by one worker, embedded by one. Raises DamagedDocument where its workers die, and ClusterLost."""
        limits = self._settings.document_seconds, self._settings.document_megabytes
        job = tasks.Job(name, content, self._ocr, *limits, written(given))
        key = hashlib.sha256(content).hexdigest()[:16]
        parcel = self._asked(name, f"read-{key}", READING, len(content), tasks.read, job)
        texts = missing(parcel.texts)
        made = self._embedded(name, f"embed-{key}", texts) if texts else tasks.Embedded({}, 0.0)

        def unpacked() -> Timed:
            read: Timed = opened(name, parcel.packed, 0, *limits)
            return read

        return Taken(unpacked, made.made, made.seconds)

    @property
    def beside(self) -> bool:
        """Yes, and no reading is opened before it is stored."""
        return True

    def wait(self) -> float:
        """Nothing: workers load the model for themselves."""
        return 0.0

    def embed(self, texts: Mapping[str, Unembedded], progress: Callable[[int], None]) -> Vectors:
        """The vectors of a few texts that were not known to be missing before."""
        return self._embedded("texts", "embed", dict(texts)).made if texts else {}

    def _embedded(self, name: str, key: str, texts: dict[str, Unembedded]) -> tasks.Embedded:
        wanted = tasks.Texts(self._model.name, texts)
        size = sum(len(one.text) for one in texts.values())
        found = self._asked(name, key, EMBEDDING, size, tasks.embed, self._load, wanted)
        if found.made.keys() != texts.keys() or not all(self._fits(one) for one in found.made.values()):
            reason = f"a worker's vectors are not of the model {self._model.name}; install the same model on all"
            raise ClusterLost(self._address, reason)
        return found

    def _fits(self, made: Made) -> bool:
        return made.vector.shape == (self._model.dimensions,) and abs(float(made.vector @ made.vector) - 1) < 0.01

    def _asked(self, name: str, key: str, priority: int, size: int, task: Callable[..., T], *given: Any) -> T:
        """What the task gives. Where its workers died with several documents in hand, it is tried again alone."""
        for turn in (self._turns.beside(size), self._turns.alone()):
            with turn:
                error, found = self._done(task, given, f"{key}-{uuid4().hex}", priority)
            if found is not None:
                return found
            if not isinstance(error, KilledWorker):
                raise self._meaning(name, error)
        raise DamagedDocument(name, KILLED)

    def _done(
        self, task: Callable[..., T], given: Sequence[Any], key: str, priority: int
    ) -> tuple[BaseException | None, T | None]:
        """What a task failed with, or what it gives. Raises ClusterLost."""
        try:
            future = self._client.submit(task, *given, key=key, priority=priority, retries=RETRIES, pure=False)
            while True:
                error = self._ended(future)
                # A worker that dies now takes what it made along: the task is done again, and may fail this time.
                found = [] if error else self._client.gather([future], errors="skip")
                if error or found:
                    return error, next(iter(found), None)
        except (CancelledError, OSError, RuntimeError) as lost:
            raise ClusterLost(self._address, f"the scheduler does not answer ({lost})") from lost

    def _ended(self, future: Future[Any]) -> BaseException | None:
        """What a task failed with, or None. Raises ClusterLost where there has been no worker for long."""
        seen = monotonic()
        while True:
            try:
                found: BaseException | None = future.exception(timeout=STEP)
                return found
            except TimeoutError:
                seen = monotonic() if self._client.nthreads() else seen
                if monotonic() - seen > WORKERLESS:
                    raise ClusterLost(self._address, f"it has had no worker for {WORKERLESS:g} seconds") from None

    def _meaning(self, name: str, error: BaseException | None) -> Exception:
        if isinstance(error, tasks.UnfitWorker):
            return ClusterLost(self._address, f"a worker {error}")
        told = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        return DamagedDocument(name, f"the worker failed on it ({told})")

    @property
    def _address(self) -> str:
        return self._settings.cluster
