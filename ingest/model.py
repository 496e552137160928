"""The nouns of a board paper. Every one is frozen and complete when made."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date
from typing import Literal

Media = Literal["pdf", "docx", "markdown", "text"]
BlockKind = Literal["heading", "paragraph", "bullet", "row"]
MeetingKind = Literal["agenda", "minutes"]
PassageKind = Literal[
    "decision",
    "action",
    "discussion",
    "recommendation",
    "table row",
    "interest",
    "attendance",
    "agenda item",
    "plan",
    "report",
    "contents",
]


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
    itself is outside start:end).
    """

    start: int
    end: int
    box: Box | None = None
    size: float = 0.0
    bold: bool = False
    level: int = 0
    bullet: bool = False


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


@dataclass(frozen=True, slots=True)
class Page:
    """One page as its reader saw it, in reading order.

    number counts from 1 in the file; label is the number printed on or declared for the page, or "". For a format
    without pages the file is one page and text is its exact text. words may be empty (no positions known). ocr is the
    mean confidence (0 to 1) where the text was read by OCR, else None.
    """

    number: int
    label: str
    width: float
    height: float
    text: str
    parts: tuple[Line | Row, ...]
    words: tuple[Word, ...] = ()
    ocr: float | None = None

    def span(self, start: int, end: int) -> Span:
        """The stretch text[start:end] with the boxes that it fills, one box per printed line."""
        boxes: list[Box] = []
        first = bisect_right(self.words, start, key=lambda word: word.end)
        for word in self.words[first : bisect_left(self.words, end, key=lambda word: word.start)]:
            box, last = word.box, boxes[-1] if boxes else None
            if last and abs(last.top - box.top) < 3 and -1 <= box.left - last.right < 20:
                boxes[-1] = Box(last.left, min(last.top, box.top), box.right, max(last.bottom, box.bottom))
            else:
                boxes.append(box)
        return Span(self.number, start, end, tuple(boxes))


@dataclass(frozen=True, slots=True)
class Span:
    """Where a fact was read: characters start:end of the text of one page, and their boxes on it."""

    page: int
    start: int
    end: int
    boxes: tuple[Box, ...] = ()


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


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, bullet or table row, whole even where it runs over a page's end.

    text is one line of joined words; a row's text is its cells joined by tabs, and cells pairs each filled cell's
    column heading ("" where none is known) with its text. level is 1 (highest) to 6 for a heading, else 0.
    """

    kind: BlockKind
    text: str
    spans: tuple[Span, ...]
    level: int = 0
    bold: bool = False
    cells: tuple[tuple[str, str], ...] = ()
    table: int = -1


@dataclass(frozen=True, slots=True)
class Attendance:
    """One person on a meeting's list: status is member, attendee or apologies; initials as printed or ""."""

    name: str
    initials: str
    role: str
    status: Literal["member", "attendee", "apologies"]
    span: Span


@dataclass(frozen=True, slots=True)
class Item:
    """One agenda item as its heading or agenda row prints it.

    number is "" where none is printed; presenters are full names where the attendance list has them, printed is the
    form at the item; source is heading, parent heading, agenda table, text or "" (none stated).
    """

    number: str
    title: str
    presenters: tuple[str, ...]
    printed: str
    source: str
    span: Span


Verb = Literal[
    "approved",
    "noted",
    "endorsed",
    "supported",
    "delegated",
    "agreed",
    "ratified",
    "adopted",
    "deferred",
    "rejected",
    "received",
    "other",
]


@dataclass(frozen=True, slots=True)
class Decision:
    """What a body resolved under one item, in its own words.

    item is the item's number ("" where none is printed); lead is the line that introduces a bullet, "" where the
    decision stands alone; condition is the clause from "subject to" on, as printed.
    """

    item: str
    title: str
    verb: Verb
    text: str
    lead: str
    condition: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Action:
    """What somebody is to do, as minutes print it.

    owner is full names where the meeting's list has them; due is as printed, "" where no date is given.
    """

    item: str
    title: str
    text: str
    owner: tuple[str, ...]
    due: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting of one body: date is ISO or "" where none could be read; note says why it differs from printed."""

    body: str
    date: str
    printed: str
    note: str
    kind: MeetingKind
    part: str
    items: tuple[Item, ...]
    attendance: tuple[Attendance, ...]
    span: Span
    decisions: tuple[Decision, ...] = ()
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """The unit of search: a stretch of one item that can be read and cited on its own.

    text is what is shown and quoted; headings is the path from the highest heading down. lines are the 1-based
    first and last line of a format without pages, else None.
    """

    text: str
    kind: PassageKind
    body: str
    date: str
    item: str
    title: str
    presenters: tuple[str, ...]
    headings: tuple[str, ...]
    spans: tuple[Span, ...]
    lines: tuple[int, int] | None = None

    @property
    def context(self) -> str:
        """Where the passage stands, in one line: see place."""
        return place(self.body, self.date, self.item, self.title, self.headings)

    @property
    def indexed(self) -> str:
        """The text that is embedded: the context, then the passage."""
        return f"{self.context}\n{self.text}" if self.context else self.text


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was read from one document; what a library stores in one transaction."""

    document: Document
    meetings: tuple[Meeting, ...]
    passages: tuple[Passage, ...]


def long_date(iso: str) -> str:
    """An ISO date as it is read out; anything else unchanged.

    >>> long_date("2025-01-06")
    '6 January 2025'
    """
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day} {day:%B %Y}"


def place(body: str, date: str, item: str, title: str, headings: tuple[str, ...]) -> str:
    """Where a passage stands, in one line: body, date in words, item, heading path; each heading cut at 80 letters.

    >>> place("Audit Committee", "2024-10-15", "6", "Policy Update", ("6. Policy Update", "Findings"))
    'Audit Committee, 15 October 2024, item 6: Policy Update, 6. Policy Update, Findings'
    """
    entry = f"item {item}: {title}" if item else title
    trail = [body, long_date(date), _cut(entry, 120)]
    trail += [_cut(heading, 80) for heading in headings if heading not in entry]
    return ", ".join(part for part in trail if part)


def _cut(text: str, letters: int) -> str:
    return text if len(text) <= letters else text[:letters].rsplit(" ", 1)[0]
