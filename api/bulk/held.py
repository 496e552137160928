"""All that the tables are made of, from one state of one library."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from api.errors import Busy
from search import rows
from search.model import (
    ActionEntry,
    DecisionEntry,
    DeclarationEntry,
    InterestEntry,
    MeetingEntry,
    PaperEntry,
    PersonEntry,
    StoredDocument,
    Wanted,
)
from search.registers.actions import actions
from search.registers.attendance import Sat, attendance
from search.registers.bodies import bodies
from search.registers.decisions import decisions
from search.registers.interests import declarations, interests
from search.registers.meetings import meetings
from search.registers.papers import papers
from search.registers.people import people

TRIES = 3


@dataclass(frozen=True, slots=True)
class Held:
    """The current documents and the registers over them. bodies are printed names by the name that a body goes by."""

    documents: tuple[StoredDocument, ...] = ()
    bodies: Mapping[str, tuple[str, ...]] | None = None
    people: tuple[PersonEntry, ...] = ()
    meetings: tuple[MeetingEntry, ...] = ()
    attendance: tuple[Sat, ...] = ()
    decisions: tuple[DecisionEntry, ...] = ()
    actions: tuple[ActionEntry, ...] = ()
    papers: tuple[PaperEntry, ...] = ()
    interests: tuple[InterestEntry, ...] = ()
    declarations: tuple[DeclarationEntry, ...] = ()


def settled(state: Callable[[], str], gathered: Callable[[], Held]) -> tuple[str, Held]:
    """What gathered gives, with the name of the state that it is of. Raises Busy while the library keeps changing."""
    for _ in range(TRIES):
        before, found = state(), gathered()
        if state() == before:
            return before, found
    raise Busy("the library is changing; try again in a minute")


def held(connection: Connection) -> Held:
    """Everything that one transaction sees."""
    every = Wanted()
    return Held(
        tuple(one for one in rows.documents(connection) if one.status == "current"),
        bodies(connection),
        people(connection, every).entries,
        meetings(connection, every).entries,
        attendance(connection),
        decisions(connection, every).entries,
        actions(connection, every).entries,
        papers(connection, every).entries,
        interests(connection, every).entries,
        declarations(connection, every).entries,
    )
