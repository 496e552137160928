"""What tells a question that is answered from one that only has passages near it.

Every number is a share of the question or a cosine, so that it means the same in a large library and in a small one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from search.rank.candidates import Candidate
from search.rank.rank import Ranked
from search.rank.signals import SIGNALS
from search.rank.stems import stems
from search.understand.query import Query

EVIDENCE = (
    "lead",
    "late",
    "stretch",
    "words",
    "names",
    "figures of the question",
    "figure asked for",
    "kind asked for",
)
FIRST = 5  # passages among which an answer is looked for
ASKED_KINDS = ("decision asked", "roll: attendance", "action: action", "number: table row")
_BEST = ("late", "stretch", "words")
_COLUMN = {name: place for place, name in enumerate(SIGNALS)}
_NAME = re.compile(r"(?<![.?!] )(?<!^)\b(?:[A-Z][a-z]+|[A-Z]{2,}[a-z]?)\b")
_FIGURE = re.compile(r"\d[\d.,/]*")
_MONEY = re.compile(r"\b(?:cost|worth|price|pay|paid|budget|spen[dt]|money|pounds?|funding|fee)|£", re.IGNORECASE)
_PRICE = re.compile(r"£|\b\d[\d.,]*\s?(?:m|bn|k|million|billion|pounds?)\b", re.IGNORECASE)


def evidence(query: Query, found: Ranked, wanted: Mapping[str, float]) -> NDArray[np.float64]:
    """One number for each of EVIDENCE. wanted are the question's stems with how rare each is.

    found holds at least one candidate.
    """
    first, signals = found.candidates[:FIRST], found.signals[:FIRST]
    held = [frozenset(stems(f"{one.text} {one.around}")) for one in first]
    names = [stem for name in _NAME.findall(query.text) for stem in stems(name) if stem in wanted]
    figures = [stem for figure in _FIGURE.findall(query.words) for stem in stems(figure)]
    asked_for = [signals[:2, _COLUMN[name]].max() > 0 for name in ASKED_KINDS]
    return np.array(
        [
            found.scored[0][1] - (found.scored[1][1] if len(found.scored) > 1 else 0.0),
            *(signals[:, _COLUMN[name]].max() for name in _BEST),
            max(_share(names, one) for one in held),
            max(_share(figures, one) for one in held),
            max(_figured(query, wanted, one) for one in first) if query.intent == "number" else 1.0,
            float(any(asked_for)),
        ],
        np.float64,
    )


def _share(asked: Sequence[str], held: frozenset[str]) -> float:
    """The share of these stems that a passage holds; 1 where none is asked for."""
    return sum(stem in held for stem in asked) / len(asked) if asked else 1.0


def _figured(query: Query, wanted: Mapping[str, float], one: Candidate) -> float:
    """The largest share of the question that a sentence with a figure of the kind asked for holds with its place."""
    form = _PRICE if _MONEY.search(query.text) else _FIGURE
    around = frozenset(stems(one.around))
    figured = [around.union(stems(part)) for part in re.split(r"(?<=[.;:!?])\s+|\n", one.text) if form.search(part)]
    total = sum(wanted.values()) or 1.0
    return max((sum(weight for stem, weight in wanted.items() if stem in held) / total for held in figured), default=0)
