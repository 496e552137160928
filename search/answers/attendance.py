"""People as the lists of meetings have them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from search import schema
from search.answers.found import Found
from search.answers.model import Statement
from search.answers.weights import stems
from search.dialect import number_at
from search.model import Citation
from search.packing import unpack_span
from search.registers.wanted import current, holds, known_body, label, spellings

READ = 400  # lines of a body's lists among which a post is looked for, the newest
MOST = 40  # people of one meeting that are shown
INITIALS = 4  # people who are written out after a quote that names them by their initials
POSTS = 2  # people whose post fits what the question calls them
KNOWN = 0.5  # of an organisation's name that the question must hold for its people to be asked about
# Words of a question about people that are in many posts and tell nobody apart.
_GENERAL = stems("director officer member lead chair head manager executive board committee deputy chief person people")
_INITIALS = re.compile(r"\b[A-Z][A-Za-z]{0,2}[A-Z]\b")
_APOLOGIES = re.compile(r"\bapolog|\babsent|\bmiss(?:ed|ing)\b|\bnot there\b", re.IGNORECASE)


def chairs(found: Found) -> Iterator[Statement]:
    """Who is listed as chair in the newest meeting of the body that the question, or the best passage, is of."""
    body = next((one.value for one in found.query.of("body") if one.held), "") or found.hits[0].citation.body
    where = [*_of(found, body), func.instr(func.fold(schema.attendance.c.role), "chair") > 0]
    rows = found.connection.execute(_listed().where(*where)).all()
    newest = [row for row in rows if (row.date, row.document) == (rows[0].date, rows[0].document)]
    # The list of a body names who chairs other bodies too; "Chair" alone, or with this body's name, comes first.
    newest.sort(key=lambda row: not _chairs(row.role, row.body))
    yield from _lines(found, newest[:2] if newest and not _chairs(newest[0].role, newest[0].body) else newest[:1])


def present(found: Found) -> Iterator[Statement]:
    """Those listed at the meeting asked about: all who sent apologies, or the people and organisations named."""
    at = (_meetings(found) or [found.hits[0].citation])[-1]
    where = [*_of(found, at.body), schema.meetings.c.date == at.date]
    rows = found.connection.execute(_listed().where(*where)).all()
    names = {one.value for one in found.query.of("person")}
    named = [row for row in rows if row.name in names or any(name in row.name for name in names)]
    if named:
        yield from _lines(found, named)
    elif _APOLOGIES.search(found.query.words):
        yield from _lines(found, [row for row in rows if row.status == "apologies"])
    else:
        asked = stems(found.query.words) - _bodies(found)
        yield from _lines(found, [row for row in rows if _of_theirs(row, asked)])


def posts(found: Found) -> Iterator[Statement]:
    """Those whose post or organisation the question names ("which midwife"), where it names no person.

    They are of the meetings that the first passages record, or of the body asked about, newest first.
    """
    if found.query.of("person") or not found.hits:
        return
    asked = {stem: weight for stem, weight in found.weights.items() if stem not in _bodies(found) | _GENERAL}
    bodies = [one.value for one in found.query.of("body") if one.held] or [found.hits[0].citation.body]
    rows = found.connection.execute(_listed().where(*_of(found, bodies[0])).limit(READ)).all()
    weighed = [(sum(asked.get(stem, 0.0) for stem in stems(f"{row.role} {row.organisation}")), row) for row in rows]
    most = max((weight for weight, _ in weighed), default=0.0)
    fitting = {row.name: row for weight, row in reversed(weighed) if weight == most}
    if most > 0 and len(fitting) <= POSTS:
        yield from _lines(found, list(fitting.values()))


def lines_of(found: Found) -> Iterator[Statement]:
    """The newest line of each body's lists for the people whom the question names."""
    for person in found.query.of("person"):
        where = [current(), *holds(person.value, schema.attendance.c.name)]
        rows = found.connection.execute(_listed().where(*where)).all()
        first: dict[str, Any] = {}
        for row in rows:
            first.setdefault(row.body, row)
        yield from _lines(found, [row for row in first.values() if found.asked_of(_cited(row))] or [*first.values()])


