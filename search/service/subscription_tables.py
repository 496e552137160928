"""The tables of service.db for those who are told of what is new by e-mail, and of what they were told."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, PrimaryKeyConstraint, Table

from search.columns import number, text
from search.service.draft_tables import metadata as metadata

# topic is as Topic.key writes it down. Until it is confirmed, since is "" and token the SHA-256 of what the link holds
# that was sent last; tried and mailed are when that was begun and done, tries how often.
subscriptions = Table(
    "subscriptions",
    metadata,
    Column("id", Integer, primary_key=True),
    *map(text, ("address", "topic", "often", "made", "token", "tried", "mailed")),
    number("tries"),
    *map(text, ("since", "last")),
    Index("subscriptions_address", "address"),
    Index("subscriptions_token", "token"),
    sqlite_autoincrement=True,
)

# what was there of a topic that somebody follows, each entry with when it was first seen
noted = Table(
    "noted",
    metadata,
    *map(text, ("topic", "key", "at")),
    PrimaryKeyConstraint("topic", "key"),
)

# A letter is written down with its entries before it is sent; sent is "" until the mail server has taken it.
mailings = Table(
    "mailings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("subscription", Integer, ForeignKey("subscriptions.id", ondelete="CASCADE"), nullable=False),
    *map(text, ("message", "made")),
    number("tries"),
    text("sent"),
    Index("mailings_subscription", "subscription"),
    sqlite_autoincrement=True,
)
mailed = Table(
    "mailed",
    metadata,
    Column("subscription", Integer, ForeignKey("subscriptions.id", ondelete="CASCADE"), nullable=False),
    text("key"),
    Column("mailing", Integer, ForeignKey("mailings.id", ondelete="CASCADE"), nullable=False),
    PrimaryKeyConstraint("subscription", "key"),
    Index("mailed_mailing", "mailing"),
)

# how many letters were asked for on a day, by a keyed hash of the address
asked_for = Table(
    "asked_for",
    metadata,
    *map(text, ("day", "who")),
    number("count"),
    PrimaryKeyConstraint("day", "who"),
)
