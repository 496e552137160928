"""The nouns of a board paper, its pages and facts among them. Every one is frozen and whole when made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ingest.correcting import digest as digest
from ingest.facts import Action as Action
from ingest.facts import Attendance as Attendance
from ingest.facts import CorrectedField as CorrectedField
from ingest.facts import Correction as Correction
from ingest.facts import Decision as Decision
from ingest.facts import Declaration as Declaration
from ingest.facts import Interest as Interest
from ingest.facts import Item as Item
from ingest.facts import LogEntry as LogEntry
from ingest.facts import Meeting as Meeting
from ingest.facts import MeetingKind as MeetingKind
from ingest.facts import Paper as Paper
from ingest.facts import Proposal as Proposal
from ingest.facts import Recommendation as Recommendation
from ingest.facts import Section as Section
from ingest.facts import SectionKind as SectionKind
from ingest.facts import Standing as Standing
from ingest.facts import Term as Term
from ingest.facts import Verb as Verb
from ingest.facts import Warned as Warned
from ingest.facts import WarnedKind as WarnedKind
from ingest.pages import Aside as Aside
from ingest.pages import Box as Box
from ingest.pages import Cell as Cell
from ingest.pages import Document as Document
from ingest.pages import Heading as Heading
from ingest.pages import Line as Line
from ingest.pages import Marking as Marking
from ingest.pages import Media as Media
from ingest.pages import Page as Page
from ingest.pages import Row as Row
from ingest.pages import Source as Source
from ingest.pages import Span as Span
from ingest.pages import Word as Word
from ingest.pages import filled as filled
from ingest.structure.meeting.dates import dates as dates
from ingest.version import READER as READER

BlockKind = Literal["heading", "paragraph", "bullet", "row"]
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
class Block:
    """A paragraph, heading, bullet or table row, whole even where it runs over a page's end.

    text is one line of joined words; a row's text is its cells joined by tabs, and cells pairs each filled cell's
    column heading ("" where none is known) with its text. level is 1 (highest) to 6 for a heading, else 0. depth is a
    bullet's: 1 for one that stands inside another. places are the spans of each of cells, in their order.
    """

    kind: BlockKind
    text: str
    spans: tuple[Span, ...]
    level: int = 0
    bold: bool = False
    cells: tuple[tuple[str, str], ...] = ()
    table: int = -1
    depth: int = 0
    places: tuple[tuple[Span, ...], ...] = ()


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
    """Everything that was read from one document; what a library stores in one transaction.

    corrections are those that were passed to reading; origins are the body and ISO date of each of meetings as they
    read without them; warned says what should be looked at; markings where it says that it is not for everybody.
    """

    document: Document
    meetings: tuple[Meeting, ...]
    passages: tuple[Passage, ...]
    sections: tuple[Section, ...] = ()
    papers: tuple[Paper, ...] = ()
    log: tuple[LogEntry, ...] = ()
    interests: tuple[Interest, ...] = ()
    terms: tuple[Term, ...] = ()
    corrections: tuple[Correction, ...] = ()
    origins: tuple[tuple[str, str], ...] = ()
    warned: tuple[Warned, ...] = ()
    markings: tuple[Marking, ...] = ()


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
