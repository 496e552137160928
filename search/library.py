"""A library: one folder with one database, the stored copies of its documents and a cache of vectors."""

from __future__ import annotations

import hashlib
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DatabaseError

from search import engine, erase, fact_rows, files, migrate, rows, store
from search.dialect import checked, served, unfit
from search.errors import LibraryBusy, LibraryError, LibraryMissing, LibraryUnusable, UnknownDocument
from search.follow import Alone, Follow
from search.links.derive import LINKS, derive
from search.model import Coverage, StoredDocument, StoredEntry, StoredMeeting, StoredPage, StoredPaper, StoredPassage

RESTORE = "restore it with `minutebook restore BACKUP --replace`, or ingest the papers again into a new folder"
DAMAGED = f"the database cannot be read ({{}}); {RESTORE}"
UNFORESEEN = f"the database refuses ({{}}); run `minutebook doctor`, and where it finds damage {RESTORE}"
OTHER_VERSION = "made by another version of minutebook (form {}); ingest with this version to bring it up to date"
NOT_WRITABLE = "the folder cannot be written ({}); name another folder or change its rights"
READ_ONLY = "opened for reading; open it for writing to change it"
FAULTS = {
    "28": "the database server turns this role away ({}); check the role, its password file and pg_hba.conf",
    "3D": "the database server has no such database ({}); make it, or correct the file catalogue",
    "42501": "the role may not do this ({}); grant it what docs/running.md names",
    "57P": "the database server is stopping or starting ({}); try again",
    "no connection": "the database server does not answer ({}); check it and the network, and try again",
    "SQLITE_NOTADB": DAMAGED,
    "SQLITE_CORRUPT": DAMAGED,
    "SQLITE_READONLY": NOT_WRITABLE,
    "SQLITE_CANTOPEN": "the database cannot be opened ({}); check that you may read the folder",
    "SQLITE_IOERR": "the disk does not answer ({}); check it and try again",
    "SQLITE_FULL": "the disk is full ({}); make room and try again",
}


