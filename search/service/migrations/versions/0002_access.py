"""People who are signed in, keys of programs, who is shut out of what, and the audit log."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

KEPT = "the audit log is only ever added to"


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def upgrade() -> None:
    """Make the tables, and the triggers that keep the log as it is."""
    op.create_table(
        "sessions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("token", sa.Text, nullable=False, unique=True),
        *map(_text, ("subject", "name", "role", "began", "seen", "ends")),
        sqlite_autoincrement=True,
    )
    op.create_index("sessions_subject", "sessions", ["subject"])
    op.create_table(
        "api_keys",
        sa.Column("id", sa.Integer, primary_key=True),
        _text("name"),
        sa.Column("hash", sa.Text, nullable=False, unique=True),
        *map(_text, ("scopes", "made", "expires", "revoked", "used")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "shut_out",
        *map(_text, ("subject", "document", "who", "since")),
        sa.PrimaryKeyConstraint("subject", "document"),
    )
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer, primary_key=True),
        *map(_text, ("at", "who", "name", "deed", "about", "detail", "before", "hash")),
        sqlite_autoincrement=True,
    )
    op.create_table("secrets", sa.Column("name", sa.Text, primary_key=True), _text("value"))
    refuse = f"BEGIN SELECT RAISE(ABORT, '{KEPT}'); END"
    for name, change in (
        ("audit_kept", "UPDATE ON audit"),
        ("audit_whole", "DELETE ON audit"),
        # what an INSERT OR REPLACE takes away fires no trigger of deletion
        ("audit_added", "INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id)"),
    ):
        op.execute(f"CREATE TRIGGER {name} BEFORE {change} {refuse}")