def initialled(found: Found, quotes: Sequence[Statement]) -> Iterator[Statement]:
    """The people whom quotes from minutes name by their initials, from the list of the same meeting."""
    written: set[str] = set()
    for quote in quotes:
        cited = quote.citation
        printed = dict.fromkeys(_INITIALS.findall(quote.text))
        if cited.date and printed:
            table, meeting = schema.attendance, schema.meetings
            where = (meeting.c.document == cited.document, meeting.c.date == cited.date)
            rows = found.connection.execute(_listed().where(*where, table.c.initials.in_(list(printed)))).all()
            once = {row.initials: row for row in reversed(rows) if row.name not in written}
            new = [once[one] for one in printed if one in once][:INITIALS]
            written |= {row.name for row in new}
            yield from _lines(found, new)


def _bodies(found: Found) -> frozenset[str]:
    """The stems of the words by which the question names bodies."""
    return stems(" ".join(f"{one.printed} {one.value}" for one in found.query.of("body")))


def _of_theirs(row: Any, asked: frozenset[str]) -> bool:
    named = stems(row.organisation)
    return bool(named) and len(named & asked) >= KNOWN * len(named)


def _chairs(role: str, body: str) -> bool:
    said = role.casefold()
    return bool(re.search(r"(?:^|[,;(/–-]\s*)(?:independent )?chair(?:man|woman|person)?\b(?! of)", said)) or (
        body.casefold() in said
    )


def _meetings(found: Found) -> list[Citation]:
    table = schema.meetings
    query = select(table.c.document, table.c.date, known_body(table.c.body).label("body"), schema.documents.c.name)
    query = query.select_from(table.join(schema.documents)).where(current(), table.c.kind == "minutes")
    times = [one for one in found.query.of("period") if one.held]
    bodies = [one.value for one in found.query.of("body") if one.held]
    if not times and not bodies:
        return []
    for one in times:
        query = query.where(table.c.date >= one.first, table.c.date <= (one.last or "9999"))
    if bodies:
        query = query.where(table.c.body.in_([name for body in bodies for name in spellings(found.connection, body)]))
    rows = found.connection.execute(query.order_by(table.c.date))
    return [Citation(row.document, row.name, 1, 1, "", row.date, row.body, "", "", ()) for row in rows]


def _of(found: Found, body: str) -> list[ColumnElement[bool]]:
    return [current(), schema.meetings.c.body.in_(spellings(found.connection, body) or [body])]


def _listed() -> Select[Any]:
    """Everybody listed, those of the newest meeting first."""
    table, meeting = schema.attendance, schema.meetings
    page = number_at(table.c.span, "$[0]")
    query = select(
        *(table, meeting.c.document, meeting.c.date, known_body(meeting.c.body).label("body"), page.label("page")),
        *(schema.documents.c.name.label("file"), label(meeting.c.document, page).label("page_label")),
    )
    query = query.select_from(table.join(meeting).join(schema.documents))
    return query.order_by(meeting.c.date.desc(), meeting.c.row.desc(), table.c.row)


def _lines(found: Found, rows: Sequence[Any]) -> Iterator[Statement]:
    """Name, role, organisation and standing, for each whose name the page prints where its line stands."""
    for row in rows[:MOST]:
        cited, span = _cited(row), unpack_span(row.span)
        standing = "apologies" if row.status == "apologies" else "present"
        said = ", ".join(part for part in (row.name, row.role, row.organisation) if part)
        if found.prints.holds(row.document, (span,), row.name):
            passage = found.prints.passage_at(row.document, (span,))
            yield Statement("attendance", f"{said} ({standing})", cited, False, passage)


def _cited(row: Any) -> Citation:
    return Citation(row.document, row.file, row.page, row.page, row.page_label or "", row.date, row.body, "", "", ())
