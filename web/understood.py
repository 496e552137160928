"""What was understood from a question, in plain words, and the addresses that take it back or put it back."""

from __future__ import annotations

from dataclasses import dataclass

from search.model import Constraint, ConstraintKind
from web.asking import Search
from web.wording import DROPPED

NAMES: dict[ConstraintKind, str] = {
    "period": "Date",
    "body": "Body",
    "person": "Person",
    "item": "Item",
    "reference": "Reference",
    "phrase": "Exact words",
    "abbreviation": "Abbreviation",
    "spelling": "Spelling",
}


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that was understood: what it is, what more there is to say of it, and where a click leads.

    said and note are plain words, note "" for none. address is the same search with it taken back, or with it put back
    where it has been; "" where no more can be taken back.
    """

    said: str
    note: str
    address: str


@dataclass(frozen=True, slots=True)
class Understood:
    """A search with what its question was taken to ask for.

    constraints are those in force; whole the constraints of the question with nothing taken back, from which those are
    named that the reader took back.
    """

    search: Search
    constraints: tuple[Constraint, ...]
    whole: tuple[Constraint, ...] = ()

    @property
    def points(self) -> tuple[Point, ...]:
        """What is in force, in the order of the question, each thing once."""
        once = {one.key: one for one in self.constraints}
        more = len(self.search.dropped) < DROPPED
        return tuple(
            Point(_said(one), _note(one), self.search.without(key) if more else "") for key, one in once.items()
        )

    @property
    def taken_back(self) -> tuple[Point, ...]:
        """What the reader took back, in that order. A key of no kind that there is stays out of sight."""
        named = {one.key: one for one in self.whole}
        return tuple(
            Point(said, "", self.search.restored(key))
            for key in dict.fromkeys(self.search.dropped)
            if (said := _said(named[key]) if key in named else _read(key))
        )

    @property
    def anything(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.points or self.taken_back)


def _said(one: Constraint) -> str:
    """A constraint in plain words: "Body: Audit Committee"."""
    if one.kind == "abbreviation":
        return f"{one.printed} read as {one.value}"
    if one.kind == "spelling":
        return f"Spelling: {one.printed} read as {one.value}"
    if one.kind == "phrase":
        return f"Exact words: “{one.value}”"
    name = "Meeting" if one.kind == "period" and one.source else NAMES[one.kind]
    return f"{name}: {one.value}"


def _note(one: Constraint) -> str:
    """The question's own words where they differ, whether it filters, and whether there is anything of it."""
    typed = one.printed.strip()
    named = one.kind not in ("abbreviation", "spelling", "phrase")
    parts = [f"from “{typed}”"] if named and typed.casefold() not in one.value.casefold() else []
    parts += ["nothing else is searched"] if one.strict and one.held else []
    parts += [] if one.held else ["nothing here is of it"]
    return "; ".join(parts)


def _read(key: str) -> str:
    """A key in plain words where the constraint itself is not known; "" for what is no key."""
    kind, _, value = key.partition(":")
    name = next((name for known, name in NAMES.items() if known == kind), "")
    return f"{name}: {value}" if name and value else ""
