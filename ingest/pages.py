"""The nouns of a page as its reader saw it. Every one is frozen and complete when made."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Media = Literal["pdf", "docx", "odt", "html", "markdown", "text"]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points (1/72 inch) from the page's top left corner."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Word:
    """Where one word of a page's text stands: text[start:end], drawn in box."""

    start: int
    end: int
    box: Box


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line outside tables: text[start:end] of its page.

    size is the font size in points (0 where the format has none); level is the heading level that the format
    itself declares (Markdown #, Word heading style), 0 for none; bullet says that a list mark was printed (the mark
    itself is outside start:end); depth counts the list items that a bullet stands inside.
    """

    start: int
    end: int
    box: Box | None = None
    size: float = 0.0
    bold: bool = False
    level: int = 0
    bullet: bool = False
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell: text[start:end] of its page; column counts from 0, width is the columns it spans."""

    start: int
    end: int
    column: int
    width: int = 1
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One table row. table counts the page's tables from 0; columns is how many the table has.

    header says that the format itself marks the row as a heading row. continued says that the row's top edge is
    open, so that it may go on from the page before.
    """

    cells: tuple[Cell, ...]
    table: int
    columns: int
    header: bool = False
    continued: bool = False
    box: Box | None = None


def filled(words: Sequence[Word], start: int, end: int) -> tuple[Box, ...]:
    """The boxes that text[start:end] of a page fills, one for each printed line; words are in order."""
    boxes: list[Box] = []
    first = bisect_right(words, start, key=lambda word: word.end)
    for word in words[first : bisect_left(words, end, key=lambda word: word.start)]:
        box, last = word.box, boxes[-1] if boxes else None
        if last and abs(last.top - box.top) < 3 and -1 <= box.left - last.right < 20:
            boxes[-1] = Box(last.left, min(last.top, box.top), box.right, max(last.bottom, box.bottom))
        else:
            boxes.append(box)
    return tuple(boxes)


@dataclass(frozen=True, slots=True)
class Aside:
    """Words that a page bears beside its text: in a header or footer that the format keeps apart, or as a stamp."""

    place: Literal["header", "footer", "stamp"]
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page as its reader saw it, in reading order.

    number counts from 1 in the file; label is the number printed on or declared for the page, or "". For a format
    without pages the file is one page and text is its exact text. words may be empty (no positions known). ocr is the
    mean confidence (0 to 1) where the text was read by OCR, else None. asides are no part of the text.
    """

    number: int
    label: str
    width: float
    height: float
    text: str
    parts: tuple[Line | Row, ...]
    words: tuple[Word, ...] = ()
    ocr: float | None = None
    asides: tuple[Aside, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The stretch text[start:end] with the boxes that it fills, one box per printed line."""
        return Span(self.number, start, end, filled(self.words, start, end))


@dataclass(frozen=True, slots=True)
class Span:
    """Where a fact was read: characters start:end of the text of one page, and their boxes on it."""

    page: int
    start: int
    end: int
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Marking:
    """Where a document says of itself that it is not for everybody: the mark in its usual form, and the page."""

    mark: str
    page: int
    place: Literal["title", "file name", "header", "footer", "stamp"]


@dataclass(frozen=True, slots=True)
class Heading:
    """One entry of a document's outline (bookmarks): depth from 0, page 1-based or None where it leads nowhere."""

    title: str
    depth: int
    page: int | None


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it came: its name without folder, the hash of its bytes, its format and its own title ("" for none)."""

    name: str
    sha256: str
    media: Media
    title: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A file read into pages, before anything is understood."""

    source: Source
    pages: tuple[Page, ...]
    outline: tuple[Heading, ...] = ()
    warnings: tuple[str, ...] = ()
