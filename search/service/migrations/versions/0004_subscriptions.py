"""Those who are told of what is new by e-mail, and what they were told."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _of(name: str, target: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, sa.ForeignKey(target, ondelete="CASCADE"), nullable=False)


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "subscriptions",
        sa.Column("id", sa.Integer, primary_key=True),
        *map(_text, ("address", "topic", "often", "made", "token", "tried", "mailed")),
        _number("tries"),
        *map(_text, ("since", "last")),
        sqlite_autoincrement=True,
    )
    op.create_index("subscriptions_address", "subscriptions", ["address"])
    op.create_index("subscriptions_token", "subscriptions", ["token"])
    op.create_table("noted", *map(_text, ("topic", "key", "at")), sa.PrimaryKeyConstraint("topic", "key"))
    op.create_table(
        "mailings",
        sa.Column("id", sa.Integer, primary_key=True),
        _of("subscription", "subscriptions.id"),
        *map(_text, ("message", "made")),
        _number("tries"),
        _text("sent"),
        sqlite_autoincrement=True,
    )
    op.create_index("mailings_subscription", "mailings", ["subscription"])
    op.create_table(
        "mailed",
        _of("subscription", "subscriptions.id"),
        _text("key"),
        _of("mailing", "mailings.id"),
        sa.PrimaryKeyConstraint("subscription", "key"),
    )
    op.create_index("mailed_mailing", "mailed", ["mailing"])
    op.create_table("asked_for", *map(_text, ("day", "who")), _number("count"), sa.PrimaryKeyConstraint("day", "who"))
