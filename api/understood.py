"""What was understood from a question, as scripts read it."""

from __future__ import annotations

from pydantic import BaseModel, Field

from api.examples import like
from api.shape import Fields
from search.understand.query import Constraint, Query

CONSTRAINT: Fields = {
    "kind": "period",
    "printed": "January",
    "value": "January 2025",
    "key": "period:January 2025",
    "strict": False,
    "source": True,
    "held": True,
    "first": "2025-01-01",
    "last": "2025-01-31",
}
UNDERSTOOD: Fields = {
    "text": "what did the January board decide on beds",
    "words": "what did the January board decide on beds",
    "intent": "decision",
    "parts": ["what did the January board decide on beds"],
    "constraints": [CONSTRAINT],
    "dropped": [],
}


class ConstraintReply(BaseModel):
    """One thing that was understood. first and last are ISO days, "" for an open end and for what is no period."""

    model_config = like(CONSTRAINT)
    kind: str = Field(description="period, body, person, item, reference, phrase, abbreviation or spelling.")
    printed: str = Field(description="The question's own words.")
    value: str = Field(description="What they were taken for.")
    key: str = Field(description="By what it is dropped: ?drop=")
    strict: bool = Field(description="Whether it filters; else it only weighs.")
    source: bool = Field(description="Whether that meeting, body, person or item is asked itself, not only mentioned.")
    held: bool = Field(description="Whether the library has anything of it.")
    first: str
    last: str


class UnderstoodReply(BaseModel):
    """A question as it was understood. words is what was searched: misspellings put right."""

    model_config = like(UNDERSTOOD)
    text: str
    words: str
    intent: str = Field(description="decision, person, action, number, plan, definition, list, history or passage.")
    parts: list[str] = Field(description="The questions that this one holds.")
    constraints: list[ConstraintReply]
    dropped: list[str] = Field(description="The keys that were taken back.")


def understood_fields(query: Query) -> Fields:
    """The fields of UnderstoodReply."""
    return {
        "text": query.text,
        "words": query.words,
        "intent": query.intent,
        "parts": list(query.parts),
        "constraints": [constraint_fields(one) for one in query.constraints],
        "dropped": list(query.dropped),
    }


def constraint_fields(one: Constraint) -> Fields:
    """The fields of ConstraintReply."""
    return {name: getattr(one, name) for name in CONSTRAINT}
