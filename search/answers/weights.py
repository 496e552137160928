"""How much each word of a question tells: a word that few passages hold tells most."""

from __future__ import annotations

import math
from collections.abc import Mapping

from sqlalchemy import Connection

from search.words import STOP, terms

STEM = 5  # letters by which the forms of one word are known for the same
MOST = 32  # words of a question that are weighed
_HELD = "SELECT coalesce(sum(doc), 0) FROM vocabulary WHERE term >= ? AND term < ?"
_AFTER = "\uf8ff"  # sorts behind every letter


def stems(text: str) -> frozenset[str]:
    """The beginnings of a text's telling words.

    >>> sorted(stems("Was the closure of a ward closed?"))
    ['close', 'closu', 'ward']
    """
    return frozenset(term[:STEM] for term in terms(text) if term not in STOP)


def weights(connection: Connection, text: str) -> Mapping[str, float]:
    """The stems of a question's telling words with their weights, each above 0; those of no passage weigh most."""
    total = int(connection.exec_driver_sql("SELECT max(row) FROM passages").scalar() or 0)
    found = {}
    for stem in sorted(stems(text))[:MOST]:
        held = int(connection.exec_driver_sql(_HELD, (stem, stem + _AFTER)).scalar() or 0)
        found[stem] = math.log(1 + (total + 1) / (held + 1))
    return found
