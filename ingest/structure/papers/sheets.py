"""Cover sheets read into labelled fields, whatever their layout: headings, tables of labels and values, or lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from ingest.model import Block, Page, Span
from ingest.read.marks import plain_text
from ingest.structure.papers.sheet_labels import ASKING, Name, labels
from ingest.structure.registers.columns import is_heading

INLINE = re.compile(r"^(?P<label>[^:–\t]{2,90}?)\s*(?::|\s[–-]\s)\s*(?P<value>\S.*)$", re.S)
PARTING = re.compile(r":|\s[–-]\s")
ASKED = re.compile(r"\b(?:asked|requested|invited|recommended|required|urged)\b", re.I)
LABEL_WORDS = 4  # of a label in the midst of a line
LINE = 400  # characters of a line that are read for labels
MOST = 60  # pieces of one field
LISTED = re.compile(r"\s*[•·▪◦‣●○\uf0b7]\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of a field's value: a paragraph, a bullet or a cell, with its printed lines."""

    text: str
    spans: tuple[Span, ...]
    lines: tuple[str, ...]
    bullet: bool = False


@dataclass(slots=True)
class Field:
    """A label with what stands under or beside it.

    at is the index of its block; row says that it stands in a table, beside that its value stands in its own line.
    """

    names: tuple[Name, ...]
    label: str
    at: int
    row: bool = False
    beside: bool = False
    pieces: list[Piece] = field(default_factory=list)

    @property
    def asks(self) -> bool:
        """Whether it was opened by a sentence that asks, under no label of its own."""
        return "recommendation" in self.names and not labels(self.label)

    @property
    def open_ended(self) -> bool:
        """Whether more must follow: its last piece introduces a list, or is an entry of one."""
        last = self.pieces[-1] if self.pieces else None
        return not last or last.text.endswith((":", ";", ",", "and", "or")) or last.bullet

    @property
    def text(self) -> str:
        """The value as one text."""
        return " ".join(piece.text for piece in self.pieces)


def fields(
    blocks: Sequence[Block], first: int, last: int, pages: Sequence[Page], others: Callable[[int], bool]
) -> list[Field]:
    """The labelled fields among blocks first:last, in order. others tells of a block's index that it is of no sheet."""
    out: list[Field] = []
    here: Field | None = None
    for index in range(first, last):
        block = blocks[index]
        if others(index) or (is_heading(block) and len(block.cells) > 2):
            here = None
            continue
        if block.kind == "row":
            here = _row(block, index, out, here, pages)
            continue
        if here and here.row and block.kind != "bullet":
            here = None
        opened = list(_opened(block, index, pages))
        if opened and here and opened[-1].asks and (here.pieces or "recommendation" in here.names):
            here.pieces.append(_piece(block, pages))  # a purpose may be told by what is asked
            if "recommendation" in here.names:
                continue
        if opened:
            out += opened
            here = opened[-1]
        elif block.kind == "heading" and not (here and not here.pieces and _is_value(here, block)):
            here = None
        elif here and len(here.pieces) < MOST and (not here.beside or block.kind == "bullet" or here.open_ended):
            here.pieces.append(_piece(block, pages))
    return out


def _is_value(here: Field, block: Block) -> bool:
    """Whether a heading right under a label is its value in bold, as of "Executive Lead" and a name."""
    numbered = re.match(r"\d", block.text)
    return {"lead", "presenter", "author", "title"} >= set(here.names) and not numbered


def _opened(block: Block, index: int, pages: Sequence[Page]) -> Iterator[Field]:
    """The fields that a block opens: as a label alone, as a sentence that asks, or as lines of "label: value"."""
    text = block.text
    stands_out = block.kind == "heading" or block.bold or bool(re.match(r"\d{1,2}[.)]?\s", text)) or text.endswith(":")
    if block.kind != "bullet" and stands_out and (names := labels(text)):
        yield Field(names, text, index)
        return
    if block.kind != "bullet" and _asks(text):
        yield Field(("recommendation",), text, index, pieces=[_piece(block, pages)])
        return
    if not PARTING.search(text):
        return
    here: Field | None = None
    for text, spans, lines in _lines(block, pages):
        found = INLINE.match(text)
        names = labels(found["label"]) if found else ()
        if found and names and (here or block.kind != "bullet" or names != ("other",)):
            for label, value in _told(found["label"], found["value"]):
                here = Field(labels(label), label, index, beside=True)
                whole = value == found["value"]
                cut = (INLINE.sub(lambda match: match["value"], lines[0]), *lines[1:]) if whole else (value,)
                here.pieces.append(Piece(value, spans, tuple(line for line in cut if line)))
                yield here
        elif here:
            here.pieces.append(Piece(text, spans, lines))


def _told(label: str, value: str) -> Iterator[tuple[str, str]]:
    """(label, value) of a line, and of every label that follows on the same line: "Lead: A B Author: C D"."""
    start = 0
    for colon in re.finditer(r":\s", value[:LINE]):
        words = list(re.finditer(r"\S+", value[start : colon.start()]))[-LABEL_WORDS:]
        own = (start + word.start() for word in words)
        at = next((at for at in own if set(labels(value[at : colon.start()])) - {"other"}), None)
        if at is not None and at > start:
            yield label, value[start:at].strip()
            label, start = value[at : colon.start()], colon.end()
    yield label, value[start:].strip()


