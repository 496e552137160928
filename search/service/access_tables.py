"""The tables of service.db for people, programs and the audit log."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, PrimaryKeyConstraint, Table, Text

from search.columns import text
from search.service.tables import metadata as metadata

# token is the SHA-256 of what the cookie holds: who reads this table can sign in as nobody. rule stands for
# the settings by which the role was given.
sessions = Table(
    "sessions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("token", Text, nullable=False, unique=True),
    *map(text, ("subject", "name", "role", "began", "seen", "ends")),
    text("rule", ""),
    Index("sessions_subject", "subject"),
    sqlite_autoincrement=True,
)

# hash is the SHA-256 of 256 random bits, so it needs no salt and no slow function; scopes have blanks between them
keys = Table(
    "api_keys",
    metadata,
    Column("id", Integer, primary_key=True),
    text("name"),
    Column("hash", Text, nullable=False, unique=True),
    *map(text, ("scopes", "made", "expires", "revoked", "used")),
    sqlite_autoincrement=True,
)

shut_out = Table(
    "shut_out",
    metadata,
    *map(text, ("subject", "document", "who", "since")),
    PrimaryKeyConstraint("subject", "document"),
)

# Rows are added and never changed: triggers refuse both, and each row's hash covers the one before.
audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True),
    *map(text, ("at", "who", "name", "deed", "about", "detail", "before", "hash")),
    sqlite_autoincrement=True,
)

# what cookies are signed with, made once
secrets = Table("secrets", metadata, Column("name", Text, primary_key=True), text("value"))
