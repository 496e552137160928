"""Who handed an upload in, what a publication must leave where it is, and by which rule a session's role was given."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

# the audit log knows who handed in what was there before
HANDED = """
UPDATE uploads SET owner = coalesce(
    (SELECT who FROM audit WHERE deed = 'upload' AND about = uploads.id AND at >= uploads.added
     ORDER BY id LIMIT 1), '')
"""


def upgrade() -> None:
    """Add the columns."""
    for table, name in (("uploads", "owner"), ("jobs", "keeps"), ("sessions", "rule")):
        op.add_column(table, sa.Column(name, sa.Text, nullable=False, server_default=""))
    op.execute(HANDED)