def _asks(text: str) -> bool:
    return bool(ASKED.search(text, 0, 150) and ASKING.match(text))


def _lines(block: Block, pages: Sequence[Page]) -> Iterator[tuple[str, tuple[Span, ...], tuple[str, ...]]]:
    """A block's lines, those without a label put to the labelled line before; the block whole where none has one."""
    raw = _raw(block.spans, pages)
    lines = [plain_text(line) for line in raw]
    starts = [at for at, line in enumerate(lines) if (found := INLINE.match(line)) and labels(found["label"])]
    if len(starts) < 2 or starts[0] != 0:
        yield block.text, block.spans, tuple(line for line in lines if line)
        return
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        part = tuple(line for line in lines[start:end] if line)
        yield " ".join(part), block.spans, part


def _row(block: Block, index: int, out: list[Field], here: Field | None, pages: Sequence[Page]) -> Field | None:
    """Fields of one table row: label and value in turn, both in one cell, or a value whose label stands above it."""
    cells = [(text, spans) for (_, text), spans in zip(block.cells, block.places, strict=True)]
    heads = [head for head, _ in block.cells]
    if sum(bool(set(labels(head)) - {"other"}) for head in heads) > 1 and not any(labels(text) for text, _ in cells):
        for head, (text, spans) in zip(heads, cells, strict=True):
            if labels(head):
                out.append(Field(labels(head), head, index, True, pieces=_cell(text, spans, pages)))
        return None
    waiting = False
    opened: Field | None = None
    for at, (text, spans) in enumerate(cells):
        names = labels(text)
        beside = at > 0 and waiting
        paired = at % 2 == 0 and len(cells) % 2 == 0
        if names and _is_label(names, text, paired, beside and len(cells) == 2):
            opened, waiting = Field(names, text, index, True), True
            out.append(opened)
        elif not beside and (found := _headed(text, spans, pages)):
            opened, waiting = Field(*found, index, True, pieces=_cell(_after(text, found[1]), spans, pages)), False
            out.append(opened)
        elif not beside and _asks(text):
            opened, waiting = (
                Field(("recommendation",), text[:80], index, True, pieces=_cell(text, spans, pages)),
                False,
            )
            out.append(opened)
        elif opened:
            opened.pieces += _cell(text, spans, pages)
            waiting = False
        elif here and here.row and len(here.pieces) < MOST:
            here.pieces += _cell(text, spans, pages)
    return opened or here


def _is_label(names: tuple[Name, ...], text: str, paired: bool, value: bool) -> bool:
    """Whether a cell that reads like a label is one: a value may read so too ("Quality Committee").

    paired says that the cell stands where a label does when labels and values take turns.
    """
    return not value and (paired or names != ("other",) or text.endswith(":"))


def _headed(text: str, spans: tuple[Span, ...], pages: Sequence[Page]) -> tuple[tuple[Name, ...], str] | None:
    """(names, label) of a cell that holds its label and value: "Author: A Name", or the label on a line of its own."""
    found = INLINE.match(text)
    if found and (names := labels(found["label"])):
        return names, found["label"]
    lines = [plain_text(line) for line in _raw(spans, pages)]
    if len(lines) > 1 and (names := labels(lines[0])) and names != ("other",):
        return names, lines[0]
    return None


def _after(text: str, label: str) -> str:
    """The cell's text behind its label."""
    return text[len(label) :].lstrip(" :–-")


def _cell(text: str, spans: tuple[Span, ...], pages: Sequence[Page]) -> list[Piece]:
    """A cell's value, one piece for each bullet in it."""
    lines = [plain_text(line) for line in _raw(spans, pages)]
    parts: list[list[str]] = [[]]
    marks = [False]
    for line in lines:
        if LISTED.match(line):
            parts.append([LISTED.sub("", line, count=1)])
            marks.append(True)
        else:
            parts[-1].append(line)
    if len(parts) == 1 and len(found := [part.strip() for part in LISTED.split(text)]) > 1:
        return [Piece(part, spans, (part,), at > 0) for at, part in enumerate(found) if part]
    if len(parts) == 1:
        return [Piece(text, spans, tuple(lines))] if text else []
    joined = [" ".join(part) for part in parts]
    if joined[0] and not text.startswith(joined[0][:20]):
        joined[0] = joined[0][max(joined[0].find(text[:20]), 0) :]
    return [
        Piece(part, spans, tuple(lines), mark) for part, lines, mark in zip(joined, parts, marks, strict=True) if part
    ]


def _piece(block: Block, pages: Sequence[Page]) -> Piece:
    lines = tuple(text for line in _raw(block.spans, pages) if (text := plain_text(line)))
    return Piece(block.text, block.spans, lines, block.kind == "bullet")


def _raw(spans: Sequence[Span], pages: Sequence[Page]) -> list[str]:
    """The lines as they stand on the page."""
    return [line for span in spans for line in pages[span.page - 1].text[span.start : span.end].split("\n")]
