"""The registers by name: how each is looked up, in what order its entries stand, and what fields they have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from sqlalchemy import Connection

from api import register_shape as shape
from search.engine import fold
from search.registers.actions import actions
from search.registers.decisions import decisions
from search.registers.entries import Listing, Slice, Wanted
from search.registers.glossary import glossary
from search.registers.interests import declarations, interests
from search.registers.meetings import meeting_lines, meetings
from search.registers.papers import papers
from search.registers.people import people
from search.registers.timeline import timeline

Register = Literal[
    "meetings",
    "meeting lines",
    "decisions",
    "actions",
    "interests",
    "declarations",
    "papers",
    "people",
    "glossary",
    "timeline",
]
Look = Callable[[Connection, Wanted, Slice], Listing[Any]]


@dataclass(frozen=True, slots=True)
class Order:
    """One register. key is what its entries are ordered by, for lists of several libraries to be merged.

    others are the keys of its other orders by their names in Wanted.sort, lowest first.
    """

    look: Look
    key: Callable[[Any], Any]
    newest_first: bool
    fields: Callable[[Any], shape.Fields]
    others: Mapping[str, Callable[[Any], Any]] = field(default_factory=dict)

    def arranged(self, entries: Iterable[Any], sort: str) -> list[Any]:
        """The entries of several libraries, each list of which is in this order, as one list."""
        if sort in self.others:
            return sorted(entries, key=self.others[sort])
        return sorted(entries, key=self.key, reverse=self.newest_first)


_DECIDED: dict[str, Callable[[Any], Any]] = {
    "oldest": lambda one: (not one.citation.date, one.citation.date),
    "body": lambda one: fold(one.citation.body),
}
_ASKED: dict[str, Callable[[Any], Any]] = {
    "due": lambda one: (not one.due_on, one.due_on),
    "owner": lambda one: (not one.owner, fold("".join(one.owner[:1]))),
}


ORDERS: dict[Register, Order] = {
    "meetings": Order(meetings, lambda one: one.stored.meeting.date, False, shape.entry_fields),
    "meeting lines": Order(meeting_lines, lambda one: one.citation.date, False, shape.line_fields),
    "decisions": Order(decisions, lambda one: one.citation.date, True, shape.decision_fields, _DECIDED),
    "actions": Order(actions, lambda one: one.raised, True, shape.action_fields, _ASKED),
    "interests": Order(interests, lambda one: fold(one.interest.person), False, shape.interest_fields),
    "declarations": Order(declarations, lambda one: one.citation.date, True, shape.declaration_fields),
    "papers": Order(papers, lambda one: one.citation.date, True, shape.paper_fields),
    "people": Order(people, lambda one: fold(one.name).split()[-1:], False, shape.person_fields),
    "glossary": Order(glossary, lambda one: fold(one.short), False, shape.term_fields),
    "timeline": Order(timeline, lambda one: one.date, False, shape.event_fields),
}

_SHEET = ("file", "document", "page", "page_label")
_UNDER = ("date", "committee", "item", "title", "presenter")
# the columns of each register as comma-separated values
COLUMNS: dict[str, tuple[str, ...]] = {
    "meetings": (
        "date",
        "committee",
        "kind",
        "part",
        "items",
        *_SHEET[::2],
        "page_label",
        *("decisions", "actions", "state", "document", "place", "quorum", "date_printed", "date_note"),
    ),
    "decisions": (
        *(*_UNDER, "verb", "quote", "lead", "condition", "vote", "state", "confirmed_by", "amendment"),
        *("recommendations", "follows", "followed_by", "also", *_SHEET),
    ),
    "actions": (
        *("id", *_UNDER, "reference", "quote", "owner", "due", "due_date", "status", "status_printed", "last"),
        *("source", *_SHEET),
    ),
    "interests": (
        *("committee", "person", "role", "organisation", "nature", "kind", "direct", "since", "until"),
        *("mitigation", "first_listed", "last_listed", *_SHEET),
    ),
    "declarations": (*_UNDER, "person", "quote", "done", *_SHEET),
    "papers": (
        *("date", "committee", "item", "title", "executive_lead", "authors", "purpose", "committees", "financial"),
        *("conflicts", "recommendations", *_SHEET),
    ),
    "people": ("name", "printed", "initials", "roles"),
    "glossary": ("short", "long", "committee", "defined_in"),
    "timeline": (*_UNDER, "kind", "detail", "quote", *_SHEET),
}
