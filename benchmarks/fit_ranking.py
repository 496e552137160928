"""Fit the weights of ranking on judged questions, and show what each signal gains.

    python benchmarks/fit_ranking.py LIBRARY=QUESTIONS.jsonl [LIBRARY=QUESTIONS.jsonl ...] [--without]

Each library is judged by its own questions. Prints recall@1, recall@5 and MRR of every set with the weights in force,
with weights fitted on the other four fifths of the questions of all sets (cross-validation), and with weights fitted on
the other sets alone; then the weights fitted on all. --without fits once more without each signal.

The loss is that of a softmax over the candidates of a question: the probability that goes to passages that answer,
with a pull of PULL towards weights of 0 (Cao et al., ListNet, ICML 2007).
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from api.commands.options import searcher, settings
from api.evaluation.questions import judged
from search.hits import hits
from search.judge import Judged, holds
from search.rank.rank import rank
from search.rank.signals import SIGNALS
from search.rank.weights import WEIGHTS
from search.searcher import Searcher

Table = NDArray[np.float64]
PULL = 0.01
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a set: the signals of its candidates (n, signals), the parts that each of them answers."""

    of: str
    signals: Table
    parts: tuple[frozenset[int], ...]
    needed: int


def main() -> None:
    """Ask everything, fit, print."""
    parser = argparse.ArgumentParser(description="Fit the weights of ranking.")
    parser.add_argument("sets", nargs="+", metavar="LIBRARY=QUESTIONS.jsonl")
    parser.add_argument("--without", action="store_true", help="fit without each signal too")
    given = parser.parse_args()
    asked: list[Asked] = []
    for each in given.sets:
        library, _, questions = each.partition("=")
        ready = searcher(settings(library=Path(library)))
        asked += [_asked(ready, Path(questions).as_posix(), one) for one in judged(Path(questions))]
    Random(1).shuffle(asked)
    every = list(range(len(SIGNALS)))
    _show("in force", asked, lambda one: one.signals @ np.array([WEIGHTS[name] for name in SIGNALS]))
    _show("cross-validated", asked, _folded(asked, every))
    for name in sorted({one.of for one in asked}):
        weights = fitted([one for one in asked if one.of != name], every)
        _show("fitted on the others", [one for one in asked if one.of == name], _weighing(weights, every))
    for name, weight in zip(SIGNALS, fitted(asked, every), strict=True):
        print(f'    "{name}": {weight:.1f},')
    for left in every if given.without else ():
        rest = [column for column in every if column != left]
        _show(f"without {SIGNALS[left]}", asked, _folded(asked, rest), one_line=True)


def fitted(asked: Sequence[Asked], columns: Sequence[int]) -> Table:
    """A weight for each of the columns."""
    some = [(one.signals[:, columns], np.array([bool(part) for part in one.parts])) for one in asked if any(one.parts)]
    spread = np.concatenate([signals for signals, _ in some]).std(axis=0) + 1e-6

    def loss(weights: Table) -> tuple[float, Table]:
        total, slope = PULL * float(weights @ weights), 2 * PULL * weights
        for signals, right in some:
            scaled = signals / spread
            likely = np.exp(scaled @ weights - (scaled @ weights).max())
            likely /= likely.sum()
            share = likely[right].sum()
            total -= float(np.log(share + 1e-12)) / len(some)
            slope = slope + (likely @ scaled - (likely[right] @ scaled[right]) / share) / len(some)
        return total, slope

    found: Table = minimize(loss, np.zeros(len(columns)), jac=True, method="L-BFGS-B").x
    weights: Table = found / spread
    return weights


def _folded(asked: Sequence[Asked], columns: Sequence[int]) -> Callable[[Asked], Table]:
    """Each question scored by weights that were fitted without its fold."""
    fold = {id(one): place % FOLDS for place, one in enumerate(asked)}
    weights = [fitted([one for one in asked if fold[id(one)] != out], columns) for out in range(FOLDS)]
    return lambda one: one.signals[:, columns] @ weights[fold[id(one)]]


def _weighing(weights: Table, columns: Sequence[int]) -> Callable[[Asked], Table]:
    return lambda one: one.signals[:, columns] @ weights


def _show(what: str, asked: Sequence[Asked], score: Callable[[Asked], Table], one_line: bool = False) -> None:
    sets = sorted({one.of for one in asked})
    lines = []
    for name in sets:
        found = np.array([_figures(one, score(one)) for one in asked if one.of == name]).mean(axis=0)
        lines.append(" ".join(f"{figure:.3f}" for figure in found))
    if one_line:
        print(f"{what:<32} {'   '.join(lines)}")
    else:
        print(what, *(f"    {line}  {name}" for line, name in zip(lines, sets, strict=True)), sep="\n")


def _figures(one: Asked, scores: Table) -> tuple[float, float, float]:
    """recall@1, recall@5 and the reciprocal of the first rank that answers, within 10."""
    order = np.argsort(-scores, kind="stable")
    held = [one.parts[place] for place in order]
    first = next((place for place, parts in enumerate(held[:10], start=1) if parts), 0)
    recall = [len(frozenset().union(*held[:k])) / one.needed for k in (1, 5)]
    return recall[0], recall[1], 1 / first if first else 0.0


def _asked(ready: Searcher, name: str, question: Judged) -> Asked:
    query = ready.understood(question.question)
    with ready.view() as view:
        (found,) = rank(view, ready.model, query)
        parts = []
        for one in found.candidates:
            hit = hits(view.connection, [(one.row, 0.0)], 1)[0]
            parts.append(frozenset(gold.part for gold in question.gold if holds(hit, gold)))
    return Asked(name, found.signals, tuple(parts), len(question.parts) or 1)


if __name__ == "__main__":
    main()
