"""What the letters are made of, as those who send them see it; the site's pages know how each is put into words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from search.service.subscribed import Often
from search.service.topics import Topic


class Letter(Protocol):
    """One letter. stop is the absolute address that ends it, "" for none."""

    @property
    def subject(self) -> str:
        """What it is about, on one line."""

    @property
    def text(self) -> str:
        """All of it as plain text."""

    @property
    def html(self) -> str:
        """All of it as HTML."""

    @property
    def stop(self) -> str:
        """The address that ends letters of this kind."""


class Told(Protocol):
    """What there is of a topic now."""

    @property
    def came(self) -> Mapping[str, str]:
        """When each entry came: ISO times by what the entry is known by."""

    def titles(self, keys: frozenset[str]) -> tuple[str, ...]:
        """The titles of some entries."""

    def letter(self, keys: frozenset[str], often: Often, token: str) -> Letter:
        """The letter that tells of some entries; token is what its link to stop holds."""


class Writer(Protocol):
    """Writes the letters of one site."""

    def told(self, topic: Topic) -> Told:
        """What there is of a topic now."""

    def confirmation(self, topic: Topic, often: Often, token: str) -> Letter:
        """The letter that asks whether somebody wants to be told; token is what its link holds."""
