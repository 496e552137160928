"""The words of a passage by their stems, as search.rank.stems makes them, for hundreds of thousands of passages."""

from __future__ import annotations

import re
from functools import lru_cache

from search.rank.stems import stems, words

_POINTS = re.compile(r"[.,/]")


def stemmed(text: str) -> str:
    """The stems of a text with blanks between them. A number with points stands there whole and in its parts.

    >>> stemmed("Boards approved £2.4 million")
    'board approv 2.4 2 4 million'
    """
    return " ".join(map(_stem, words(text)))


@lru_cache(1 << 16)
def _stem(word: str) -> str:
    parts = _POINTS.split(word)
    return " ".join(stem for part in ([word, *parts] if len(parts) > 1 else parts) for stem in stems(part))
