"""All that one database holds, copied into another, be they of different kinds."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, MetaData, Table, delete, insert, select

from search import fulltext, rows, schema
from search.dialect import served

MARK = "\N{REPLACEMENT CHARACTER}"
BATCH = 1_000  # rows that are in memory at a time


def copy(source: Connection, target: Connection, tables: MetaData = schema.metadata) -> None:
    """Let target hold what source holds, and nothing else, in these tables; both are at the present form.

    Full text is made again from the passages.
    """
    if tables is schema.metadata:
        for document in rows.documents(target, status="current"):
            fulltext.hide(target, document.id)
    for table in reversed(tables.sorted_tables):
        target.execute(delete(table))
    for table in tables.sorted_tables:
        for batch in _batches(source, table):
            target.execute(insert(table), batch)
        if served(target):
            _count_on(target, table)
    if tables is schema.metadata:
        for document in rows.documents(target, status="current"):
            fulltext.show(target, document.id)


def told(connection: Connection, tables: MetaData = schema.metadata) -> dict[str, tuple[int, str]]:
    """How many rows each table has and a digest of them all: the same for two databases that hold the same."""
    found = {}
    for table in tables.sorted_tables:
        count, sum = 0, hashlib.sha256()
        for batch in _batches(connection, table):
            count += len(batch)
            for row in batch:
                said = repr(list(row.values())).replace("\\x00", MARK)  # which PostgreSQL cannot hold
                sum.update(said.encode("utf-8", "backslashreplace"))
        found[table.name] = count, sum.hexdigest()
    return found


def _batches(connection: Connection, table: Table) -> Iterator[list[dict[str, Any]]]:
    query = select(table).order_by(*table.primary_key.columns)
    found = connection.execution_options(yield_per=BATCH).execute(query).mappings()
    for part in found.partitions(BATCH):
        yield [dict(row) for row in part]


def _count_on(connection: Connection, table: Table) -> None:
    """Let the numbers of new rows begin after those that were copied."""
    key = table.autoincrement_column
    if key is not None:
        sequence = f"pg_get_serial_sequence('\"{table.name}\"', '{key.name}')"
        last = f'SELECT coalesce(max("{key.name}"), 0) + 1 FROM "{table.name}"'
        connection.exec_driver_sql(f"SELECT setval({sequence}, ({last}), false) WHERE {sequence} IS NOT NULL")
