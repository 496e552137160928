"""What tells a question that is answered from one that only has passages near it.

Every number is a share of the question or a cosine, so that it means the same in a large library and in a small one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

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
    "kind asked for",
)
FIRST = 5  # passages among which an answer is looked for
ASKED_KINDS = ("decision asked", "roll: attendance", "action: action")
_BEST = ("late", "stretch", "words")
_COLUMN = {name: place for place, name in enumerate(SIGNALS)}
_NAME = re.compile(r"(?<![.?!] )(?<!^)\b(?:[A-Z][a-z]+|[A-Z]{2,}[a-z]?)\b")
_FIGURE = re.compile(r"\d[\d.,/]*")


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
            float(any(asked_for)),
        ],
        np.float64,
    )


def _share(asked: Sequence[str], held: frozenset[str]) -> float:
    """The share of these stems that a passage holds; 1 where none is asked for."""
    return sum(stem in held for stem in asked) / len(asked) if asked else 1.0
