"""Fit how sure an answer is, and show on held-back questions how far that can be believed.

    python benchmarks/fit_confidence.py LIBRARY=QUESTIONS.jsonl=UNANSWERABLE.jsonl [...] [--plot FILE.svg]

An answerable question counts as right where the first passage found answers it. It is asked once more with the
passages that answer taken out, and is then like the questions without an answer: never right. Prints the weights fitted
on all, then, each question judged by weights fitted on the other four fifths: the shares refused at several
thresholds, and a table of reliability; --plot draws it.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from api.commands.options import searcher, settings
from api.evaluation.calibration import BINS, Bin
from api.evaluation.charts import reliability
from api.evaluation.intervals import mean
from api.evaluation.questions import judged
from search.confidence.confidence import telling
from search.confidence.evidence import EVIDENCE, evidence
from search.find import ranked
from search.hits import hits
from search.judge import Judged, holds
from search.rank.rank import Ranked
from search.retrieve import View
from search.searcher import Searcher

Table = NDArray[np.float64]
FOLDS = 5
# Questions without an answer weigh as they come; taken-out answers are many and easy, and weigh less.
WEIGHT = {"answerable": 1.0, "unanswerable": 1.0, "taken out": 0.2}
THRESHOLDS = (0.05, 0.1, 0.15, 0.2, 0.25, 0.3)


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as it was asked: its evidence, and whether the first passage answers it."""

    id: str
    kind: Literal["answerable", "unanswerable", "taken out"]
    evidence: Table
    right: bool


def main() -> None:
    """Ask everything, fit, print."""
    parser = argparse.ArgumentParser(description="Fit how sure an answer is.")
    parser.add_argument("sets", nargs="+", metavar="LIBRARY=QUESTIONS.jsonl=UNANSWERABLE.jsonl")
    parser.add_argument("--plot", type=Path, metavar="FILE.svg")
    given = parser.parse_args()
    asked: list[Asked] = []
    for each in given.sets:
        library, questions, unanswerable = map(Path, each.split("="))
        ready = searcher(settings(library=library))
        asked += [one for question in judged(questions) for one in _answerable(ready, question)]
        asked += [_unanswerable(ready, question) for question in judged(unanswerable, answerable=False)]
    weights, base = fitted(asked)
    print(*(f'    "{name}": {weight:.2f},' for name, weight in zip(EVIDENCE, weights, strict=True)), sep="\n")
    print(f"BASE = {base:.2f}")
    sure = held_back(asked)
    for threshold in THRESHOLDS:
        shares = {kind: np.mean([p < threshold for one, p in sure if one.kind == kind]) for kind in WEIGHT}
        print(f"refused below {threshold:.2f}:", *(f"{kind} {share:.3f}" for kind, share in shares.items()), sep="  ")
    bins = binned([(one, p) for one, p in sure if one.kind != "taken out"])
    for each in bins:
        said = f"said {each.confidence:.3f}  right {each.right.value:.3f}  of {each.right.n}"
        print(f"{each.low:.1f} to {each.high:.1f}  {said}")
    if given.plot:
        said = "Share of questions whose first passage answers, by the confidence stated; held-back questions."
        given.plot.write_text(str(reliability("reliability", "Reliability", said, bins)), encoding="utf-8")


def fitted(asked: Sequence[Asked]) -> tuple[Table, float]:
    """A weight for each piece of evidence, and the base."""
    table = np.array([one.evidence for one in asked])
    middle, spread = table.mean(axis=0), table.std(axis=0) + 1e-9
    model = LogisticRegression(max_iter=1000).fit(
        (table - middle) / spread,
        [one.right for one in asked],
        sample_weight=[WEIGHT[one.kind] for one in asked],
    )
    weights: Table = model.coef_[0] / spread
    return weights, float(model.intercept_[0] - weights @ middle)


def held_back(asked: Sequence[Asked]) -> list[tuple[Asked, float]]:
    """Each question with the probability that weights fitted without its fold give it."""
    ids = sorted({one.id for one in asked})
    Random(1).shuffle(ids)
    fold = {id: place % FOLDS for place, id in enumerate(ids)}
    out = []
    for number in range(FOLDS):
        weights, base = fitted([one for one in asked if fold[one.id] != number])
        inside = [one for one in asked if fold[one.id] == number]
        out += [(one, float(1 / (1 + np.exp(-(base + one.evidence @ weights))))) for one in inside]
    return out


def binned(sure: Sequence[tuple[Asked, float]]) -> list[Bin]:
    """The questions by their confidence, in tenths."""
    bins = []
    for number in range(BINS):
        inside = [(one, p) for one, p in sure if min(int(p * BINS), BINS - 1) == number]
        if inside:
            certain = float(np.mean([p for _, p in inside]))
            bins.append(Bin(number / BINS, (number + 1) / BINS, certain, mean([float(one.right) for one, _ in inside])))
    return bins


def _answerable(ready: Searcher, question: Judged) -> list[Asked]:
    query = ready.understood(question.question)
    with ready.view() as view:
        found = ranked(view, ready.model, query)
        wanted = telling(view, query)
        right = [_answers(view, row, question) for row, _ in found.scored[: len(found.candidates)]]
        rights = {row for (row, _), answers in zip(found.scored, right, strict=False) if answers}
        out = [Asked(question.id, "answerable", evidence(query, found, wanted), right[0])] if right else []
        rest = without(found, rights)
        if rest.candidates and rights:
            out.append(Asked(question.id, "taken out", evidence(query, rest, wanted), False))
        return out


def without(found: Ranked, rows: set[int]) -> Ranked:
    """What was found, as if these passages were not in the library."""
    kept = [place for place, one in enumerate(found.candidates) if one.row not in rows]
    return replace(
        found,
        candidates=tuple(found.candidates[place] for place in kept),
        signals=found.signals[kept],
        scored=tuple(pair for pair in found.scored if pair[0] not in rows),
    )


def _unanswerable(ready: Searcher, question: Judged) -> Asked:
    query = ready.understood(question.question)
    with ready.view() as view:
        found = ranked(view, ready.model, query)
        return Asked(question.id, "unanswerable", evidence(query, found, telling(view, query)), False)


def _answers(view: View, row: int, question: Judged) -> bool:
    hit = hits(view.connection, [(row, 0.0)], 1)[0]
    return any(holds(hit, gold) for gold in question.gold)


if __name__ == "__main__":
    main()
