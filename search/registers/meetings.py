"""The meetings that documents record or announce, each with all that stands under it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, func, or_, select

from search import schema
from search.citation import Citation
from search.dialect import number_at
from search.engine import fold
from search.fact_rows import meetings as whole
from search.registers.decisions import decisions_of
from search.registers.entries import Listing, MeetingEntry, MeetingLine, Slice, State, Wanted
from search.registers.wanted import (
    ALL,
    count,
    current,
    holds,
    known_body,
    label,
    sliced,
    spellings,
    within,
)


def meetings(connection: Connection, wanted: Wanted, part: Slice = ALL) -> Listing[MeetingEntry]:
    """The meetings wanted with all that stands under them, by date."""
    where = [current(), *_conditions(connection, wanted)]
    held = _held(connection, where, part)
    every = part == ALL and wanted == Wanted()
    stored = whole(connection, None if every else [row.row for row in held])
    confirming = decisions_of(connection, [row.by for row in held if row.by])
    entries = [
        MeetingEntry(one, row.name, row.page_label or "", _state(row), confirming.get(row.by), row.amended or "")
        for one, row in zip(stored, held, strict=True)
    ]
    return Listing(_total(connection, where, part, len(entries)), tuple(entries))


def meeting_lines(connection: Connection, wanted: Wanted, part: Slice = ALL) -> Listing[MeetingLine]:
    """The meetings wanted in short, by date."""
    where = [current(), *_conditions(connection, wanted)]
    table = schema.meetings
    sums = [
        select(func.count()).where(one.c.meeting == table.c.row).scalar_subquery().label(one.name)
        for one in (schema.items, schema.decisions, schema.actions)
    ]
    entries = []
    for row in _held(connection, where, part, *sums):
        page = row.span[0]
        place = (row.document, row.file, page, page, row.page_label or "", row.date, row.name, "", "", ())
        counts = (row.items, row.decisions, row.actions)
        told = (row.printed, row.note, row.place, row.quorum)
        entries.append(MeetingLine(Citation(*place), row.kind, row.part, _state(row), *counts, *told))
    return Listing(_total(connection, where, part, len(entries)), tuple(entries))


def _held(connection: Connection, where: list[ColumnElement[bool]], part: Slice, *more: Any) -> list[Any]:
    table, confirmed, document = schema.meetings, schema.confirmations, schema.documents
    query = select(
        *(table, document.c.name.label("file"), known_body(table.c.body).label("name")),
        *(confirmed.c.decision.label("by"), confirmed.c.amendment.label("amended")),
        label(table.c.document, number_at(table.c.span, "$[0]")).label("page_label"),
        *more,
    )
    query = query.select_from(_source()).where(*where).order_by(table.c.date, document.c.name, table.c.row)
    return list(connection.execute(sliced(query, part)).all())


def _source() -> FromClause:
    confirmed = schema.confirmations
    return schema.meetings.join(schema.documents).outerjoin(confirmed, confirmed.c.meeting == schema.meetings.c.row)


def _total(connection: Connection, where: list[ColumnElement[bool]], part: Slice, found: int) -> int:
    return count(connection, _source(), where) if part != ALL else found


def _state(row: Any) -> State:
    if row.kind != "minutes":
        return ""
    return "confirmed" if row.by or row.state == "confirmed" else "draft"


def _conditions(connection: Connection, wanted: Wanted) -> list[ColumnElement[bool]]:
    table, item, person = schema.meetings, schema.items, schema.attendance
    found = within(wanted, table.c.date)
    if wanted.body:
        found.append(table.c.body.in_(spellings(connection, wanted.body)))
    if wanted.kind:
        found.append(table.c.kind == wanted.kind)
    if fold(wanted.text):
        found.append(
            select(item.c.row).where(item.c.meeting == table.c.row, *holds(wanted.text, item.c.title)).exists()
        )
    if fold(wanted.person):
        there = (person.c.meeting == table.c.row, *holds(wanted.person, person.c.name))
        found.append(select(person.c.row).where(*there).exists())
    if wanted.status:
        confirmed = or_(schema.confirmations.c.decision.is_not(None), table.c.state == "confirmed")
        found += [confirmed if wanted.status == "confirmed" else ~confirmed, table.c.kind == "minutes"]
    return found
