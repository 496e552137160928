"""The tables of service.db, which lies beside the libraries and holds nothing of their text but what people typed."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, PrimaryKeyConstraint, Table, Text

from search.columns import number, text

metadata = MetaData()

# review is JSON as search.service.reviews packs it, "" until the file was read; owner is who handed it in, as the
# audit log has them
uploads = Table(
    "uploads",
    metadata,
    Column("id", Text, primary_key=True),
    text("name"),
    Column("sha256", Text, nullable=False, unique=True),
    text("media"),
    number("size"),
    *map(text, ("who", "added", "state", "collection", "reason", "review")),
    text("owner", ""),
)

# attempts counts how often the worker has begun it; beside says that it replaces no document of the same name, keeps
# holds the ids, with blanks between, of documents that it replaces in no case
jobs = Table(
    "jobs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("upload", Text, ForeignKey("uploads.id", ondelete="CASCADE"), nullable=False),
    *map(text, ("kind", "collection", "state")),
    number("beside"),
    number("attempts"),
    text("stage"),
    *map(number, ("pages", "passages", "done")),
    *map(text, ("reason", "who", "made", "begun", "ended")),
    text("keeps", ""),
    Index("jobs_state", "state"),
    Index("jobs_upload", "upload"),
    sqlite_autoincrement=True,
)

# A correction that no longer holds stays, with when and by whom it was taken back or replaced.
corrections = Table(
    "corrections",
    metadata,
    Column("id", Integer, primary_key=True),
    *map(text, ("sha256", "field", "printed", "corrected", "body", "date", "item", "title", "who", "when")),
    *map(text, ("ended", "ended_by")),
    Index("corrections_sha256", "sha256"),
    sqlite_autoincrement=True,
)

votes = Table(
    "votes",
    metadata,
    *map(text, ("day", "kind", "about")),
    number("useful"),
    number("count"),
    PrimaryKeyConstraint("day", "kind", "about", "useful"),
)

unanswered = Table(
    "unanswered",
    metadata,
    *map(text, ("day", "question", "reason")),
    number("count"),
    PrimaryKeyConstraint("day", "question", "reason"),
)
