"""Judged questions asked of a library, and the measures of ir_measures over what came back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import ir_measures
from ir_measures import RR, Qrel, ScoredDoc, Success, nDCG

from api.batch import lines
from api.errors import UnusableArgument
from search.judge import Gold, Judged, cited, new_parts
from search.model import Answered, Hit
from search.searcher import Searcher

DEPTH = 10
RECALL = {f"recall@{k}": Success @ k for k in (1, 3, 5, 10)}
RANKED = {"mrr@10": RR @ DEPTH, "ndcg@10": nDCG @ DEPTH}
Report = dict[str, dict[str, float]]


def judged(path: Path, answerable: bool = True) -> list[Judged]:
    """The questions of a JSON Lines file. Raises UnusableArgument that names the line where a field is missing."""
    needed = ("id", "question", "gold") if answerable else ("id", "question")
    asked = [_judged(path, number, line) for number, line in enumerate(lines(path, *needed), start=1)]
    if not asked:
        raise UnusableArgument(f"{path}: holds no question")
    return asked


def measured(asked: Sequence[Judged], searcher: Searcher) -> Report:
    """Means overall and by kind, each in [0, 1].

    Recall is over the parts of an answer; for nDCG a passage gains the parts that it is the first to hold. cite_ is the
    share of first hits that cite a field rightly, cite_place date, body and item together.
    """
    found = {question.id: searcher.find(question.question, DEPTH) for question in asked}
    kinds = sorted({question.kind for question in asked} - {""})
    report = {"overall": _means(asked, found)}
    for kind in kinds:
        report[kind] = _means([question for question in asked if question.kind == kind], found)
    return report


def declined(asked: Sequence[Judged], searcher: Searcher) -> float:
    """The share of questions that get no answer."""
    return sum(not isinstance(searcher.answer(question.question), Answered) for question in asked) / len(asked)


def _means(asked: Sequence[Judged], found: dict[str, tuple[Hit, ...]]) -> dict[str, float]:
    ranks = range(1, DEPTH + 1)
    run: list[ScoredDoc] = []
    gains: list[Qrel] = []
    part_run: list[ScoredDoc] = []
    part_qrels: list[Qrel] = []
    share: dict[str, float] = {}
    for question in asked:
        new = new_parts(question, found[question.id])
        run += [ScoredDoc(question.id, f"rank {rank}", -rank) for rank in ranks]
        gains += [Qrel(question.id, f"rank {rank}", len(parts)) for rank, parts in enumerate(new, start=1) if parts]
        # A part that was not found is a passage that the run does not hold.
        missed = question.parts - frozenset().union(*new)
        gains += [Qrel(question.id, f"missed {part}", 1) for part in missed]
        # Each part is a query of its own: recall is how many of them succeed.
        for part in question.parts:
            name = f"{question.id}\t{part}"
            share[name] = 1 / len(question.parts) / len(asked)
            place = next((f"rank {rank}" for rank, parts in enumerate(new, start=1) if part in parts), "missed")
            part_run += [ScoredDoc(name, f"rank {rank}", -rank) for rank in ranks]
            part_qrels.append(Qrel(name, place, 1))
    means: dict[str, float] = {"n": len(asked)}
    for name, measure in RECALL.items():
        values = ir_measures.iter_calc([measure], part_qrels, part_run)
        means[name] = sum(float(value.value) * share[value.query_id] for value in values)
    totals = ir_measures.calc_aggregate(list(RANKED.values()), gains, run)
    means |= {name: float(totals[measure]) for name, measure in RANKED.items()}
    return means | _citations([cited(question, found[question.id]) for question in asked])


def _citations(judgements: Sequence[dict[str, bool]]) -> dict[str, float]:
    shares = {}
    for name in ("date", "body", "item", "presenter"):
        values = [right[name] for right in judgements if name in right]
        if values:
            shares[f"cite_{name}"] = sum(values) / len(values)
    places = [[right[name] for name in ("date", "body", "item") if name in right] for right in judgements]
    judged_places = [all(place) for place in places if place]
    if judged_places:
        shares["cite_place"] = sum(judged_places) / len(judged_places)
    return shares


def _judged(path: Path, number: int, line: dict[str, Any]) -> Judged:
    try:
        places = [
            Gold(
                file=str(gold["file"]),
                quote=str(gold["quote"]),
                part=int(gold.get("part") or 1) if line.get("all_needed") else 1,
                line=int(gold.get("line") or 0),
                date=_field(line, gold, "meeting_date"),
                body=_field(line, gold, "committee"),
                item=_field(line, gold, "item"),
                presenter=_field(line, gold, "presenter"),
            )
            for gold in line.get("gold", [])
        ]
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UnusableArgument(f'{path}, question {number}: "gold" does not fit ({error})') from error
    return Judged(str(line["id"]), line["question"], str(line.get("kind") or ""), tuple(places))


def _field(line: dict[str, Any], gold: dict[str, Any], name: str) -> str:
    """A gold place's own value, else its question's; "" for one that is not judged."""
    return str((gold[name] if name in gold else line.get(name)) or "")
