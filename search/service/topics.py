"""What somebody keeps up with, and how it is written down."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, cast, get_args
from urllib.parse import parse_qsl, urlencode

from ingest.errors import MinutebookError
from search.words import LONGEST, whole

TopicKind = Literal["decisions", "actions", "overdue", "item", "search"]
_DAY, _ANY = re.compile(r"\d{4}-\d{2}-\d{2}"), re.compile(r".+")
# What each kind may be narrowed to, in the order in which it is written down. The first field of an item and of a
# search is what it is about.
FIELDS: Mapping[TopicKind, tuple[str, ...]] = {
    "decisions": ("body", "since", "until", "verb", "person", "text", "status"),
    "actions": ("owner", "body", "since", "until", "text"),
    "overdue": ("owner", "body", "text"),
    "item": ("text", "body"),
    "search": ("q", "body", "year", "kind", "presenter"),
}
NEEDED: Mapping[TopicKind, str] = {"item": "text", "search": "q"}
FORMS: Mapping[str, re.Pattern[str]] = {
    "since": _DAY,
    "until": _DAY,
    "verb": re.compile("[a-z]{1,20}"),
    "status": re.compile("draft|confirmed"),
}


class UnknownTopic(MinutebookError):
    """Nothing that can be kept up with; the text says why."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing to keep up with: new decisions or actions, overdue actions, an item coming back, or a search.

    fields are its filters, none empty, in the order of FIELDS. Make it with Topic.of or Topic.read.
    """

    kind: TopicKind
    fields: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, kind: str, given: Mapping[str, str]) -> Topic:
        """The topic of this kind with those of the fields given that it has. Raises UnknownTopic.

        >>> Topic.of("decisions", {"verb": "approved", "body": " Board ", "page": "2", "text": ""}).key
        'decisions?body=Board&verb=approved'
        """
        if kind not in get_args(TopicKind):
            raise UnknownTopic("there is nothing of this kind to keep up with")
        known = cast(TopicKind, kind)
        fields = []
        for name in FIELDS[known]:
            value = _line(given.get(name, ""))
            if len(value) > LONGEST:
                raise UnknownTopic(f"{name} is longer than {LONGEST} characters; use fewer words")
            if value and not FORMS.get(name, _ANY).fullmatch(value):
                raise UnknownTopic(f"{name} cannot be used; choose it again")
            fields += [(name, value)] if value else []
        if NEEDED.get(known) and NEEDED[known] not in dict(fields):
            raise UnknownTopic("it does not say which words to keep up with")
        return cls(known, tuple(fields))

    @classmethod
    def read(cls, key: str) -> Topic:
        """The topic that key writes down. Raises UnknownTopic.

        >>> Topic.read("item?text=Old+laundry").fields
        (('text', 'Old laundry'),)
        """
        kind, _, query = key.partition("?")
        return cls.of(kind, dict(parse_qsl(query)))

    @property
    def key(self) -> str:
        """The topic in one line, the same for equal topics."""
        return f"{self.kind}?{self.query}" if self.fields else self.kind

    @property
    def query(self) -> str:
        """Its fields as the query of an address, "" where it has none."""
        return urlencode(self.fields)

    def field(self, name: str) -> str:
        """One of its fields, "" where it has none of this name."""
        return dict(self.fields).get(name, "")


def _line(text: str) -> str:
    return " ".join("".join(letter if letter.isprintable() else " " for letter in whole(text)).split())
