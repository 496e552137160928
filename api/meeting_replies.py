"""The JSON reply for a meeting, as its readers see it described."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel

from api.examples import ACTION, DECISION, DECLARATION, PLACE, like
from api.register_replies import Place
from api.shape import Fields

ITEM: Fields = {
    "number": "7",
    "title": "Outline business case",
    "presenters": ["Director of Strategy"],
    "presenters_printed": "Director of Strategy",
    "presenter_source": "heading",
    "page": 15,
    "confidential": False,
    "decisions": [DECISION],
    "actions": [ACTION],
    "declarations": [DECLARATION],
}
PERSON: Fields = {"name": "Director of Strategy", "role": "Executive", "initials": "DS", "organisation": "ICB"}
MEETING: Fields = {
    "meeting_id": "3f1c0a9d2b7e-2025-01-16-p9-minutes",
    "committee": "ICB Board",
    "part": "I",
    "date": "2025-01-16",
    "date_printed": "16 January 2025",
    "date_note": None,
    "kind": "minutes",
    "file": "board-pack.pdf",
    "document": "3f1c0a9d2b7e",
    "page": 9,
    "place": "Council Chamber",
    "quorum": "The meeting was quorate.",
    "state_printed": None,
    "received": {"committee": "ICB Board", "date": "2025-03-13"},
    "attendees": [PERSON],
    "apologies": [],
    "items": [ITEM],
    "body": "ICB Board",
    "page_label": "7",
    "state": "confirmed",
    "confirmed_by": PLACE,
    "amendment": None,
}


class MadeDecision(BaseModel):
    """One decision; lead introduces a bullet, condition is the clause that limits it, vote how it was voted on."""

    model_config = like(DECISION)
    verb: str
    quote: str
    lead: str | None
    condition: str | None
    vote: str | None
    page: int


class AskedAction(BaseModel):
    """One action as minuted; owner is full names joined by "; ", due, reference and status are as printed."""

    model_config = like(ACTION)
    quote: str
    owner: str | None
    due: str | None
    reference: str | None
    status: str | None
    page: int


class MadeDeclaration(BaseModel):
    """One interest declared; done is left, abstained, stayed or null where the minutes do not say."""

    model_config = like(DECLARATION)
    person: str
    quote: str
    done: str | None
    page: int


class PersonReply(BaseModel):
    """One person on a meeting's list, as printed."""

    name: str
    role: str
    initials: str
    organisation: str


class ItemReply(BaseModel):
    """One agenda item; confidential says that it was minuted elsewhere, in confidence."""

    model_config = like(ITEM)
    number: str
    title: str
    presenters: list[str]
    presenters_printed: str | None
    presenter_source: str | None
    page: int
    confidential: bool
    decisions: list[MadeDecision]
    actions: list[AskedAction]
    declarations: list[MadeDeclaration]


class Receiver(BaseModel):
    """The meeting whose pack holds some minutes."""

    committee: str
    date: str


class MeetingReply(BaseModel):
    """One meeting; date is ISO or "", date_note says why it differs from date_printed.

    committee is as printed, body the one name of that body. state is of the minutes, null for an agenda: confirmed
    where confirmed_by, a decision of a later meeting, approved them or their own title says so (state_printed);
    amendment is what was to be changed in them.
    """

    model_config = like(MEETING)
    meeting_id: str
    committee: str
    part: str
    date: str
    date_printed: str
    date_note: str | None
    kind: str
    file: str
    document: str
    page: int
    place: str | None
    quorum: str | None
    state_printed: str | None
    received: Receiver | None
    attendees: list[PersonReply]
    apologies: list[PersonReply]
    items: list[ItemReply]
    body: str
    page_label: str
    state: Literal["draft", "confirmed"] | None
    confirmed_by: Place | None
    amendment: str | None
