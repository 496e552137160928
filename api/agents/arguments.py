"""What may be asked of the tools. A field that a tool does not know is an error, not passed over."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from api.precedent_replies import ProposalAsked
from api.routes.filters import ActionFilter, DecisionFilter, MeetingFilter
from search.words import LONGEST

STRICT = ConfigDict(extra="forbid")
FEW, MOST = 20, 100  # entries that are given unless more are asked for, and at most
LETTERS = 20_000  # of one page that are given at once


def _limit(what: str) -> int:
    limit: int = Field(default=FEW, ge=1, le=MOST, description=f"{what} to give.", examples=[FEW])
    return limit


class SearchAsked(BaseModel):
    """Words to look for."""

    model_config = STRICT
    query: str = Field(min_length=1, max_length=LONGEST, description="Any words, or a question.")
    limit: int = Field(default=10, ge=1, le=50, description="Passages to give.")
    offset: int = Field(default=0, ge=0, le=100, description="Passages to pass over.")


class AnswerAsked(BaseModel):
    """A question."""

    model_config = STRICT
    question: str = Field(
        min_length=1, max_length=LONGEST, description="One question in plain words, with body and date where known."
    )


class MeetingsAsked(MeetingFilter):
    """Meetings, by date."""

    model_config = STRICT
    limit: int = _limit("Meetings")
    whole: bool = Field(
        default=False, description="Whether to give who attended and each item with its presenter as well."
    )


class DecisionsAsked(DecisionFilter):
    """Decisions, newest first."""

    model_config = STRICT
    limit: int = _limit("Decisions")


class ActionsAsked(ActionFilter):
    """Actions, newest first."""

    model_config = STRICT
    limit: int = _limit("Actions")


class PrecedentsAsked(ProposalAsked):
    """What somebody wants decided: words, or fields of a proposal."""

    model_config = STRICT
    limit: int = Field(default=5, ge=1, le=20, description="Matters to give.")


class PageAsked(BaseModel):
    """One page of a document."""

    model_config = STRICT
    document: str = Field(min_length=1, max_length=64, description="The document's id, as a citation has it.")
    page: int = Field(ge=1, le=1_000_000, description="Page of the file, from 1.")
    start: int = Field(default=0, ge=0, le=100_000_000, description="Characters of the page's text to pass over.")
