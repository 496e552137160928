"""Feedback where nothing is kept, and feedback that no flood can fill a disk with."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from time import monotonic

from search.model import PageKind
from web.desk import Feedback

MOST = 120  # votes and questions that are counted in one minute
MINUTE = 60.0  # seconds


class Unkept:
    """Feedback of a site that keeps none."""

    def vote(self, kind: PageKind, about: str, useful: bool) -> None:
        """Nothing is kept."""

    def missed(self, question: str, reason: str) -> None:
        """Nothing is kept."""


class Capped:
    """Passes at most so many on in each minute and lets the others go, whoever they come from: nobody is told apart."""

    def __init__(self, feedback: Feedback, most: int = MOST, now: Callable[[], float] = monotonic) -> None:
        self._feedback, self._most, self._now = feedback, most, now
        self._lock, self._minute, self._passed = Lock(), -1, 0

    def vote(self, kind: PageKind, about: str, useful: bool) -> None:
        """Count one vote, if this minute still has room."""
        if self._room():
            self._feedback.vote(kind, about, useful)

    def missed(self, question: str, reason: str) -> None:
        """Count one question that was refused, if this minute still has room."""
        if self._room():
            self._feedback.missed(question, reason)

    def _room(self) -> bool:
        minute = int(self._now() // MINUTE)
        with self._lock:
            if minute != self._minute:
                self._minute, self._passed = minute, 0
            self._passed += 1
            return self._passed <= self._most
