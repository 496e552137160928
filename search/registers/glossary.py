"""What abbreviations stand for, as the papers of each body define them."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import Connection, select

from search import schema
from search.citation import Citation
from search.dialect import number_at
from search.engine import fold
from search.registers.entries import Listing, Slice, TermEntry, Wanted
from search.registers.wanted import ALL, current, holds, known_body, label, spellings


def glossary(connection: Connection, wanted: Wanted, part: Slice = ALL) -> Listing[TermEntry]:
    """The terms wanted, by abbreviation; text is held in the abbreviation or in what it stands for."""
    table, document = schema.terms, schema.documents
    page = number_at(table.c.span, "$[0]")
    query = select(
        *(table.c.short, table.c.long, table.c.document, document.c.name.label("file"), page.label("page")),
        known_body(table.c.body).label("name"),
        label(table.c.document, page).label("page_label"),
    )
    query = query.select_from(table.join(document)).where(current(), *holds(wanted.text, table.c.short, table.c.long))
    if wanted.body:
        query = query.where(table.c.body.in_(spellings(connection, wanted.body)))
    grouped: defaultdict[tuple[str, str, str], list[Any]] = defaultdict(list)
    for row in connection.execute(query.order_by(document.c.added.desc(), table.c.row)):
        grouped[fold(row.short), fold(row.long), row.name].append(row)
    keys = sorted(grouped)
    end = None if part.limit is None else part.offset + part.limit
    return Listing(len(keys), tuple(_entry(grouped[key]) for key in keys[part.offset : end]))


def _entry(rows: list[Any]) -> TermEntry:
    first = rows[0]
    places = [(row.document, row.file, row.page, row.page, row.page_label or "", "", row.name) for row in rows]
    return TermEntry(first.short, first.long, first.name, tuple(Citation(*place, "", "", ()) for place in places))
