"""Actions, who is to do them, and every place that prints them."""

from __future__ import annotations

from collections.abc import Iterator

from api.bulk.held import Held
from api.bulk.model import PAGE, Field, Row, Table, key, to
from api.bulk.names import Names, digest
from search.model import ActionEntry


def _meeting(entry: ActionEntry, names: Names) -> str | None:
    """The meeting that asked: that of the minutes that print it, else the one that it is said to be of."""
    for one in entry.history:
        if one.source == "minutes" and one.citation.date == entry.raised:
            return names.at(one.citation, one.text)
    return names.held_on(entry.body, entry.raised)


def _actions(held: Held, names: Names) -> Iterator[Row]:
    for entry in held.actions:
        yield {
            "id": entry.address,
            "body_id": names.body(entry.body),
            "meeting_id": _meeting(entry, names),
            "raised": entry.raised,
            "item": entry.item,
            "title": entry.title,
            "text": entry.text,
            "reference": entry.reference,
            "due": entry.due,
            "due_date": entry.due_on,
            "status": "closed" if entry.status == "closed" else "open",
            "status_printed": entry.stated,
            "last": entry.last,
            **names.place(entry.citation),
        }


def _owners(held: Held, names: Names) -> Iterator[Row]:
    for entry in held.actions:
        for nth, name in enumerate(entry.owner, start=1):
            yield {
                "id": f"owner-{digest(entry.address, str(nth))}",
                "action_id": entry.address,
                "position": nth,
                "name": name,
                "person_id": names.named(name),
            }


def _mentions(held: Held, names: Names) -> Iterator[Row]:
    for entry in held.actions:
        for nth, one in enumerate(entry.history, start=1):
            yield {
                "id": f"mention-{digest(entry.address, str(nth))}",
                "action_id": entry.address,
                "position": nth,
                "source": one.source,
                "date": one.seen,
                "text": one.text,
                "due": one.due,
                "update": one.update,
                "status": one.status,
                **names.place(one.citation),
            }


ACTIONS = Table(
    "actions",
    "Actions",
    "What people were asked to do, one row for each action as it stands now.",
    (
        key("action"),
        to("bodies", "body_id", "The body that asked."),
        to("meetings", "meeting_id", "The meeting that asked, where its papers are held."),
        Field("raised", "Day of that meeting.", "date"),
        Field("item", "The item's number as printed."),
        Field("title", "The item's title."),
        Field("text", "What is to be done, as first printed.", needed=True),
        Field("reference", "The action's reference as printed."),
        Field("due", "When it is due, as printed."),
        Field("due_date", "The day that this means.", "date"),
        Field("status", "open or closed. What is open is overdue from the day after due_date.", needed=True),
        Field("status_printed", "The status as last printed."),
        Field("last", "Day of the last minutes or log that has it.", "date"),
        *PAGE,
    ),
    _actions,
    ("raised", "body_id"),
)
OWNERS = Table(
    "action_owners",
    "Owners of actions",
    "Who is to do an action, one row for each person or role.",
    (
        key("row"),
        to("actions", "action_id", "The action.", needed=True),
        Field("position", "Place among the owners, counted from 1.", "integer", needed=True),
        Field("name", "The name, written out where an attendance list has it.", needed=True),
        to("people", "person_id", "Who is meant, where that is clear."),
    ),
    _owners,
    ("action_id", "position"),
)
MENTIONS = Table(
    "action_history",
    "History of actions",
    "Every place that prints an action, in order of day: minutes, and the logs that follow it.",
    (
        key("mention"),
        to("actions", "action_id", "The action.", needed=True),
        Field("position", "Place in the history, counted from 1.", "integer", needed=True),
        Field("source", "minutes or action log.", needed=True),
        Field("date", "Day of the minutes or of the log.", "date"),
        Field("text", "What is printed there."),
        Field("due", "When it is due, as printed there."),
        Field("update", "What the log says has become of it."),
        Field("status", "The status as printed there."),
        *PAGE,
    ),
    _mentions,
    ("action_id", "position"),
)
