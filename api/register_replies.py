"""The JSON replies of the registers, as their readers see them described."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from api.shape import Fields

DECISION: Fields = {
    "verb": "approved",
    "quote": "The Board approved the outline business case, subject to funding.",
    "lead": None,
    "condition": "subject to funding.",
    "page": 15,
}
ACTION: Fields = {"quote": "AB to report on costs in March.", "owner": "A Brown", "due": "March", "page": 16}
ENTRY: Fields = {
    "date": "2025-01-16",
    "committee": "ICB Board",
    "item": "7",
    "title": "Outline business case",
    "presenter": "Director of Strategy",
    "file": "board-pack.pdf",
    "document": "3f1c0a9d2b7e",
}


def like(example: Fields) -> ConfigDict:
    """A model described by one example."""
    return ConfigDict(json_schema_extra={"examples": [example]})


class DecisionReply(BaseModel):
    """One decision; lead introduces a bullet, condition is the clause that limits it."""

    model_config = like(DECISION)
    verb: str
    quote: str
    lead: str | None
    condition: str | None
    page: int


class ActionReply(BaseModel):
    """One action; owner is full names joined by "; ", due is as printed."""

    model_config = like(ACTION)
    quote: str
    owner: str | None
    due: str | None
    page: int


class Under(BaseModel):
    """The meeting, item and file that an entry of a register stands under."""

    date: str
    committee: str
    item: str
    title: str
    presenter: str
    file: str
    document: str


class DecisionEntry(Under, DecisionReply):
    """One decision with its meeting and item."""

    model_config = like(ENTRY | DECISION)


class ActionEntry(Under, ActionReply):
    """One action with its meeting and item."""

    model_config = like(ENTRY | ACTION)


class DecisionsReply(BaseModel):
    """Some decisions of total that fit."""

    model_config = like({"total": 1, "entries": [ENTRY | DECISION]})
    total: int
    entries: list[DecisionEntry]


class ActionsReply(BaseModel):
    """Some actions of total that fit."""

    model_config = like({"total": 1, "entries": [ENTRY | ACTION]})
    total: int
    entries: list[ActionEntry]
