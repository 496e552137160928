"""Sessions as rows, by the hash of what their cookie holds. Each function runs in its caller's transaction."""

from __future__ import annotations

import hashlib
import secrets as random
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as insert_if

from search.service.access import Role, Session
from search.service.access_tables import secrets, sessions
from search.service.service import now
from search.words import whole

FIELDS = tuple(Session.__slots__)
SIGNING = "cookies"
NAME = 200  # characters of a name that are kept


def later(hours: float) -> str:
    """The time so many hours from now, before now where negative, in the form of service.now."""
    return (datetime.now(UTC) + timedelta(hours=hours)).isoformat(timespec="milliseconds")


def begin(connection: Connection, subject: str, name: str, role: Role, hours: float, rule: str = "") -> str:
    """A new session, with what its cookie is to hold; sessions that are over go. rule is how the role was given."""
    connection.execute(delete(sessions).where(sessions.c.ends <= now()))
    token = random.token_urlsafe(32)
    row = {"subject": whole(subject), "name": whole(name)[:NAME], "role": role}
    times = {"began": now(), "seen": now(), "ends": later(hours)}
    connection.execute(insert(sessions).values(row | times | {"token": _hash(token), "rule": rule}))
    return token


def held(connection: Connection, token: str, idle_minutes: float, rule: str = "") -> Session | None:
    """The session of a token that neither its end nor idleness has ended; None where there is none.

    rule is that by which roles are given now; a session of another is over.
    """
    query = select(*(sessions.c[name] for name in FIELDS)).where(sessions.c.token == _hash(token))
    row = connection.execute(query.where(sessions.c.rule == rule)).first()
    if row is None or row.ends <= now() or row.seen <= later(-idle_minutes / 60):
        return None
    return Session(*row)


def touch(connection: Connection, session: int) -> None:
    """Write down that a request came."""
    connection.execute(update(sessions).where(sessions.c.id == session).values(seen=now()))


def end(connection: Connection, token: str) -> int:
    """End the session of a token; how many there were, 0 or 1."""
    return connection.execute(delete(sessions).where(sessions.c.token == _hash(token))).rowcount


def end_all(connection: Connection, subject: str) -> int:
    """End every session of a person; how many there were."""
    return connection.execute(delete(sessions).where(sessions.c.subject == whole(subject))).rowcount


def count(connection: Connection, subject: str) -> int:
    """How many sessions a person has that have not come to their end."""
    query = select(sessions.c.id).where(sessions.c.subject == whole(subject), sessions.c.ends > now())
    return len(connection.execute(query).all())


def signing_key(connection: Connection, name: str = SIGNING) -> str:
    """What cookies, or other things by their name, are signed with: 256 random bits, made when first asked for."""
    made = insert_if(secrets).values(name=name, value=random.token_urlsafe(32)).on_conflict_do_nothing()
    connection.execute(made)
    return str(connection.scalar(select(secrets.c.value).where(secrets.c.name == name)))


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
