"""Small readings to fill a library with, and an honest small embedding."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ingest.model import (
    Attendance,
    Box,
    Document,
    Item,
    Meeting,
    Page,
    Passage,
    PassageKind,
    Reading,
    Source,
    Span,
    Word,
)
from search.add import add, embed, plan
from search.embed import Floats, Model
from search.library import Library
from search.model import StoredDocument

SPAN = Span(1, 0, 5, (Box(10, 20, 30, 40),))


def bag(name: str = "bag", dimensions: int = 256) -> Model:
    """A model that hashes words into dimensions buckets: the same words, the same direction."""

    def query(text: str) -> Floats:
        row = np.zeros(dimensions, np.float32)
        for word in re.findall(r"\w+", text.lower()):
            row[int(hashlib.md5(word.encode("utf-8", "replace")).hexdigest(), 16) % dimensions] += 1
        return row / max(float(np.linalg.norm(row)), 1e-9)

    def passages(texts: Sequence[str]) -> Floats:
        return np.stack([query(text) for text in texts]) if texts else np.zeros((0, dimensions), np.float32)

    return Model(name, dimensions, lambda text: len(text.split()), passages, query)


def passage(text: str, item: str = "7", kind: PassageKind = "discussion") -> Passage:
    place = ("Board", "2025-01-16", item, "Long leases", ("Ann Other",), ("Part I", "Long leases"))
    return Passage(text, kind, *place, (SPAN, Span(2, 0, 3)))


def reading(texts: Sequence[str | Passage], content: bytes, name: str = "pack.pdf") -> Reading:
    """One meeting with one item, two pages, and a passage for each text."""
    pages = (
        Page(1, "i", 595.0, 842.0, "\n".join(str(text) for text in texts), (), (Word(0, 3, Box(1.5, 2, 3, 4)),)),
        Page(2, "ii", 595.0, 842.0, "More", ()),
    )
    item = Item("7", "Long leases", ("Ann Other",), "A Other", "heading", SPAN)
    there = Attendance("Ann Other", "AO", "Chair", "member", SPAN)
    meeting = Meeting(
        "Board", "2025-01-16", "16 January 2024", "misprinted year", "minutes", "I", (item,), (there,), SPAN
    )
    document = Document(Source(name, hashlib.sha256(content).hexdigest(), "pdf", "A pack"), pages)
    passages = tuple(text if isinstance(text, Passage) else passage(text) for text in texts)
    return Reading(document, (meeting,), passages)


def put(
    library: Library,
    *texts: str | Passage,
    path: str = "/papers/pack.pdf",
    content: bytes | None = None,
    model: Model | None = None,
    replaces: str | None = None,
) -> StoredDocument:
    """Ingest one document that says texts; its bytes are made of them unless content is given."""
    model = model or bag()
    content = content if content is not None else repr(texts).encode("utf-8", "replace")
    read = reading(texts, content, Path(path).name)
    return add(library, read, content, path, embed(model, plan(library, read, model)), model, replaces)


def words(document: StoredDocument, library: Library) -> set[str]:
    """The addresses of a document's passages."""
    with library.read() as connection:
        rows = connection.exec_driver_sql("SELECT id FROM passages WHERE document = ?", (document.id,))
        return {row[0] for row in rows}
