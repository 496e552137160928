"""Interests in registers, and those declared in meetings."""

from __future__ import annotations

from collections.abc import Iterator

from api.bulk.held import Held
from api.bulk.model import PAGE, Field, Row, Table, key, to
from api.bulk.names import Names, counted, digest, said
from search.model import DeclarationEntry, InterestEntry


def _interests(held: Held, names: Names) -> Iterator[Row]:
    made = counted(f"interest-{digest(*_told(one))}" for one in held.interests)
    for known, entry in zip(made, held.interests, strict=True):
        interest = entry.interest
        yield {
            "id": known,
            "body_id": names.body(entry.citation.body),
            "person": interest.person,
            "person_id": names.named(interest.person),
            "role": interest.role,
            "organisation": interest.organisation,
            "nature": interest.nature,
            "kind": interest.kind,
            "direct": interest.direct,
            "since": interest.since,
            "until": interest.until,
            "mitigation": interest.mitigation,
            "first_listed": entry.listed[0],
            "last_listed": entry.listed[1],
            **names.place(entry.citation),
        }


def _told(entry: InterestEntry) -> tuple[str, ...]:
    """What tells one interest from another; a register that lists it again gives it no other id."""
    one = entry.interest
    words = (entry.citation.body, one.person, one.organisation, one.nature, one.since, one.until)
    return (*map(said, words), one.kind, one.direct)


def _declarations(held: Held, names: Names) -> Iterator[Row]:
    made = counted(f"declaration-{digest(*_spoken(one, names))}" for one in held.declarations)
    for known, entry in zip(made, held.declarations, strict=True):
        declared = entry.declaration
        yield {
            "id": known,
            "meeting_id": names.at(entry.citation, declared.text),
            "date": entry.citation.date,
            "item": declared.item,
            "title": declared.title,
            "person": declared.person,
            "person_id": names.named(declared.person),
            "text": declared.text,
            "done": declared.done,
            **names.place(entry.citation),
        }


def _spoken(entry: DeclarationEntry, names: Names) -> tuple[str, ...]:
    one = entry.declaration
    return (names.at(entry.citation, one.text) or "", one.item, said(one.person), said(one.text))


INTERESTS = Table(
    "interests",
    "Registered interests",
    "Rows of registers of interests, each as the newest register has it. They are personal data that bodies published.",
    (
        key("interest"),
        to("bodies", "body_id", "Whose register it is."),
        Field("person", "The person as printed.", needed=True),
        to("people", "person_id", "Who is meant, where that is clear."),
        Field("role", "The person's post as printed."),
        Field("organisation", "The organisation that the interest is in."),
        Field("nature", "What the interest is."),
        Field("kind", "financial, professional or personal, where the register says."),
        Field("direct", "direct or indirect, where the register says."),
        Field("since", "Since when, as printed."),
        Field("until", "Until when, as printed."),
        Field("mitigation", "What is done about it, as printed."),
        Field("first_listed", "Day of the first register that lists it.", "date"),
        Field("last_listed", "Day of the last.", "date"),
        *PAGE,
    ),
    _interests,
    ("person", "organisation"),
)
DECLARATIONS = Table(
    "declarations",
    "Interests declared in meetings",
    "What minutes say that somebody declared in a meeting, and what was done.",
    (
        key("declaration"),
        to("meetings", "meeting_id", "The meeting."),
        Field("date", "Day of the meeting.", "date"),
        Field("item", "The item's number as printed."),
        Field("title", "The item's title."),
        Field("person", "The person."),
        to("people", "person_id", "Who is meant, where that is clear."),
        Field("text", "The sentences that tell of it.", needed=True),
        Field("done", "left, abstained or stayed, where the minutes say."),
        *PAGE,
    ),
    _declarations,
    ("date", "meeting_id"),
)
