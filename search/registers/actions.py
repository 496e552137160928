"""What is to be done: one entry for each action, with every place that prints it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from search import schema
from search.citation import Citation
from search.links.likeness import plain_item
from search.links.threads import closes
from search.packing import unpack_spans
from search.registers.decisions import chunks, presenters
from search.registers.entries import ActionEntry, Lasting, Listing, Mention, Slice, Wanted
from search.registers.wanted import (
    ALL,
    count,
    first_page,
    holds,
    label,
    names,
    sliced,
    told,
    within,
)


def actions(connection: Connection, wanted: Wanted, part: Slice = ALL) -> Listing[ActionEntry]:
    """The actions wanted, those raised last first; overdue is reckoned on wanted.as_of, today where it is empty."""
    table = schema.threads
    today = wanted.as_of or date.today().isoformat()
    where = _conditions(connection, wanted, today)
    query = select(table).where(*where).order_by(*_order(wanted.sort), table.c.raised.desc(), table.c.body, table.c.row)
    held = connection.execute(sliced(query, part)).all()
    total = count(connection, table, where) if part != ALL else len(held)
    return Listing(total, tuple(_entries(connection, held, today)))


def actions_of(connection: Connection, threads: Sequence[int], as_of: str = "") -> list[ActionEntry]:
    """Actions by the rows of their threads, in no order."""
    table, today = schema.threads, as_of or date.today().isoformat()
    held = [row for part in chunks(threads) for row in connection.execute(select(table).where(table.c.row.in_(part)))]
    return _entries(connection, held, today)


def action_at(connection: Connection, address: str, as_of: str = "") -> ActionEntry | None:
    """The action of this address, None where there is none."""
    table, today = schema.threads, as_of or date.today().isoformat()
    held = connection.execute(select(table).where(table.c.address == address)).all()
    return next(iter(_entries(connection, held, today)), None)


def lastings(connection: Connection, wanted: Wanted) -> tuple[Lasting, ...]:
    """How long each of the actions wanted was open.

    One that is closed was so from the day of the first list after which no list has it open again.
    """
    table, today = schema.threads, wanted.as_of or date.today().isoformat()
    query = select(table.c.row, table.c.raised, table.c.last, table.c.closed)
    held = connection.execute(query.where(*_conditions(connection, wanted, today))).all()
    ended = _ended(connection, [row.row for row in held if row.closed])
    return tuple(Lasting(row.raised, ended.get(row.row, row.last) if row.closed else "", row.last) for row in held)


def _ended(connection: Connection, threads: Sequence[int]) -> dict[int, str]:
    entry, line, listed, meeting = schema.thread_entries, schema.actions, schema.log, schema.meetings
    source = entry.outerjoin(line, line.c.row == entry.c.action).outerjoin(listed, listed.c.row == entry.c.log)
    query = select(
        entry.c.thread,
        func.coalesce(listed.c.date, meeting.c.date).label("day"),
        func.coalesce(listed.c.status, line.c.status, "").label("status"),
        func.coalesce(listed.c.update, "").label("news"),
    ).select_from(source.outerjoin(meeting, meeting.c.row == line.c.meeting))
    found: dict[int, str] = {}
    for part in chunks(threads):
        for one in connection.execute(query.where(entry.c.thread.in_(part)).order_by(entry.c.thread, entry.c.position)):
            if not closes(one.status, one.news):
                found.pop(one.thread, None)
            elif one.day:
                found.setdefault(one.thread, one.day)
    return found


def _order(sort: str) -> tuple[Any, ...]:
    table = schema.threads
    due = (table.c.due_on == "", table.c.due_on)
    named = func.json_extract(table.c.owner, "$[0]")
    return {"due": due, "owner": (named.is_(None), func.fold(named), *due)}.get(sort, ())


def _entries(connection: Connection, held: Sequence[Any], today: str) -> list[ActionEntry]:
    history = _history(connection, [row.row for row in held])
    return [
        ActionEntry(
            *(row.address, row.body, row.reference, row.raised, row.item, row.title, row.text, tuple(row.owner)),
            *(row.due, row.due_on, row.stated, row.last),
            "closed" if row.closed else "overdue" if "" < row.due_on < today else "open",
            row.source,
            tuple(history[row.row]),
        )
        for row in held
    ]


def _conditions(connection: Connection, wanted: Wanted, today: str) -> list[ColumnElement[bool]]:
    table = schema.threads
    found = within(wanted, table.c.raised) + holds(wanted.owner, table.c.owner)
    found += told(wanted.text, table.c.title, table.c.text)
    if wanted.body:
        found.append(table.c.body.in_(names(connection, wanted.body)))
    if wanted.reference:
        found += holds(plain_item(wanted.reference), table.c.reference)
    late = (table.c.closed == 0) & (table.c.due_on != "") & (table.c.due_on < today)
    if wanted.status == "overdue":
        found.append(late)
    elif wanted.status:
        found.append(table.c.closed == int(wanted.status == "closed"))
    return found


def _history(connection: Connection, threads: Sequence[int]) -> defaultdict[int, list[Mention]]:
    entry, found = schema.thread_entries, defaultdict[int, list[Mention]](list)
    placed: list[tuple[int, int, Mention]] = []
    for part in chunks(threads):
        among = entry.c.thread.in_(part)
        placed += [_asked(row) for row in connection.execute(_minutes().where(among))]
        placed += [_logged(row) for row in connection.execute(_logs().where(among))]
    for thread, _, mention in sorted(placed, key=lambda one: one[:2]):
        found[thread].append(mention)
    return found


def _minutes() -> Any:
    entry, table, meeting = schema.thread_entries, schema.actions, schema.meetings
    page = first_page(table.c.spans)
    return select(
        *(entry.c.thread, entry.c.position, table.c.item, table.c.title, table.c.text, table.c.due, table.c.status),
        *(
            meeting.c.document,
            meeting.c.date,
            meeting.c.body,
            presenters(table).label("presenters"),
            schema.documents.c.name.label("file"),
        ),
        *(page.label("page"), label(meeting.c.document, page).label("page_label"), table.c.spans),
    ).select_from(entry.join(table).join(meeting).join(schema.documents))


def _logs() -> Any:
    entry, table = schema.thread_entries, schema.log
    page = first_page(table.c.spans)
    return select(
        *(entry.c.thread, entry.c.position, table.c.item, table.c.title, table.c.text, table.c.due, table.c.status),
        *(table.c.document, table.c.date, table.c.body, table.c.update, schema.documents.c.name.label("file")),
        *(page.label("page"), label(table.c.document, page).label("page_label"), table.c.spans),
    ).select_from(entry.join(table).join(schema.documents))


def _asked(row: Any) -> tuple[int, int, Mention]:
    said = (row.date, row.text, row.due, "", row.status)
    return (
        row.thread,
        row.position,
        Mention("minutes", *said, _citation(row, row.presenters or ()), unpack_spans(row.spans)),
    )


def _logged(row: Any) -> tuple[int, int, Mention]:
    said = (row.date, row.text, row.due, row.update, row.status)
    return row.thread, row.position, Mention("action log", *said, _citation(row, ()), unpack_spans(row.spans))


def _citation(row: Any, given: Sequence[str]) -> Citation:
    place = (row.document, row.file, row.page, row.page, row.page_label or "")
    return Citation(*place, row.date, row.body, row.item, row.title, tuple(given))
