"""What subscribers were told, entry by entry, as rows. Each function runs in its caller's transaction.

A letter is written down with its entries before it is sent and marked when the mail server has taken it. Whoever is
stopped between the two finds it waiting, and sends it again under the same Message-ID: no entry is lost, none is put
into two letters, and at most one letter comes twice.
"""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from sqlalchemy import Connection, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from search.service.service import now
from search.service.subscribed import Mailing, Subscription
from search.service.subscription_tables import mailed, mailings, noted, subscriptions
from search.service.topics import Topic

SLACK = 24 * 3600  # seconds
CHUNK = 500  # keys of one statement


def note(connection: Connection, topic: Topic, keys: Iterable[str], at: str) -> None:
    """Write down what there is of a topic at a time; what was seen before keeps its own."""
    rows = [{"topic": topic.key, "key": key, "at": at} for key in keys]
    for start in range(0, len(rows), CHUNK):
        connection.execute(insert(noted).on_conflict_do_nothing(), rows[start : start + CHUNK])


def seen(connection: Connection, topic: Topic, until: str) -> frozenset[str]:
    """The entries of a topic that had been seen by a time, that time included."""
    return frozenset(connection.scalars(select(noted.c.key).where(noted.c.topic == topic.key, noted.c.at <= until)))


def told(connection: Connection, subscription: int) -> frozenset[str]:
    """The entries of all letters to a subscription, sent or waiting."""
    return frozenset(connection.scalars(select(mailed.c.key).where(mailed.c.subscription == subscription)))


def waiting(connection: Connection, subscription: int) -> Mailing | None:
    """The letter to a subscription that was written down and not sent."""
    query = select(mailings).where(mailings.c.subscription == subscription, mailings.c.sent == "")
    row = connection.execute(query.order_by(mailings.c.id)).first()
    if row is None:
        return None
    keys = connection.scalars(select(mailed.c.key).where(mailed.c.mailing == row.id))
    return Mailing(row.id, row.subscription, row.message, row.tries, frozenset(keys))


def intend(connection: Connection, subscription: int, keys: Collection[str], domain: str) -> Mailing:
    """Write down a letter that is to be sent; domain is the last part of its Message-ID."""
    message = f"<{uuid.uuid4().hex}@{domain}>"
    row = {"subscription": subscription, "message": message, "made": now(), "tries": 0, "sent": ""}
    made = connection.execute(insert(mailings).values(row)).inserted_primary_key
    number = int(made[0]) if made else 0
    rows = [{"subscription": subscription, "key": key, "mailing": number} for key in keys]
    for start in range(0, len(rows), CHUNK):
        connection.execute(insert(mailed), rows[start : start + CHUNK])
    return Mailing(number, subscription, message, 0, frozenset(keys))


def failed(connection: Connection, mailing: int) -> None:
    """Count that the mail server did not take a letter."""
    connection.execute(update(mailings).where(mailings.c.id == mailing).values(tries=mailings.c.tries + 1))


def sent(connection: Connection, mailing: Mailing) -> None:
    """Write down that the mail server has taken a letter."""
    connection.execute(update(mailings).where(mailings.c.id == mailing.id).values(sent=now()))
    connection.execute(update(subscriptions).where(subscriptions.c.id == mailing.subscription).values(last=now()))


def drop(connection: Connection, mailing: int) -> None:
    """Take back a letter of which nothing is left to tell."""
    connection.execute(delete(mailings).where(mailings.c.id == mailing))


def standing(connection: Connection) -> dict[str, int]:
    """How many letters the mail server has not taken: those that ask to confirm, those waiting, and those failed.

    What waits was written down and not tried to its end; what failed, a run at least was told so by the server.
    """
    unsent = select(func.count()).where(mailings.c.sent == "")
    asking = select(func.count()).where(subscriptions.c.since == "", subscriptions.c.mailed == "")
    first, again = unsent.where(mailings.c.tries == 0), unsent.where(mailings.c.tries > 0)
    counts = {"asking": asking, "waiting": first, "failed": again}
    return {state: connection.scalar(query) or 0 for state, query in counts.items()}


def by(came: Mapping[str, str], at: str) -> frozenset[str]:
    """Of entries with the times at which they came, those that had come by a time."""
    return frozenset(key for key, time in came.items() if _instant(time) <= _instant(at))


def new(subscription: Subscription, came: Mapping[str, str], before: frozenset[str], told: frozenset[str]) -> set[str]:
    """The entries to tell a subscription of: those that came, or came to be so, since it was confirmed.

    came gives each entry that there is now its time; before are those seen by the time of confirming, told those of
    letters already written. An entry that stands there again after others were taken out is not new: its time is too
    old. A document is dated when its adding begins, so what came shortly before may not have been seen yet.
    """
    first = _instant(subscription.since) - SLACK
    return {key for key, at in came.items() if key not in before and key not in told and _instant(at) > first}


def _instant(time: str) -> float:
    return datetime.fromisoformat(time).timestamp()
