"""Several rankings made into one."""

from __future__ import annotations

from collections.abc import Sequence


def fuse(rankings: Sequence[Sequence[int]], k: float) -> list[tuple[int, float]]:
    """Every row of the rankings with its score in [0, 1], best first; 1 is first place in all of them.

    Reciprocal rank fusion: the sum of 1 / (k + rank). Ties go to the row that an earlier ranking names first.
    Source: Cormack, Clarke and Buettcher, SIGIR 2009.
    """
    best = len(rankings) / (k + 1)
    scores: dict[int, float] = {}
    for ranking in rankings:
        for rank, row in enumerate(ranking, start=1):
            scores[row] = scores.get(row, 0.0) + 1 / (k + rank) / best
    return sorted(scores.items(), key=lambda pair: -pair[1])
