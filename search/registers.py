"""Registers: what meetings decided and asked to be done, over all documents, filtered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.model import Action, Decision
from search.model import StoredMeeting


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries of a register are asked for; an empty field asks for all.

    body and text are held anywhere in the name or the words, case aside; since and until are ISO dates, both included;
    verb is a decision's; person is held in a presenter's or an owner's name.
    """

    body: str = ""
    since: str = ""
    until: str = ""
    verb: str = ""
    person: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision or action with the meeting that it stands under, and the page of the file to check it on."""

    document: str
    file: str
    page: int
    body: str
    date: str
    presenters: tuple[str, ...]
    fact: Decision | Action


def decisions(meetings: Iterable[StoredMeeting], wanted: Wanted) -> list[Entry]:
    """The decisions wanted, newest meeting first."""
    found = [entry for meeting in meetings for entry in _entries(meeting, meeting.meeting.decisions)]
    return _newest(entry for entry in found if _fits(entry, wanted) and _decided(entry, wanted))


def actions(meetings: Iterable[StoredMeeting], wanted: Wanted) -> list[Entry]:
    """The actions wanted, newest meeting first."""
    found = [entry for meeting in meetings for entry in _entries(meeting, meeting.meeting.actions)]
    return _newest(entry for entry in found if _fits(entry, wanted) and _owned(entry, wanted))


def _entries(stored: StoredMeeting, facts: Sequence[Decision | Action]) -> list[Entry]:
    meeting = stored.meeting
    by_item = {(item.number, item.title): item.presenters for item in meeting.items}
    return [
        Entry(
            stored.document,
            stored.file,
            fact.spans[0].page,
            meeting.body,
            meeting.date,
            by_item.get((fact.item, fact.title), ()),
            fact,
        )
        for fact in facts
    ]


def _fits(entry: Entry, wanted: Wanted) -> bool:
    words = f"{entry.fact.title} {entry.fact.text}".casefold()
    return (
        wanted.body.casefold() in entry.body.casefold()
        and (not wanted.since or entry.date >= wanted.since)
        and (not wanted.until or "" < entry.date <= wanted.until)
        and wanted.text.casefold() in words
    )


def _decided(entry: Entry, wanted: Wanted) -> bool:
    fact = entry.fact
    return (not wanted.verb or (isinstance(fact, Decision) and fact.verb == wanted.verb)) and _held(
        wanted.person, entry.presenters
    )


def _owned(entry: Entry, wanted: Wanted) -> bool:
    return _held(wanted.person, entry.fact.owner if isinstance(entry.fact, Action) else ())


def _held(person: str, names: Sequence[str]) -> bool:
    return not person or any(person.casefold() in name.casefold() for name in names)


def _newest(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: entry.date, reverse=True)
