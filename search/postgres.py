"""Connections to a database of PostgreSQL, with the same meaning of a transaction as search.engine gives SQLite's.

Statements written by hand mark their parameters with a question mark, as SQLite's driver takes them; here they are put
as psycopg takes them. What SQLite's functions do that such statements use, functions of the same names do in the
database, which the first migration makes (see search/migrations/postgresql.sql).
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import NoSuchModuleError
from sqlalchemy.pool import ConnectionPoolEntry

from search.words import whole

NAME = "postgresql"  # as SQLAlchemy calls the dialect
THREADS = 64
CONNECT_SECONDS = 10
# One writer at a time in one schema, as SQLite has it: the lock goes with the transaction.
_ALONE = "SELECT pg_advisory_xact_lock(hashtext('minutebook change'), hashtext(current_schema()))"

_SOLE = "SELECT pg_try_advisory_lock(hashtext('minutebook writer'), hashtext(current_schema()))"


def writing(address: str, busy_ms: int) -> Engine:
    """Connections whose every transaction waits for other writers, at most busy_ms, before it looks at anything."""
    engine = _engine(address, busy_ms)

    @event.listens_for(engine, "begin")
    def start(connection: Connection) -> None:
        connection.exec_driver_sql(_ALONE)

    return engine


def reading(address: str, busy_ms: int) -> Engine:
    """Connections that cannot write; each transaction sees one state of the database."""
    engine = _engine(address, busy_ms, max_overflow=THREADS)
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


class Sole:
    """A lock on a database that lasts until it is closed, be it by the end of the process."""

    def __init__(self, address: str) -> None:
        self._engine = _engine(address, 0).execution_options(isolation_level="AUTOCOMMIT")
        self._connection: Connection | None = None

    def taken(self) -> bool:
        """Whether the lock is held now; False where another holds it."""
        if self._connection is None:
            self._connection = self._engine.connect()
        return bool(self._connection.exec_driver_sql(_SOLE).scalar())

    def close(self) -> None:
        """Let go of it."""
        if self._connection is not None:
            self._connection.invalidate()  # closed in truth: the lock is the connection's
        self._engine.dispose()


def storable(text: str) -> str:
    """The text as PostgreSQL can hold it: lone surrogates and NUL become replacement marks."""
    return whole(text).replace("\0", "\N{REPLACEMENT CHARACTER}")


def _engine(address: str, busy_ms: int, **pool: Any) -> Engine:
    try:
        engine = create_engine(
            address, pool_pre_ping=True, connect_args={"connect_timeout": CONNECT_SECONDS}, hide_parameters=True, **pool
        )
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise ModuleNotFoundError("psycopg is not installed: pip install 'minutebook[cluster]'") from error
    _prepare(engine, busy_ms)
    return engine


def _prepare(engine: Engine, busy_ms: int) -> None:
    from psycopg.types.string import StrDumper

    class Storable(StrDumper):
        """Text without what PostgreSQL cannot hold: a question may have any character in it."""

        def dump(self, obj: str) -> Any:
            return super().dump(storable(obj))

    @event.listens_for(engine, "connect")
    def connect(connection: Any, _: ConnectionPoolEntry) -> None:
        connection.adapters.register_dumper(str, Storable)
        connection.autocommit = True
        connection.execute(f"SET lock_timeout = {busy_ms}")
        connection.execute("SET jit = off")  # it takes longer than the short queries that are asked here
        connection.autocommit = False

    @event.listens_for(engine, "before_cursor_execute", retval=True)
    def put(
        connection: Connection, cursor: Any, statement: str, parameters: Any, context: Any, many: bool
    ) -> tuple[str, Any]:
        if context is None or context.compiled is None:
            statement = statement.replace("%", "%%")
            statement = statement.replace("?", "%s") if parameters else statement
        return statement, parameters
