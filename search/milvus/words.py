"""The English analyser of the collection: the words of a text as FTS5 cuts them, so that both engines find alike.

Milvus has a stemmer of its own, Milvus Lite has none. Words are cut here, and the collection's own analyser only parts
them at blanks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from search.rank.stems import asked_stems, stems

MOST = 65_535  # bytes of one text in Milvus
_POINTS = re.compile(r"[.,/]")


def analysed(parts: Iterable[str]) -> str:
    """The stems of some texts in their order, at most 65,535 bytes of them.

    A number with points is one word and its parts are words: the question for 1.5 wants the first, that for a year in a
    date the second.

    >>> analysed(["The policies of 16/01/2024"])
    'the polici of 16x01x2024 16 01 2024'
    """
    found = " ".join(word for part in parts for stem in stems(part) for word in _written(stem))
    return found if len(found) <= MOST // 4 else _cut(found)


def asked(text: str) -> str:
    """The stems that a question asks for, "" where it says nothing; any text is allowed.

    >>> asked("What was paid of £1.5m?")
    'paid 1x5m'
    """
    return " ".join(_joined(stem) for stem in asked_stems([text]))


def _written(stem: str) -> list[str]:
    parts = [part for part in _POINTS.split(stem) if part]
    return parts if len(parts) < 2 else [_joined(stem), *parts]


def _joined(stem: str) -> str:
    """A number with points as one word of letters and digits, which no analyser takes apart."""
    return _POINTS.sub("x", stem)


def _cut(text: str) -> str:
    """The words that stand in the first 65,535 bytes."""
    held = text.encode()
    return text if len(held) <= MOST else held[:MOST].decode(errors="ignore").rpartition(" ")[0]
