"""People over meetings: the roles in which each sat, in which bodies, from when to when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, select

from search import schema
from search.citation import Citation
from search.dialect import number_at
from search.engine import fold
from search.registers.entries import Listing, PersonEntry, PersonRole, Slice, Wanted
from search.registers.wanted import ALL, current, label, names, within


def people(connection: Connection, wanted: Wanted, part: Slice = ALL) -> Listing[PersonEntry]:
    """The people wanted, by surname; text is held in a role or an organisation. Citations are of the last meeting."""
    seat, table, meeting = schema.seats, schema.attendance, schema.meetings
    page = number_at(table.c.span, "$[0]")
    query = select(
        *(seat.c.key, seat.c.name, seat.c.body, table.c.name.label("printed"), table.c.initials, table.c.role),
        *(table.c.organisation, meeting.c.date, meeting.c.part, meeting.c.document, page.label("page")),
        *(schema.documents.c.name.label("file"), label(meeting.c.document, page).label("page_label")),
    )
    query = query.select_from(seat.join(table).join(meeting).join(schema.documents))
    query = query.where(current(), *within(wanted, meeting.c.date))
    if wanted.body:
        query = query.where(seat.c.body.in_(names(connection, wanted.body)))
    rows: defaultdict[str, list[Any]] = defaultdict(list)
    for row in connection.execute(query.order_by(meeting.c.date, table.c.row)):
        rows[row.key].append(row)
    chosen = [held for held in rows.values() if _fits(held, fold(wanted.person), fold(wanted.text))]
    chosen.sort(key=lambda held: (fold(held[-1].name).split()[-1:], fold(held[-1].name), held[-1].key))
    end = None if part.limit is None else part.offset + part.limit
    return Listing(len(chosen), tuple(map(_entry, chosen[part.offset : end])))


def _fits(held: Sequence[Any], person: str, text: str) -> bool:
    named = {fold(name) for row in held for name in (row.name, row.printed)}
    known = not person or any(person in name for name in named) or person in {fold(row.initials) for row in held}
    return known and (not text or any(text in fold(f"{row.role} {row.organisation}") for row in held))


def _entry(held: Sequence[Any]) -> PersonEntry:
    parted: defaultdict[tuple[str, str, str], list[Any]] = defaultdict(list)
    for row in held:
        parted[fold(row.role), fold(row.organisation), row.body].append(row)
    roles = []
    for rows in parted.values():
        days, last = [row.date for row in rows if row.date], rows[-1]
        place = (
            last.document,
            last.file,
            last.page,
            last.page,
            last.page_label or "",
            last.date,
            last.body,
            "",
            "",
            (),
        )
        ends = min(days, default=""), max(days, default="")
        meetings = len({(row.date, row.part) for row in rows})
        roles.append(PersonRole(last.role, last.organisation, last.body, *ends, meetings, Citation(*place)))
    roles.sort(key=lambda role: (role.last, role.meetings), reverse=True)
    printed = tuple(dict.fromkeys(row.printed for row in held))
    initials = tuple(dict.fromkeys(row.initials for row in held if row.initials))
    return PersonEntry(held[-1].name, printed, initials, tuple(roles), held[-1].key)
