"""What the pages ask of those who write to readers."""

from __future__ import annotations

from typing import Protocol

from search.model import Often, Subscription, Topic


class Post(Protocol):
    """Who is told of what by e-mail. No method says whether an address is known."""

    def ask(self, address: str, topic: Topic, often: Often) -> None:
        """Write to an address whether it wants to be told. Raises Declined where it is no address."""

    def asked(self, token: str) -> Subscription | None:
        """What a link asks to confirm, None where it is old or was used."""

    def confirm(self, token: str) -> Subscription | None:
        """Begin to tell whoever a link was sent to; what of, None where it is old or was used."""

    def followed(self, token: str) -> Subscription | None:
        """What a link ends, None where it has ended. Raises the project's not-found error for a link of nobody's."""

    def stop(self, token: str) -> None:
        """End what a link ends, and forget the address. Raises the project's not-found error for a link of nobody's."""
