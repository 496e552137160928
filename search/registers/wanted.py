"""Which entries of a register are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, and_, func, or_, select

from search import schema
from search.dialect import number_at
from search.engine import fold
from search.links.bodies import folded
from search.links.likeness import telling
from search.registers.entries import Slice, Wanted

ALL = Slice()


def names(connection: Connection, body: str) -> list[str]:
    """The names that bodies go by, for those that body names or whose name holds it."""
    table, asked = schema.aliases, folded(body)
    fits = or_(table.c.alias == asked, (table.c.printed == 1) & (func.instr(table.c.alias, asked) > 0))
    return list(connection.scalars(select(table.c.name).where(fits).distinct())) if asked else []


def spellings(connection: Connection, body: str) -> list[str]:
    """The names that facts print for those bodies."""
    table = schema.aliases
    query = select(table.c.spelling).where(table.c.printed == 1, table.c.name.in_(names(connection, body)))
    return list(connection.scalars(query.distinct()))


def holds(part: str, *columns: Any) -> list[ColumnElement[bool]]:
    """Conditions that one of the columns holds part, none where part is ""."""
    return [or_(*(func.instr(func.fold(column), fold(part)) > 0 for column in columns))] if fold(part) else []


def told(part: str, *columns: Any) -> list[ColumnElement[bool]]:
    """Conditions that one of the columns holds part, or all its telling words stand in them in any form."""
    found = []
    for stem in sorted(telling(part)):
        found.append(or_(*((func.instr(func.fold(each), stem) > 0) & func.bears(stem, each) for each in columns)))
    return [or_(*holds(part, *columns), and_(*found))] if found else holds(part, *columns)


def within(wanted: Wanted, day: Any) -> list[ColumnElement[bool]]:
    """Conditions on a day; what has no day is left out where an end of a time is asked for."""
    found = [day >= wanted.since] if wanted.since else []
    if wanted.on is not None:
        found.append(day == wanted.on)
    return [*found, day <= wanted.until, day != ""] if wanted.until else found


def current() -> ColumnElement[bool]:
    """The condition that a fact's document is not superseded."""
    return schema.documents.c.status == "current"


def label(document: Any, page: Any) -> Any:
    """The number printed on a page, None where there is no such page."""
    pages = schema.pages
    return select(pages.c.label).where(pages.c.document == document, pages.c.number == page).scalar_subquery()


def first_page(spans: Any) -> Any:
    """The page of the first of some spans, as they are stored."""
    return number_at(spans, "$[0][0]")


def known_body(printed: Any) -> Any:
    """The name that a body goes by, of its name as printed."""
    table = schema.aliases.alias()
    query = select(table.c.name).where(table.c.spelling == printed, table.c.printed == 1)
    return func.coalesce(query.limit(1).scalar_subquery(), printed)


def sliced(query: Select[Any], part: Slice) -> Select[Any]:
    """The query for one part of what it gives."""
    return query.offset(part.offset).limit(part.limit) if part.limit is not None else query.offset(part.offset)


def count(connection: Connection, source: FromClause, where: Sequence[ColumnElement[bool]]) -> int:
    """How many rows fit."""
    return int(connection.scalar(select(func.count()).select_from(source).where(*where)) or 0)
