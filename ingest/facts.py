"""The nouns that papers state beside their passages: who sat, what was decided, asked for, declared and recommended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ingest.pages import Span

MeetingKind = Literal["agenda", "minutes"]
Standing = Literal["member", "attendee", "apologies"]
SectionKind = Literal[
    "front", "agenda", "interests", "minutes", "action log", "paper", "appendix", "plan", "report", "contents"
]
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
InterestKind = Literal["financial", "professional", "personal", ""]
CorrectedField = Literal["date", "body", "presenter", "visibility"]
WarnedKind = Literal[
    "undated", "mended", "initials", "unassigned", "scanned", "file", "unrecognised", "corrected", "misfit", "marked"
]


@dataclass(frozen=True, slots=True)
class Attendance:
    """One person on a meeting's list; initials, role and organisation as printed, "" where the list gives none."""

    name: str
    initials: str
    role: str
    status: Standing
    span: Span
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One agenda item as its heading or agenda row prints it.

    number is "" where none is printed; presenters are full names where the attendance list has them, printed is the
    form at the item; source is heading, parent heading, agenda table, text or "" (none stated). confidential says that
    the minutes record it as minuted elsewhere, in confidence.
    """

    number: str
    title: str
    presenters: tuple[str, ...]
    printed: str
    source: str
    span: Span
    confidential: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """What a body resolved under one item, in its own words.

    item is the item's number ("" where none is printed); lead is the line that introduces a bullet, "" where the
    decision stands alone; condition is the clause from "subject to" on, as printed; vote is the sentence or clause that
    records votes, dissent or unanimity, "" where none is.
    """

    item: str
    title: str
    verb: Verb
    text: str
    lead: str
    condition: str
    spans: tuple[Span, ...]
    vote: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """What somebody is to do, as minutes print it.

    owner is full names where the meeting's list has them; due, reference and status are as printed, "" where none is.
    """

    item: str
    title: str
    text: str
    owner: tuple[str, ...]
    due: str
    spans: tuple[Span, ...]
    reference: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class Declaration:
    """An interest declared in a meeting: whose, the sentences that tell of it, and what was done about it.

    done is "left", "abstained", "stayed" or "" where the minutes do not say.
    """

    item: str
    title: str
    person: str
    text: str
    done: Literal["left", "abstained", "stayed", ""]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting of one body: date is ISO or "" where none could be read; note says why it differs from printed.

    received is the body and ISO date of the meeting whose pack holds these minutes, each "" where there is none; state
    is "draft" or "confirmed" where the minutes' own title says so; place and quorum are as printed.
    """

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
    declarations: tuple[Declaration, ...] = ()
    place: str = ""
    quorum: str = ""
    state: Literal["draft", "confirmed", ""] = ""
    received: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One row of an action log.

    body is whose log it is and date the ISO date that it stands at; raised is the ISO date of the meeting that asked
    for it; owner is full names where a list of the pack has them, printed as in the row; due, update and status are as
    printed ("" for an empty or missing cell).
    """

    reference: str
    body: str
    date: str
    raised: str
    item: str
    title: str
    text: str
    owner: tuple[str, ...]
    printed: str
    due: str
    update: str
    status: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One sentence or bullet of what a paper asks of the meeting; it decides nothing."""

    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper by its cover sheet; what the sheet does not state is "" or ().

    number is the agenda item's, body and date (ISO) those of the meeting that it was written for.
    """

    number: str
    title: str
    body: str
    date: str
    lead: tuple[str, ...]
    authors: tuple[str, ...]
    purpose: str
    recommendations: tuple[Recommendation, ...]
    committees: str
    financial: str
    conflicts: str
    span: Span


@dataclass(frozen=True, slots=True)
class Interest:
    """One row of a register of interests.

    body and date (ISO) say whose register and as at when. role is the person's post; organisation and nature say what
    the interest is. direct is "direct", "indirect" or "". since, until and mitigation are as printed.
    """

    body: str
    date: str
    person: str
    role: str
    organisation: str
    nature: str
    kind: InterestKind
    direct: Literal["direct", "indirect", ""]
    since: str
    until: str
    mitigation: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """An abbreviation with what it stands for, as a document defines it."""

    short: str
    long: str
    body: str
    span: Span


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a document, first to last page: what it is, and the meeting and agenda item that it belongs to.

    Minutes carry the meeting they record; a paper or appendix the meeting it was written for and its item's number.
    """

    kind: SectionKind
    title: str
    body: str
    date: str
    number: str
    first: int
    last: int
    span: Span


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person put right in one document by hand; it is passed to reading, so that all that follows has it.

    printed is the value that reading finds without it, corrected the one meant: for a date ISO or "", for presenters
    full names joined by "; ", for visibility the collection. body and date (ISO) are those of the meeting that it is
    about as reading finds them, item and title those of the item for a presenter, each "" where there is none. when is
    an ISO time in UTC.
    """

    field: CorrectedField
    printed: str
    corrected: str
    body: str = ""
    date: str = ""
    item: str = ""
    title: str = ""
    who: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Warned:
    """What somebody who publishes a document should look at, in a sentence, and its page, None for the whole document.

    kind is undated (a meeting), mended (a misprinted date), initials (of nobody on the list), unassigned (an action of
    nobody), scanned (read by OCR), file (its own faults), unrecognised (no known part of a pack), corrected (by hand),
    misfit (a correction whose printed value is no longer found) or marked (it says that it is not for everybody).
    """

    kind: WarnedKind
    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a paper that is still being written asks a body to decide; every field can be put right by hand.

    recommendations are in the paper's own words, or the one sentence that was typed. bodies are the names of those who
    are asked, money sums as printed ("£2.4m"), processes the named policies, processes and rules that it goes by. What
    the paper does not state is "" or ().
    """

    title: str = ""
    purpose: str = ""
    recommendations: tuple[str, ...] = ()
    subject: str = ""
    bodies: tuple[str, ...] = ()
    money: tuple[str, ...] = ()
    processes: tuple[str, ...] = ()
