"""The probability that the first passage found answers its question."""

from __future__ import annotations

from math import exp

from search.confidence.evidence import evidence
from search.confidence.weights import BASE, WEIGHTS
from search.rank.rank import Ranked
from search.rank.signals import rarity
from search.rank.stems import asked_stems
from search.retrieve import Retrieve
from search.understand.query import Query


def confidence(view: Retrieve, query: Query, found: Ranked) -> float:
    """How likely the first passage answers, 0 to 1; 0 where nothing was found.

    Fitted on judged questions, on such as have no answer, and on answerable ones without the passages that answer
    (benchmarks/fit_confidence.py); logistic regression.
    """
    if not found.candidates:
        return 0.0
    told = evidence(query, found, telling(view, query))
    total = BASE + sum(weight * value for weight, value in zip(WEIGHTS.values(), told, strict=True))
    return 1 / (1 + exp(-total))


def telling(view: Retrieve, query: Query) -> dict[str, float]:
    """The stems of a question with how rare each is in the library."""
    asked = asked_stems([query.words])
    holding, size = view.holding(asked), view.size
    return {stem: rarity(size, holding.get(stem, 0)) for stem in asked}
