"""Documents, pages and passages written as rows. Every function runs in the transaction that its caller has open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Table, insert, update

from ingest.model import READER, Correction, Page, Passage, digest, long_date
from search import fulltext, schema
from search.address import content_hash, passage_ids
from search.model import StoredDocument
from search.packing import pack_span, pack_words
from search.words import whole

_VALUE = "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"


def save_document(connection: Connection, document: StoredDocument, corrections: Sequence[Correction] = ()) -> None:
    """Write one document's own row in place of an older one; corrections are those that it was read with."""
    connection.exec_driver_sql("DELETE FROM documents WHERE id = ?", (document.id,))
    row = {name: getattr(document, name) for name in document.__slots__}
    write(connection, schema.documents, [{**row, "reader": READER, "corrections": digest(corrections)}])


def save_pages(connection: Connection, document: str, pages: Sequence[Page]) -> None:
    """Write the pages of a document that has none."""
    rows = [
        {
            "document": document,
            "number": page.number,
            "label": page.label,
            "width": page.width,
            "height": page.height,
            "text": page.text,
            "words": pack_words(page.words),
            "ocr": page.ocr,
        }
        for page in pages
    ]
    write(connection, schema.pages, rows)


def save_passages(connection: Connection, document: str, passages: Sequence[Passage], labels: dict[int, str]) -> None:
    """Write the passages of a document that has none, and show them to full-text search."""
    ids = passage_ids(document, passages)
    rows = [
        _passage(document, position, address, passage, labels)
        for position, (address, passage) in enumerate(zip(ids, passages, strict=True))
    ]
    write(connection, schema.passages, rows)
    fulltext.show(connection, document)


def hide(connection: Connection, document: str) -> None:
    """Take a current document's passages out of full-text search; their rows stay."""
    fulltext.hide(connection, document)


def supersede(connection: Connection, document: str, by: str) -> None:
    """Let a current document give way to a newer version: it leaves search and keeps its addresses."""
    hide(connection, document)
    table = schema.documents
    connection.execute(update(table).where(table.c.id == document).values(status="superseded", replaced_by=by))


def rename_replacement(connection: Connection, document: str, by: str) -> None:
    """Let every version that document replaced be replaced by another, "" for none."""
    table = schema.documents
    connection.execute(update(table).where(table.c.replaced_by == document).values(replaced_by=by))


def save_value(connection: Connection, key: str, value: str) -> None:
    """Write one entry of meta."""
    connection.exec_driver_sql(_VALUE, (key, value))


def count_change(connection: Connection) -> None:
    """Begin the next generation: every change of what search sees calls this once, in its own transaction."""
    connection.exec_driver_sql("UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'generation'")


def write(connection: Connection, table: Table, values: Sequence[dict[str, Any]]) -> None:
    """Insert rows; their text is whatever documents hold, so it is made storable first."""
    if values:
        connection.execute(insert(table), [storable_row(row) for row in values])


def storable_row(row: dict[str, Any]) -> dict[str, Any]:
    """The row with text that UTF-8 can hold."""
    return {name: _storable(value) for name, value in row.items()}


def _storable(value: Any) -> Any:
    if isinstance(value, str):
        return whole(value)
    return [_storable(part) for part in value] if isinstance(value, list | tuple) else value


def _passage(document: str, position: int, address: str, passage: Passage, labels: dict[int, str]) -> dict[str, Any]:
    pages = [span.page for span in passage.spans] or [1]
    lines = passage.lines or (None, None)
    return {
        "id": address,
        "document": document,
        "position": position,
        "text": passage.text,
        "kind": passage.kind,
        "body": passage.body,
        "date": passage.date,
        "item": passage.item,
        "title": passage.title,
        "presenters": list(passage.presenters),
        "headings": list(passage.headings),
        "spans": [pack_span(span) for span in passage.spans],
        "page": min(pages),
        "page_end": max(pages),
        "page_label": labels.get(min(pages), ""),
        "line_start": lines[0],
        "line_end": lines[1],
        "place": _place(passage),
        "hash": content_hash(passage.indexed),
    }


def _place(passage: Passage) -> str:
    """Body and date in words, as a reader would type them."""
    return f"{passage.body} {long_date(passage.date)}".strip()
