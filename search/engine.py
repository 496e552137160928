"""Connections to a library's database. Transactions begin when we say so, never by the driver's own rules."""

from __future__ import annotations

import json
import os
import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import ConnectionPoolEntry, NullPool, QueuePool

from search.links.likeness import telling

DATABASE = "library.db"
BUSY_MS = 30_000
THREADS = 64


def _plain(value: object) -> str:
    """JSON with its letters as they are, for full-text search reads some of it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def fold(text: object) -> str:
    """Text as it is compared: case aside, every run of blanks one blank. Known to SQL under the same name."""
    return " ".join(str(text or "").casefold().split())


def bears(stem: str, text: object) -> bool:
    """Whether a text has a word of this stem, as search.links.likeness cuts words. Known to SQL under the same name."""
    return stem in telling(str(text or ""))


def writing(folder: Path, name: str = DATABASE, busy_ms: int = BUSY_MS) -> Engine:
    """Connections whose every transaction is a BEGIN IMMEDIATE; the database is made if it is not there.

    busy_ms says how long a transaction waits for another writer.
    """
    uri = f"{(folder / name).absolute().as_uri()}?mode=rwc"
    engine = create_engine("sqlite://", creator=lambda: _open(uri), poolclass=NullPool, json_serializer=_plain)
    pragmas = ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON")
    _prepare(engine, "BEGIN IMMEDIATE", pragmas, busy_ms)
    return engine


def reading(folder: Path, name: str = DATABASE) -> Engine:
    """Connections that cannot write; each transaction sees one state of the library. One per thread at a time."""
    engine = create_engine(
        "sqlite://", creator=lambda: _open(_uri(folder, name)), poolclass=QueuePool, max_overflow=THREADS
    )
    _prepare(engine, "BEGIN", ("query_only = ON", "cache_size = -65536"))
    return engine


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
