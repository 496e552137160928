"""The questions that went wrong, to be looked at one by one."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from api.evaluation.runs import Run
from api.evaluation.scored import Scored


@dataclass(frozen=True, slots=True)
class Misses:
    """unfound: not every part of the answer is among the first k passages; refused and answered: each wrongly."""

    k: int
    unfound: tuple[Scored, ...]
    refused: tuple[Scored, ...]
    answered: tuple[Scored, ...]


def misses(run: Run, k: int) -> Misses:
    """What went wrong; k from 1 to 10."""
    return Misses(
        k,
        tuple(one for one in run.answerable if one.figures.get(f"recall@{k}", 1.0) < 1),
        tuple(one for one in run.answerable if not one.answered),
        tuple(one for one in run.hopeless if one.answered),
    )


def misses_fields(wrong: Misses) -> dict[str, Any]:
    """For scripts: each list under its name, with what is known of each question."""
    return asdict(wrong)


def ranked(one: Scored) -> str:
    """How high the answer stands: "rank 7", "2 of 3 parts, the first at rank 1", "not in the first 10"."""
    if not one.rank:
        return "not in the first 10"
    return f"rank {one.rank}" if one.parts == 1 else f"{one.found} of {one.parts} parts, the first at rank {one.rank}"
