"""Who sat in meetings, line by line, each with the person that it means."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from ingest.model import Attendance
from search import schema
from search.citation import Citation
from search.dialect import number_at
from search.fact_rows import noun
from search.registers.wanted import current, known_body, label


@dataclass(frozen=True, slots=True)
class Sat:
    """One line of a meeting's attendance list, and the key of the person that it means, "" where it means none.

    opens is the page and character at which the meeting begins in the document of the citation.
    """

    citation: Citation
    kind: str
    part: str
    opens: tuple[int, int]
    person: Attendance
    key: str


def attendance(connection: Connection) -> tuple[Sat, ...]:
    """Every line of the attendance lists of current documents, by meeting and as printed."""
    table, meeting, seat, document = schema.attendance, schema.meetings, schema.seats, schema.documents
    page = number_at(table.c.span, "$[0]")
    query = select(
        *(table, meeting.c.document, meeting.c.date, meeting.c.kind, meeting.c.part, meeting.c.span.label("opens")),
        *(document.c.name.label("file"), page.label("page"), seat.c.key),
        known_body(meeting.c.body).label("body"),
        label(meeting.c.document, page).label("page_label"),
    )
    source = table.join(meeting).join(document).outerjoin(seat, seat.c.attendance == table.c.row)
    query = query.select_from(source).where(current()).order_by(meeting.c.date, document.c.name, table.c.row)
    found = []
    for row in connection.execute(query):
        place = (row.document, row.file, row.page, row.page, row.page_label or "", row.date, row.body, "", "", ())
        opens = (int(row.opens[0]), int(row.opens[1]))
        found.append(Sat(Citation(*place), row.kind, row.part, opens, noun(Attendance, row._mapping), row.key or ""))
    return tuple(found)
