"""Drafts of papers with the baskets of what their writers chose for them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "drafts",
        sa.Column("id", sa.Text, primary_key=True),
        *map(_text, ("owner", "name", "who", "made", "used", "proposal")),
    )
    op.create_index("drafts_owner", "drafts", ["owner"])
    op.create_index("drafts_used", "drafts", ["used"])
    op.create_table(
        "chosen",
        sa.Column("draft", sa.Text, sa.ForeignKey("drafts.id", ondelete="CASCADE"), nullable=False),
        _text("matter"),
        sa.Column("place", sa.Integer, nullable=False),
        _text("note"),
        sa.PrimaryKeyConstraint("draft", "matter"),
    )
