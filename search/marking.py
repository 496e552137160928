"""The words of a passage that a question asks for, by their stems."""

from __future__ import annotations

from collections.abc import Callable

from search.rank.stems import asked_stems, placed
from search.understand.query import Query

Ranges = tuple[tuple[int, int], ...]  # where words stand in a text, from the first: start, and end past the last letter


def marking(query: Query) -> Callable[[str], Ranges]:
    """What finds the words asked for in any text: those of the question, as it was put right, and its other words.

    What only names the meeting, its body or its day ("at the January board") is not looked for in its papers, unless
    nothing else is asked.
    """
    naming = [one.printed for one in query.constraints if one.source and one.kind in ("body", "period", "item")]
    every = asked_stems([query.words, *query.expansions])
    asked = frozenset(every) - frozenset(asked_stems(naming)) or frozenset(every)

    def ranges(text: str) -> Ranges:
        return tuple((start, end) for stem, start, end in placed(text) if stem in asked)

    return ranges
