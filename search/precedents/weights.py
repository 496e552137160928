"""How much each signal of nearness counts, and from which probability on a matter is called a precedent.

Fitted by benchmarks/fit_precedents.py, all but money: so few of the judged matters state a sum that it is given a
little by hand, to order what is otherwise as near. Decision 17 has what each gains.
"""

from __future__ import annotations

from collections.abc import Mapping

# By these it is judged whether anything here is like what is asked. Each signal is in [0, 1].
ALONE: Mapping[str, float] = {
    "spoken": 1.48,
    "whole": 4.54,
    "words": 13.04,
    "kind": 3.91,
    "kin": 1.36,
    "no kind": 1.51,
    "process": 1.85,
    "money": 0.30,
    "body": 0.70,
    "only noted": -2.33,
    "recurs": -3.67,
}
ALONE_BASE = -8.89
# By these a matter is judged among all that is held: beside are shares of what the best of them has; early is the place
# that a search gives it.
AMONG: Mapping[str, float] = {
    "spoken": -3.81,
    "whole": 2.96,
    "words": 10.77,
    "kind": 0.21,
    "kin": 1.02,
    "no kind": 1.14,
    "process": 1.98,
    "money": 0.30,
    "body": 0.33,
    "only noted": -2.11,
    "recurs": -2.64,
    "beside spoken": 6.39,
    "beside kind": 3.72,
    "early": 2.16,
}
AMONG_BASE = -9.75
# What the nearest needs, the geometric mean of what it has by itself and among all: requests without a precedent have
# less as a rule.
ANY = 0.12
LEAST = 0.10  # what a matter needs among all
FIRST = 3  # matters on which a reader relies most
# What a matter needs among all, and which share of what the nearest has: one of the first three, one behind them.
ALIKE = ((LEAST, 0.40), (LEAST, 0.25))
AGAINST = ((0.05, 0.30), (0.05, 0.00))  # a contrary one
