"""Who may have work on the cluster: many at a time within a bound of bytes, or one document alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition


class Turns:
    """Threads take turns; one that asks to be alone waits until the others are done, and they wait for it."""

    def __init__(self, most: int) -> None:
        self._most, self._held, self._working = most, 0, 0
        self._alone = False
        self._changed = Condition()

    @contextmanager
    def beside(self, size: int) -> Iterator[None]:
        """A turn beside others, with size bytes of at most so many in all; what is larger goes when no other does."""
        with self._changed:
            self._changed.wait_for(lambda: not self._alone and (not self._held or self._held + size <= self._most))
            self._held += size
            self._working += 1
        try:
            yield
        finally:
            with self._changed:
                self._held -= size
                self._working -= 1
                self._changed.notify_all()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """A turn with nobody beside."""
        with self._changed:
            self._changed.wait_for(lambda: not self._alone)
            self._alone = True  # from here on nobody new begins
            self._changed.wait_for(lambda: not self._working)
        try:
            yield
        finally:
            with self._changed:
                self._alone = False
                self._changed.notify_all()
