"""How much each signal counts: fitted by benchmarks/fit_ranking.py and rounded; decision 12 has what each gains."""

from __future__ import annotations

from collections.abc import Mapping

WEIGHTS: Mapping[str, float] = {
    "late": 12.1,
    "late, own text": 3.8,
    "stretch": 9.4,
    "words": 4.7,
    "words of a sentence": 3.1,
    "words of the title": 2.9,
    "defined": 2.1,
    "period": 2.5,
    "body asked": 1.9,
    "body named": 2.9,
    "item": 2.0,  # by hand: hardly any judged question names one
    "decision asked": 4.0,
    "agenda": -1.6,
    "contents": -1.7,
    "roll: attendance": 3.8,
    "person: attendance": 1.9,
    "action: action": 2.1,
}
