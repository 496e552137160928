"""How much each piece of evidence counts, and below which probability a question is refused."""

from __future__ import annotations

from collections.abc import Mapping

WEIGHTS: Mapping[str, float] = {
    "lead": 3.16,
    "late": 4.55,
    "stretch": 0.90,
    "words": 1.15,
    "names": 2.29,
    "figures of the question": 0.95,
    "figure asked for": 0.24,
    "kind asked for": 0.50,
}
BASE = -7.50
REFUSED = 0.15  # of 295 answerable questions 0.014 are below it, held back from the fit
