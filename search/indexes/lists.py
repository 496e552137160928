"""Vectors in lists of near ones, in half precision: of a large library only the nearest lists are looked through.

Source: Jégou, Douze and Schmid, Product quantization for nearest neighbour search, PAMI 2011, section 4 (the inverted
file, here without the product quantiser).
"""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, sqrt
from typing import Any

import numpy as np

from search.embed import Floats
from search.indexes.among import Among
from search.indexes.shown import Numbers

LARGE = 20_000  # passages from which lists are faster by more than they lose: below, all are compared in under 1 ms
LISTS = 4  # for n passages there are so many times the root of n
PROBED = 96  # lists that are looked through
SAMPLE = 40  # passages for each list by which the lists are laid out
ROUNDS = 10
SEED = 8
OUTGROWN = 4  # times as many passages as the lists were laid out for, and they are laid out anew


def laid_out(sample: Floats, passages: int) -> Any:
    """An index without vectors for so many passages, its lists laid out by a sample of theirs (n, dimensions)."""
    import faiss

    dimensions = sample.shape[1]
    lists = min(ceil(LISTS * sqrt(passages)), len(sample))
    kind = faiss.ScalarQuantizer.QT_fp16
    made = faiss.IndexIVFScalarQuantizer(
        faiss.IndexFlatIP(dimensions), dimensions, lists, kind, faiss.METRIC_INNER_PRODUCT, False
    )
    made.cp.niter, made.cp.seed = ROUNDS, SEED
    made.cp.min_points_per_centroid, made.cp.max_points_per_centroid = 1, SAMPLE
    made.train(sample)
    return made


def sampled(rows: Numbers) -> Numbers:
    """The rows by whose vectors lists for all of them are laid out, ascending; the same for the same rows."""
    wanted = min(len(rows), SAMPLE * ceil(LISTS * sqrt(len(rows))))
    return np.sort(np.random.default_rng(SEED).choice(rows, wanted, replace=False))


def fill(index: Any, vectors: Iterable[tuple[Numbers, Floats]]) -> None:
    """Add vectors by their rows, some at a time."""
    for rows, some in vectors:
        index.add_with_ids(some, rows)


def probed(index: Any, among: Among) -> int:
    """How many lists are looked through for some rows: the fewer they are of all, the more lists."""
    share = min(1.0, max(among.count, 1) / max(index.ntotal, 1))
    return int(min(index.nlist, ceil(PROBED / share)))
