"""The nouns of telling readers by e-mail. Times are ISO in UTC."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from search.service.topics import Topic

Often = Literal["daily", "weekly"]


@dataclass(frozen=True, slots=True)
class Subscription:
    """One address that is told, or asks to be told, of one topic.

    since is when it was confirmed, last when a letter was last sent, "" where neither was.
    """

    id: int
    address: str
    topic: Topic
    often: Often
    made: str
    since: str
    last: str


@dataclass(frozen=True, slots=True)
class Mailing:
    """One letter to one subscription: message is its Message-ID, keys are the entries that it tells of.

    tries counts how often the mail server did not take it.
    """

    id: int
    subscription: int
    message: str
    tries: int
    keys: frozenset[str]
