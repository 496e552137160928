"""The nouns of searching. Every hit carries the citation that proves it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ingest.model import Box, LogEntry, Meeting, Paper, PassageKind, Span, long_date

Status = Literal["current", "superseded"]
Reason = Literal["nothing_found", "empty_library"]


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """One document of a library. id is its stable address; replaced_by is the id of the version that took its place."""

    id: str
    name: str
    path: str
    title: str
    sha256: str
    media: str
    pages: int
    passages: int
    status: Status
    replaced_by: str
    added: str


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a passage can be checked: document, 1-based pages of the file, printed page label, meeting and item."""

    document: str
    file: str
    page: int
    page_end: int
    page_label: str
    date: str
    body: str
    item: str
    title: str
    presenters: tuple[str, ...]
    lines: tuple[int, int] | None = None

    @property
    def place(self) -> str:
        """Where the words stand in the meeting: "ICB Board, 16 January 2025, item 7: Stewardship", else the file."""
        item = f"item {self.item}" if self.item else ""
        item = ": ".join(part for part in (item, self.title) if part)
        return ", ".join(part for part in (self.body, long_date(self.date), item) if part) or self.file

    @property
    def sheet(self) -> str:
        """Where they stand in the file: "page 15 (printed 13)", "pages 15 to 16" or "lines 3 to 8"."""
        if self.lines:
            first, last = self.lines
            return f"lines {first} to {last}" if last > first else f"line {first}"
        pages = f"pages {self.page} to {self.page_end}" if self.page_end > self.page else f"page {self.page}"
        return f"{pages} (printed {self.page_label})" if self.page_label not in ("", str(self.page)) else pages


@dataclass(frozen=True, slots=True)
class Hit:
    """One passage found. rank counts from 1; score is higher for better, in [0, 1]; id is the passage's address."""

    rank: int
    score: float
    id: str
    text: str
    kind: PassageKind
    headings: tuple[str, ...]
    citation: Citation
    also: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a library holds: documents, pages, passages, meetings and the first and last meeting date (ISO or "")."""

    documents: int
    pages: int
    passages: int
    meetings: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer: the words of one passage, with its citation. Without a hit it cannot be made."""

    question: str
    hits: tuple[Hit, ...]

    def __post_init__(self) -> None:
        if not self.hits:
            raise ValueError("an answer needs at least one cited passage")

    @property
    def text(self) -> str:
        """The words of the best passage."""
        return self.hits[0].text


@dataclass(frozen=True, slots=True)
class Refused:
    """No answer, the reason, and what was searched."""

    question: str
    reason: Reason
    coverage: Coverage


Answer = Answered | Refused


@dataclass(frozen=True, slots=True)
class StoredPage:
    """One page as stored: text, label, size in points, and the words' boxes for drawing (start, end, box)."""

    document: str
    number: int
    label: str
    width: float
    height: float
    text: str
    words: tuple[tuple[int, int, Box], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """One passage at its address, found again whether or not its document is still current."""

    id: str
    text: str
    kind: PassageKind
    headings: tuple[str, ...]
    citation: Citation
    spans: tuple[Span, ...]
    status: Status
    replaced_by: str


@dataclass(frozen=True, slots=True)
class StoredMeeting:
    """One meeting of a stored document: the document's id and file name, and the page on which the meeting starts."""

    document: str
    file: str
    page: int
    meeting: Meeting


@dataclass(frozen=True, slots=True)
class StoredPaper:
    """One paper of a stored document: the document's id and file name."""

    document: str
    file: str
    paper: Paper


@dataclass(frozen=True, slots=True)
class StoredEntry:
    """One row of an action log of a stored document: the document's id and file name."""

    document: str
    file: str
    entry: LogEntry
