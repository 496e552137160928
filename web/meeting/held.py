"""All that the libraries hold of one body's meetings on one day, whatever document it stands in."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from search.model import (
    ActionEntry,
    DecisionEntry,
    DeclarationEntry,
    MeetingEntry,
    Mention,
    PaperEntry,
    Slice,
    Wanted,
)
from web.address import slug
from web.registers import Registers

Mark = tuple[str, str, Hashable]  # a kind of fact, a document, and what tells the fact from others there
MOST = Slice(0, 1_000)  # entries of one kind on the page of a meeting


@dataclass(frozen=True, slots=True)
class Held:
    """What is held of the meetings of one body ("" where it is not named) on an ISO day, "" for those without one."""

    body: str
    date: str
    meetings: tuple[MeetingEntry, ...]
    decisions: tuple[DecisionEntry, ...] = ()
    actions: tuple[ActionEntry, ...] = ()
    papers: tuple[PaperEntry, ...] = ()
    declarations: tuple[DeclarationEntry, ...] = ()


def held(registers: Registers, name: str, date: str) -> tuple[Held, ...]:
    """What is held of the meetings on one day of the bodies whose name has this slug; () where there is none.

    More than one body is given only where their names differ in marks and capitals alone.
    """
    lines = registers.meeting_lines(Wanted(on=date), Slice()).entries
    bodies = dict.fromkeys(line.citation.body for line in lines if slug(line.citation.body) == name)
    return tuple(_of(registers, body, date) for body in bodies)


def _of(registers: Registers, body: str, date: str) -> Held:
    # the registers take a part of a name for the whole, so that other bodies may be among what they give
    wanted = Wanted(body=body, on=date)
    return Held(
        body,
        date,
        tuple(one for one in registers.meetings(wanted, MOST).entries if one.body == body),
        tuple(one for one in registers.decisions(wanted, MOST).entries if one.citation.body == body),
        tuple(one for one in registers.actions(wanted, MOST).entries if one.body == body),
        tuple(one for one in registers.papers(wanted, MOST).entries if one.citation.body == body),
        tuple(one for one in registers.declarations(wanted, MOST).entries if one.citation.body == body),
    )


def sittings(held: Held) -> tuple[Held, ...]:
    """The same, one for each sitting: the parts of a day apart, and of meetings without a date each document apart.

    What no document prints under one of the sittings, such as what only an action log tells of, goes with the first.
    """
    groups: dict[tuple[str, str], list[MeetingEntry]] = {}
    for one in sorted(held.meetings, key=lambda one: one.stored.meeting.part):
        meeting = one.stored.meeting
        groups.setdefault((meeting.part, "" if held.date else one.stored.document), []).append(one)
    printed = [_printed(group) for group in groups.values()]

    def of(number: int, marks: Iterable[Mark]) -> bool:
        asked = set(marks)
        return next((at for at, there in enumerate(printed) if asked & there), 0) == number

    return tuple(
        Held(
            held.body,
            held.date,
            tuple(group),
            tuple(one for one in held.decisions if of(number, [("", one.citation.document, one.decision)])),
            tuple(one for one in held.actions if of(number, (_asked(mention) for mention in one.history))),
            tuple(one for one in held.papers if of(number, [("paper", one.citation.document, one.paper.number)])),
            tuple(one for one in held.declarations if of(number, [("", one.citation.document, one.declaration)])),
        )
        for number, group in enumerate(groups.values())
    )


def _printed(group: Iterable[MeetingEntry]) -> set[Mark]:
    """What the records of one sitting print, each by its document."""
    found: set[Mark] = set()
    for one in group:
        document, meeting = one.stored.document, one.stored.meeting
        found |= {("", document, fact) for fact in (*meeting.decisions, *meeting.declarations)}
        found |= {("action", document, action.text) for action in meeting.actions}
        if meeting.kind == "agenda":
            found |= {("paper", document, item.number) for item in meeting.items}
    return found


def _asked(mention: Mention) -> Mark:
    return "action", mention.citation.document, mention.text
