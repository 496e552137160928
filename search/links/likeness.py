"""How much two texts speak of the same thing, by the words that tell."""

from __future__ import annotations

import re
from functools import lru_cache

from search.words import STOP

_WORD = re.compile(r"[^\W_]+")
_ENDING = re.compile(r"(?<=\w{3})(?:ations?|ings?|edly|ed|ies|es|s|al|ly|y|e)$")
_NUMBER = re.compile(r"^(?:agenda\s+)?(?:item\s+)?", re.IGNORECASE)


@lru_cache(maxsize=20_000)  # every document that is added has its body's words asked for again
def telling(text: str) -> frozenset[str]:
    """The words of a text without those that every text has, each cut to its stem.

    >>> sorted(telling("The revised estates policies were approved"))
    ['approv', 'estat', 'polic', 'revis']
    """
    words = (word for word in _WORD.findall(text.casefold()) if word not in STOP)
    return frozenset(_ENDING.sub("", word) for word in words)


def held(part: frozenset[str], whole: frozenset[str]) -> float:
    """The share of part's words that whole has, in [0, 1]; 0 for no words."""
    return len(part & whole) / len(part) if part else 0.0


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Words of both over words of either (Jaccard), in [0, 1]."""
    either = len(one | other)
    return len(one & other) / either if either else 0.0


def same_item(one: str, other: str) -> bool:
    """Whether two item numbers, as printed, name one item.

    >>> same_item("Item 7.", "7"), same_item("7", "7.1"), same_item("", "7")
    (True, False, False)
    """
    return bool(one) and plain_item(one) == plain_item(other)


def plain_item(number: str) -> str:
    """An item's number without what may stand around it."""
    return _NUMBER.sub("", number.strip()).strip(" .:()").casefold()
