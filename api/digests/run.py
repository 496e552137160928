"""One run of the letters: what is new for each subscription, written down, sent, and marked as sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from api.digests.links import Links
from api.digests.mail import Mail
from api.digests.post import Later, Post, Refused, posting
from api.digests.writer import Told, Writer
from search.service import ledger, subscriptions
from search.service.service import Service, now
from search.service.subscribed import Mailing, Often, Subscription
from search.service.topics import Topic

# A little less than a day and a week, so that a timer that goes off early once does not skip one.
EVERY: dict[Often, timedelta] = {"daily": timedelta(hours=20), "weekly": timedelta(days=6, hours=12)}
TRIES = 14  # runs in which a letter is not taken before its address is given up
Say = Callable[[str], None]


@dataclass(slots=True)
class Tally:
    """What a run came to: letters sent, those that wait for the next run, and subscriptions that were ended."""

    sent: int = 0
    waiting: int = 0
    dropped: int = 0


@dataclass(frozen=True, slots=True)
class Due:
    """A subscription with the letter that it is to have, and what there is of its topic."""

    subscription: Subscription
    mailing: Mailing
    told: Told


@dataclass(slots=True)
class Round:
    """A run. say is told what was done to each subscription, by its number: no address is written anywhere."""

    service: Service
    mail: Mail
    writer: Writer
    say: Say
    tally: Tally = field(default_factory=Tally)
    _refused: list[tuple[Due, str]] = field(default_factory=list)
    _told: dict[Topic, Told] = field(default_factory=dict)

    def go(self) -> Tally:
        """Send everything that is due. Raises NoPost where the mail server takes none; what is left waits."""
        with self.service.change() as connection:
            subscriptions.purge(connection)
            every, links = subscriptions.followed(connection), Links.of(connection)
        with posting(self.mail) as post:
            for subscription in every:
                due = self._due(subscription)
                if due:
                    self._send(post, due, links)
        self._settle()
        return self.tally

    def plan(self) -> list[tuple[Subscription, tuple[str, ...]]]:
        """What would be sent now, with the titles of its entries; nothing is written down."""
        planned = []
        with self.service.read() as connection:
            for subscription in subscriptions.followed(connection):
                told = self._of(subscription.topic)
                waiting = ledger.waiting(connection, subscription.id)
                keys = waiting.keys & told.came.keys() if waiting else frozenset[str]()
                if not waiting and _time_has_come(subscription):
                    before = ledger.seen(connection, subscription.topic, subscription.since)
                    had = ledger.told(connection, subscription.id)
                    keys = frozenset(ledger.new(subscription, told.came, before, had))
                if keys:
                    planned.append((subscription, told.titles(keys)))
        return planned

    def _of(self, topic: Topic) -> Told:
        """What there is of a topic, looked up once a run."""
        if topic not in self._told:
            self._told[topic] = self.writer.told(topic)
        return self._told[topic]

    def _due(self, subscription: Subscription) -> Due | None:
        """The letter that a subscription is to have, written down before it is sent; None for none."""
        told = self._of(subscription.topic)
        with self.service.change() as connection:
            known = subscriptions.one(connection, subscription.id)
            if known is None:  # stopped since the run began
                return None
            ledger.note(connection, subscription.topic, told.came, now())
            mailing = ledger.waiting(connection, subscription.id)
            if mailing and not mailing.keys & told.came.keys():
                ledger.drop(connection, mailing.id)  # its papers were taken out since
                mailing = None
            if mailing is None and _time_has_come(known):
                before = ledger.seen(connection, subscription.topic, known.since)
                keys = ledger.new(known, told.came, before, ledger.told(connection, known.id))
                mailing = ledger.intend(connection, known.id, keys, self.mail.domain) if keys else None
        return Due(known, mailing, told) if mailing else None

    def _send(self, post: Post, due: Due, links: Links) -> None:
        subscription, mailing = due.subscription, due.mailing
        letter = due.told.letter(mailing.keys, subscription.often, links.token(subscription.id))
        try:
            post.send(self.mail.message(letter, subscription.address, mailing.message), subscription.address)
        except Refused as error:
            self._refused.append((due, str(error)))
        except Later as error:
            self._wait(due, str(error))
        else:
            with self.service.change() as connection:
                ledger.sent(connection, mailing)
            self.tally.sent += 1

    def _settle(self) -> None:
        """End the subscriptions of addresses that were refused for good.

        Where the server took nothing from anybody it may be set up wrongly, and its word on one address counts little.
        """
        for due, reason in self._refused:
            if self.tally.sent:
                self._drop(due.subscription, reason)
            else:
                self._wait(due, reason)

    def _wait(self, due: Due, reason: str) -> None:
        """Leave a letter for the next run, or end its subscription where that was done often enough."""
        if due.mailing.tries + 1 >= TRIES:
            self._drop(due.subscription, f"not taken in {TRIES} runs")
            return
        with self.service.change() as connection:
            ledger.failed(connection, due.mailing.id)
        self.tally.waiting += 1
        self.say(f"subscription {due.subscription.id}: {reason}; the next run tries again")

    def _drop(self, subscription: Subscription, reason: str) -> None:
        with self.service.change() as connection:
            subscriptions.stop(connection, subscription.id)
        self.tally.dropped += 1
        self.say(f"subscription {subscription.id}: {reason}; it is ended and its address forgotten")


def _time_has_come(subscription: Subscription) -> bool:
    """Whether a subscription may have another letter."""
    if not subscription.last:
        return True
    return datetime.now(UTC) - datetime.fromisoformat(subscription.last) >= EVERY[subscription.often]
