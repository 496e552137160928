"""A question answered with cited passages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from search.answers.compose import compose
from search.answers.contradicted import contradicted
from search.answers.kept import apart, kept, narrowed
from search.answers.refusals import outside, refuse, unheard
from search.answers.unrecorded import unrecorded
from search.confidence.confidence import confidence
from search.confidence.weights import REFUSED
from search.embed import Model
from search.hits import hits
from search.model import Answer, Hit
from search.rank.parts import dealt
from search.rank.rank import Ranked, rank
from search.rank.together import together
from search.reread import FIRST, Rerank, reread
from search.retrieve import View
from search.stages import stage
from search.understand.intents import intent
from search.understand.query import Query

DEEPEST = 100
BEHIND = 10  # passages that an answer is made from


def find(view: View, model: Model, query: Query, k: int = 10, rerank: Rerank | None = None) -> tuple[Hit, ...]:
    """The k passages (1 to 100) for a question, best first; none where it says nothing or nothing is there."""
    return shown(view, ranked(view, model, query, rerank), k)


def ranked(view: View, model: Model, query: Query, rerank: Rerank | None = None) -> Ranked:
    """The candidates for a question; where it holds several, those of each part come first in turn.

    With rerank the first candidates are in its order. What answers only together stands together.
    """
    parts = [replace(query, words=part, intent=intent(part), parts=()) for part in query.parts]
    asked = [query, *(parts if len(parts) > 1 else ())]
    found = rank(view, model, query, asked[1:])
    whole, *others = (_reread(view, one, ordered, rerank) for one, ordered in zip(asked, found, strict=True))
    return together(view, query, dealt(whole, others) if others else whole)


def _reread(view: View, query: Query, found: Ranked, rerank: Rerank | None) -> Ranked:
    if rerank is None:
        return found
    return reread(query.words, found, view.candidates([row for row, _ in found.scored[:FIRST]]), rerank)


def shown(view: View, found: Ranked, k: int) -> tuple[Hit, ...]:
    """The best k of the candidates as hits."""
    k = max(1, min(k, DEEPEST))
    return hits(view.connection, found.scored[: 2 * k], k)


def answer(view: View, model: Model, query: Query, k: int = 10, rerank: Rerank | None = None) -> Answer:
    """The answer that the passages found and the registers hold, or a refusal that says why there is none."""
    found = ranked(view, model, query, rerank)
    return answered(view, query, found, shown(view, found, k))


def every(view: View, found: Ranked) -> tuple[Hit, ...]:
    """What the first 100 candidates say, best first."""
    return hits(view.connection, found.scored[:DEEPEST], DEEPEST)


def answered(view: View, query: Query, found: Ranked, best: Sequence[Hit]) -> Answer:
    """The answer that candidates and their first hits give, kept to what the search is narrowed to."""
    held, within = view.connection, view.within
    with stage("answer"):
        if within is None:
            return _answered(view, query, found, best)
        asked = narrowed(query, within)
        return apart(held, query, within, best) or kept(held, asked, within, _answered(view, asked, found, best))


def _answered(view: View, query: Query, found: Ranked, best: Sequence[Hit]) -> Answer:
    held = view.connection
    certain = (
        outside(held, query, best)
        or unheard(held, query, best)
        or contradicted(held, query, best, view.holding)
        or unrecorded(held, query, best, view.holding)
    )
    if certain:
        return certain
    sure = confidence(view, query, found)
    made = compose(held, query, best, view.holding) if sure >= REFUSED else refuse(held, query, "nothing_found", best)
    return replace(made, confidence=sure)


def batch(
    view: View, model: Model, queries: Iterable[Query], k: int = 10, rerank: Rerank | None = None
) -> Iterator[Answer]:
    """One answer for each question, in order."""
    return (answer(view, model, query, k, rerank) for query in queries)
