"""What ranking needs: token vectors beside passage vectors, and the words of the library with how often they stand."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from search.dialect import served

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add two tables; passages that are there have no token vectors until `minutebook reindex` makes them."""
    op.create_table(
        "token_vectors",
        sa.Column("hash", sa.Text, nullable=False),
        sa.Column("model", sa.Text, nullable=False),
        sa.Column("codes", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("hash", "model"),
    )
    if not served(op.get_bind()):
        op.execute("CREATE VIRTUAL TABLE vocabulary USING fts5vocab(words, 'row')")
