"""How much each signal of nearness counts, and from which probability on a matter is called a precedent.

Fitted as benchmarks/fit_precedents.py does, all but money: so few of the judged matters state a sum that it is given a
little by hand, to order what is otherwise as near. Decision 17 has what each gains.
"""

from __future__ import annotations

from collections.abc import Mapping

# By these it is judged whether anything here is like what is asked. Each signal is in [0, 1].
ALONE: Mapping[str, float] = {
    "spoken": 0.80,
    "whole": 5.31,
    "words": 11.65,
    "kind": 3.60,
    "kin": 2.31,
    "no kind": 1.21,
    "process": 3.25,
    "money": 0.30,
    "body": 0.44,
    "only noted": -2.07,
    "recurs": -3.52,
}
ALONE_BASE = -8.17
# By these a matter is judged among all that is held: the last two are shares of what the best of them has.
AMONG: Mapping[str, float] = {
    "spoken": -4.72,
    "whole": 5.83,
    "words": 10.81,
    "kind": -0.30,
    "kin": 2.13,
    "no kind": 1.10,
    "process": 3.45,
    "money": 0.30,
    "body": 0.02,
    "only noted": -1.97,
    "recurs": -3.21,
    "beside spoken": 7.02,
    "beside kind": 3.95,
}
AMONG_BASE = -9.55
ANY = 0.10  # what the nearest needs by itself: of requests without a precedent most have less
LEAST = 0.10  # what a matter needs among all
BESIDE = 0.50  # the share that it needs of what the nearest has; a contrary matter needs none
