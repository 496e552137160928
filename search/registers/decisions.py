"""What was decided, with what became of the minutes, of what a paper asked, and of earlier decisions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, Table, func, or_, select

from ingest.model import Decision
from search import schema
from search.citation import Citation
from search.dialect import number_at
from search.engine import fold
from search.fact_rows import noun
from search.packing import unpack_spans
from search.registers.entries import Asked, DecisionEntry, Listing, Related, Slice, Tally, Wanted
from search.registers.wanted import (
    ALL,
    count,
    current,
    first_page,
    holds,
    known_body,
    label,
    sliced,
    spellings,
    told,
    within,
)

MANY = 10_000


def decisions(connection: Connection, wanted: Wanted, part: Slice = ALL) -> Listing[DecisionEntry]:
    """The decisions wanted, newest meeting first."""
    table, copy = schema.decisions, schema.copies
    source = _source()
    where = [current(), copy.c.of.is_(None), *_conditions(connection, wanted)]
    order = (*_order(wanted.sort), schema.documents.c.name, table.c.row)
    held = connection.execute(sliced(_query(source).where(*where).order_by(*order), part)).all()
    total = count(connection, source, where) if part != ALL else len(held)
    return Listing(total, tuple(_entries(connection, held)))


def decisions_at(connection: Connection, document: str, page: int, start: int) -> tuple[DecisionEntry, ...]:
    """The decisions whose words begin at this character of this page, in order; none where there is none.

    Of one that other documents print too, the entry that stands for all of them. The document may be superseded.
    """
    table, copy = schema.decisions, schema.copies
    first = (first_page(table.c.spans) == page, number_at(table.c.spans, "$[0][1]") == start)
    query = select(func.coalesce(copy.c.of, table.c.row)).select_from(
        table.join(schema.meetings).outerjoin(copy, copy.c.decision == table.c.row)
    )
    rows = list(connection.scalars(query.where(schema.meetings.c.document == document, *first)))
    held = connection.execute(_query(_source()).where(table.c.row.in_(rows)).order_by(table.c.row)).all()
    return tuple(_entries(connection, held))


def decisions_under(connection: Connection, place: Citation) -> tuple[DecisionEntry, ...]:
    """All decisions of the item that a citation names, as printed in its document, in order.

    Of one that other documents print too, the entry that stands for all of them.
    """
    table, meeting, copy = schema.decisions, schema.meetings, schema.copies
    under = (meeting.c.document == place.document, meeting.c.date == place.date)
    query = select(func.coalesce(copy.c.of, table.c.row)).select_from(
        table.join(meeting).outerjoin(copy, copy.c.decision == table.c.row)
    )
    query = query.where(*under, table.c.item == place.item, table.c.title == place.title)
    where = table.c.row.in_(list(connection.scalars(query)))
    return tuple(_entries(connection, connection.execute(_query(_source()).where(where).order_by(table.c.row)).all()))


def tallies(connection: Connection, wanted: Wanted) -> tuple[Tally, ...]:
    """How many of the decisions wanted each body made in each month, by month and body."""
    meeting, copy = schema.meetings, schema.copies
    body, month = known_body(meeting.c.body).label("name"), func.substr(meeting.c.date, 1, 7).label("month")
    query = select(body, month, func.count()).select_from(_source())
    query = query.where(current(), copy.c.of.is_(None), *_conditions(connection, wanted))
    return tuple(Tally(*row) for row in connection.execute(query.group_by(body, month).order_by(month, body)))


def _order(sort: str) -> tuple[Any, ...]:
    day = schema.meetings.c.date
    if sort == "oldest":
        return (day == "", day)
    return (func.fold(known_body(schema.meetings.c.body)), day.desc()) if sort == "body" else (day.desc(),)


def _source() -> FromClause:
    table, meeting, confirmed, copy = schema.decisions, schema.meetings, schema.confirmations, schema.copies
    source = table.join(meeting).join(schema.documents).outerjoin(confirmed, confirmed.c.meeting == meeting.c.row)
    return source.outerjoin(copy, copy.c.decision == table.c.row)


def _query(source: FromClause) -> Select[Any]:
    confirmed = schema.confirmations
    query = cited().add_columns(
        schema.meetings.c.state, confirmed.c.decision.label("confirming"), confirmed.c.amendment
    )
    return query.select_from(source)


def _entries(connection: Connection, held: Sequence[Any]) -> list[DecisionEntry]:
    rows = [row.row for row in held]
    confirming = decisions_of(connection, [row.confirming for row in held if row.confirming])
    asked = _asked(connection, rows)
    before, after = _related(connection, rows)
    printed = _copies(connection, rows)
    return [
        DecisionEntry(
            citation(row),
            noun(Decision, row._mapping),
            "confirmed" if row.confirming or row.state == "confirmed" else "draft",
            confirming.get(row.confirming),
            row.amendment or "",
            tuple(asked[row.row]),
            tuple(before[row.row]),
            tuple(after[row.row]),
            tuple(printed[row.row]),
        )
        for row in held
    ]


def decisions_of(connection: Connection, rows: Iterable[int]) -> dict[int, Citation]:
    """Where decisions stand, by their rows."""
    return {row.row: citation(row) for row in decision_rows(connection, rows)}


def cited() -> Select[Any]:
    """Decisions with all that their citations need."""
    table, meeting = schema.decisions, schema.meetings
    page = first_page(table.c.spans)
    return select(
        table,
        *(
            meeting.c.document,
            meeting.c.date,
            known_body(meeting.c.body).label("body"),
            schema.documents.c.name.label("file"),
        ),
        *(
            presenters(table).label("presenters"),
            page.label("page"),
            label(meeting.c.document, page).label("page_label"),
        ),
    )


def presenters(table: Table) -> Any:
    """Who presented the item that a decision or action stands under, None for nobody that is known."""
    item = schema.items
    under = (item.c.meeting == table.c.meeting, item.c.number == table.c.item, item.c.title == table.c.title)
    return select(item.c.presenters).where(*under).order_by(item.c.row.desc()).limit(1).scalar_subquery()


def citation(row: Any) -> Citation:
    """Where a row of cited stands."""
    pages = [span[0] for span in row.spans]
    place = (row.document, row.file, row.page, max(pages, default=row.page), row.page_label or "")
    return Citation(*place, row.date, row.body, row.item, row.title, tuple(row.presenters or ()))


def chunks(keys: Iterable[int]) -> Iterable[list[int]]:
    """Row numbers in parts that one query takes."""
    held = sorted(set(keys))
    return [held[start : start + MANY] for start in range(0, len(held), MANY)]


def _conditions(connection: Connection, wanted: Wanted) -> list[ColumnElement[bool]]:
    table, meeting, item = schema.decisions, schema.meetings, schema.items
    found = within(wanted, meeting.c.date) + told(wanted.text, table.c.title, table.c.lead, table.c.text)
    if wanted.body:
        found.append(meeting.c.body.in_(spellings(connection, wanted.body)))
    if wanted.verb:
        found.append(table.c.verb == wanted.verb)
    if fold(wanted.person):
        under = (item.c.meeting == table.c.meeting, item.c.number == table.c.item, item.c.title == table.c.title)
        found.append(select(item.c.row).where(*under, *holds(wanted.person, item.c.presenters)).exists())
    if wanted.status:
        confirmed = or_(schema.confirmations.c.decision.is_not(None), meeting.c.state == "confirmed")
        found.append(confirmed if wanted.status == "confirmed" else ~confirmed)
    return found


def decision_rows(connection: Connection, rows: Iterable[int]) -> list[Any]:
    """Decisions, as cited selects them, by their rows."""
    table = schema.decisions
    source = table.join(schema.meetings).join(schema.documents)
    query = cited().select_from(source)
    return [row for part in chunks(rows) for row in connection.execute(query.where(table.c.row.in_(part)))]


def asked_in(connection: Connection, papers: Iterable[int]) -> tuple[Asked, ...]:
    """What papers recommend, by the papers' rows, whether or not a decision is known to have resolved it."""
    table = schema.recommendations
    query = _recommended().select_from(table.join(schema.papers).join(schema.documents)).order_by(table.c.row)
    held = (connection.execute(query.where(table.c.paper.in_(part))) for part in chunks(papers))
    return tuple(_recommendation(row) for rows in held for row in rows)


