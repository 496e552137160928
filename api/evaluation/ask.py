"""Judged questions asked of a library, and the measures of ir_measures over what came back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import ir_measures
from ir_measures import RR, Qrel, ScoredDoc, Success, nDCG

from api.evaluation.scored import DEPTH, Scored
from search.judge import Judged, cited, new_parts
from search.judge_answers import holds_answer
from search.model import Answer, Answered, Hit
from search.searcher import Searcher

MEASURED = {f"recall@{k}": Success @ k for k in range(1, DEPTH + 1)}
RANKED = {"mrr@10": RR @ DEPTH, "ndcg@10": nDCG @ DEPTH}
PLACE = ("date", "body", "item")


def ask(asked: Sequence[Judged], searcher: Searcher) -> list[Scored]:
    """Questions that the documents answer, each searched and answered."""
    found = {question.id: searcher.find(question.question, DEPTH) for question in asked}
    ranked = _ranked(asked, found)
    return [
        _scored(question, found[question.id], searcher.answer(question.question), ranked[question.id])
        for question in asked
    ]


def ask_hopeless(asked: Sequence[Judged], searcher: Searcher) -> list[Scored]:
    """Questions that the documents do not answer."""
    scored = []
    for question in asked:
        answer = searcher.answer(question.question)
        answered = isinstance(answer, Answered)
        figures = {"unanswerable_declined": float(not answered)} | ({"answered_right": 0.0} if answered else {})
        first = _place(answer.hits) if isinstance(answer, Answered) else ""
        scored.append(
            Scored(
                id=question.id,
                question=question.question,
                kind=question.kind,
                answerable=False,
                answered=answered,
                figures=figures,
                first=first,
                confidence=answer.confidence,
            )
        )
    return scored


def _scored(question: Judged, hits: tuple[Hit, ...], answer: Answer, figures: Mapping[str, float]) -> Scored:
    new = new_parts(question, hits)
    rank = next((number for number, parts in enumerate(new, start=1) if parts), 0)
    within = frozenset().union(*new[:5]) if new else frozenset()
    answered = isinstance(answer, Answered)
    more = {"complete@5": float(within == question.parts)} if len(question.parts) > 1 else {}
    more |= _citation(cited(question, hits))
    holds = holds_answer(answer.text if isinstance(answer, Answered) else "", question.answer, question.question)
    more |= {"answer_holds": float(holds)} if holds is not None else {}
    if isinstance(answer, Answered):
        first = new_parts(question, answer.hits[:1])
        more["answered_right"] = float(bool(first[0]))
    more["answerable_declined"] = float(not answered)
    return Scored(
        id=question.id,
        question=question.question,
        kind=question.kind,
        answerable=True,
        answered=answered,
        figures={**figures, **more},
        rank=rank,
        parts=len(question.parts),
        found=len(frozenset().union(*new)),
        first=_place(hits),
        confidence=answer.confidence,
    )


def _ranked(asked: Sequence[Judged], found: Mapping[str, tuple[Hit, ...]]) -> dict[str, dict[str, float]]:
    """Recall over the parts of an answer; for nDCG a passage gains the parts that it is the first to hold."""
    ranks = range(1, DEPTH + 1)
    run: list[ScoredDoc] = []
    gains: list[Qrel] = []
    part_run: list[ScoredDoc] = []
    part_qrels: list[Qrel] = []
    whole: dict[str, Judged] = {}
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
            whole[name] = question
            place = next((f"rank {rank}" for rank, parts in enumerate(new, start=1) if part in parts), "missed")
            part_run += [ScoredDoc(name, f"rank {rank}", -rank) for rank in ranks]
            part_qrels.append(Qrel(name, place, 1))
    figures: dict[str, dict[str, float]] = {question.id: {} for question in asked}
    names = {measure: name for name, measure in (MEASURED | RANKED).items()}
    for value in ir_measures.iter_calc(list(MEASURED.values()), part_qrels, part_run):
        question, name = whole[value.query_id], names[value.measure]
        figures[question.id][name] = figures[question.id].get(name, 0.0) + float(value.value) / len(question.parts)
    for value in ir_measures.iter_calc(list(RANKED.values()), gains, run):
        figures[value.query_id][names[value.measure]] = float(value.value)
    return figures


def _citation(right: Mapping[str, bool]) -> dict[str, float]:
    figures = {f"cite_{name}": float(value) for name, value in right.items()}
    place = [right[name] for name in PLACE if name in right]
    return figures | ({"cite_place": float(all(place))} if place else {})


def _place(hits: Sequence[Hit]) -> str:
    """Where the first passage stands; "" where nothing was found."""
    if not hits:
        return ""
    cited = hits[0].citation
    return (
        f"{cited.place} - {cited.sheet} of {cited.file}"
        if cited.place != cited.file
        else f"{cited.file}, {cited.sheet}"
    )
