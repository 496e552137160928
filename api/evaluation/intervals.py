"""How sure a mean over questions is: bootstrap intervals and a paired test, the same for the same figures every time.

Sources: Efron & Tibshirani, An Introduction to the Bootstrap, 1993, section 13.3 (percentile intervals); Smucker,
Allan & Carterette, A comparison of statistical significance tests for information retrieval, CIKM 2007 (permutation
by sign).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RESAMPLES, LEVEL, SEED = 10_000, 0.95, 0
WHOLE = 12  # so many differences are tried with all their signs: 4,096 ways
AT_ONCE = 1_000
METHOD = f"{LEVEL:.0%} percentile bootstrap by question, {RESAMPLES:,} resamples, seed {SEED}"

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Mean:
    """The mean of n values, and the interval in which the mean of other such questions would mostly lie.

    Where all values are alike, the interval is a point: with few questions it says too little, not that it is sure.
    """

    value: float
    low: float
    high: float
    n: int


@dataclass(frozen=True, slots=True)
class Difference:
    """The mean of n paired differences with its interval, and how probable one as large is by chance, in (0, 1]."""

    mean: Mean
    p: float


def mean(values: Sequence[float]) -> Mean:
    """The mean of at least one value with its interval.

    >>> mean([1.0, 1.0])
    Mean(value=1.0, low=1.0, high=1.0, n=2)
    """
    drawn = _resampled(np.asarray(values, np.float64))
    low, high = np.percentile(drawn, [50 * (1 - LEVEL), 50 * (1 + LEVEL)])
    return Mean(float(np.mean(values)), float(low), float(high), len(values))


def difference(then: Sequence[float], now: Sequence[float]) -> Difference:
    """How much the values of the same questions rose; then and now have one value for each, at least one."""
    rises = np.asarray(now, np.float64) - np.asarray(then, np.float64)
    return Difference(mean(rises.tolist()), _by_chance(rises[rises != 0]))


def _resampled(values: Values) -> Values:
    """The means of RESAMPLES draws with replacement."""
    if np.ptp(values) == 0:
        return np.full(RESAMPLES, values[0])
    random = np.random.default_rng(SEED)
    means = [
        values[random.integers(0, len(values), (AT_ONCE, len(values)))].mean(axis=1)
        for _ in range(RESAMPLES // AT_ONCE)
    ]
    return np.concatenate(means)


def _by_chance(changes: Values) -> float:
    """The share of ways to sign the changes whose sum is at least as far from 0; two-sided."""
    if not len(changes):
        return 1.0
    if len(changes) <= WHOLE:
        ways = np.arange(2 ** len(changes))[:, None] >> np.arange(len(changes)) & 1
        sums = (2 * ways - 1) @ changes
    else:
        random = np.random.default_rng(SEED)
        sums = np.concatenate(
            [random.choice([-1.0, 1.0], (AT_ONCE, len(changes))) @ changes for _ in range(RESAMPLES // AT_ONCE)]
            + [np.array([changes.sum()])]  # the order as it is counts as one of the draws
        )
    return float(np.mean(np.abs(sums) >= abs(changes.sum()) - 1e-9))
