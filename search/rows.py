"""Rows of the database read back as nouns."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from ingest.model import Action, Attendance, Decision, Item, Meeting
from search import schema
from search.model import Citation, Coverage, StoredDocument, StoredMeeting, StoredPage, StoredPassage
from search.packing import unpack_span, unpack_spans, unpack_words

DOCUMENT = (
    "id",
    "name",
    "path",
    "title",
    "sha256",
    "media",
    "pages",
    "passages",
    "status",
    "replaced_by",
    "added",
)


def documents(connection: Connection, **where: str) -> list[StoredDocument]:
    """The documents whose columns equal where, oldest first, superseded ones among them."""
    table = schema.documents
    query = select(*(table.c[name] for name in DOCUMENT)).order_by(table.c.added, table.c.name, table.c.id)
    for name, value in where.items():
        query = query.where(table.c[name] == value)
    return [StoredDocument(**row) for row in connection.execute(query).mappings()]


def value(connection: Connection, key: str) -> str:
    """One entry of meta, "" where there is none."""
    return str(connection.exec_driver_sql("SELECT value FROM meta WHERE key = ?", (key,)).scalar() or "")


def page(connection: Connection, document: str, number: int) -> StoredPage | None:
    """One page, or None where there is no such document or page."""
    table = schema.pages
    row = connection.execute(select(table).where(table.c.document == document, table.c.number == number)).first()
    if row is None:
        return None
    return StoredPage(document, number, row.label, row.width, row.height, row.text, unpack_words(row.words))


def passage(connection: Connection, address: str) -> StoredPassage | None:
    """The passage at an address, or None; also those of superseded documents."""
    table, owner = schema.passages, schema.documents
    query = select(table, owner.c.name, owner.c.status, owner.c.replaced_by).join(owner).where(table.c.id == address)
    row = connection.execute(query).first()
    if row is None:
        return None
    lines = None if row.line_start is None else (row.line_start, row.line_end)
    place = Citation(
        *(row.document, row.name, row.page, row.page_end, row.page_label, row.date, row.body, row.item, row.title),
        tuple(row.presenters),
        lines,
    )
    spans = unpack_spans(row.spans)
    return StoredPassage(row.id, row.text, row.kind, tuple(row.headings), place, spans, row.status, row.replaced_by)


def coverage(connection: Connection) -> Coverage:
    """What the current documents hold."""
    documents, pages, passages = connection.exec_driver_sql(
        "SELECT count(*), coalesce(sum(pages), 0), coalesce(sum(passages), 0) FROM documents WHERE status = 'current'"
    ).one()
    meetings, first, last = connection.exec_driver_sql(
        "SELECT count(*), coalesce(min(nullif(date, '')), ''), coalesce(max(date), '') FROM meetings "
        "JOIN documents ON documents.id = document WHERE status = 'current'"
    ).one()
    return Coverage(documents, pages, passages, meetings, first, last)


def meetings(connection: Connection) -> list[StoredMeeting]:
    """The meetings of current documents, by date and then as printed."""
    table, owner = schema.meetings, schema.documents
    query = (
        select(table, owner.c.name.label("file"))
        .join(owner)
        .where(owner.c.status == "current")
        .order_by(table.c.date, owner.c.name, table.c.row)
    )
    found = []
    for row in connection.execute(query).all():
        items, people = _items(connection, row.row), _attendance(connection, row.row)
        span = unpack_span(row.span)
        known = (row.body, row.date, row.printed, row.note, row.kind, row.part, items, people, span)
        meeting = Meeting(*known, _decisions(connection, row.row), _actions(connection, row.row))
        found.append(StoredMeeting(row.document, row.file, span.page, meeting))
    return found


def _items(connection: Connection, meeting: int) -> tuple[Item, ...]:
    return tuple(
        Item(row.number, row.title, tuple(row.presenters), row.printed, row.source, unpack_span(row.span))
        for row in _of(connection, schema.items, meeting)
    )


def _attendance(connection: Connection, meeting: int) -> tuple[Attendance, ...]:
    return tuple(
        Attendance(row.name, row.initials, row.role, row.status, unpack_span(row.span))
        for row in _of(connection, schema.attendance, meeting)
    )


def _decisions(connection: Connection, meeting: int) -> tuple[Decision, ...]:
    return tuple(
        Decision(row.item, row.title, row.verb, row.text, row.lead, row.condition, unpack_spans(row.spans))
        for row in _of(connection, schema.decisions, meeting)
    )


def _actions(connection: Connection, meeting: int) -> tuple[Action, ...]:
    return tuple(
        Action(row.item, row.title, row.text, tuple(row.owner), row.due, unpack_spans(row.spans))
        for row in _of(connection, schema.actions, meeting)
    )


def _of(connection: Connection, table: Any, meeting: int) -> Any:
    return connection.execute(select(table).where(table.c.meeting == meeting).order_by(table.c.row))
