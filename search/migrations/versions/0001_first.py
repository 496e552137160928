"""The first form of a library."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import op

from search.dialect import LISTED, served

revision = "0001"
down_revision = None
FUNCTIONS = Path(__file__).parents[1] / "postgresql.sql"


def upgrade() -> None:
    """Make every table."""
    _documents()
    _passages()
    _meetings()
    if served(op.get_bind()):
        op.get_bind().exec_driver_sql(FUNCTIONS.read_text(encoding="utf-8"))
        return
    op.execute(
        "CREATE VIEW shown AS SELECT row, text, headings, passages.title, presenters, place "
        "FROM passages JOIN documents ON documents.id = document WHERE status = 'current'"
    )
    op.execute(
        "CREATE VIRTUAL TABLE words USING fts5(text, headings, title, presenters, place, content='shown', "
        "content_rowid='row', tokenize='porter unicode61 remove_diacritics 2')"
    )


def _text(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _number(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer, nullable=False) for name in names]


def _json(*names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, LISTED, nullable=False) for name in names]


def _row() -> sa.Column[int]:
    return sa.Column("row", sa.Integer, primary_key=True)


def _owner(name: str, target: str) -> sa.Column[Any]:
    kind = sa.Integer if target.endswith(".row") else sa.Text
    return sa.Column(name, kind, sa.ForeignKey(target, ondelete="CASCADE"), nullable=False)


def _documents() -> None:
    op.create_table("meta", sa.Column("key", sa.Text, primary_key=True), *_text("value"))
    op.create_table(
        "documents",
        sa.Column("id", sa.Text, primary_key=True),
        *_text("name", "path", "title"),
        sa.Column("sha256", sa.Text, nullable=False, unique=True),
        *_text("media"),
        *_number("pages", "passages"),
        *_text("status", "replaced_by", "added"),
        *_json("warnings"),
    )
    op.create_index("documents_path", "documents", ["path"])
    op.create_table(
        "pages",
        _owner("document", "documents.id"),
        *_number("number"),
        *_text("label"),
        sa.Column("width", sa.Float, nullable=False),
        sa.Column("height", sa.Float, nullable=False),
        *_text("text"),
        sa.Column("words", sa.LargeBinary, nullable=False),
        sa.Column("ocr", sa.Float),
        sa.PrimaryKeyConstraint("document", "number"),
    )


def _passages() -> None:
    op.create_table(
        "passages",
        _row(),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        _owner("document", "documents.id"),
        *_number("position"),
        *_text("text", "kind", "body", "date", "item", "title"),
        *_json("presenters", "headings", "spans"),
        *_number("page", "page_end"),
        *_text("page_label"),
        sa.Column("line_start", sa.Integer),
        sa.Column("line_end", sa.Integer),
        *_text("place", "hash"),
        sqlite_autoincrement=True,
    )
    op.create_index("passages_document", "passages", ["document"])
    op.create_index("passages_hash", "passages", ["hash"])
    op.create_table(
        "vectors",
        *_text("hash", "model"),
        sa.Column("vector", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("hash", "model"),
    )


def _meetings() -> None:
    op.create_table(
        "meetings",
        _row(),
        _owner("document", "documents.id"),
        *_text("body", "date", "printed", "note", "kind", "part"),
        *_json("span"),
    )
    op.create_index("meetings_document", "meetings", ["document"])
    op.create_table(
        "items",
        _row(),
        _owner("meeting", "meetings.row"),
        *_text("number", "title"),
        *_json("presenters"),
        *_text("printed", "source"),
        *_json("span"),
    )
    op.create_index("items_meeting", "items", ["meeting"])
    op.create_table(
        "decisions",
        _row(),
        _owner("meeting", "meetings.row"),
        *_text("item", "title", "verb", "text", "lead", "condition"),
        *_json("spans"),
    )
    op.create_index("decisions_meeting", "decisions", ["meeting"])
    op.create_table(
        "actions",
        _row(),
        _owner("meeting", "meetings.row"),
        *_text("item", "title", "text"),
        *_json("owner"),
        *_text("due"),
        *_json("spans"),
    )
    op.create_index("actions_meeting", "actions", ["meeting"])
    op.create_table(
        "attendance",
        _row(),
        _owner("meeting", "meetings.row"),
        *_text("name", "initials", "role", "status"),
        *_json("span"),
    )
    op.create_index("attendance_meeting", "attendance", ["meeting"])
