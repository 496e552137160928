"""Derived rows written where they differ from what is there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, delete, insert, select

MANY = 900  # values in one query


def replace(
    connection: Connection,
    table: Table,
    where: dict[str, str],
    rows: Iterable[tuple[Any, ...]],
    days: Collection[str] | None = None,
) -> bool:
    """Let the table hold exactly these rows, as tuples of its columns but row; whether anything was to be written.

    Of the rows that are there only those count whose columns equal where and, where days are given, whose day is one.
    """
    names = [column.name for column in table.columns if column.name != "row"]
    among: list[ColumnElement[bool]] = [table.c[name] == where[name] for name in where]
    if days is not None:
        among.append(table.c.day.in_(list(days)))
    there = Counter(tuple(row) for row in connection.execute(select(*(table.c[name] for name in names)).where(*among)))
    wanted = Counter(tuple(map(plain, row)) for row in rows)
    for row in there - wanted:
        connection.execute(delete(table).where(*(table.c[name] == row[place] for place, name in enumerate(names))))
    new = [dict(zip(names, row, strict=True)) for row in (wanted - there).elements()]
    if new:
        connection.execute(insert(table), new)
    return there != wanted


def remove(connection: Connection, table: Table, rows: Collection[int]) -> None:
    """Delete rows by their numbers."""
    held = sorted(rows)
    for start in range(0, len(held), MANY):
        connection.execute(delete(table).where(table.c.row.in_(held[start : start + MANY])))


def plain(value: Any) -> Any:
    """A value as the database gives it back."""
    return list(value) if isinstance(value, tuple) else int(value) if isinstance(value, bool) else value
