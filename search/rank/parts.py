"""Two questions in one: the best passage of each part among the first."""

from __future__ import annotations

from collections.abc import Sequence

from search.rank.rank import Ranked


def dealt(whole: Ranked, parts: Sequence[Ranked]) -> Ranked:
    """The order of the whole question, but that each part's own best stands among the first.

    The first is the best of the whole; then the best of each part in turn, then the rest as the whole has them.
    """
    first = [whole.scored[:1], *(part.scored[:1] for part in parts), whole.scored]
    order: dict[int, float] = {}
    for row, score in (pair for ranking in first for pair in ranking):
        order.setdefault(row, min([score, *list(order.values())[-1:]]))
    return Ranked(whole.candidates, whole.signals, tuple(order.items()))
