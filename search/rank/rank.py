"""Candidates of a question in the order in which they should be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

import numpy as np

from search.embed import Encoded, Model
from search.fuse import fuse
from search.rank.candidates import Candidate
from search.rank.signals import SIGNALS, Found, Table, rarity, table
from search.rank.stems import asked_stems, stems, words
from search.rank.weights import WEIGHTS
from search.retrieve import Retrieve
from search.stages import stage
from search.understand.query import Constraint, Query

CANDIDATES = 100  # rows that each way of searching gives
FILTERED = 2_000  # where the question's period or exact words leave most of them out
NEAR = 5.0  # of reciprocal rank fusion: the first ranks count most
POOL = 50  # of these the first are looked at closely
PART = 20  # where the question is part of one: of the parts of all judged questions the best stands among the first 20
COMMON = 0.03  # share of passages that hold an abbreviation which says nothing of its question
WRITTEN_OUT = 3  # abbreviations that are written out for the model
MIDDLE, SPREAD = 18.0, 5.0  # of a sum of weighed signals: what scores one half, and how far apart scores are
SCORES = np.array([WEIGHTS[name] for name in SIGNALS])


@dataclass(frozen=True, slots=True)
class Ranked:
    """What was found for a question. scored are rows, best first, each with its score in [0, 1].

    candidates are those that were looked at closely, best first, and signals (n, len(SIGNALS)) what spoke for each.
    """

    candidates: tuple[Candidate, ...]
    signals: Table
    scored: tuple[tuple[int, float], ...]


NOTHING = Ranked((), np.zeros((0, len(SIGNALS))), ())


def rank(view: Retrieve, model: Model, query: Query, parts: Sequence[Query] = ()) -> list[Ranked]:
    """The candidates for a question, then those for each of its parts; none where it says nothing or nothing fits.

    All are embedded together, which takes little longer than one of them alone.
    """
    queries = [query, *parts]
    texts = {one.words: worded(view, one) for one in queries if one.words}
    with stage("embed"):
        asked = dict(zip(texts, model.questions(list(texts.values())), strict=True)) if texts else {}
    return [
        _ranked(view, one, texts[one.words], asked[one.words], PART if place else POOL) if one.words else NOTHING
        for place, one in enumerate(queries)
    ]


def _ranked(view: Retrieve, query: Query, text: str, asked: Encoded, pool: int) -> Ranked:
    with stage("retrieve"):
        found, among, rest = gathered(view, query, asked, pool)
    with stage("rank"):
        signals = table(query, asked, text, found, among)
    totals = signals @ SCORES
    order = sorted(range(len(among)), key=lambda place: -totals[place])
    scored = [(among[place].row, _share(totals[place])) for place in order]
    last = scored[-1][1] if scored else 0.0
    return Ranked(
        tuple(among[place] for place in order),
        signals[order],
        (*scored, *((row, last) for row in rest)),
    )


def worded(view: Retrieve, query: Query) -> str:
    """What the model reads: the question with its abbreviations written out, but those that everybody here writes."""
    spots = query.of("abbreviation")
    holding = view.holding(asked_stems(spot.printed for spot in spots))
    rare = COMMON * view.size
    meant = [
        one.value for one in spots if min([holding.get(stem, 0) for stem in stems(one.printed)], default=0) <= rare
    ]
    meant = meant[:WRITTEN_OUT]
    return f"{query.words} ({'; '.join(meant)})" if meant else query.words


def gathered(view: Retrieve, query: Query, asked: Encoded, pool: int) -> tuple[Found, list[Candidate], list[int]]:
    """What both ways of searching find, the first of it as candidates, and the rows of those behind them.

    A candidate keeps to what the question is strict about.
    """
    strict = [one for one in query.constraints if one.strict]
    deep = FILTERED if strict else CANDIDATES
    wording = " ".join([query.words, *query.expansions])
    lexical, dense = view.lexical(wording, deep), view.dense(asked.vector, deep)
    fused = [row for row, _ in fuse([lexical, [row for row, _ in dense]], NEAR)]
    if strict:
        fused = [one.row for one in view.candidates(fused) if _keeps(one, strict)]
    among = view.candidates(fused[:pool])
    holding = view.holding(asked_stems([wording]))
    size, near = view.size, dict(dense)
    found = Found(
        near | view.cosines(asked.vector, [one.row for one in among if one.row not in near]),
        view.codes([one.row for one in among]),
        lambda stem: rarity(size, holding.get(stem, 0)),
        view.spellings,
    )
    return found, among, fused[pool:]


def _keeps(one: Candidate, strict: Sequence[Constraint]) -> bool:
    """Whether a candidate is of the period asked for and holds the words that must match exactly."""
    for spot in strict:
        if spot.kind == "period" and not (one.date and spot.first <= one.date <= (spot.last or "9999")):
            return False
        if spot.kind == "phrase" and not _holds(f"{one.text} {one.around}", spot.value):
            return False
    return True


def _holds(text: str, phrase: str) -> bool:
    """Whether the words of the phrase stand in the text one after another."""
    return f" {' '.join(words(phrase))} " in f" {' '.join(words(text))} "


def _share(total: float) -> float:
    """A sum of weighed signals as a score in [0, 1]."""
    return 1 / (1 + exp(-max(-50.0, min(50.0, (total - MIDDLE) / SPREAD))))
