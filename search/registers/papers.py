"""Papers by their cover sheets, each recommendation with the decision that resolved it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, select

from ingest.model import Paper, Recommendation
from search import schema
from search.citation import Citation
from search.dialect import number_at
from search.engine import fold
from search.fact_rows import noun
from search.registers.decisions import chunks, citation, decision_rows
from search.registers.entries import Listing, PaperEntry, Resolved, Slice, Wanted
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


def papers(connection: Connection, wanted: Wanted, part: Slice = ALL) -> Listing[PaperEntry]:
    """The papers wanted, of the newest meeting first; person is held in the names of leads and authors."""
    table = schema.papers
    source = table.join(schema.documents)
    where = [current(), *within(wanted, table.c.date), *holds(wanted.person, table.c.lead, table.c.authors)]
    if fold(wanted.text):
        asked = schema.recommendations
        among = select(asked.c.paper).where(*holds(wanted.text, asked.c.text))
        where.append(holds(wanted.text, table.c.title, table.c.purpose)[0] | table.c.row.in_(among))
    if wanted.body:
        where.append(table.c.body.in_(spellings(connection, wanted.body)))
    page = number_at(table.c.span, "$[0]")
    query = select(
        *(table, schema.documents.c.name.label("file"), page.label("page")),
        known_body(table.c.body).label("name"),
        label(table.c.document, page).label("page_label"),
    )
    query = query.select_from(source).where(*where)
    query = query.order_by(table.c.date.desc(), schema.documents.c.name, table.c.row)
    held = connection.execute(sliced(query, part)).all()
    asked_for, resolved = _recommended(connection, [row.row for row in held])
    found = [
        PaperEntry(
            _citation(row),
            noun(Paper, row._mapping, recommendations=tuple(asked_for[row.row])),
            tuple(resolved[row.row]),
        )
        for row in held
    ]
    return Listing(count(connection, source, where) if part != ALL else len(found), tuple(found))


def _recommended(
    connection: Connection, rows: Sequence[int]
) -> tuple[defaultdict[int, list[Recommendation]], defaultdict[int, list[Resolved | None]]]:
    table, link = schema.recommendations, schema.resolutions
    query = select(table, link.c.decision).outerjoin(link, link.c.recommendation == table.c.row)
    held = [
        row
        for part in chunks(rows)
        for row in connection.execute(query.where(table.c.paper.in_(part)).order_by(table.c.row))
    ]
    decided = {row.row: row for row in decision_rows(connection, [row.decision for row in held if row.decision])}
    asked: defaultdict[int, list[Recommendation]] = defaultdict(list)
    resolved: defaultdict[int, list[Resolved | None]] = defaultdict(list)
    for row in held:
        asked[row.paper].append(noun(Recommendation, row._mapping))
        one = decided.get(row.decision)
        resolved[row.paper].append(Resolved(one.verb, one.text, citation(one)) if one else None)
    return asked, resolved


def _citation(row: Any) -> Citation:
    place = (row.document, row.file, row.page, row.page, row.page_label or "")
    return Citation(*place, row.date, row.name, row.number, row.title, tuple(row.lead))