def _asked(connection: Connection, rows: Sequence[int]) -> defaultdict[int, list[Asked]]:
    table, link = schema.recommendations, schema.resolutions
    query = _recommended().add_columns(link.c.decision).order_by(table.c.row)
    query = query.select_from(link.join(table).join(schema.papers).join(schema.documents))
    found: defaultdict[int, list[Asked]] = defaultdict(list)
    for part in chunks(rows):
        for row in connection.execute(query.where(link.c.decision.in_(part))):
            found[row.decision].append(_recommendation(row))
    return found


def _recommended() -> Select[Any]:
    """Recommendations with all that their citations need."""
    table, paper = schema.recommendations, schema.papers
    page = first_page(table.c.spans)
    return select(
        *(table.c.text, table.c.spans, page.label("page"), label(paper.c.document, page).label("page_label")),
        *(paper.c.document, schema.documents.c.name.label("file"), paper.c.date),
        *(known_body(paper.c.body).label("body"), paper.c.number, paper.c.title, paper.c.lead),
    )


def _recommendation(row: Any) -> Asked:
    place = (row.document, row.file, row.page, row.page, row.page_label or "", row.date, row.body)
    return Asked(row.text, Citation(*place, row.number, row.title, tuple(row.lead)), unpack_spans(row.spans))