class Library:
    """One open library. Make it with Library.open; close it, or use it in a with statement.

    Safe to share between threads: every call takes a connection of its own.
    """

    def __init__(self, folder: Path, reader: Engine, writer: Engine | None, follow: Follow | None = None) -> None:
        self.folder, self._follow = folder, follow
        self._reader, self._writer = reader, writer
        self._state = (-1, "")  # the generation that the state was made of, and the state

    @classmethod
    def open(
        cls, folder: Path, *, write: bool, migrations: Path = migrate.MIGRATIONS, follow: Follow | None = None
    ) -> Library:
        """The library in folder; with write it is made and brought up to date where needed.

        follow is told of every change of what can be found in it.

        Raises LibraryMissing where there is none, LibraryUnusable where it is damaged, not writable or of another
        version.
        """
        writer = _prepared(folder, migrations) if write else None
        if not engine.there(folder):
            raise LibraryMissing(folder)
        library = cls(folder, engine.reading(folder), writer, follow)
        try:
            with library.read() as connection:
                found = migrate.revision(connection)
                if served(connection) and not found:
                    raise LibraryMissing(folder)
        except LibraryError:
            library.close()
            raise
        if found not in migrate.READABLE and migrations == migrate.MIGRATIONS:
            library.close()
            raise LibraryUnusable(folder, OTHER_VERSION.format(found or "none"))
        return library

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One transaction that reads: everything read in it is of one generation."""
        with explained(self.folder), self._reader.begin() as connection:
            yield connection

    @contextmanager
    def change(self) -> Iterator[Connection]:
        """One transaction that writes, whole or not at all; other writers wait."""
        if self._writer is None:
            raise LibraryUnusable(self.folder, READ_ONLY)
        follow = self._follow or Alone()
        with explained(self.folder), self._writer.begin() as connection, follow.along(connection):
            yield connection
        follow.settled()

    def erase(self) -> bool:
        """Finish erasing what was taken out; False where readers kept it from being done: the next change tries."""
        if self._writer is None:
            raise LibraryUnusable(self.folder, READ_ONLY)
        with explained(self.folder):
            return erase.finish(self.folder, self._writer)

    @property
    def generation(self) -> int:
        """How many changes the library has seen."""
        with self.read() as connection:
            return int(rows.value(connection, "generation"))

    @property
    def state(self) -> str:
        """A name for what may be seen of the library: other documents, another name.

        It tells nothing of what was taken out or of how often the library changed, and is the same for a copy without
        some documents as for a library that never had them.
        """
        with self.read() as connection:
            generation = int(rows.value(connection, "generation"))
            made_of, state = self._state
            if made_of != generation:
                told = repr((rows.value(connection, "model"), rows.documents(connection)))
                state = hashlib.sha256(told.encode("utf-8", "backslashreplace")).hexdigest()[:32]
                self._state = (generation, state)
            return state

    @property
    def model(self) -> str:
        """The name of the model that made the vectors, "" while there are none."""
        with self.read() as connection:
            return rows.value(connection, "model")

    def sound(self) -> str:
        """The first fault that the database's own check finds, on one line; "" where it is sound.

        It reads every page of the database: seconds where a library is large.
        """
        try:
            with self.read() as connection:
                fault = checked(connection)
        except LibraryUnusable as error:  # too damaged to be checked
            return error.reason
        return " ".join(fault.split())

    def documents(self) -> list[StoredDocument]:
        """Every document, oldest first, superseded ones among them."""
        with self.read() as connection:
            return rows.documents(connection)

    def coverage(self) -> Coverage:
        """What the current documents hold."""
        with self.read() as connection:
            return rows.coverage(connection)

    def meetings(self) -> list[StoredMeeting]:
        """The meetings of current documents, by date."""
        with self.read() as connection:
            return fact_rows.meetings(connection)

    def papers(self) -> list[StoredPaper]:
        """The papers of current documents, by date."""
        with self.read() as connection:
            return fact_rows.papers(connection)

    def log(self) -> list[StoredEntry]:
        """The rows of the action logs of current documents, by the log's date and as printed."""
        with self.read() as connection:
            return fact_rows.log(connection)

    def page(self, document: str, number: int) -> StoredPage | None:
        """One page of one document, 1-based; None where there is none."""
        with self.read() as connection:
            return rows.page(connection, document, number)

    def passage(self, address: str) -> StoredPassage | None:
        """The passage at an address, None where there is none."""
        with self.read() as connection:
            return rows.passage(connection, address)

    def passages_on(self, document: str, number: int) -> tuple[StoredPassage, ...]:
        """The passages that stand on a page, whole or in part, in their order; none where there is no such page."""
        with self.read() as connection:
            return tuple(rows.passages_on(connection, document, number))

    def file(self, document: str) -> Path:
        """The stored copy of a document. Raises UnknownDocument."""
        with self.read() as connection:
            found = rows.documents(connection, id=document)
        if not found:
            raise UnknownDocument(self.folder, document)
        return files.stored(self.folder, found[0].sha256)

    def close(self) -> None:
        """Let go of every connection."""
        self._reader.dispose()
        if self._writer is not None:
            self._writer.dispose()

    def __enter__(self) -> Library:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def _prepared(folder: Path, migrations: Path) -> Engine:
    """A writer for folder, its database at the present form and free of what a stopped writer left."""
    try:
        (folder / files.FILES).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryUnusable(folder, NOT_WRITABLE.format(error.strerror)) from error
    writer = engine.writing(folder)
    try:
        with explained(folder), writer.begin() as connection:
            if wrong := unfit(connection):
                raise LibraryUnusable(folder, wrong)
            if migrations != migrate.MIGRATIONS or migrate.revision(connection) != migrate.HEAD:
                migrate.migrate(connection, migrations)
            if not rows.value(connection, "library"):
                store.save_value(connection, "library", uuid.uuid4().hex)
                store.save_value(connection, "generation", "0")
                erase.made_clean(connection)
            if migrate.revision(connection) == migrate.HEAD and rows.value(connection, "links") != LINKS:
                derive(connection)
                store.save_value(connection, "links", LINKS)
            files.sweep(folder, {document.sha256 for document in rows.documents(connection)})
            due = erase.due(connection)
        if due:
            with explained(folder):
                erase.finish(folder, writer)
    except BaseException:
        writer.dispose()
        raise
    return writer


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """Turn what the database says about its file into an error that says what to do."""
    try:
        yield
    except (DatabaseError, sqlite3.DatabaseError) as error:
        said = error.orig if isinstance(error, DatabaseError) else error
        name = getattr(said, "sqlite_errorname", "") or _state(said)
        if name.startswith(("SQLITE_BUSY", "55P03")):  # the second is PostgreSQL's lock_not_available
            raise LibraryBusy(folder, engine.BUSY_MS / 1000) from error
        reason = next((reason for start, reason in FAULTS.items() if name.startswith(start)), UNFORESEEN)
        raise LibraryUnusable(folder, reason.format(" ".join(str(said).split()))) from error


def _state(said: object) -> str:
    """What PostgreSQL calls a fault, "" where it is not one of its driver's."""
    return str(getattr(said, "sqlstate", "") or "no connection") if hasattr(said, "sqlstate") else ""
