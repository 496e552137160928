"""The tables of what papers state: meetings and what stands under them, papers, logs, interests, terms, sections."""

from __future__ import annotations

from sqlalchemy import Index, Table

from search.columns import json, metadata, number, owner, row, text

meetings = Table(
    "meetings",
    metadata,
    row(),
    owner("document", "documents.id"),
    *map(text, ("body", "date", "printed", "note", "kind", "part")),
    json("span"),
    *(text(name, "") for name in ("place", "quorum", "state", "received_body", "received_date")),
    Index("meetings_document", "document"),
    Index("meetings_body", "body", "date"),
)
items = Table(
    "items",
    metadata,
    row(),
    owner("meeting", "meetings.row"),
    *map(text, ("number", "title")),
    json("presenters"),
    *map(text, ("printed", "source")),
    json("span"),
    number("confidential", "0"),
    Index("items_meeting", "meeting"),
)
attendance = Table(
    "attendance",
    metadata,
    row(),
    owner("meeting", "meetings.row"),
    *map(text, ("name", "initials", "role", "status")),
    json("span"),
    text("organisation", ""),
    Index("attendance_meeting", "meeting"),
)
decisions = Table(
    "decisions",
    metadata,
    row(),
    owner("meeting", "meetings.row"),
    *map(text, ("item", "title", "verb", "text", "lead", "condition")),
    json("spans"),
    text("vote", ""),
    Index("decisions_meeting", "meeting"),
)
actions = Table(
    "actions",
    metadata,
    row(),
    owner("meeting", "meetings.row"),
    *map(text, ("item", "title", "text")),
    json("owner"),
    text("due"),
    json("spans"),
    *(text(name, "") for name in ("reference", "status")),
    Index("actions_meeting", "meeting"),
)
declarations = Table(
    "declarations",
    metadata,
    row(),
    owner("meeting", "meetings.row"),
    *map(text, ("item", "title", "person", "text", "done")),
    json("spans"),
    Index("declarations_meeting", "meeting"),
)
sections = Table(
    "sections",
    metadata,
    row(),
    owner("document", "documents.id"),
    *map(text, ("kind", "title", "body", "date", "number")),
    *map(number, ("first", "last")),
    json("span"),
    Index("sections_document", "document"),
)
papers = Table(
    "papers",
    metadata,
    row(),
    owner("document", "documents.id"),
    *map(text, ("number", "title", "body", "date")),
    *map(json, ("lead", "authors")),
    *map(text, ("purpose", "committees", "financial", "conflicts")),
    json("span"),
    Index("papers_document", "document"),
    Index("papers_body", "body", "date"),
)
recommendations = Table(
    "recommendations",
    metadata,
    row(),
    owner("paper", "papers.row"),
    text("text"),
    json("spans"),
    Index("recommendations_paper", "paper"),
)
log = Table(
    "log",
    metadata,
    row(),
    owner("document", "documents.id"),
    *map(text, ("reference", "body", "date", "raised", "item", "title", "text")),
    json("owner"),
    *map(text, ("printed", "due", "update", "status")),
    json("spans"),
    Index("log_document", "document"),
    Index("log_body", "body"),
)
interests = Table(
    "interests",
    metadata,
    row(),
    owner("document", "documents.id"),
    *map(text, ("body", "date", "person", "role", "organisation", "nature")),
    *map(text, ("kind", "direct", "since", "until", "mitigation")),
    json("spans"),
    Index("interests_document", "document"),
)
terms = Table(
    "terms",
    metadata,
    row(),
    owner("document", "documents.id"),
    *map(text, ("short", "long", "body")),
    json("span"),
    Index("terms_document", "document"),
)
