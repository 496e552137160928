"""The matters that are near to a proposal: looked for by words and by meaning, weighed, and cut where they are weak."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from search.embed import Floats, Model
from search.precedents.asking import Asking
from search.precedents.held import Held, HeldMatter
from search.precedents.linked import linked
from search.precedents.model import CONTRARY
from search.precedents.outcomes import of_words
from search.precedents.score import Nearness, among, met, nearness
from search.precedents.weights import AGAINST, ALIKE, ANY, FIRST, LEAST
from search.retrieve import View

DEEP = 300  # passages that are looked at for each text of the proposal
POOL = 60  # matters that each way of looking gives, of those the nearest are compared token by token
# What a matter has at least of the score of another that is on one matter with it (a committee before, a return after),
# and how often its own it can have by that.
LINKED, LIFT = 0.75, 10

Scored = tuple[HeldMatter, Nearness]


def near(view: View, model: Model, held: Held, asking: Asking) -> list[Scored]:
    """Every matter that passes for a precedent, nearest first; [] where nothing here is like what is asked."""
    if not asking.texts or not held.matters:
        return []
    return kept(ordered(held, asking, scored(view, model, held, asking)))


def kept(found: Sequence[Scored]) -> list[Scored]:
    """Those of some matters in order that are near enough, in themselves and beside the nearest, which always is.

    Most is asked of the first three, on which a reader relies; less of those behind them, and of contrary ones: where
    none of these is near enough, the first that is at all like what is asked stands behind the others.
    """
    out: list[Scored] = []
    for one, how in found:
        least, beside = (AGAINST if contrary(one) else ALIKE)[len(out) >= FIRST]
        if not out or how.total >= max(least, beside * out[0][1].total):
            out.append((one, how))
    if not any(contrary(one) for one, _ in out):
        out += [(one, how) for one, how in found if contrary(one) and how.total >= AGAINST[-1][0]][:1]
    return out


def contrary(one: HeldMatter) -> bool:
    """Whether the words of a matter's decisions say that not all was given as it was asked."""
    return any(of_words(*each) in CONTRARY for each in zip(one.verbs, one.said, one.conditions, strict=True))


def ordered(held: Held, asking: Asking, found: Sequence[Scored]) -> list[Scored]:
    """The candidates by how near they are beside each other, none where not even the nearest is near by itself.

    The later meeting stands first where two are as near.
    """
    ranked = among(asking, found)
    if not found or (max(how.total for _, how in found) * max(how.total for _, how in ranked)) ** 0.5 < ANY:
        return []
    beside = {one.address: (one, how) for one, how in ranked}
    lifted = dict(beside)
    for one, how in beside.values():
        for other in linked(held, one) if how.total >= LEAST else ():
            if isinstance(other, HeldMatter) and other.address in beside:
                own, total = beside[other.address][1].total, lifted[other.address][1].total
                more = max(total, min(LINKED * how.total, LIFT * own))
                lifted[other.address] = (other, replace(beside[other.address][1], total=more))
    return sorted(lifted.values(), key=lambda pair: (pair[1].total, pair[0].date, pair[0].address), reverse=True)


def scored(view: View, model: Model, held: Held, asking: Asking) -> list[Scored]:
    """The candidates with how near each is by itself, those that are on one matter with a near one among them."""
    encoded = model.questions(list(asking.texts))
    places = dict.fromkeys([*_worded(held, asking), *_meant(view, held, [one.vector for one in encoded])])
    texts = [*zip(asking.texts, encoded, strict=True)]

    def measured(matters: Sequence[HeldMatter]) -> list[Scored]:
        meets = met(view, held, texts, matters)
        return [(one, nearness(asking, held, one, how)) for one, how in zip(matters, meets, strict=True)]

    found = measured([held.matters[place] for place in places])
    known = {one.address for one, _ in found}
    beyond = {
        other.address: other
        for one, how in found
        if how.total >= LEAST
        for other in linked(held, one)
        if isinstance(other, HeldMatter) and other.address not in known
    }
    return [*found, *measured([*beyond.values()])]


def _worded(held: Held, asking: Asking) -> list[int]:
    """The places of the matters that share most words and kinds with what is asked, rare ones counting more."""
    totals: defaultdict[int, float] = defaultdict(float)
    for having, asked, weigh in (
        (held.holding, asking.words, held.rarity),
        (held.of_kind, asking.kinds, lambda one: held.kinds.get(one, 0.0)),
    ):
        every = sum(map(weigh, asked)) or 1.0
        for one in asked:
            for place in having.get(one, ()):
                totals[place] += weigh(one) / every
    return sorted(totals, key=lambda place: (-totals[place], place))[:POOL]


def _meant(view: View, held: Held, vectors: Sequence[Floats]) -> list[int]:
    """The places of the matters whose passages are nearest in meaning to one of the texts."""
    best: defaultdict[int, float] = defaultdict(float)
    for vector in vectors:
        for row, cosine in view.dense(vector, DEEP):
            place = held.among.get(row)
            if place is not None:
                best[place] = max(best[place], cosine)
    return sorted(best, key=lambda place: (-best[place], place))[:POOL]
