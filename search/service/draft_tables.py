"""The tables of service.db for drafts and their baskets."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, PrimaryKeyConstraint, Table, Text

from search.columns import number, text
from search.service.access_tables import metadata as metadata

# owner is the subject of whoever made it, "" where nobody signs in; used is the ISO day on which it last was;
# proposal is JSON. The file that was handed in is nowhere.
drafts = Table(
    "drafts",
    metadata,
    Column("id", Text, primary_key=True),
    *map(text, ("owner", "name", "who", "made", "used", "proposal")),
    Index("drafts_owner", "owner"),
    Index("drafts_used", "used"),
)

# matter is an address; of the papers themselves nothing is kept
chosen = Table(
    "chosen",
    metadata,
    Column("draft", Text, ForeignKey("drafts.id", ondelete="CASCADE"), nullable=False),
    text("matter"),
    number("place"),
    text("note"),
    PrimaryKeyConstraint("draft", "matter"),
)
