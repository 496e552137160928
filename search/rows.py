"""Rows of the database read back as nouns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, select

from ingest.model import Action, Attendance, Decision, Item, Meeting
from search import schema
from search.model import Citation, Coverage, StoredDocument, StoredMeeting, StoredPage, StoredPassage
from search.packing import unpack_span, unpack_spans, unpack_words
from search.words import whole

T = TypeVar("T")

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
        query = query.where(table.c[name] == whole(value))  # as it was stored
    return [StoredDocument(**row) for row in connection.execute(query).mappings()]


def value(connection: Connection, key: str) -> str:
    """One entry of meta, "" where there is none."""
    return str(connection.exec_driver_sql("SELECT value FROM meta WHERE key = ?", (key,)).scalar() or "")


def page(connection: Connection, document: str, number: int) -> StoredPage | None:
    """One page, or None where there is no such document or page."""
    table = schema.pages
    row = connection.execute(select(table).where(table.c.document == whole(document), table.c.number == number)).first()
    if row is None:
        return None
    return StoredPage(document, number, row.label, row.width, row.height, row.text, unpack_words(row.words))


def passage(connection: Connection, address: str) -> StoredPassage | None:
    """The passage at an address, or None; also those of superseded documents."""
    table, owner = schema.passages, schema.documents
    query = (
        select(table, owner.c.name, owner.c.status, owner.c.replaced_by).join(owner).where(table.c.id == whole(address))
    )
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
    """The meetings of current documents, by date and then as printed; one query for each table, however many."""
    table, owner = schema.meetings, schema.documents
    query = (
        select(table, owner.c.name.label("file"))
        .join(owner)
        .where(owner.c.status == "current")
        .order_by(table.c.date, owner.c.name, table.c.row)
    )
    items = _grouped(connection, schema.items, _item)
    people = _grouped(connection, schema.attendance, _attendance)
    decisions = _grouped(connection, schema.decisions, _decision)
    actions = _grouped(connection, schema.actions, _action)
    found = []
    for row in connection.execute(query).all():
        span, key = unpack_span(row.span), row.row
        known = (row.body, row.date, row.printed, row.note, row.kind, row.part)
        facts = (tuple(items[key]), tuple(people[key]), span, tuple(decisions[key]), tuple(actions[key]))
        found.append(StoredMeeting(row.document, row.file, span.page, Meeting(*known, *facts)))
    return found


def _grouped(connection: Connection, table: Table, fact: Callable[[Any], T]) -> defaultdict[int, list[T]]:
    """What the rows of table say about current documents' meetings, by the meeting's row and as printed."""
    owned = table.join(schema.meetings).join(schema.documents)
    query = select(table).select_from(owned).where(schema.documents.c.status == "current").order_by(table.c.row)
    found: defaultdict[int, list[T]] = defaultdict(list)
    for row in connection.execute(query):
        found[row.meeting].append(fact(row))
    return found


def _item(row: Any) -> Item:
    return Item(row.number, row.title, tuple(row.presenters), row.printed, row.source, unpack_span(row.span))


def _attendance(row: Any) -> Attendance:
    return Attendance(row.name, row.initials, row.role, row.status, unpack_span(row.span))


def _decision(row: Any) -> Decision:
    return Decision(row.item, row.title, row.verb, row.text, row.lead, row.condition, unpack_spans(row.spans))


def _action(row: Any) -> Action:
    return Action(row.item, row.title, row.text, tuple(row.owner), row.due, unpack_spans(row.spans))
