"""How near a matter is to what is asked: aspects measured apart, weighed, and made one probability."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp

import numpy as np

from search.embed import Encoded, Floats
from search.late import meet, unpack
from search.precedents.asking import Asking, words
from search.precedents.held import Held, HeldMatter
from search.precedents.kinds import kin
from search.precedents.sums import Sum, largest
from search.precedents.weights import ALONE, ALONE_BASE, AMONG, AMONG_BASE
from search.rank.stems import placed
from search.retrieve import View
from search.words import STOP

# The mean best cosine of a text's tokens with a passage's: of what has nothing to do with it, of what says the same.
UNLIKE, SAME = 0.15, 0.55
FAINT = 0.8  # what a word counts that every text holds, beside the rarity of one that tells
SLIGHT = 0.05  # keeps a share from being whole where even the best has next to nothing
PART = 0.6  # of the words of a process, without which a matter only happens to share some of them
NOTICE = frozenset(("noted", "received"))


@dataclass(frozen=True, slots=True)
class Met:
    """How well the texts asked meet a matter by meaning, each in [0, 1].

    shown is by the tokens of its resolutions and recommendations, spoken by those and by what was said under the item,
    whole by the cosine of its nearest passage.
    """

    shown: float
    spoken: float
    whole: float


@dataclass(frozen=True, slots=True)
class Nearness:
    """What speaks for a matter, each in [0, 1], and the probability that it is a precedent, in [0, 1].

    process, money and body are None where the proposal or the matter states none.
    """

    met: Met
    words: float
    kind: float
    kin: float
    process: float | None
    money: float | None
    body: float | None
    total: float = 0.0


def met(view: View, held: Held, asked: Sequence[tuple[str, Encoded]], matters: Sequence[HeldMatter]) -> list[Met]:
    """How well the texts asked meet each matter: the mean over the texts of the best passage's.

    asked are the texts with what the model makes of them.
    """
    rows = [*dict.fromkeys(row for one in matters for row in (*one.passages, *one.spoken))]
    codes = view.codes(rows)
    rows = [row for row in rows if row in codes]
    asked = [(text, made) for text, made in asked if len(made.tokens)]
    if not rows or not asked:
        return [Met(0.0, 0.0, 0.0)] * len(matters)
    unpacked = unpack([codes[row] for row in rows])
    # a resolution may name its matter in its title alone, so that what stands around it counts as much as its own text
    means = np.array([sum(meet(made.tokens, unpacked)) / 2 @ telling(held, text, made) for text, made in asked])
    wholes = [view.cosines(made.vector, rows) for _, made in asked]
    cosines = np.array([[found[row] for row in rows] for found in wholes])
    at = {row: place for place, row in enumerate(rows)}

    def best(table: Floats, passages: Sequence[int]) -> float:
        places = [at[row] for row in passages if row in at]
        return float(table[:, places].max(axis=1).mean()) if places else 0.0

    return [
        Met(
            _scaled(best(means, one.passages)),
            _scaled(best(means, (*one.passages, *one.spoken))),
            max(0.0, best(cosines, (*one.passages, *one.spoken))),
        )
        for one in matters
    ]


def telling(held: Held, text: str, made: Encoded) -> Floats:
    """How much each token of a text counts, in sum 1: by how rare the word is that it belongs to."""
    weights = np.full(len(made.tokens), FAINT, np.float32)
    for stem, start, end in placed(text):
        if stem not in STOP:
            weights[[first < end and last > start for first, last in made.places]] = held.rarity(stem)
    shares: Floats = weights / weights.sum()
    return shares


def shared(held: Held, one: Collection[str], other: Collection[str]) -> float:
    """How far a text that is asked shares its stems with another, rare ones counting more, in [0, 1].

    The mean of two: the share of what is asked, and the cosine, which a long text cannot have by its length alone.
    """

    def weight(stems: Collection[str], power: int) -> float:
        return float(sum(held.rarity(stem) ** power for stem in stems))

    both = frozenset(one) & frozenset(other)
    share = weight(both, 1) / (weight(one, 1) or 1.0)
    cosine = weight(both, 2) / ((weight(one, 2) * weight(other, 2)) ** 0.5 or 1.0)
    return (share + cosine) / 2


def kind(held: Held, asked: frozenset[str], matter: frozenset[str]) -> float:
    """The share of the kinds asked that a matter is of, rare ones counting more, in [0, 1]."""
    weights = {one: held.kinds.get(one, max(held.kinds.values(), default=1.0)) for one in asked}
    return sum(weight for one, weight in weights.items() if one in matter) / (sum(weights.values()) or 1.0)


def nearness(asking: Asking, held: Held, matter: HeldMatter, meets: Met) -> Nearness:
    """How near a matter is by itself; meets is what met gives for it."""
    own, of_kind = shared(held, asking.words, matter.words), kind(held, asking.kinds, matter.kinds)
    of_kin = float(bool(kin(asking.kinds) & matter.kinds)) * (1 - of_kind)
    ran, worth, at = process(asking, matter), money(asking.money, value(matter)), _body(asking, held, matter)
    how = Nearness(meets, own, of_kind, of_kin, ran, worth, at)
    return replace(how, total=_probability(ALONE, ALONE_BASE, signals(asking, matter, how)))


def among(asking: Asking, found: Sequence[tuple[HeldMatter, Nearness]]) -> list[tuple[HeldMatter, Nearness]]:
    """The same matters with how near each is beside the best of them, in the same order."""
    return [
        (one, replace(how, total=_probability(AMONG, AMONG_BASE, (*signals(asking, one, how), *beside(how, found)))))
        for one, how in found
    ]


def beside(how: Nearness, found: Sequence[tuple[HeldMatter, Nearness]]) -> tuple[float, float]:
    """The shares that a matter has of the best spoken and the best kind of all that are found."""
    spoken, of_kind = max(one.met.spoken for _, one in found), max(one.kind for _, one in found)
    return how.met.spoken / (spoken + SLIGHT), how.kind / (of_kind + SLIGHT)


def signals(asking: Asking, matter: HeldMatter, how: Nearness) -> tuple[float, ...]:
    """The values of the signals in ALONE for a matter."""
    return (
        how.met.spoken,
        how.met.whole,
        how.words,
        how.kind,
        how.kin,
        float(not asking.kinds),
        how.process or 0.0,
        how.money or 0.0,
        how.body or 0.0,
        float(asking.act == "decide" and only_noted(matter)),
        matter.recurs,
    )


def _probability(weights: Mapping[str, float], base: float, values: Sequence[float]) -> float:
    return 1 / (1 + exp(-base - sum(weight * value for weight, value in zip(weights.values(), values, strict=True))))


def only_noted(matter: HeldMatter) -> bool:
    """Whether a matter decided nothing and only took note."""
    return all(verb in NOTICE for verb in matter.verbs)


def process(asking: Asking, matter: HeldMatter) -> float | None:
    """The share of a named process's words that a matter names, the best of several; None where none is named."""
    named = [found for one in asking.named if (found := words(one))]
    if not named:
        return None
    said = set(words(" ".join((matter.title, *matter.said, *matter.asked))))
    best = max(sum(word in said for word in one) / len(one) for one in named)
    return best if best >= PART else 0.0


def money(asked: Sum | None, decided: Sum | None) -> float | None:
    """1 for sums of one order of magnitude, less for one apart, 0 for more; None where one of them is not stated."""
    if asked is None or decided is None:
        return None
    return max(0.0, 1 - abs(asked.band - decided.band) / 2)


def value(matter: HeldMatter) -> Sum | None:
    """The largest sum that a matter's decisions print, else its papers' recommendations; None where none do."""
    return largest(matter.said) or largest(matter.asked)


def _body(asking: Asking, held: Held, matter: HeldMatter) -> float | None:
    named = [held.names.get(body, body) for body in asking.proposal.bodies]
    return float(any(_folded(name) == _folded(matter.body) for name in named)) if named else None


def _folded(name: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", name.casefold()))


def _scaled(cosine: float) -> float:
    return min(1.0, max(0.0, (cosine - UNLIKE) / (SAME - UNLIKE)))
