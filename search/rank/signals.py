"""What speaks for a candidate, as numbers: each is a column of one table, weighed in search.rank.weights."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from search.embed import Encoded, Floats
from search.late import meet, stretches, unpack
from search.rank import kinds
from search.rank.candidates import Candidate
from search.rank.stems import asked_stems, heading_stems, sentence_stems, stems
from search.understand.query import Query
from search.words import STOP

Table = NDArray[np.float64]
FAINT = 0.15  # what a word counts that every question holds, beside the weight of a telling one
# how well a token meets a passage that holds its word: the mean over the judged questions of four sets
HELD = 0.62

SIGNALS = (
    "late",
    "late, own text",
    "stretch",
    "words",
    "words of a sentence",
    "words of the title",
    "defined",
    "period",
    "body asked",
    "body named",
    "item",
    *kinds.SIGNS,
)


@dataclass(frozen=True, slots=True)
class Found:
    """What is known of a question's candidates: their cosines with it by row, and their token vectors where there are.

    rarity gives the weight of a stem, higher for a rarer one; spellings gives the names of a body as papers print it.
    """

    cosines: Mapping[int, float]
    codes: Mapping[int, bytes]
    rarity: Callable[[str], float]
    spellings: Callable[[str], frozenset[str]]


def rarity(passages: int, holding: int) -> float:
    """The weight of a stem that so many of the passages hold: its inverse document frequency, as BM25 has it."""
    return log(1 + (passages - holding + 0.5) / (holding + 0.5))


def table(query: Query, asked: Encoded, text: str, found: Found, among: Sequence[Candidate]) -> Table:
    """One row for each candidate, one column for each of SIGNALS.

    asked is the question as the model sees it and text what the model was given.
    """
    wanted = {stem: found.rarity(stem) for stem in asked_stems([query.words])}
    asked_for = frozenset(wanted)
    alike = _alike(query)
    late = _late(asked, text, found, among)
    named = _constraints(query, found, among)
    fitting = {kind: kinds.signs(query, kind) for kind in {one.kind for one in among}}
    rows = []
    for at, one in enumerate(among):
        sentences: Sequence[frozenset[str]] = sentence_stems(one.text)
        around, title = heading_stems(one.around), heading_stems(f"{one.title} {one.headings}")
        if alike:
            sentences = [_written(sentence, alike) for sentence in sentences]
            around, title = _written(around, alike), _written(title, alike)
        held = _written(frozenset().union(*sentences), alike)
        # many a sentence holds the same of what is asked for
        best = max((_share(wanted, part) for part in {sentence & asked_for for sentence in sentences}), default=0.0)
        defined = query.intent == "definition" and any(short <= held and long <= held for short, long in alike)
        told = [_share(wanted, held | around), best, _share(wanted, title), float(defined)]
        rows.append([*late[at], *told, *named[at], *fitting[one.kind]])
    return np.array(rows, np.float64).reshape(len(among), len(SIGNALS))


def _alike(query: Query) -> list[tuple[frozenset[str], frozenset[str]]]:
    """The stems of each abbreviation of the question as it is printed there, and as it may be written instead."""
    spots = query.of("abbreviation")
    return [(frozenset(stems(spot.printed)), frozenset(asked_stems([spot.value]))) for spot in spots]


def _written(held: frozenset[str], alike: Sequence[tuple[frozenset[str], frozenset[str]]]) -> frozenset[str]:
    """What is held, and the question's own form of each abbreviation that is held in its other form."""
    return held.union(*(printed for printed, other in alike if other and other <= held))


def _share(wanted: Mapping[str, float], held: frozenset[str]) -> float:
    """The share of what is asked for that is there, rare words counting more; 0 to 1."""
    return sum(weight for stem, weight in wanted.items() if stem in held) / (sum(wanted.values()) or 1.0)


def _late(asked: Encoded, text: str, found: Found, among: Sequence[Candidate]) -> Floats:
    """How the question's tokens meet those of each candidate (n, 3).

    The mean of their best cosines, all tokens counting alike, those of its people among what they meet; the same with
    its own text alone, where telling words count more; and the best cosine of the whole question with a stretch of it.
    A candidate without token vectors has its own cosine for all three.
    """
    out = np.array([[found.cosines.get(one.row, 0.0)] * 3 for one in among], np.float32).reshape(len(among), 3)
    at = [place for place, one in enumerate(among) if one.row in found.codes]
    if at and len(asked.tokens):
        passages = unpack([found.codes[among[place].row] for place in at])
        whole, own = meet(asked.tokens, passages)
        whole = np.maximum(whole, _people(asked, text, [among[place].presenters for place in at]))
        telling = _telling(asked, text, found.rarity)
        stretch = stretches(asked.vector, passages)
        out[at] = np.stack([whole.mean(axis=1), own @ telling, stretch], axis=1)
    return out


def _telling(asked: Encoded, text: str, weight: Callable[[str], float]) -> Floats:
    """How much each token of the question counts, in sum 1: by how rare the word is that it belongs to."""
    if not asked.places:
        return np.full(len(asked.tokens), 1 / len(asked.tokens), np.float32)
    weights = np.full(len(asked.tokens), FAINT, np.float32)
    for word, inside in _words(asked, text):
        weights[inside] = sum(map(weight, word))
    return weights / (weights.sum() or np.float32(1))


def _people(asked: Encoded, text: str, people: Sequence[str]) -> Floats:
    """HELD for each question token whose word is in the names of a passage's people, else -1: (passages, tokens).

    Their names are no part of what is embedded: without this, a question that names a speaker meets those who address
    the speaker better than what the speaker said.
    """
    out = np.full((len(people), len(asked.tokens)), -1, np.float32)
    names = [heading_stems(one) for one in people]
    for word, inside in _words(asked, text):
        wanted = frozenset(word)
        out[np.ix_([wanted <= named for named in names], inside)] = HELD
    return out


def _words(asked: Encoded, text: str) -> Iterator[tuple[list[str], list[bool]]]:
    """The stems of each word of the question that is no stop word, and which tokens are of it."""
    for found in re.finditer(r"[^\W_]+", text):
        word = stems(found[0])
        if word and found[0].lower() not in STOP:
            yield word, [start < found.end() and end > found.start() for start, end in asked.places]


def _constraints(query: Query, found: Found, among: Sequence[Candidate]) -> list[tuple[bool, bool, bool, bool]]:
    """Whether each candidate is of the period, body and item that the question names."""
    periods = [(spot.first, spot.last or "9999") for spot in query.of("period")]
    asked = frozenset().union(*(found.spellings(spot.value) for spot in query.of("body") if spot.source))
    named = frozenset().union(*(found.spellings(spot.value) for spot in query.of("body") if not spot.source))
    numbers = {spot.value.strip(". ") for spot in query.of("item")}
    return [
        (
            bool(one.date) and any(first <= one.date <= last for first, last in periods),
            one.body in asked,
            one.body in named,
            one.item in numbers,
        )
        for one in among
    ]
