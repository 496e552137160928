"""The JSON replies of the registers, as their readers see them described."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from api import examples
from api.examples import like


class Sheet(BaseModel):
    """The page to check an entry on. page counts from 1 in the file; page_label is the printed number or ""."""

    file: str
    document: str
    page: int
    page_label: str


class Place(Sheet):
    """Where another decision or recommendation stands."""

    date: str
    item: str
    title: str


class Under(Sheet):
    """The meeting and item that an entry of a register stands under."""

    date: str
    committee: str
    item: str
    title: str
    presenter: str


class Quoted(Place):
    """A recommendation, in its own words."""

    quote: str


class Followed(Place):
    """How the later of two decisions speaks of the earlier; quote is the other one's words, null for a meeting."""

    how: str
    quote: str | None


class DecisionEntry(Under):
    """One decision with its meeting and item; lead introduces a bullet, condition is the clause that limits it.

    state is confirmed where a later meeting approved the minutes (confirmed_by) or their own title says so; amendment
    is what was to be changed in those minutes.
    """

    model_config = like(examples.DECISION_ENTRY)
    verb: str
    quote: str
    lead: str | None
    condition: str | None
    vote: str | None
    state: Literal["draft", "confirmed"]
    confirmed_by: Place | None
    amendment: str | None
    recommendations: list[Quoted] = Field(description="What papers asked for and this decision resolved.")
    follows: list[Followed]
    followed_by: list[Followed]
    also: list[Sheet] = Field(description="Where other documents print the same decision.")


class Mention(Sheet):
    """One place that prints an action; date is the ISO day of the minutes or of the log."""

    source: Literal["minutes", "action log"]
    date: str
    quote: str
    due: str | None
    update: str | None
    status: str | None


class ActionEntry(Under):
    """One action as it stands now. date is that of the meeting that asked for it, last of the last list that has it.

    owner is full names joined by "; "; due and status_printed are as printed, due_date is ISO; overdue is what is not
    closed and was due before the day asked about.
    """

    model_config = like(examples.ACTION_ENTRY)
    id: str
    reference: str | None
    quote: str
    owner: str | None
    due: str | None
    due_date: str | None
    status: Literal["open", "closed", "overdue"]
    status_printed: str | None
    last: str
    source: Literal["minutes", "action log", "minutes and action log"]
    history: list[Mention]


class InterestEntry(Sheet):
    """One interest as the newest register has it; first_listed and last_listed are the days of registers, ISO or ""."""

    model_config = like(examples.INTEREST)
    committee: str
    person: str
    role: str
    organisation: str
    nature: str
    kind: str
    direct: str
    since: str
    until: str
    mitigation: str
    first_listed: str
    last_listed: str


class DeclarationEntry(Under):
    """One interest declared in a meeting; done is left, abstained, stayed or null where the minutes do not say."""

    model_config = like(examples.UNDER | examples.DECLARATION | examples.SHEET)
    person: str
    quote: str
    done: str | None


class Resolved(Quoted):
    """The decision that resolved a recommendation."""

    verb: str


class RecommendationReply(BaseModel):
    """What a paper asks for; it decides nothing. resolved is null where no minutes that are here resolve it."""

    quote: str
    page: int
    resolved: Resolved | None


class PaperEntry(Sheet):
    """One paper by its cover sheet; date and committee are of the meeting that it was written for."""

    model_config = like(examples.PAPER)
    date: str
    committee: str
    item: str
    title: str
    executive_lead: list[str]
    authors: list[str]
    purpose: str
    committees: str
    financial: str
    conflicts: str
    recommendations: list[RecommendationReply]


class RoleReply(Sheet):
    """One role in one body, with the first and last meeting (ISO days) that lists it; the page is of the last."""

    role: str
    organisation: str
    committee: str
    first: str
    last: str
    meetings: int


class PersonEntry(BaseModel):
    """One person: the name without title, the names and initials as printed, the roles, newest first."""

    model_config = like(examples.PERSON_ENTRY)
    name: str
    printed: list[str]
    initials: list[str]
    roles: list[RoleReply]


class TermEntry(BaseModel):
    """One abbreviation with one meaning in the papers of one body, and the pages that define it."""

    model_config = like(examples.TERM)
    short: str
    long: str
    committee: str
    defined_in: list[Sheet]


class EventReply(Under):
    """One event; detail is a decision's verb, an action's status, or "confidential" of an item."""

    model_config = like(examples.EVENT)
    kind: Literal["agenda", "minutes", "paper", "decision", "action"]
    detail: str | None
    quote: str | None


class DecisionsReply(BaseModel):
    """Some decisions of total that fit."""

    model_config = like({"total": 1, "entries": [examples.DECISION_ENTRY]})
    total: int
    entries: list[DecisionEntry]


class ActionsReply(BaseModel):
    """Some actions of total that fit."""

    model_config = like({"total": 1, "entries": [examples.ACTION_ENTRY]})
    total: int
    entries: list[ActionEntry]


class InterestsReply(BaseModel):
    """Some interests of total that fit."""

    model_config = like({"total": 1, "entries": [examples.INTEREST]})
    total: int
    entries: list[InterestEntry]


class DeclarationsReply(BaseModel):
    """Some declarations of total that fit."""

    model_config = like({"total": 1, "entries": [examples.UNDER | examples.DECLARATION | examples.SHEET]})
    total: int
    entries: list[DeclarationEntry]


class PapersReply(BaseModel):
    """Some papers of total that fit."""

    model_config = like({"total": 1, "entries": [examples.PAPER]})
    total: int
    entries: list[PaperEntry]


class PeopleReply(BaseModel):
    """Some people of total that fit."""

    model_config = like({"total": 1, "entries": [examples.PERSON_ENTRY]})
    total: int
    entries: list[PersonEntry]


class GlossaryReply(BaseModel):
    """Some terms of total that fit."""

    model_config = like({"total": 1, "entries": [examples.TERM]})
    total: int
    entries: list[TermEntry]


class TimelineReply(BaseModel):
    """Some events of total, oldest first."""

    model_config = like({"total": 1, "entries": [examples.EVENT]})
    total: int
    entries: list[EventReply]