def _copies(connection: Connection, rows: Sequence[int]) -> defaultdict[int, list[Citation]]:
    table = schema.copies
    of: dict[int, int] = {}
    for part in chunks(rows):
        of |= {row.decision: row.of for row in connection.execute(select(table).where(table.c.of.in_(part)))}
    found: defaultdict[int, list[Citation]] = defaultdict(list)
    for row, place in decisions_of(connection, of).items():
        found[of[row]].append(place)
    return found


def _related(
    connection: Connection, rows: Sequence[int]
) -> tuple[defaultdict[int, list[Related]], defaultdict[int, list[Related]]]:
    """What each decision follows, and what follows it."""
    link = schema.follows
    before: defaultdict[int, list[Related]] = defaultdict(list)
    after: defaultdict[int, list[Related]] = defaultdict(list)
    links: list[Any] = []
    for part in chunks(rows):
        either = or_(link.c.decision.in_(part), link.c.earlier.in_(part))
        links += connection.execute(select(link).where(either)).all()
    links = list({row.row: row for row in links}.values())
    there = {
        row.row: row
        for row in decision_rows(connection, [n for row in links for n in (row.decision, row.earlier) if n])
    }
    places = _meetings(connection, [row.meeting for row in links])
    for row in links:
        earlier = there.get(row.earlier)
        where = Related(row.how, earlier.text, citation(earlier)) if earlier else None
        before[row.decision].append(where or Related(row.how, "", places[row.meeting]))
        if earlier and row.decision in there:
            later = there[row.decision]
            after[row.earlier].append(Related(row.how, later.text, citation(later)))
    return before, after


def _meetings(connection: Connection, rows: Iterable[int]) -> dict[int, Citation]:
    table = schema.meetings
    query = select(table, schema.documents.c.name.label("file")).join(schema.documents)
    found = {}
    for part in chunks(rows):
        for row in connection.execute(query.where(table.c.row.in_(part))):
            page = row.span[0]
            found[row.row] = Citation(row.document, row.file, page, page, "", row.date, row.body, "", "", ())
    return found
