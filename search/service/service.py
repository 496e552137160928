"""service.db: what staff and readers leave beside the libraries, every change a whole transaction."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, Engine

from search import engine, migrate
from search.errors import LibraryUnusable
from search.library import NOT_WRITABLE, OTHER_VERSION, explained

DATABASE = "service.db"
HEAD = "0005"
PATIENCE_MS = 2_000
MIGRATIONS = Path(__file__).parent / "migrations"


class Service:
    """The service data of one folder of libraries. Make it with Service.open; close it, or use a with statement.

    Safe to share between threads: every call takes a connection of its own.
    """

    def __init__(self, folder: Path, writer: Engine) -> None:
        self.folder = folder
        self._writer, self._reader = writer, engine.reading(folder, DATABASE)

    @classmethod
    def open(cls, folder: Path, busy_ms: int = engine.BUSY_MS) -> Service:
        """The service data in folder, made and brought up to date where needed.

        busy_ms says how long a change waits for another. Raises LibraryUnusable where the file is damaged, cannot be
        written or is of a later version, LibraryBusy where another process holds it too long.
        """
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LibraryUnusable(folder, NOT_WRITABLE.format(error.strerror)) from error
        writer = engine.writing(folder, DATABASE, busy_ms)
        try:
            with explained(folder), writer.begin() as connection:
                found = migrate.revision(connection)
                if found > HEAD:
                    raise LibraryUnusable(folder, OTHER_VERSION.format(found))
                if found != HEAD:
                    migrate.migrate(connection, MIGRATIONS)
        except BaseException:
            writer.dispose()
            raise
        return cls(folder, writer)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One transaction that reads."""
        with explained(self.folder), self._reader.begin() as connection:
            yield connection

    @contextmanager
    def change(self) -> Iterator[Connection]:
        """One transaction that writes, whole or not at all; other writers wait."""
        with explained(self.folder), self._writer.begin() as connection:
            yield connection

    def erase(self) -> bool:
        """Let nothing that was deleted stand in the file's log; False where others hold it open for seconds."""
        with explained(self.folder):
            return engine.emptied(self._writer, PATIENCE_MS)

    def close(self) -> None:
        """Let go of every connection."""
        self._reader.dispose()
        self._writer.dispose()

    def __enter__(self) -> Service:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def now() -> str:
    """The present time, ISO in UTC."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")
