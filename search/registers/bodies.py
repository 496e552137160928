"""The names that bodies go by, each with all that papers print for it."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import Connection, select

from search import schema


def bodies(connection: Connection) -> dict[str, tuple[str, ...]]:
    """The printed names of every body, in order, by the name that it goes by."""
    table = schema.aliases
    query = select(table.c.name, table.c.spelling).where(table.c.printed == 1).distinct()
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name, spelling in connection.execute(query.order_by(table.c.name, table.c.spelling)):
        found[name].append(spelling)
    return {name: tuple(spellings) for name, spellings in found.items()}
