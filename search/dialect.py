"""What SQLite and PostgreSQL are asked in different words; everything else is asked of both in the same."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import ColumnElement, Connection, Dialect, Integer, Table, Text, cast, func
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.types import JSON, TypeDecorator

from search.postgres import NAME, storable

COLLATION = (
    "the database orders text by the rules of a language; make one with "
    "CREATE DATABASE ... TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'"
)


def plain(value: object) -> str:
    """JSON with its letters as they are, for full-text search reads some of it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class Printed(TypeDecorator[Any]):
    """JSON kept as the text that it is printed as: statements compare, count and search it as text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """The text of a value, whose NULs PostgreSQL cannot hold."""
        return None if value is None else plain(_held(value))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """The value of a text."""
        return None if value is None else json.loads(value)


def _held(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_held(part) for part in value]
    return storable(value) if isinstance(value, str) else value


LISTED = JSON().with_variant(Printed(), NAME)  # a list, or a span as search.packing packs it


def served(connection: Connection) -> bool:
    """Whether this is a connection to a server of PostgreSQL."""
    return connection.dialect.name == NAME


def insert_if(connection: Connection, table: Table) -> Any:
    """An INSERT that can say what is to happen where there is such a row; both dialects say it alike."""
    return postgresql.insert(table) if served(connection) else sqlite.insert(table)


def number_at(column: Any, path: str) -> ColumnElement[int]:
    """The whole number at a path of a JSON column: "$[0][1]"."""
    return cast(func.json_extract(column, path), Integer)


def year_in(connection: Connection, column: Any) -> ColumnElement[bool]:
    """Whether a text holds four digits that may be a year."""
    found: ColumnElement[bool] = (
        column.op("~")("[12][0-9]{3}") if served(connection) else column.op("GLOB")("*[12][0-9][0-9][0-9]*")
    )
    return found


def tables(connection: Connection) -> set[str]:
    """The names of the tables that there are."""
    if served(connection):
        query = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
    else:
        query = "SELECT name FROM sqlite_master WHERE type = 'table'"
    return {row[0] for row in connection.exec_driver_sql(query)}


def unfit(connection: Connection) -> str:
    """Why a database cannot hold what is to be kept, "" where it can."""
    if not served(connection):
        return ""
    query = "SELECT datcollate, pg_encoding_to_char(encoding) FROM pg_database WHERE datname = current_database()"
    collation, encoding = connection.exec_driver_sql(query).one()
    return "" if collation in ("C", "POSIX") and encoding == "UTF8" else COLLATION


def checked(connection: Connection) -> str:
    """The first fault that the database's own check finds, "" where it is sound; a server checks its own pages."""
    if served(connection):
        return ""
    fault = str(connection.exec_driver_sql("PRAGMA quick_check(1)").scalar())
    return "" if fault == "ok" else fault
