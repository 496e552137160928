"""Uploads, jobs, corrections, votes and questions without an answer."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "uploads",
        sa.Column("id", sa.Text, primary_key=True),
        _text("name"),
        sa.Column("sha256", sa.Text, nullable=False, unique=True),
        _text("media"),
        _number("size"),
        *map(_text, ("who", "added", "state", "collection", "reason", "review")),
    )
    op.create_table(
        "jobs",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("upload", sa.Text, sa.ForeignKey("uploads.id", ondelete="CASCADE"), nullable=False),
        *map(_text, ("kind", "collection", "state")),
        *map(_number, ("beside", "attempts")),
        _text("stage"),
        *map(_number, ("pages", "passages", "done")),
        *map(_text, ("reason", "who", "made", "begun", "ended")),
        sqlite_autoincrement=True,
    )
    op.create_index("jobs_state", "jobs", ["state"])
    op.create_index("jobs_upload", "jobs", ["upload"])
    op.create_table(
        "corrections",
        sa.Column("id", sa.Integer, primary_key=True),
        *map(_text, ("sha256", "field", "printed", "corrected", "body", "date", "item", "title", "who", "when")),
        *map(_text, ("ended", "ended_by")),
        sqlite_autoincrement=True,
    )
    op.create_index("corrections_sha256", "corrections", ["sha256"])
    op.create_table(
        "votes",
        *map(_text, ("day", "kind", "about")),
        *map(_number, ("useful", "count")),
        sa.PrimaryKeyConstraint("day", "kind", "about", "useful"),
    )
    op.create_table(
        "unanswered",
        *map(_text, ("day", "question", "reason")),
        _number("count"),
        sa.PrimaryKeyConstraint("day", "question", "reason"),
    )
