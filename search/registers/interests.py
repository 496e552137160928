"""Interests: what registers list, and what was declared in meetings and done about it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from ingest.model import Declaration, Interest
from search import schema
from search.citation import Citation
from search.fact_rows import noun
from search.registers.entries import DeclarationEntry, InterestEntry, Listing, Slice, Wanted
from search.registers.wanted import (
    ALL,
    current,
    first_page,
    holds,
    known_body,
    label,
    sliced,
    spellings,
    within,
)


def interests(connection: Connection, wanted: Wanted, part: Slice = ALL) -> Listing[InterestEntry]:
    """The interests wanted, by person; one that several registers list alike is listed once.

    since and until are of the registers' days.
    """
    table = schema.interests
    where = [current(), *within(wanted, table.c.date), *holds(wanted.person, table.c.person)]
    where += holds(wanted.text, table.c.organisation, table.c.nature, table.c.role)
    if wanted.body:
        where.append(table.c.body.in_(spellings(connection, wanted.body)))
    if wanted.kind:
        where.append(table.c.kind == wanted.kind)
    name = known_body(table.c.body)
    said = [
        func.fold(table.c[column])
        for column in ("person", "organisation", "nature", "kind", "direct", "since", "until")
    ]
    page = first_page(table.c.spans)
    same = (name, *said)
    days = select(
        *(table.c.row, func.min(table.c.date).over(partition_by=same).label("first")),
        func.max(table.c.date).over(partition_by=same).label("last"),
        func.row_number().over(partition_by=same, order_by=(table.c.date.desc(), table.c.row)).label("place"),
    )
    days = days.select_from(table.join(schema.documents)).where(*where)
    chosen = days.subquery()
    total = int(connection.scalar(select(func.count()).select_from(chosen).where(chosen.c.place == 1)) or 0)
    query = select(
        *(table, schema.documents.c.name.label("file"), name.label("name"), page.label("page")),
        *(label(table.c.document, page).label("page_label"), chosen.c.first, chosen.c.last),
    )
    query = query.select_from(chosen.join(table, table.c.row == chosen.c.row).join(schema.documents))
    query = query.where(chosen.c.place == 1).order_by(func.fold(table.c.person), table.c.row)
    held = connection.execute(sliced(query, part))
    found = []
    for row in held:
        place = _citation(row, row.date, row.name, "", "")
        found.append(InterestEntry(place, noun(Interest, row._mapping), (row.first, row.last)))
    return Listing(total, tuple(found))


def declarations(connection: Connection, wanted: Wanted, part: Slice = ALL) -> Listing[DeclarationEntry]:
    """The declarations wanted, newest meeting first; kind is what was done: left, abstained or stayed."""
    table, meeting = schema.declarations, schema.meetings
    source = table.join(meeting).join(schema.documents)
    where: list[ColumnElement[bool]] = [current(), *within(wanted, meeting.c.date)]
    where += holds(wanted.person, table.c.person) + holds(wanted.text, table.c.title, table.c.text)
    if wanted.body:
        where.append(meeting.c.body.in_(spellings(connection, wanted.body)))
    if wanted.kind:
        where.append(table.c.done == wanted.kind)
    page = first_page(table.c.spans)
    query = select(
        *(table, meeting.c.document, meeting.c.date, schema.documents.c.name.label("file"), page.label("page")),
        known_body(meeting.c.body).label("name"),
        label(meeting.c.document, page).label("page_label"),
    )
    same = (meeting.c.date, known_body(meeting.c.body), table.c.item, table.c.person, func.fold(table.c.text))
    numbered = func.row_number().over(partition_by=same, order_by=table.c.row.desc())
    once = select(table.c.row, numbered.label("place")).select_from(source).where(*where).subquery()
    chosen = select(once.c.row).where(once.c.place == 1)  # minutes may be there in two files
    query = query.select_from(source).where(table.c.row.in_(chosen))
    total = int(connection.scalar(select(func.count()).select_from(query.subquery())) or 0)
    found = []
    for row in connection.execute(sliced(query.order_by(meeting.c.date.desc(), table.c.row), part)):
        place = _citation(row, row.date, row.name, row.item, row.title)
        found.append(DeclarationEntry(place, noun(Declaration, row._mapping)))
    return Listing(total, tuple(found))


def _citation(row: Any, day: str, body: str, item: str, title: str) -> Citation:
    last = max((span[0] for span in row.spans), default=row.page)
    return Citation(row.document, row.file, row.page, last, row.page_label or "", day, body, item, title, ())
