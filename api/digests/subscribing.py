"""What readers do about e-mail on the site: ask, confirm, stop."""

from __future__ import annotations

from threading import Lock, Thread

from api.digests.addressed import address_of
from api.digests.asking import deliver
from api.digests.links import Links
from api.digests.mail import Mail
from api.digests.writer import Writer
from search.service import ledger, subscriptions
from search.service.service import Service, now
from search.service.subscribed import Often, Subscription
from search.service.topics import Topic

BUSY_MS = 5_000  # that a reader waits for another change


class Subscribing:
    """Who is told of what. Safe to share between threads.

    Letters are sent beside the requests that ask for them: how long a reply takes tells nobody whether one was sent.
    """

    def __init__(self, service: Service, mail: Mail, writer: Writer) -> None:
        self._service, self._mail, self._writer = service, mail, writer
        with service.change() as connection:
            self._links = Links.of(connection)
        self._guard, self._running, self._again = Lock(), False, False

    def ask(self, address: str, topic: Topic, often: Often) -> None:
        """Write to an address whether it wants to be told. Raises Declined where it is no address."""
        to = address_of(address)
        with self._service.change() as connection:
            subscriptions.ask(connection, self._links.who(to), to, topic, often)
        self._begin()

    def asked(self, token: str) -> Subscription | None:
        """What a link asks to confirm, None where it is old or was used."""
        with self._service.read() as connection:
            return subscriptions.held(connection, token)

    def confirm(self, token: str) -> Subscription | None:
        """Begin to tell whoever a link was sent to; what of, None where it is old or was used.

        What there is of the topic now is written down, so that it is never told as new.
        """
        request = self.asked(token)
        if request is None:
            return None
        at = now()
        there = ledger.by(self._writer.told(request.topic).came, at)
        with self._service.change() as connection:
            if subscriptions.held(connection, token) is None:
                return None
            subscriptions.confirm(connection, request, at)
            ledger.note(connection, request.topic, there, at)
        return request

    def followed(self, token: str) -> Subscription | None:
        """What a link ends, None where it has ended. Raises NotFound for a link that was not made here."""
        with self._service.read() as connection:
            return subscriptions.one(connection, self._links.subscription(token))

    def stop(self, token: str) -> None:
        """End what a link ends, and forget the address. Raises NotFound for a link that was not made here."""
        with self._service.change() as connection:
            ended = subscriptions.stop(connection, self._links.subscription(token))
        if ended:
            self._service.erase()

    def standing(self) -> dict[tuple[str, ...], float]:
        """How many letters are not taken yet, by their state."""
        with self._service.read() as connection:
            return {(state,): float(count) for state, count in ledger.standing(connection).items()}

    def _begin(self) -> None:
        """Send what waits, in a thread of its own where none is at it."""
        with self._guard:
            self._again = True
            if self._running:
                return
            self._running = True
        Thread(target=self._send, daemon=True).start()

    def _send(self) -> None:
        while self._more():
            deliver(self._service, self._mail, self._writer)

    def _more(self) -> bool:
        with self._guard:
            self._again, self._running = False, self._again
            return self._running
