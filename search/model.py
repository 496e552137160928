"""The nouns of searching. Every hit carries the citation that proves it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ingest.model import Box, LogEntry, Paper, PassageKind, Span, Word, filled
from search.answers.model import Kind as Kind
from search.answers.model import Role as Role
from search.answers.model import Statement as Statement
from search.answers.wording import told
from search.citation import Citation as Citation
from search.marking import Ranges as Ranges
from search.marking import marking as marking
from search.narrowed import UNDATED as UNDATED
from search.narrowed import WHOLE as WHOLE
from search.narrowed import Facets as Facets
from search.narrowed import Narrowed as Narrowed
from search.precedents.model import DueReview as DueReview
from search.precedents.model import Matter as Matter
from search.precedents.model import Outcome as Outcome
from search.precedents.model import Point as Point
from search.precedents.model import Precedent as Precedent
from search.precedents.model import Precedents as Precedents
from search.precedents.model import Step as Step
from search.precedents.model import StepKind as StepKind
from search.precedents.model import Wording as Wording
from search.registers.entries import ActionEntry as ActionEntry
from search.registers.entries import Asked as Asked
from search.registers.entries import DecisionEntry as DecisionEntry
from search.registers.entries import DeclarationEntry as DeclarationEntry
from search.registers.entries import Event as Event
from search.registers.entries import EventKind as EventKind
from search.registers.entries import InterestEntry as InterestEntry
from search.registers.entries import Lasting as Lasting
from search.registers.entries import Listing as Listing
from search.registers.entries import MeetingEntry as MeetingEntry
from search.registers.entries import MeetingLine as MeetingLine
from search.registers.entries import Mention as Mention
from search.registers.entries import PaperEntry as PaperEntry
from search.registers.entries import PersonEntry as PersonEntry
from search.registers.entries import PersonRole as PersonRole
from search.registers.entries import Related as Related
from search.registers.entries import Resolved as Resolved
from search.registers.entries import Slice as Slice
from search.registers.entries import State as State
from search.registers.entries import StoredMeeting as StoredMeeting
from search.registers.entries import Tally as Tally
from search.registers.entries import TermEntry as TermEntry
from search.registers.entries import Wanted as Wanted
from search.service.model import Chosen as Chosen
from search.service.model import Declined as Declined
from search.service.model import Dossier as Dossier
from search.service.model import Draft as Draft
from search.service.model import Job as Job
from search.service.model import JobKind as JobKind
from search.service.model import KeptCorrection as KeptCorrection
from search.service.model import Older as Older
from search.service.model import PageKind as PageKind
from search.service.model import Review as Review
from search.service.model import ReviewedAction as ReviewedAction
from search.service.model import ReviewedDecision as ReviewedDecision
from search.service.model import ReviewedItem as ReviewedItem
from search.service.model import ReviewedMeeting as ReviewedMeeting
from search.service.model import ReviewedSection as ReviewedSection
from search.service.model import Unanswered as Unanswered
from search.service.model import Upload as Upload
from search.service.model import UploadState as UploadState
from search.service.model import Voted as Voted
from search.service.subscribed import Often as Often
from search.service.subscribed import Subscription as Subscription
from search.service.topics import Topic as Topic
from search.service.topics import TopicKind as TopicKind
from search.service.topics import UnknownTopic as UnknownTopic
from search.understand.query import Constraint as Constraint
from search.understand.query import ConstraintKind as ConstraintKind
from search.understand.query import Query as Query

# Stretches of a page's text, as StoredPage.stretches takes them.
STRETCHES = r"^([0-9]{1,7}-[0-9]{1,7}(,[0-9]{1,7}-[0-9]{1,7}){0,19})?$"
Status = Literal["current", "superseded"]
Sort = Literal["relevance", "date"]
Reason = Literal[
    "nothing_found",
    "empty_library",
    "outside_coverage",  # of a period or body that no document here is of
    "not_recorded",  # what is here is near, and does not say it
    "false_premise",  # a record says the opposite of what the question supposes
]


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """One document of a library. id is its stable address; replaced_by is the id of the version that took its place.

    warnings say what of it could not be read, what was read by OCR, and what people corrected by hand.
    """

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
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Twin:
    """A passage of another document that says the same: its address, and where it stands."""

    id: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Hit:
    """One passage found. rank counts from 1; score is higher for better, in [0, 1]; id is the passage's address.

    also are the passages of other documents that say the same.
    """

    rank: int
    score: float
    id: str
    text: str
    kind: PassageKind
    headings: tuple[str, ...]
    citation: Citation
    also: tuple[Twin, ...] = ()


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
    """An answer made of statements, each with its citation, and the passages behind them, best first.

    Without a statement and a passage it cannot be made. The first statements answer; those after them say more of it.
    confidence is the probability that the first passage answers, in [0, 1].
    """

    question: str
    hits: tuple[Hit, ...]
    kind: Kind
    statements: tuple[Statement, ...]
    confidence: float = 1.0

    def __post_init__(self) -> None:
        if not self.hits or not self.statements:
            raise ValueError("an answer needs at least one cited statement and one passage")

    @property
    def text(self) -> str:
        """The statements as plain text, each with the place that it was read from."""
        return told(self.statements)


@dataclass(frozen=True, slots=True)
class Refused:
    """No answer, the reason, and what was searched.

    nearest are the passages that come closest and do not answer; contrary is what a record says against the question;
    explained says the reason in a sentence or two. confidence is the probability that the first of nearest answers all
    the same; 0 where the reason is certain.
    """

    question: str
    reason: Reason
    coverage: Coverage
    nearest: tuple[Hit, ...] = ()
    contrary: tuple[Statement, ...] = ()
    explained: str = ""
    confidence: float = 0.0


Answer = Answered | Refused


@dataclass(frozen=True, slots=True)
class Results:
    """One page of what was found for a question, all of it from one search.

    answer is that of the question, whatever the page; passages are those of the page, total of them (at most 100) in
    all, offset of them before this page. Their ranks are those of relevance whatever the order. suggestion is the
    question with words put right that the library does not hold, "" where none is better.
    """

    understood: Query
    answer: Answer
    passages: tuple[Hit, ...]
    total: int
    offset: int = 0
    sort: Sort = "relevance"
    narrowed: Narrowed = WHOLE
    suggestion: str = ""


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

    def stretches(self, at: str) -> tuple[Span, ...]:
        """What "12-80,95-120" names of the text: characters start to end, the end left out, as far as there are any.

        >>> page = StoredPage("3f1c", 1, "", 595, 842, "Approved.")
        >>> [(span.start, span.end) for span in page.stretches("0-4,5-80,9-12")]
        [(0, 4), (5, 9)]
        """
        found = []
        for part in at.split(",") if at else ():
            start, end = (min(int(edge), len(self.text)) for edge in part.split("-"))
            if start < end:
                words = [Word(first, last, box) for first, last, box in self.words if last > start and first < end]
                found.append(Span(self.number, start, end, filled(words, start, end)))
        return tuple(found)


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
