"""The matters that are near to a proposal: looked for by words and by meaning, weighed, and cut where they are weak."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from search.embed import Floats, Model
from search.precedents.asking import Asking
from search.precedents.held import Held, HeldMatter
from search.precedents.linked import linked
from search.precedents.score import Nearness, fitting, nearness, subject
from search.retrieve import Embedded

DEEP = 300  # passages that are looked at for each text of the proposal
POOL = 60  # matters that each way of looking gives, of those the nearest are compared token by token
# What a matter needs at least to be called a precedent, and which share of what the nearest has.
LEAST, BESIDE = 0.42, 0.60

# What a matter has at least of the score of another that is on one matter with it: a committee before, a return after.
LINKED = 0.75

Scored = tuple[HeldMatter, Nearness]


def near(view: Embedded, model: Model, held: Held, asking: Asking) -> list[Scored]:
    """Every matter that passes for a precedent, nearest first; [] where nothing here is like what is asked."""
    if not asking.texts or not held.matters:
        return []
    return kept(scored(view, model, held, asking))


def kept(found: Sequence[Scored]) -> list[Scored]:
    """Those that are near enough, in themselves and beside the nearest."""
    least = max(LEAST, BESIDE * max((one.total for _, one in found), default=0.0))
    return [pair for pair in found if pair[1].total >= least]


def scored(view: Embedded, model: Model, held: Held, asking: Asking) -> list[Scored]:
    """The candidates with how near they are, nearest first; the later meeting stands first where two are as near."""
    encoded = model.questions(list(asking.texts))
    places = dict.fromkeys([*_worded(held, asking), *_meant(view, held, [one.vector for one in encoded])])
    among = [held.matters[place] for place in places]
    texts = [*zip(asking.texts, encoded, strict=True)]

    def measured(matters: Sequence[HeldMatter]) -> list[Scored]:
        codes = view.codes([row for one in matters for row in one.passages])
        meets = subject(held, texts, codes, matters)
        return [(one, nearness(asking, held, one, met)) for one, met in zip(matters, meets, strict=True)]

    found = {one.address: (one, how) for one, how in measured(among)}
    on_one = {
        (one.address, other.address): other
        for one, how in found.values()
        if how.total >= LEAST
        for other in linked(held, one)
        if isinstance(other, HeldMatter)
    }
    beyond = {other.address: other for other in on_one.values() if other.address not in found}
    found |= {one.address: (one, how) for one, how in measured([*beyond.values()])}
    totals = {address: how.total for address, (_, how) in found.items()}
    for one, other in on_one:
        matter, how = found[other]
        if totals[other] >= LEAST / 2:
            lifted = LINKED * totals[one] * fitting(asking, matter)
            found[other] = (matter, replace(how, total=max(how.total, lifted)))
    order = sorted(found.values(), key=lambda pair: (pair[1].total, pair[0].date, pair[0].address), reverse=True)
    return order


def _worded(held: Held, asking: Asking) -> list[int]:
    """The places of the matters that share most words and kinds with what is asked, rare ones counting more."""
    totals: defaultdict[int, float] = defaultdict(float)
    for among, asked, weigh in (
        (held.holding, asking.words, held.rarity),
        (held.of_kind, asking.kinds, lambda one: held.kinds.get(one, 0.0)),
    ):
        every = sum(map(weigh, asked)) or 1.0
        for one in asked:
            for place in among.get(one, ()):
                totals[place] += weigh(one) / every
    return sorted(totals, key=lambda place: (-totals[place], place))[:POOL]


def _meant(view: Embedded, held: Held, vectors: Sequence[Floats]) -> list[int]:
    """The places of the matters whose passages are nearest in meaning to one of the texts."""
    best: defaultdict[int, float] = defaultdict(float)
    for vector in vectors:
        for row, cosine in view.dense(vector, DEEP):
            place = held.among.get(row)
            if place is not None:
                best[place] = max(best[place], cosine)
    return sorted(best, key=lambda place: (-best[place], place))[:POOL]
