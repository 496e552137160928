"""The facts of one body read for its links, from current documents alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, or_, select

from search import schema
from search.dialect import year_in
from search.links.held import HeldAction, HeldDecision, HeldMeeting, HeldRequest
from search.links.people import Sitting
from search.links.rows import MANY

PLACE = ("item", "title")
# what a decision says that may approve minutes or name a day
SPEAKING = ("%minutes%", "%record%", "%notes%")


@dataclass(frozen=True, slots=True)
class Printed:
    """An action in short: its row, whether it is a line of minutes, the day it was raised and its reference."""

    row: int
    action: bool
    raised: str
    reference: str


def meetings(connection: Connection, spellings: Sequence[str]) -> dict[int, HeldMeeting]:
    """The meetings of a body by their rows."""
    table = schema.meetings
    query = select(table.c.row, table.c.document, table.c.date, table.c.part, table.c.kind).join(schema.documents)
    query = query.where(schema.documents.c.status == "current", table.c.body.in_(spellings)).order_by(table.c.row)
    held = connection.execute(query)
    return {row.row: HeldMeeting(row.row, row.document, row.date, row.part, row.kind == "minutes") for row in held}


def decisions(
    connection: Connection, known: dict[int, HeldMeeting], spellings: Sequence[str], days: Collection[str] | None
) -> list[HeldDecision]:
    """The decisions of the known meetings: where days are given, those of the days and those that may name others."""
    table, owner = schema.decisions, schema.meetings
    names = ("row", "meeting", *PLACE, "verb", "text", "condition")
    query = select(*(table.c[name] for name in names)).join(owner).where(owner.c.body.in_(spellings))
    if days is not None:
        speaking = [table.c.text.ilike(pattern) for pattern in SPEAKING]
        query = query.where(or_(owner.c.date.in_(list(days)), year_in(connection, table.c.text), *speaking))
    return [
        HeldDecision(row.row, known[row.meeting], *row[2:])
        for row in connection.execute(query.order_by(table.c.row))
        if row.meeting in known
    ]


def decisions_of(connection: Connection, meeting: HeldMeeting) -> list[HeldDecision]:
    """The decisions of one meeting."""
    table = schema.decisions
    names = ("row", *PLACE, "verb", "text", "condition")
    query = select(*(table.c[name] for name in names)).where(table.c.meeting == meeting.row).order_by(table.c.row)
    return [HeldDecision(row.row, meeting, *row[1:]) for row in connection.execute(query)]


def discussion(connection: Connection, decision: HeldDecision) -> list[str]:
    """What was minuted under a decision's item, beside the decision itself."""
    table = schema.passages
    query = select(table.c.text).where(
        table.c.document == decision.meeting.document,
        table.c.date == decision.meeting.date,
        table.c.item == decision.item,
        table.c.title == decision.title,
        table.c.kind != "decision",
    )
    return list(connection.scalars(query.order_by(table.c.position).limit(50)))


def printed_actions(connection: Connection, spellings: Sequence[str]) -> list[Printed]:
    """Every place that prints an action of a body, in short."""
    table, owner, document, log = schema.actions, schema.meetings, schema.documents, schema.log
    asked = select(table.c.row, owner.c.date, table.c.reference).select_from(table.join(owner).join(document))
    asked = asked.where(document.c.status == "current", owner.c.body.in_(spellings))
    logged = select(log.c.row, log.c.raised, log.c.reference).join(document)
    logged = logged.where(document.c.status == "current", log.c.body.in_(spellings))
    return [Printed(row[0], True, row[1], row[2]) for row in connection.execute(asked)] + [
        Printed(row[0], False, row[1], row[2]) for row in connection.execute(logged)
    ]


def actions(
    connection: Connection, spellings: Sequence[str], asked: Collection[int], logged: Collection[int]
) -> list[HeldAction]:
    """Actions whole, by their rows in minutes and in logs."""
    known = meetings(connection, spellings) if asked else {}
    table, log = schema.actions, schema.log
    names = ("row", "meeting", "reference", *PLACE, "text", "owner", "due", "status")
    found = []
    for part in _parts(asked):
        for row in connection.execute(select(*(table.c[name] for name in names)).where(table.c.row.in_(part))):
            held = known[row.meeting]
            where = (str(held.row), held.date, held.date, row.reference, row.item, row.title)
            found.append(HeldAction(row.row, True, *where, row.text, tuple(row.owner), row.due, "", row.status))
    columns = [column for column in log.columns if column.name != "spans"]
    for part in _parts(logged):
        for row in connection.execute(select(*columns).where(log.c.row.in_(part))):
            where = (f"{row.document} {row.date}", row.date, row.raised, row.reference, row.item, row.title)
            said = (row.text, tuple(row.owner), row.due, row.update, row.status)
            found.append(HeldAction(row.row, False, *where, *said))
    return found


def requests(connection: Connection, spellings: Sequence[str], days: Collection[str] | None) -> list[HeldRequest]:
    """What the body's papers recommend, of all days where days are None."""
    table, paper, owner = schema.recommendations, schema.papers, schema.documents
    query = select(table.c.row, paper.c.date, paper.c.number, paper.c.title, table.c.text)
    query = query.select_from(table.join(paper).join(owner))
    query = query.where(owner.c.status == "current", paper.c.body.in_(spellings))
    if days is not None:
        query = query.where(paper.c.date.in_(list(days)))
    return [HeldRequest(*row) for row in connection.execute(query)]


def sittings(connection: Connection, spellings: Sequence[str]) -> list[Sitting]:
    """The lines of the body's attendance lists."""
    table, owner, document = schema.attendance, schema.meetings, schema.documents
    query = select(table.c.row, table.c.name).select_from(table.join(owner).join(document))
    query = query.where(document.c.status == "current", owner.c.body.in_(spellings)).order_by(table.c.row)
    return [Sitting(*row) for row in connection.execute(query)]


def _parts(rows: Collection[int]) -> Iterable[list[int]]:
    held = sorted(rows)
    return [held[start : start + MANY] for start in range(0, len(held), MANY)]
