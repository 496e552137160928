"""What readers leave behind: votes, and questions that found nothing."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from threading import Lock

from sqlalchemy import Connection

from search.errors import LibraryError
from search.model import PageKind
from search.service import questions
from search.service.service import DATABASE, Service

BUSY_MS = 500  # a reader does not wait longer for what only staff will see


class Feedback:
    """Votes and unanswered questions, kept for so many days and none where that is 0. Safe to share between threads.

    Where service.db cannot be written nothing is kept, and no method fails.
    """

    def __init__(self, folder: Path, days: int) -> None:
        self._folder, self._days = folder, days
        self._lock = Lock()
        self._service: Service | None = None
        self._purged: date | None = None

    def vote(self, kind: PageKind, about: str, useful: bool) -> None:
        """Count one vote; about is the question, which is masked, or a passage's id."""
        self._keep(lambda connection, day: questions.vote(connection, day, kind, about, useful))

    def missed(self, question: str, reason: str) -> None:
        """Count one question that was refused, masked."""
        self._keep(lambda connection, day: questions.missed(connection, day, question, reason))

    def forget(self) -> None:
        """Delete what was kept long enough, also where nothing is kept any more."""
        if not (self._folder / DATABASE).is_file():
            return
        with suppress(LibraryError), self._open().change() as connection:
            questions.purge(connection, questions.today(), self._days)

    def close(self) -> None:
        """Let go of the database."""
        with self._lock:
            if self._service:
                self._service.close()
            self._service = None

    def _keep(self, write: Callable[[Connection, date], None]) -> None:
        if not self._days:
            return
        day = questions.today()
        with suppress(LibraryError), self._open().change() as connection:
            if self._purged != day:
                questions.purge(connection, day, self._days)
            write(connection, day)
            self._purged = day

    def _open(self) -> Service:
        with self._lock:
            if self._service is None:
                self._service = Service.open(self._folder, BUSY_MS)
            return self._service
