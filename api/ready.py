"""What takes a while to make and nobody waits for."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock, Thread
from typing import Generic, TypeVar

T = TypeVar("T")
PATIENCE = 0.05  # seconds that a reader waits for what may be there in a moment


class Ready(Generic[T]):
    """A value of the present state, made by a thread of its own; until it is there, and where it fails, empty.

    What was made of an older state is never given: it may tell of what has been taken out since. Safe between threads.
    """

    def __init__(self, state: Callable[[], str], make: Callable[[], T], empty: T) -> None:
        self._state, self._make, self._empty = state, make, empty
        self._lock = Lock()
        self._made: tuple[str, T] = ("", empty)
        self._making: tuple[str, Thread] | None = None

    def get(self) -> T:
        """The value, or empty."""
        state = self._state()
        with self._lock:
            if self._made[0] == state:
                return self._made[1]
            if self._making is None or self._making[0] != state:
                self._making = (state, Thread(target=self._keep, args=(state,)))
                self._making[1].start()
            maker = self._making[1]
        maker.join(PATIENCE)
        with self._lock:
            return self._made[1] if self._made[0] == state else self._empty

    def _keep(self, state: str) -> None:
        made = self._make()
        with self._lock:
            if self._state() == state:
                self._made = (state, made)
