"""The tables of a library. The database is the truth; everything beside it can be made again from it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)
from sqlalchemy.types import JSON

metadata = MetaData()


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _json(name: str) -> Column[object]:
    return Column(name, JSON, nullable=False)


def _owner(name: str, target: str) -> Column[Any]:
    """A reference that goes when its owner goes."""
    kind = Integer if target.endswith(".row") else Text
    return Column(name, kind, ForeignKey(target, ondelete="CASCADE"), nullable=False)


# generation (counts changes), model and dimensions (of the vectors), library (a random name, made once)
meta = Table("meta", metadata, Column("key", Text, primary_key=True), _text("value"))

documents = Table(
    "documents",
    metadata,
    Column("id", Text, primary_key=True),
    _text("name"),
    _text("path"),
    _text("title"),
    Column("sha256", Text, nullable=False, unique=True),
    _text("media"),
    _number("pages"),
    _number("passages"),
    _text("status"),
    _text("replaced_by"),
    _text("added"),
    _json("warnings"),
    Index("documents_path", "path"),
)

# words is the packed form of search.packing: where each word stands in text and on the page
pages = Table(
    "pages",
    metadata,
    _owner("document", "documents.id"),
    _number("number"),
    _text("label"),
    Column("width", Float, nullable=False),
    Column("height", Float, nullable=False),
    _text("text"),
    Column("words", LargeBinary, nullable=False),
    Column("ocr", Float),
    PrimaryKeyConstraint("document", "number"),
)

# row is never used twice, so that no index can take a new passage for an old one
passages = Table(
    "passages",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    _owner("document", "documents.id"),
    _number("position"),
    _text("text"),
    _text("kind"),
    _text("body"),
    _text("date"),
    _text("item"),
    _text("title"),
    _json("presenters"),
    _json("headings"),
    _json("spans"),
    _number("page"),
    _number("page_end"),
    _text("page_label"),
    Column("line_start", Integer),
    Column("line_end", Integer),
    _text("place"),
    _text("hash"),
    Index("passages_document", "document"),
    Index("passages_hash", "hash"),
    sqlite_autoincrement=True,
)

# keyed by what was embedded and by which model: an unchanged passage is never embedded twice
vectors = Table(
    "vectors",
    metadata,
    _text("hash"),
    _text("model"),
    Column("vector", LargeBinary, nullable=False),
    PrimaryKeyConstraint("hash", "model"),
)

meetings = Table(
    "meetings",
    metadata,
    Column("row", Integer, primary_key=True),
    _owner("document", "documents.id"),
    _text("body"),
    _text("date"),
    _text("printed"),
    _text("note"),
    _text("kind"),
    _text("part"),
    _json("span"),
    Index("meetings_document", "document"),
)

items = Table(
    "items",
    metadata,
    Column("row", Integer, primary_key=True),
    _owner("meeting", "meetings.row"),
    _text("number"),
    _text("title"),
    _json("presenters"),
    _text("printed"),
    _text("source"),
    _json("span"),
    Index("items_meeting", "meeting"),
)

attendance = Table(
    "attendance",
    metadata,
    Column("row", Integer, primary_key=True),
    _owner("meeting", "meetings.row"),
    _text("name"),
    _text("initials"),
    _text("role"),
    _text("status"),
    _json("span"),
    Index("attendance_meeting", "meeting"),
)

decisions = Table(
    "decisions",
    metadata,
    Column("row", Integer, primary_key=True),
    _owner("meeting", "meetings.row"),
    _text("item"),
    _text("title"),
    _text("verb"),
    _text("text"),
    _text("lead"),
    _text("condition"),
    _json("spans"),
    Index("decisions_meeting", "meeting"),
)

actions = Table(
    "actions",
    metadata,
    Column("row", Integer, primary_key=True),
    _owner("meeting", "meetings.row"),
    _text("item"),
    _text("title"),
    _text("text"),
    _json("owner"),
    _text("due"),
    _json("spans"),
    Index("actions_meeting", "meeting"),
)

# Full text of the passages of current documents (the view shown). The text itself stays in passages.
WORDS = ("text", "headings", "title", "presenters", "place")
SHOW_WORDS = (
    f"INSERT INTO words (rowid, {', '.join(WORDS)}) SELECT row, {', '.join(WORDS)} FROM passages WHERE document = ?"
)
HIDE_WORDS = (
    f"INSERT INTO words (words, rowid, {', '.join(WORDS)}) "
    f"SELECT 'delete', row, {', '.join(WORDS)} FROM passages WHERE document = ?"
)
