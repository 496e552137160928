"""What may be asked of the registers over HTTP; every field is optional unless it says otherwise."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, Literal

from pydantic import BaseModel, Field

from ingest.model import Verb
from search.registers.entries import Slice, Wanted

NAMES = tuple(field.name for field in fields(Wanted))
MOST = 500


def _held(what: str, example: str) -> Any:
    return Field(default="", max_length=200, description=f"Held anywhere in {what}, case aside.", examples=[example])


def _told() -> Any:
    what = "Held anywhere in the words or the title, case aside, or words that stand there in any form."
    return Field(default="", max_length=200, description=what, examples=["business case"])


def _day(what: str, example: str) -> Any:
    return Field(default="", pattern=r"^(\d{4}-\d{2}-\d{2})?$", description=what, examples=[example])


class Asked(BaseModel):
    """Which part of a register is given."""

    offset: int = Field(default=0, ge=0, le=1_000_000, description="Entries to pass over.", examples=[0])
    limit: int = Field(default=50, ge=1, le=MOST, description="Entries to give.", examples=[50])

    def wanted(self) -> Wanted:
        """The filters that were given."""
        given = self.model_dump()
        return Wanted(**{name: str(given[name]) for name in NAMES if given.get(name)})

    def part(self) -> Slice:
        """The part that is asked for."""
        return Slice(self.offset, self.limit)


class OfBody(Asked):
    """A register of one body."""

    body: str = Field(
        default="",
        max_length=200,
        description="A body's name, abbreviation or a part of its name, case aside.",
        examples=["FPC"],
    )
    text: str = _held("the words or the title", "business case")


class Dated(OfBody):
    """A register over some time."""

    since: str = _day("An ISO date, included.", "2025-01-01")
    until: str = _day("An ISO date, included.", "2025-03-31")


class MeetingFilter(Dated):
    """Meetings; all up to 500 are given where no limit is asked for."""

    limit: int = Field(default=MOST, ge=1, le=MOST, description="Meetings to give.", examples=[50])
    kind: Literal["", "agenda", "minutes"] = Field(default="", description="What records it.", examples=["minutes"])
    person: str = _held("the name of someone on the attendance list", "Brown")
    status: Literal["", "draft", "confirmed"] = Field(default="", description="Of the minutes.", examples=["draft"])


class DecisionFilter(Dated):
    """Decisions."""

    text: str = _told()
    verb: Verb | Literal[""] = Field(default="", description="The decision's verb.", examples=["approved"])
    person: str = _held("a presenter's name", "Brown")
    status: Literal["", "draft", "confirmed"] = Field(default="", description="Of the minutes.", examples=["confirmed"])


class ActionFilter(Dated):
    """Actions; since and until are of the meeting that asked."""

    text: str = _told()
    owner: str = _held("an owner's name", "Brown")
    reference: str = _held("the action's reference", "54")
    status: Literal["", "open", "closed", "overdue"] = Field(
        default="", description="open holds what is overdue too.", examples=["overdue"]
    )
    as_of: str = _day("The ISO date on which overdue is reckoned, today where it is not given.", "2025-03-31")


class InterestFilter(Dated):
    """Interests in registers; since and until are of the registers' days."""

    person: str = _held("the person's name", "Brown")
    kind: Literal["", "financial", "professional", "personal"] = Field(
        default="", description="The kind of interest.", examples=["financial"]
    )


class DeclarationFilter(Dated):
    """Interests declared in meetings."""

    person: str = _held("the person's name", "Brown")
    kind: Literal["", "left", "abstained", "stayed"] = Field(
        default="", description="What was done.", examples=["left"]
    )


class PersonFilter(Dated):
    """People, or papers by the people who wrote or led them; text is held in a role, organisation or title."""

    person: str = _held("the person's name", "Brown")


class TimelineFilter(Dated):
    """A subject."""

    text: str = Field(
        min_length=1,
        max_length=500,
        description="Words of an item's title, or a reference.",
        examples=["outline business case"],
    )
    limit: int = Field(default=MOST, ge=1, le=MOST, description="Events to give.", examples=[100])
    as_of: str = _day("The ISO date on which overdue is reckoned, today where it is not given.", "2025-03-31")
