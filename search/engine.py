"""Connections to a library's database. Transactions begin when we say so, never by the driver's own rules."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import cast

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import ConnectionPoolEntry, NullPool, QueuePool

from search import catalogue, postgres
from search.dialect import plain
from search.links.likeness import telling

DATABASE = "library.db"
BUSY_MS = 30_000
THREADS = 64
CACHED = "cache_size = -65536"  # KiB of each connection


def fold(text: object) -> str:
    """Text as it is compared: case aside, every run of blanks one blank. Known to SQL under the same name."""
    return " ".join(str(text or "").casefold().split())


def bears(stem: str, text: object) -> bool:
    """Whether a text has a word of this stem, as search.links.likeness cuts words. Known to SQL under the same name."""
    return stem in telling(str(text or ""))


def writing(folder: Path, name: str = DATABASE, busy_ms: int = BUSY_MS) -> Engine:
    """Connections whose every transaction is a BEGIN IMMEDIATE; the database is made if it is not there.

    busy_ms says how long a transaction waits for another writer. Where the folder names a server's database it is that.
    """
    if elsewhere := _elsewhere(folder, name):
        return postgres.writing(elsewhere, busy_ms)
    uri = f"{(folder / name).absolute().as_uri()}?mode=rwc"
    engine = create_engine("sqlite://", creator=lambda: _open(uri), poolclass=NullPool, json_serializer=plain)
    # what is deleted is overwritten, so that no word of a document that was taken out stays in the file
    safe = ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON")
    _prepare(engine, "BEGIN IMMEDIATE", (*safe, CACHED), busy_ms)
    return engine


def reading(folder: Path, name: str = DATABASE) -> Engine:
    """Connections that cannot write; each transaction sees one state of the library. One per thread at a time."""
    if elsewhere := _elsewhere(folder, name):
        return postgres.reading(elsewhere, BUSY_MS)
    engine = create_engine(
        "sqlite://", creator=lambda: _open(_uri(folder, name)), poolclass=QueuePool, max_overflow=THREADS
    )
    _prepare(engine, "BEGIN", ("query_only = ON", CACHED))
    return engine


def there(folder: Path, name: str = DATABASE) -> bool:
    """Whether a folder has a database, be it that it names one on a server."""
    return (folder / name).is_file() or bool(_elsewhere(folder, name))


def _elsewhere(folder: Path, name: str) -> str:
    """Where on a server the database of that name is, "" where it is in the folder; service data always are."""
    return catalogue.address(folder) if name == DATABASE else ""


def emptied(writer: Engine, patience_ms: int) -> bool:
    """Write the write-ahead log into the database and empty it; False where a reader or writer held it so long."""
    with _alone(writer) as connection:
        connection.execute(f"PRAGMA busy_timeout = {patience_ms}")
        try:
            busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
                return False
            raise
    return not busy


def rewritten(writer: Engine) -> None:
    """Write the whole database anew, without its free pages; seconds where it is large."""
    with _alone(writer) as connection:
        connection.execute("VACUUM")


def copied(folder: Path, name: str, target: Path) -> None:
    """One state of the database as a new file at target, without free pages, while others read and write."""
    with closing(_open(_uri(folder, name))) as connection:
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
        connection.execute("VACUUM INTO ?", (str(target),))


@contextmanager
def _alone(writer: Engine) -> Iterator[sqlite3.Connection]:
    """The driver's own connection, outside of any transaction."""
    pooled = writer.raw_connection()
    try:
        yield cast(sqlite3.Connection, pooled.driver_connection)
    finally:
        pooled.close()


def remembered(name: str, *, write: bool) -> Engine:
    """Connections to a database in the memory of this process, which lasts as long as one of them is open."""
    uri = f"file:/{name}?vfs=memdb"
    if write:
        engine = create_engine("sqlite://", creator=lambda: _open(uri), poolclass=NullPool, json_serializer=plain)
        _prepare(engine, "BEGIN IMMEDIATE", ("foreign_keys = ON",))
        return engine
    engine = create_engine("sqlite://", creator=lambda: _open(uri), poolclass=QueuePool, max_overflow=THREADS)
    _prepare(engine, "BEGIN", ("query_only = ON",))
    return engine


def remember(folder: Path, name: str) -> None:
    """Copy one state of the library in folder into such a database, to which a connection must be open."""
    source = _open(_uri(folder, DATABASE))
    try:
        source.execute("VACUUM INTO ?", (f"file:/{name}?vfs=memdb",))
    finally:
        source.close()


def _open(uri: str) -> sqlite3.Connection:
    return sqlite3.connect(uri, uri=True, timeout=BUSY_MS / 1000, isolation_level=None, check_same_thread=False)


def _uri(folder: Path, name: str) -> str:
    path = folder / name
    # SQLite cannot share a WAL database in a folder that it may not write to; without a WAL file nobody writes there.
    alone = not os.access(folder, os.W_OK) and not (folder / f"{name}-wal").exists()
    return f"{path.absolute().as_uri()}?{'immutable=1' if alone else 'mode=ro'}"


def _prepare(engine: Engine, begin: str, pragmas: tuple[str, ...], busy_ms: int = BUSY_MS) -> None:
    @event.listens_for(engine, "connect")
    def connect(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
        for pragma in (f"busy_timeout = {busy_ms}", *pragmas):
            connection.execute(f"PRAGMA {pragma}")
        connection.create_function("fold", 1, fold, deterministic=True)
        connection.create_function("bears", 2, bears, deterministic=True)

    @event.listens_for(engine, "begin")
    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)
