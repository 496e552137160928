"""The tables of what several documents say together. Every row is derived, and names the body that it belongs to."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, Table

from search.columns import json, metadata, number, owner, row, text


def _one(name: str, target: str) -> Column[int]:
    return Column(name, Integer, ForeignKey(target, ondelete="CASCADE"), primary_key=True)


# alias is folded; name is the body's one name; printed is 1 for a name that facts carry, as stored in spelling
aliases = Table(
    "aliases",
    metadata,
    row(),
    *map(text, ("alias", "spelling", "name")),
    number("printed"),
    Index("aliases_alias", "alias"),
    Index("aliases_spelling", "spelling"),
)
# key is the person's, the same over bodies for a full name
seats = Table(
    "seats",
    metadata,
    _one("attendance", "attendance.row"),
    *map(text, ("body", "key", "name")),
    Index("seats_body", "body"),
    Index("seats_key", "key"),
)
# the meeting whose minutes a later decision approved; amendment is "" where they were approved as they stood
confirmations = Table(
    "confirmations",
    metadata,
    _one("meeting", "meetings.row"),
    text("body"),
    owner("decision", "decisions.row"),
    text("amendment"),
    Index("confirmations_body", "body"),
    Index("confirmations_decision", "decision"),
)
threads = Table(
    "threads",
    metadata,
    row(),
    *map(text, ("address", "body", "reference", "raised", "item", "title", "text")),
    json("owner"),
    *map(text, ("due", "due_on", "stated", "last")),
    number("closed"),
    text("source"),
    Index("threads_body", "body"),
    Index("threads_address", "address"),
)
# one place where an action is printed: a line of minutes or a row of a log
thread_entries = Table(
    "thread_entries",
    metadata,
    row(),
    owner("thread", "threads.row"),
    number("position"),
    owner("action", "actions.row", optional=True),
    owner("log", "log.row", optional=True),
    Index("thread_entries_thread", "thread"),
    Index("thread_entries_action", "action"),
    Index("thread_entries_log", "log"),
)
resolutions = Table(
    "resolutions",
    metadata,
    _one("recommendation", "recommendations.row"),
    *map(text, ("body", "day")),
    owner("decision", "decisions.row"),
    Index("resolutions_body", "body"),
    Index("resolutions_decision", "decision"),
)
# a decision that another document prints too: the one that stands for all of them
copies = Table(
    "copies",
    metadata,
    _one("decision", "decisions.row"),
    *map(text, ("body", "day")),
    owner("of", "decisions.row"),
    Index("copies_body", "body"),
    Index("copies_of", "of"),
)
# how is the text's own word: supersedes, replaces, rescinds, revises ..., or names where it only names the meeting
follows = Table(
    "follows",
    metadata,
    row(),
    text("body"),
    owner("decision", "decisions.row"),
    text("how"),
    owner("meeting", "meetings.row"),
    owner("earlier", "decisions.row", optional=True),
    Index("follows_body", "body"),
    Index("follows_decision", "decision"),
    Index("follows_meeting", "meeting"),
    Index("follows_earlier", "earlier"),
)
