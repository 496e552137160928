"""A question as it was understood: every constraint with the words it was read from, so that each can be dropped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Intent = Literal["decision", "person", "action", "number", "plan", "definition", "list", "history", "passage"]
ConstraintKind = Literal["period", "body", "person", "item", "reference", "phrase", "abbreviation", "spelling"]


@dataclass(frozen=True, slots=True)
class Constraint:
    """One thing that was understood from the question.

    printed is the question's own words, value what they were taken for: a body's or person's name as the library has
    it, an item's number, an expansion, a corrected word, the words that must match exactly. A period has first and
    last, ISO dates ("" where it is open), and value says it in words. strict constraints filter, the others only weigh.
    source says that the question asks of that meeting, body, person, item or paper itself ("at the January board"), and
    does not only mention it. held is False where the library has nothing in that period, of that body, item or
    reference: the question cannot be answered from there, and filtering by it would leave nothing.
    """

    kind: ConstraintKind
    printed: str
    value: str
    strict: bool = False
    first: str = ""
    last: str = ""
    source: bool = False
    held: bool = True

    @property
    def key(self) -> str:
        """By what a reader drops it: "body:Audit Committee"."""
        return f"{self.kind}:{self.value}"


@dataclass(frozen=True, slots=True)
class Query:
    """A question understood. text is the question cleaned; words is what is searched: misspellings put right.

    constraints are those in force; dropped the keys of those that the reader took back. parts are the questions that
    one question holds ("who presented it and what was decided"), one for a plain question. strange are words that no
    paper holds, that are no plain English, and that no word of the papers is near: names of what is not here.
    """

    text: str
    words: str
    intent: Intent
    constraints: tuple[Constraint, ...] = ()
    dropped: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    strange: tuple[str, ...] = ()

    def of(self, kind: ConstraintKind) -> tuple[Constraint, ...]:
        """The constraints of one kind, in the order of the question."""
        return tuple(one for one in self.constraints if one.kind == kind)

    @property
    def expansions(self) -> tuple[str, ...]:
        """Other words for what is asked: abbreviations written out, and long forms abbreviated."""
        return tuple(one.value for one in self.of("abbreviation"))
