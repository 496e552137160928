"""What a document was corrected by when it was read."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add a column; documents that are there were read without corrections."""
    op.add_column("documents", sa.Column("corrections", sa.Text, nullable=False, server_default=""))
