"""Small readings to fill a library with, and an honest small embedding."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from ingest.model import (
    Action,
    Attendance,
    Box,
    Decision,
    Document,
    Item,
    LogEntry,
    Meeting,
    MeetingKind,
    Page,
    Passage,
    PassageKind,
    Reading,
    Source,
    Span,
    Verb,
    Word,
)
from search.add import add, embed, plan
from search.embed import LIMIT, Encoded, Floats, Model
from search.library import Library
from search.model import StoredDocument

SPAN = Span(1, 0, 5, (Box(10, 20, 30, 40),))


# item, title, verb and text of a decision
Made = tuple[str, str, Verb, str]


def bag(name: str = "bag", dimensions: int = 256) -> Model:
    """A model that hashes words into dimensions buckets: the same words, the same direction."""

    def row(text: str) -> Floats:
        row = np.zeros(dimensions, np.float32)
        for word in re.findall(r"\w+", text.lower()):
            row[int(hashlib.md5(word.encode("utf-8", "replace")).hexdigest(), 16) % dimensions] += 1
        return row / max(float(np.linalg.norm(row)), 1e-9)

    def encode(texts: Sequence[str]) -> list[Encoded]:
        return [_encoded(text, row) for text in texts]

    return Model(name, dimensions, lambda text: len(text.split()), encode, encode)


def _encoded(text: str, row: Callable[[str], Floats]) -> Encoded:
    """A text whose tokens are its first words, each with the direction that it has alone."""
    found = list(re.finditer(r"\w+", text))[:LIMIT]
    whole = row(text)
    tokens = np.stack([row(one[0]) for one in found]) if found else np.zeros((0, len(whole)), np.float32)
    return Encoded(whole, tokens, tuple(one.span() for one in found))


def passage(text: str, item: str = "7", kind: PassageKind = "discussion") -> Passage:
    place = ("Board", "2025-01-16", item, "Long leases", ("Ann Other",), ("Part I", "Long leases"))
    return Passage(text, kind, *place, (SPAN, Span(2, 0, 3)))


def reading(texts: Sequence[str | Passage], content: bytes, name: str = "pack.pdf") -> Reading:
    """One meeting with one item, two pages, and a passage for each text, which the first page prints."""
    given = [text if isinstance(text, Passage) else passage(text) for text in texts]
    printed = "\n".join(one.text for one in given)
    pages = (
        Page(1, "i", 595.0, 842.0, printed, (), (Word(0, 3, Box(1.5, 2, 3, 4)),)),
        Page(2, "ii", 595.0, 842.0, "More", ()),
    )
    item = Item("7", "Long leases", ("Ann Other",), "A Other", "heading", SPAN)
    there = Attendance("Ann Other", "AO", "Chair", "member", SPAN)
    meeting = Meeting(
        "Board", "2025-01-16", "16 January 2024", "misprinted year", "minutes", "I", (item,), (there,), SPAN
    )
    document = Document(Source(name, hashlib.sha256(content).hexdigest(), "pdf", "A pack"), pages)
    passages, at = [], 0
    for one in given:
        whole = replace(SPAN, start=at, end=at + len(one.text))
        passages.append(replace(one, spans=(whole, *one.spans[1:])))
        at = whole.end + 1
    return Reading(document, (meeting,), tuple(passages))


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


def minutes(
    body: str,
    date: str,
    *decisions: Made,
    people: Sequence[str] = (),
    actions: Sequence[Action] = (),
    kind: MeetingKind = "minutes",
) -> Meeting:
    """A meeting whose items are those of its decisions and actions."""
    titles = dict.fromkeys((item, title) for item, title, _, _ in decisions)
    titles |= dict.fromkeys((action.item, action.title) for action in actions)
    return Meeting(
        *(body, date, date, "", kind, ""),
        tuple(Item(number, title, ("Ann Other",), "A Other", "heading", SPAN) for number, title in titles),
        tuple(Attendance(name, "", "Member", "member", SPAN) for name in people),
        SPAN,
        tuple(Decision(item, title, verb, text, "", "", (SPAN,)) for item, title, verb, text in decisions),
        tuple(actions),
    )


def action(text: str, item: str = "7", title: str = "Beds", due: str = "", owner: str = "Ann Other") -> Action:
    """One line of minutes that asks for something."""
    return Action(item, title, text, (owner,), due, (SPAN,))


def entry(
    text: str, raised: str, date: str, reference: str = "", status: str = "Open", body: str = "Board"
) -> LogEntry:
    """One row of a log."""
    known = (reference, body, date, raised, "7", "Beds", text, ("Ann Other",), "AO")
    return LogEntry(*known, "30/04/2025", "Underway", status, (SPAN,))


def state(library: Library, name: str, **facts: Any) -> StoredDocument:
    """Ingest one document of this name that states these facts beside one passage."""
    content = repr((name, facts)).encode()
    read = replace(reading([f"Words of {name}"], content, name), **({"meetings": ()} | facts))
    model = bag()
    return add(library, read, content, f"/papers/{name}", embed(model, plan(library, read, model)), model)
