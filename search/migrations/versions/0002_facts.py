"""What papers state beside passages, the links between documents, and which reading made a document's facts."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from search.dialect import LISTED

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add columns and tables; documents that are there keep what was read from them, by reading 1."""
    _columns()
    _facts()
    _links()


def _columns() -> None:
    op.add_column("documents", sa.Column("reader", sa.Integer, nullable=False, server_default="1"))
    op.add_column("items", sa.Column("confidential", sa.Integer, nullable=False, server_default="0"))
    added = {
        "attendance": ("organisation",),
        "decisions": ("vote",),
        "actions": ("reference", "status"),
        "meetings": ("place", "quorum", "state", "received_body", "received_date"),
    }
    for table, names in added.items():
        for name in names:
            op.add_column(table, sa.Column(name, sa.Text, nullable=False, server_default=""))
    op.create_index("meetings_body", "meetings", ["body", "date"])


def _facts() -> None:
    _make(
        "declarations",
        _owner("meeting", "meetings.row"),
        *_text("item", "title", "person", "text", "done"),
        *_json("spans"),
    )
    _make(
        "sections",
        _owner("document", "documents.id"),
        *_text("kind", "title", "body", "date", "number"),
        *_number("first", "last"),
        *_json("span"),
    )
    _make(
        "papers",
        _owner("document", "documents.id"),
        *_text("number", "title", "body", "date"),
        *_json("lead", "authors"),
        *_text("purpose", "committees", "financial", "conflicts"),
        *_json("span"),
    )
    _make("recommendations", _owner("paper", "papers.row"), *_text("text"), *_json("spans"))
    _make(
        "log",
        _owner("document", "documents.id"),
        *_text("reference", "body", "date", "raised", "item", "title", "text"),
        *_json("owner"),
        *_text("printed", "due", "update", "status"),
        *_json("spans"),
    )
    _make(
        "interests",
        _owner("document", "documents.id"),
        *_text("body", "date", "person", "role", "organisation", "nature"),
        *_text("kind", "direct", "since", "until", "mitigation"),
        *_json("spans"),
    )
    _make("terms", _owner("document", "documents.id"), *_text("short", "long", "body"), *_json("span"))
    _index("declarations", "meeting")
    for table in ("sections", "papers", "log", "interests", "terms"):
        _index(table, "document")
    _index("recommendations", "paper")
    op.create_index("papers_body", "papers", ["body", "date"])
    _index("log", "body")


def _links() -> None:
    _make("aliases", *_text("alias", "spelling", "name"), *_number("printed"))
    _index("aliases", "alias", "spelling")
    op.create_table("seats", _one("attendance"), *_text("body", "key", "name"))
    _index("seats", "body", "key")
    op.create_table(
        "confirmations",
        _one("meeting", "meetings"),
        *_text("body"),
        _owner("decision", "decisions.row"),
        *_text("amendment"),
    )
    _index("confirmations", "body", "decision")
    _make(
        "threads",
        *_text("address", "body", "reference", "raised", "item", "title", "text"),
        *_json("owner"),
        *_text("due", "due_on", "stated", "last"),
        *_number("closed"),
        *_text("source"),
    )
    _index("threads", "body", "address")
    _make(
        "thread_entries",
        _owner("thread", "threads.row"),
        *_number("position"),
        _owner("action", "actions.row", optional=True),
        _owner("log", "log.row", optional=True),
    )
    _index("thread_entries", "thread", "action", "log")
    op.create_table(
        "resolutions",
        _one("recommendation", "recommendations"),
        *_text("body", "day"),
        _owner("decision", "decisions.row"),
    )
    _index("resolutions", "body", "decision")
    op.create_table("copies", _one("decision", "decisions"), *_text("body", "day"), _owner("of", "decisions.row"))
    _index("copies", "body", "of")
    _make(
        "follows",
        *_text("body"),
        _owner("decision", "decisions.row"),
        *_text("how"),
        _owner("meeting", "meetings.row"),
        _owner("earlier", "decisions.row", optional=True),
    )
    _index("follows", "body", "decision", "meeting", "earlier")


def _make(name: str, *columns: sa.Column[Any]) -> None:
    op.create_table(name, sa.Column("row", sa.Integer, primary_key=True), *columns)


def _index(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(f"{table}_{column}", table, [column])


def _text(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _number(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer, nullable=False) for name in names]


def _json(*names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, LISTED, nullable=False) for name in names]


def _owner(name: str, target: str, optional: bool = False) -> sa.Column[Any]:
    kind = sa.Integer if target.endswith(".row") else sa.Text
    return sa.Column(name, kind, sa.ForeignKey(target, ondelete="CASCADE"), nullable=optional)


def _one(name: str, table: str = "") -> sa.Column[int]:
    return sa.Column(name, sa.Integer, sa.ForeignKey(f"{table or name}.row", ondelete="CASCADE"), primary_key=True)
