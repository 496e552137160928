"""How much each signal of nearness counts, and from which probability on a matter is called a precedent.

Fitted by benchmarks/fit_precedents.py, all but money: so few of the judged matters state a sum that it is given a
little by hand, to order what is otherwise as near. Decision 17 has what each gains.
"""

from __future__ import annotations

from collections.abc import Mapping

# By these it is judged whether anything here is like what is asked. Each signal is in [0, 1].
ALONE: Mapping[str, float] = {
    "spoken": 1.49,
    "whole": 4.55,
    "words": 13.02,
    "kind": 3.91,
    "kin": 1.37,
    "no kind": 1.51,
    "process": 1.85,
    "money": 0.30,
    "body": 0.70,
    "only noted": -2.32,
    "recurs": -3.67,
}
ALONE_BASE = -8.89
# By these a matter is judged among all that is held: the last two are shares of what the best of them has.
AMONG: Mapping[str, float] = {
    "spoken": -4.17,
    "whole": 4.40,
    "words": 11.74,
    "kind": -0.01,
    "kin": 1.23,
    "no kind": 1.37,
    "process": 2.23,
    "money": 0.30,
    "body": 0.23,
    "only noted": -2.19,
    "recurs": -3.26,
    "beside spoken": 7.91,
    "beside kind": 3.99,
}
AMONG_BASE = -10.44
# What the nearest needs, the geometric mean of what it has by itself and among all: requests without a precedent have
# less as a rule.
ANY = 0.11
LEAST = 0.10  # what a matter needs among all
FIRST = 3  # matters on which a reader relies most
# What a matter needs among all, and which share of what the nearest has: one of the first three, one behind them.
ALIKE = ((LEAST, 0.40), (LEAST, 0.25))
AGAINST = ((0.03, 0.25), (0.03, 0.00))  # a contrary one
