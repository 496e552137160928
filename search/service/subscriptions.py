"""Who is told of what by e-mail, as rows. Each function runs in its caller's transaction.

Of a link that is sent only the hash is kept, and of an address only itself: no name, no network address, no visit.
"""

from __future__ import annotations

import hashlib
import secrets
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from search.service.service import now
from search.service.sessions import later
from search.service.subscribed import Often, Subscription
from search.service.subscription_tables import asked_for, noted, subscriptions
from search.service.topics import Topic, UnknownTopic

KEPT_DAYS = 7  # that an address which nobody confirms is kept, and that the link to do so is good
A_DAY = 5  # letters to one address that can be asked for in a day, whoever asks
MOST = 1_000  # the same of all addresses, so that nobody can have the site write to the whole world
TRIES = 5  # times that a letter which asks to confirm is begun
CLAIMED_MINUTES = 10  # that whoever began to send one is left alone with it
TABLE = subscriptions
COLUMNS = tuple(TABLE.c[name] for name in ("id", "address", "topic", "often", "made", "since", "last"))


def ask(connection: Connection, who: str, address: str, topic: Topic, often: Often) -> bool:
    """Write down that an address asks to be told of a topic; False where too much is asked for on one day.

    who is a keyed hash of the address. An earlier request for the same that nobody has confirmed gives way.
    """
    purge(connection)
    day = now()[:10]
    asked = connection.scalar(select(asked_for.c["count"]).where(asked_for.c.day == day, asked_for.c.who == who)) or 0
    total = connection.scalar(select(func.sum(asked_for.c["count"])).where(asked_for.c.day == day)) or 0
    if asked >= A_DAY or total >= MOST:
        return False
    made = insert(asked_for).values(day=day, who=who, count=1)
    more = {"count": asked_for.c["count"] + 1}
    connection.execute(made.on_conflict_do_update(index_elements=["day", "who"], set_=more))
    same = (TABLE.c.address == address, TABLE.c.topic == topic.key, TABLE.c.since == "")
    connection.execute(delete(TABLE).where(*same))
    row = {"address": address, "topic": topic.key, "often": often, "made": now()}
    empty = dict.fromkeys(("token", "tried", "mailed", "since", "last"), "")
    connection.execute(insert(TABLE).values(row | empty | {"tries": 0}))
    return True


def purge(connection: Connection) -> int:
    """Forget addresses that nobody confirmed in time, topics that nobody follows, and yesterday's counts.

    How many addresses were forgotten.
    """
    connection.execute(delete(asked_for).where(asked_for.c.day < now()[:10]))
    late = delete(TABLE).where(TABLE.c.since == "", TABLE.c.made < later(-24 * KEPT_DAYS))
    count = connection.execute(late).rowcount
    connection.execute(delete(noted).where(noted.c.topic.not_in(select(TABLE.c.topic).where(TABLE.c.since != ""))))
    return count


def unasked(connection: Connection) -> tuple[int, ...]:
    """The requests whose letter, with the link to confirm them, is still to be sent."""
    return tuple(connection.scalars(select(TABLE.c.id).where(*_waiting()).order_by(TABLE.c.id)))


def claim(connection: Connection, subscription: int) -> tuple[Subscription, str] | None:
    """Begin to send that letter: the request, and what its link is to hold. None where somebody else sends it."""
    row = connection.execute(select(*COLUMNS).where(TABLE.c.id == subscription, *_waiting())).first()
    if row is None:
        return None
    token = secrets.token_urlsafe(32)
    begun = {"token": _hash(token), "tried": now(), "tries": TABLE.c.tries + 1}
    connection.execute(update(TABLE).where(TABLE.c.id == subscription).values(begun))
    return _subscription(row), token


def asked(connection: Connection, subscription: int) -> None:
    """Write down that the letter was sent."""
    connection.execute(update(TABLE).where(TABLE.c.id == subscription).values(mailed=now()))


def held(connection: Connection, token: str) -> Subscription | None:
    """The request that a link confirms; None where it was confirmed before or is too old."""
    row = connection.execute(select(*COLUMNS).where(TABLE.c.token == _hash(token), TABLE.c.since == "")).first()
    return _subscription(row) if row and row.made >= later(-24 * KEPT_DAYS) else None


def confirm(connection: Connection, request: Subscription, since: str) -> None:
    """Let a request be followed from a time on; of an address that follows the topic already, how often changes."""
    same = (TABLE.c.address == request.address, TABLE.c.topic == request.topic.key, TABLE.c.since != "")
    if connection.execute(update(TABLE).where(*same).values(often=request.often)).rowcount:
        connection.execute(delete(TABLE).where(TABLE.c.id == request.id))
        return
    connection.execute(update(TABLE).where(TABLE.c.id == request.id).values(since=since, token=""))


def one(connection: Connection, subscription: int) -> Subscription | None:
    """The subscription or request of this number."""
    row = connection.execute(select(*COLUMNS).where(TABLE.c.id == subscription)).first()
    return _subscription(row) if row else None


def followed(connection: Connection) -> tuple[Subscription, ...]:
    """Every subscription that was confirmed, oldest first; a topic that this version cannot read is passed over."""
    rows = connection.execute(select(*COLUMNS).where(TABLE.c.since != "").order_by(TABLE.c.id))
    found = []
    for row in rows:
        try:
            found.append(_subscription(row))
        except UnknownTopic:
            continue
    return tuple(found)


def stop(connection: Connection, subscription: int) -> int:
    """Delete a subscription with all that is kept of it; how many there were, 0 or 1."""
    return connection.execute(delete(TABLE).where(TABLE.c.id == subscription)).rowcount


def forget(connection: Connection, address: str) -> int:
    """Delete all of an address, large and small letters alike; how many subscriptions and requests there were."""
    return connection.execute(delete(TABLE).where(func.fold(TABLE.c.address) == address.casefold())).rowcount


def _waiting() -> tuple[ColumnElement[bool], ...]:
    free = TABLE.c.tried < later(-CLAIMED_MINUTES / 60)
    return TABLE.c.since == "", TABLE.c.mailed == "", TABLE.c.tries < TRIES, free


def _subscription(row: Any) -> Subscription:
    return Subscription(row.id, row.address, Topic.read(row.topic), row.often, row.made, row.since, row.last)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
