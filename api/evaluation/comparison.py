"""Two runs over the same questions, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from api.evaluation.intervals import Difference, difference
from api.evaluation.runs import Run
from api.evaluation.scored import SHOWN, Scored

# Measures by which a question is gained or lost; with more of each, it is better.
WATCHED = ("recall@1", "recall@5", "complete@5", "answer_holds", "answered_right", "unanswerable_declined")
Key = tuple[bool, str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """One measure over the questions that both runs have a figure for: both means and the paired difference."""

    then: float
    now: float
    difference: Difference


@dataclass(frozen=True, slots=True)
class Moved:
    """The questions that a measure is higher for than before, and those that it is lower for, as they are now."""

    gained: tuple[Scored, ...]
    lost: tuple[Scored, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A run against an earlier one. shared counts the questions of both, alone those that only one run asked."""

    earlier: str
    shared: int
    alone: int
    changes: dict[str, Change]
    moved: dict[str, Moved]


def compared(earlier: Run, run: Run, name: str) -> Comparison:
    """Run against the earlier one, which is called name. A question is the same where its id and its words are."""
    before = {_key(one): one for one in earlier.scored}
    pairs = [(before[_key(one)], one) for one in run.scored if _key(one) in before]
    changes: dict[str, Change] = {}
    moved: dict[str, Moved] = {}
    for measure in SHOWN:
        both = [(then, now) for then, now in pairs if measure in then.figures and measure in now.figures]
        if not both:
            continue
        was, is_now = ([one.figures[measure] for one in side] for side in zip(*both, strict=True))
        changes[measure] = Change(sum(was) / len(was), sum(is_now) / len(is_now), difference(was, is_now))
        if measure in WATCHED:
            moved[measure] = Moved(
                tuple(now for then, now in both if now.figures[measure] > then.figures[measure]),
                tuple(now for then, now in both if now.figures[measure] < then.figures[measure]),
            )
    return Comparison(name, len(pairs), len(earlier.scored) + len(run.scored) - 2 * len(pairs), changes, moved)


def comparison_fields(comparison: Comparison) -> dict[str, Any]:
    """For scripts: by measure then, now, difference, its interval and p; the ids of questions gained and lost."""
    return {
        "earlier": comparison.earlier,
        "shared": comparison.shared,
        "alone": comparison.alone,
        "measures": {
            measure: {
                "n": change.difference.mean.n,
                "then": change.then,
                "now": change.now,
                "difference": change.difference.mean.value,
                "interval": [change.difference.mean.low, change.difference.mean.high],
                "p": change.difference.p,
            }
            for measure, change in comparison.changes.items()
        },
        "moved": {
            measure: {"gained": [one.id for one in moved.gained], "lost": [one.id for one in moved.lost]}
            for measure, moved in comparison.moved.items()
        },
    }


def _key(one: Scored) -> Key:
    return one.answerable, one.id, one.question
