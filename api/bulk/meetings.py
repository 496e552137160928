"""Meetings with their agendas, minutes, items and presenters."""

from __future__ import annotations

from collections.abc import Iterator

from api.bulk.held import Held
from api.bulk.model import PAGE, Field, Row, Table, key, to
from api.bulk.names import Names, digest
from search.model import Citation, MeetingEntry

STATES = ("", "draft", "confirmed")  # of minutes, the last being what a meeting is in when any of its minutes are


def _place(entry: MeetingEntry) -> Citation:
    stored = entry.stored
    place = (stored.document, stored.file, stored.page, stored.page, entry.page_label)
    return Citation(*place, stored.meeting.date, entry.body, "", "", ())


def _meetings(held: Held, names: Names) -> Iterator[Row]:
    """One row for each sitting, whichever documents it is in."""
    found: dict[str, list[MeetingEntry]] = {}
    for entry in held.meetings:
        found.setdefault(names.meeting(names.record(entry)), []).append(entry)
    for meeting, entries in found.items():
        one = entries[0]
        yield {
            "id": meeting,
            "body_id": names.body(one.body),
            "body": one.body,
            "date": one.stored.meeting.date,
            "part": one.stored.meeting.part,
            "state": max((each.state for each in entries), key=STATES.index),
            "records": len(entries),
        }


def _records(held: Held, names: Names) -> Iterator[Row]:
    for entry in held.meetings:
        record, meeting = names.record(entry), entry.stored.meeting
        yield {
            "id": record,
            "meeting_id": names.meeting(record),
            "kind": meeting.kind,
            "body_printed": meeting.body,
            "date_printed": meeting.printed,
            "date_note": meeting.note,
            "place": meeting.place,
            "quorum": meeting.quorum,
            "state": entry.state,
            "confirmed_by_id": names.at(entry.confirmed_by) if entry.confirmed_by else None,
            "amendment": entry.amendment,
            **names.place(_place(entry)),
        }


def _items(held: Held, names: Names) -> Iterator[Row]:
    for entry in held.meetings:
        record = names.record(entry)
        for nth, (known, item) in enumerate(zip(names.items(entry), entry.stored.meeting.items, strict=True), start=1):
            yield {
                "id": known,
                "record_id": record,
                "meeting_id": names.meeting(record),
                "position": nth,
                "number": item.number,
                "title": item.title,
                "confidential": item.confidential,
                "document_id": entry.stored.document,
                "page": item.span.page,
                "link": names.link(f"/documents/{entry.stored.document}/pages/{item.span.page}"),
            }


def _presenters(held: Held, names: Names) -> Iterator[Row]:
    for entry in held.meetings:
        for known, item in zip(names.items(entry), entry.stored.meeting.items, strict=True):
            for nth, name in enumerate(item.presenters, start=1):
                yield {
                    "id": f"presenter-{digest(known, str(nth))}",
                    "item_id": known,
                    "position": nth,
                    "name": name,
                    "person_id": names.named(name),
                }


MEETINGS = Table(
    "meetings",
    "Meetings",
    "Sittings that an agenda announces or minutes record (Popolo: events). One body, day and part is one row.",
    (
        key("meeting"),
        to("bodies", "body_id", "Whose meeting it was."),
        Field("body", "The name of that body."),
        Field("date", "The day, empty where none could be read.", "date"),
        Field("part", "The part of the meeting, such as I, where the papers name one."),
        Field("state", "confirmed where its minutes were, draft where they were not, empty where there are none."),
        Field("records", "How many agendas and minutes of it are held.", "integer", needed=True),
    ),
    _meetings,
    ("date", "body", "part"),
)
RECORDS = Table(
    "records",
    "Agendas and minutes",
    "Each agenda and each set of minutes, as one document holds it.",
    (
        key("agenda or minutes"),
        to("meetings", "meeting_id", "The meeting that it is of.", needed=True),
        Field("kind", "agenda or minutes.", needed=True),
        Field("body_printed", "The body as printed there."),
        Field("date_printed", "The day as printed there."),
        Field("date_note", "Why another day was read, where one was."),
        Field("place", "Where the meeting was held, as printed."),
        Field("quorum", "What is said of the quorum, as printed."),
        Field("state", "Of minutes: draft, or confirmed where a later meeting or their own title says so."),
        to("meetings", "confirmed_by_id", "The later meeting that approved these minutes."),
        Field("amendment", "What was to be changed in them."),
        *PAGE,
    ),
    _records,
    ("meeting_id", "kind"),
)
ITEMS = Table(
    "items",
    "Items",
    "The items of each agenda and of each set of minutes.",
    (
        key("item"),
        to("records", "record_id", "The agenda or minutes.", needed=True),
        to("meetings", "meeting_id", "The meeting.", needed=True),
        Field("position", "Place among the items, counted from 1.", "integer", needed=True),
        Field("number", "The number as printed."),
        Field("title", "The title as printed."),
        Field("confidential", "Whether it was minuted elsewhere, in confidence.", "boolean", needed=True),
        *(field for field in PAGE if field.name != "page_label"),
    ),
    _items,
    ("meeting_id", "record_id", "position"),
)
PRESENTERS = Table(
    "presenters",
    "Presenters",
    "Who presented an item, one row for each person.",
    (
        key("row"),
        to("items", "item_id", "The item.", needed=True),
        Field("position", "Place among the presenters, counted from 1.", "integer", needed=True),
        Field("name", "The name, written out where an attendance list has it.", needed=True),
        to("people", "person_id", "Who is meant, where that is clear."),
    ),
    _presenters,
    ("item_id", "position"),
)
