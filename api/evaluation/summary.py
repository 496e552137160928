"""The means of a run, overall and by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from api.evaluation.intervals import LEVEL, RESAMPLES, SEED, Mean, mean
from api.evaluation.runs import Run
from api.evaluation.scored import MEASURES, SHOWN, Scored

Means = dict[str, Mean]
HOPELESS = "unanswerable_declined"


def means(scored: Iterable[Scored], names: Sequence[str] = tuple(MEASURES)) -> Means:
    """The mean of each measure over the questions that have it; a measure that none has is absent."""
    asked = list(scored)
    values = {name: [one.figures[name] for one in asked if name in one.figures] for name in names}
    return {name: mean(figures) for name, figures in values.items() if figures}


def by_kind(scored: Sequence[Scored]) -> dict[str, Means]:
    """Means by kind, in order of name; questions without a kind are left out."""
    kinds = sorted({one.kind for one in scored} - {""})
    return {kind: means(one for one in scored if one.kind == kind) for kind in kinds}


def sizes(scored: Sequence[Scored]) -> Counter[str]:
    """How many questions there are of each kind."""
    return Counter(one.kind for one in scored)


def report_fields(run: Run) -> dict[str, Any]:
    """For scripts: figures under "overall" and each kind, their intervals likewise under "intervals".

    "refusals" has, by kind of question without an answer, how many there are and the share refused.
    """
    tables = {"overall": means(run.scored), **by_kind(run.answerable)}
    counts = {**sizes(run.answerable), "overall": len(run.answerable)}
    shown = {
        name: {measure: values[measure] for measure in SHOWN if measure in values} for name, values in tables.items()
    }
    return {
        **{
            name: {"n": counts[name], **{measure: figure.value for measure, figure in values.items()}}
            for name, values in shown.items()
        },
        "intervals": {
            name: {measure: [figure.low, figure.high] for measure, figure in values.items()}
            for name, values in shown.items()
        },
        "judged": {measure: figure.n for measure, figure in shown["overall"].items()},
        "bootstrap": {"level": LEVEL, "resamples": RESAMPLES, "seed": SEED},
        "refusals": {
            kind: {"n": figure.n, "declined": figure.value, "interval": [figure.low, figure.high]}
            for kind, figure in refusals(run).items()
        },
    }


def refusals(run: Run) -> Means:
    """By kind of question without an answer, the share refused."""
    return {kind: values[HOPELESS] for kind, values in by_kind(run.hopeless).items()}
