"""The nouns of the registers: what is asked of one, and what its entries hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from ingest.model import Decision, Declaration, Interest, Meeting, Paper, Span
from search.citation import Citation

E = TypeVar("E")
Source = Literal["minutes", "action log", "minutes and action log"]
State = Literal["draft", "confirmed", ""]
EventKind = Literal["agenda", "minutes", "paper", "decision", "action"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of a register; an empty field asks for all, and a register passes over fields that it has not.

    body is any name or abbreviation of a body, or a part of its name; text, person and owner are held anywhere in the
    words or names, case aside; since, until and as_of are ISO dates, both ends included; on is one ISO date, or "" for
    what has no date, None for all; kind is that of a meeting or an interest; status is open, closed or overdue of
    actions, draft or confirmed of decisions and meetings; reference is an action's. The text of decisions and actions
    also holds words that stand apart or in another form. sort is "oldest" or "body" of decisions, "due" or "owner" of
    actions, "" for the newest first.
    """

    body: str = ""
    since: str = ""
    until: str = ""
    verb: str = ""
    person: str = ""
    owner: str = ""
    text: str = ""
    kind: str = ""
    status: str = ""
    reference: str = ""
    as_of: str = ""
    on: str | None = None
    sort: str = ""


@dataclass(frozen=True, slots=True)
class Slice:
    """Which part of what fits: so many passed over, so many given, None for all."""

    offset: int = 0
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Listing(Generic[E]):
    """Some entries of the total that fit."""

    total: int
    entries: tuple[E, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A recommendation that a decision resolved, and where its words stand."""

    text: str
    citation: Citation
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Related:
    """Another decision, or meeting where text is "", and how the later one of the two speaks of the earlier."""

    how: str
    text: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class DecisionEntry:
    """One decision. state is "confirmed" where a later meeting approved the minutes or their own title says so.

    amendment is what was to be changed in those minutes; asked are the recommendations that it resolved; also are the
    other documents that print it.
    """

    citation: Citation
    decision: Decision
    state: Literal["draft", "confirmed"]
    confirmed_by: Citation | None
    amendment: str
    asked: tuple[Asked, ...]
    follows: tuple[Related, ...]
    followed_by: tuple[Related, ...]
    also: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """One place, spans, that prints an action. seen is the ISO day of its list; due, update, status as printed."""

    source: Source
    seen: str
    text: str
    due: str
    update: str
    status: str
    citation: Citation
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class ActionEntry:
    """One action as it stands now. raised, due_on and last are ISO days or ""; due and stated (its status) as printed.

    status is "overdue" where it is not closed and due before the day that was asked about. history is in order of day.
    """

    address: str
    body: str
    reference: str
    raised: str
    item: str
    title: str
    text: str
    owner: tuple[str, ...]
    due: str
    due_on: str
    stated: str
    last: str
    status: Literal["open", "closed", "overdue"]
    source: Source
    history: tuple[Mention, ...]

    @property
    def citation(self) -> Citation:
        """Where it stands first."""
        return self.first.citation

    @property
    def first(self) -> Mention:
        """The first place that prints its words."""
        return next((one for one in self.history if one.text == self.text), self.history[0])


@dataclass(frozen=True, slots=True)
class TermEntry:
    """One abbreviation with one meaning in one body's papers, and where it is defined, newest document first."""

    short: str
    long: str
    body: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class InterestEntry:
    """One interest as the newest register has it; listed is the first and the last day of registers that list it."""

    citation: Citation
    interest: Interest
    listed: tuple[str, str]


@dataclass(frozen=True, slots=True)
class DeclarationEntry:
    """An interest declared in a meeting."""

    citation: Citation
    declaration: Declaration


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """One meeting in short: what it is, how much it holds, and where it starts; state is "" for an agenda.

    printed is the date as it stands there, note why another was read; place and quorum are as printed.
    """

    citation: Citation
    kind: str
    part: str
    state: State
    items: int
    decisions: int
    actions: int
    printed: str
    note: str
    place: str
    quorum: str


@dataclass(frozen=True, slots=True)
class StoredMeeting:
    """One meeting of a stored document: the document's id and file name, and the page on which the meeting starts."""

    document: str
    file: str
    page: int
    meeting: Meeting


@dataclass(frozen=True, slots=True)
class MeetingEntry:
    """One meeting with the name that its body goes by and the printed label of its first page.

    state is as of MeetingLine; confirmed_by is the decision of a later meeting that approved the minutes, amendment
    what was to be changed in them.
    """

    stored: StoredMeeting
    body: str
    page_label: str
    state: State
    confirmed_by: Citation | None
    amendment: str


@dataclass(frozen=True, slots=True)
class Resolved:
    """The decision that resolved a recommendation."""

    verb: str
    text: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class PaperEntry:
    """One paper; resolved goes with its recommendations, None where no minutes that are here resolve one."""

    citation: Citation
    paper: Paper
    resolved: tuple[Resolved | None, ...]


@dataclass(frozen=True, slots=True)
class PersonRole:
    """One role in one body, with the first and the last meeting (ISO days) that lists the person so, and how many."""

    role: str
    organisation: str
    body: str
    first: str
    last: str
    meetings: int
    citation: Citation


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """One person: the name without title, the names as printed, and the roles, newest first.

    key is what the person is known by over meetings, and over bodies where the name is written out.
    """

    name: str
    printed: tuple[str, ...]
    initials: tuple[str, ...]
    roles: tuple[PersonRole, ...]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to a subject: text is its words, detail the decision's verb or the action's status.

    spans are where it stands in the document of its citation, () where only the page is known.
    """

    date: str
    kind: EventKind
    body: str
    item: str
    title: str
    text: str
    detail: str
    citation: Citation
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """How many decisions one body made in one month ("2025-01", "" where the meeting has no date)."""

    body: str
    month: str
    count: int


@dataclass(frozen=True, slots=True)
class Lasting:
    """How long one action was open: the ISO days of the meeting that asked for it and of the list that closes it.

    raised is "" where no list gives it; closed is "" of an action that is not closed; last is the day of its last list.
    """

    raised: str
    closed: str
    last: str
