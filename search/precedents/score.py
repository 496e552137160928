"""How near a matter is to what is asked: aspects measured apart, weighed, and added up."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from search.embed import Encoded, Floats
from search.late import meet, unpack
from search.precedents.asking import Asking, words
from search.precedents.held import Held, HeldMatter
from search.precedents.sums import Sum, largest
from search.rank.stems import placed
from search.words import STOP

# How much each aspect counts. Subject, words and kind add up to 1; what few proposals state comes on top. Decision 17
# has what each gains.
SUBJECT, WORDS, KIND = 0.50, 0.20, 0.30
PROCESS, MONEY, BODY = 0.10, 0.05, 0.03
# The mean best cosine of a text's tokens with a passage's: of what has nothing to do with it, of what says the same.
UNLIKE, SAME = 0.15, 0.55
# What is left of a matter that only took note, for a proposal that asks for a decision, and the other way round.
ONLY_NOTED, NOT_NOTED = 0.65, 0.75
FAINT = 0.8  # what a word counts that every text holds, beside the rarity of one that tells
NOTICE = frozenset(("noted", "received"))


@dataclass(frozen=True, slots=True)
class Nearness:
    """What speaks for a matter, each in [0, 1], and the total of them, in [0, 1].

    process, money and body are None where the proposal or the matter states none.
    """

    subject: float
    words: float
    kind: float
    process: float | None
    money: float | None
    body: float | None
    total: float


def subject(
    held: Held, asked: Sequence[tuple[str, Encoded]], codes: Mapping[int, bytes], matters: Sequence[HeldMatter]
) -> list[float]:
    """How well the texts asked meet what shows each matter, in [0, 1]: the mean over texts of the best passage's.

    asked are the texts with what the model makes of them; codes are the token vectors of the matters' passages by row,
    as search.late packs them.
    """
    rows = [row for row in dict.fromkeys(row for one in matters for row in one.passages) if row in codes]
    if not rows or not asked:
        return [0.0] * len(matters)
    unpacked = unpack([codes[row] for row in rows])
    # a resolution may name its matter in its title alone, so that what stands around it counts as much as its own text
    means = [
        sum(meet(made.tokens, unpacked)) / 2 @ telling(held, text, made) for text, made in asked if len(made.tokens)
    ]
    found = []
    for one in matters:
        at = [place for place, row in enumerate(rows) if row in set(one.passages)]
        best = [float(mean[at].max()) for mean in means] if at else []
        found.append(_scaled(sum(best) / len(best)) if best else 0.0)
    return found


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


def nearness(asking: Asking, held: Held, matter: HeldMatter, meets: float) -> Nearness:
    """How near a matter is; meets is what subject gives for it."""
    own, of_kind = shared(held, asking.words, matter.words), kind(held, asking.kinds, matter.kinds)
    ran, worth, at = process(asking, matter), money(asking.money, value(matter)), _body(asking, held, matter)
    total = SUBJECT * meets + WORDS * own + KIND * of_kind
    if not asking.kinds:
        total /= SUBJECT + WORDS
    total += PROCESS * (ran or 0) + MONEY * (worth or 0) + BODY * (at or 0)
    total *= fitting(asking, matter)
    return Nearness(meets, own, of_kind, ran, worth, at, min(total, 1.0))


def fitting(asking: Asking, matter: HeldMatter) -> float:
    """What a matter keeps of its score: all of it where it decided or only noted, as the proposal asks."""
    only_noted = all(verb in NOTICE for verb in matter.verbs)
    if asking.act == "decide":
        return ONLY_NOTED if only_noted else 1.0
    return NOT_NOTED if asking.act == "note" and not only_noted else 1.0


def process(asking: Asking, matter: HeldMatter) -> float | None:
    """The share of a named process's words that a matter names, the best of several; None where none is named."""
    named = [found for one in asking.named if (found := words(one))]
    if not named:
        return None
    said = set(words(" ".join((matter.title, *matter.said, *matter.asked))))
    return max(sum(word in said for word in one) / len(one) for one in named)


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
