"""How much each signal counts: fitted by benchmarks/fit_ranking.py and rounded; decision 12 has what each gains."""

from __future__ import annotations

from collections.abc import Mapping

WEIGHTS: Mapping[str, float] = {
    "late": 7.7,
    "late, telling words": 2.7,
    "late, own text": 3.3,
    "stretch": 9.5,
    "words": 5.0,
    "words of a sentence": 3.4,
    "words of the title": 3.0,
    "defined": 1.8,
    "period": 2.6,
    "body asked": 2.1,
    "body named": 3.3,
    "item": 2.0,  # by hand: hardly any judged question names one
    "decision asked": 4.2,
    "recommendation": -0.7,
    "agenda": -1.6,
    "contents": -1.3,
    "roll: attendance": 3.9,
    "person: attendance": 1.9,
    "action: action": 2.1,
    "number: table row": 0.9,
}
