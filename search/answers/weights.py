"""How much each word of a question tells: a word that few passages hold tells most."""

from __future__ import annotations

import math
from collections.abc import Mapping

from sqlalchemy import Connection

from search.engines.counted import Counts
from search.rank.stems import stems as written
from search.words import STOP, terms

MOST = 32  # words of a question that are weighed


def stems(text: str) -> frozenset[str]:
    """The stems of a text's telling words.

    >>> sorted(stems("Was the closure of a ward closed?"))
    ['close', 'closur', 'ward']
    """
    return frozenset(stem for term in terms(text) if term not in STOP for stem in written(term))


def weights(connection: Connection, text: str, counts: Counts) -> Mapping[str, float]:
    """The stems of a question's telling words with their weights, each above 0; those of no passage weigh most.

    counts says how many passages hold a stem.
    """
    total = int(connection.exec_driver_sql("SELECT max(row) FROM passages").scalar() or 0)
    asked = sorted(stems(text))[:MOST]
    held = counts(asked)
    return {stem: math.log(1 + (total + 1) / (held.get(stem, 0) + 1)) for stem in asked}
