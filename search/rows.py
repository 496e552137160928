"""Rows of the database read back as nouns."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, select

from ingest.model import READER
from search import schema
from search.model import Citation, Coverage, StoredDocument, StoredPage, StoredPassage
from search.packing import unpack_spans, unpack_words
from search.words import whole

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
    "warnings",
)


def documents(connection: Connection, **where: str) -> list[StoredDocument]:
    """The documents whose columns equal where, oldest first, superseded ones among them."""
    table = schema.documents
    query = select(*(table.c[name] for name in DOCUMENT)).order_by(table.c.added, table.c.name, table.c.id)
    for name, value in where.items():
        query = query.where(table.c[name] == whole(value))  # as it was stored
    found = [dict(row) for row in connection.execute(query).mappings()]
    return [StoredDocument(**row | {"warnings": tuple(row["warnings"])}) for row in found]


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
    found = _passages(connection, schema.passages.c.id == whole(address))
    return found[0] if found else None


def passages_on(connection: Connection, document: str, number: int) -> list[StoredPassage]:
    """The passages that stand on a page, whole or in part, in their order."""
    table = schema.passages
    return _passages(
        connection, table.c.document == whole(document), table.c.page <= number, table.c.page_end >= number
    )


def _passages(connection: Connection, *wanted: ColumnElement[bool]) -> list[StoredPassage]:
    table, owner = schema.passages, schema.documents
    query = select(table, owner.c.name, owner.c.status, owner.c.replaced_by).join(owner).where(*wanted)
    return [_passage(row) for row in connection.execute(query.order_by(table.c.position))]


def _passage(row: Row[Any]) -> StoredPassage:
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


def outdated(connection: Connection) -> list[str]:
    """The file names of current documents whose facts were made by an older reading than the present one."""
    table = schema.documents
    older = table.c.reader < READER
    query = select(table.c.name).where(table.c.status == "current", older).order_by(table.c.name)
    return list(connection.scalars(query))


def read_with(connection: Connection, document: str) -> tuple[int, str]:
    """The version of the reading that made a document's facts and a digest of the corrections that it was given."""
    table = schema.documents
    row = connection.execute(select(table.c.reader, table.c.corrections).where(table.c.id == document)).first()
    return (int(row.reader), row.corrections) if row else (0, "")
