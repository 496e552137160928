"""Whether a search knows when it is right: its confidence beside how often the first passage answers.

Sources: Brier, Verification of forecasts expressed in terms of probability, 1950; Naeini, Cooper & Hauskrecht,
Obtaining well calibrated probabilities using Bayesian binning, AAAI 2015 (expected calibration error).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from api.evaluation.intervals import Mean, mean
from api.evaluation.scored import Scored

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Questions whose confidence is from low up to high: their mean confidence, and the share with a right passage."""

    low: float
    high: float
    confidence: float
    right: Mean


@dataclass(frozen=True, slots=True)
class Calibration:
    """brier is the mean squared distance of confidence from 0 or 1, error the mean distance over bins; 0 is best."""

    n: int
    brier: float
    error: float
    bins: tuple[Bin, ...]


def calibration(scored: Sequence[Scored]) -> Calibration | None:
    """Over all questions with a confidence, refused ones too; None where there is none. Empty bins are left out.

    A question counts as right where the first passage found answers it, so never one without an answer.
    """
    pairs = [(one.confidence, float(one.right)) for one in scored if one.confidence is not None]
    if not pairs:
        return None
    bins = []
    for number in range(BINS):
        inside = [pair for pair in pairs if min(int(pair[0] * BINS), BINS - 1) == number]
        if inside:
            certain = sum(confidence for confidence, _ in inside) / len(inside)
            bins.append(Bin(number / BINS, (number + 1) / BINS, certain, mean([right for _, right in inside])))
    return Calibration(
        len(pairs),
        sum((confidence - right) ** 2 for confidence, right in pairs) / len(pairs),
        sum(each.right.n * abs(each.confidence - each.right.value) for each in bins) / len(pairs),
        tuple(bins),
    )


def calibration_fields(found: Calibration) -> dict[str, Any]:
    """For scripts."""
    return asdict(found)
