"""How well a library's meetings, items, decisions and actions agree with judged ones."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from api.structure_file import Fact, Minutes
from search.judge import SHARE, SHORT, TITLES, tokens

Scores = dict[str, dict[str, float]]


def scored(gold: Sequence[Minutes], found: Sequence[Minutes]) -> Scores:
    """Items and decisions with precision, recall and F1, actions with recall; each in [0, 1], n counts the judged.

    A meeting found is a judged one where kind and date are the same and the file's stem or the body is. What was found
    in files that nobody judged, or in meetings of a kind that nobody judged, counts neither for nor against. A decision
    or action is held by one found in its meeting whose words hold 80% of its own in one run, each used once.
    """
    merged: dict[int, list[Minutes]] = {number: [] for number in range(len(gold))}
    stems, kinds = {one.stem for one in gold}, {one.kind for one in gold}
    stray = []
    for one in found:
        place = _place(gold, one)
        if place is not None:
            merged[place].append(one)
        elif one.stem in stems and one.kind in kinds:
            stray.append(one)
    numbers = [frozenset[str]().union(*(one.items for one in merged[place])) for place in merged]
    right = sum(len(want.items & have) for want, have in zip(gold, numbers, strict=True))
    named = sum(map(len, numbers)) + sum(len(one.items) for one in stray)
    decided = [[fact for one in merged[place] for fact in one.decisions] for place in merged]
    asked = [[fact for one in merged[place] for fact in one.actions] for place in merged]
    decisions = [pair for want, have in zip(gold, decided, strict=True) for pair in _pairs(want.decisions, have)]
    actions = [pair for want, have in zip(gold, asked, strict=True) for pair in _pairs(want.actions, have)]
    listed = sum(map(len, decided)) + sum(len(one.decisions) for one in stray)
    owned = [(want, have) for want, have in actions if want.said]
    return {
        "items": _agreement(right, sum(len(one.items) for one in gold), named),
        "decisions": _agreement(len(decisions), sum(len(one.decisions) for one in gold), listed)
        | {"verb_accuracy": share(sum(want.said == have.said for want, have in decisions), len(decisions))},
        "actions": {
            "n": (total := sum(len(one.actions) for one in gold)),
            "recall": share(len(actions), total),
            "owner_accuracy": share(sum(people(want.said) == people(have.said) for want, have in owned), len(owned)),
        },
    }


def _place(gold: Sequence[Minutes], one: Minutes) -> int | None:
    """The judged meeting that this is: best by body and file, then by body, for one pack may hold two of a day."""
    fits = {
        place: (want.body == one.body, want.stem == one.stem)
        for place, want in enumerate(gold)
        if (want.kind, want.date) == (one.kind, one.date)
    }
    return max((place for place in fits if any(fits[place])), key=lambda place: fits[place], default=None)


def _pairs(gold: Sequence[Fact], found: Sequence[Fact]) -> list[tuple[Fact, Fact]]:
    pairs, left = [], list(found)
    for want in gold:
        have = next((fact for fact in left if held_in(want.words, fact.words)), None)
        if have is not None:
            left.remove(have)
            pairs.append((want, have))
    return pairs


def held_in(quote: Sequence[str], words: Sequence[str]) -> bool:
    """Whether words hold four fifths of a quote in one run, all of a short one."""
    need = len(quote) if len(quote) < SHORT else math.ceil(SHARE * len(quote))
    text = f" {' '.join(words)} "
    return bool(quote) and any(f" {' '.join(quote[i : i + need])} " in text for i in range(len(quote) - need + 1))


def people(names: str) -> set[tuple[str, str]]:
    """First initial and surname of each name."""
    split = [[word for word in tokens(name) if word not in TITLES] for name in re.split(r"[;,&]|\band\b", names)]
    return {(words[0][0], words[-1]) for words in split if words}


def _agreement(right: int, wanted: int, found: int) -> dict[str, float]:
    precision, recall = share(right, found), share(right, wanted)
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return {"n": wanted, "precision": precision, "recall": recall, "f1": f1}


def share(part: int, whole: int) -> float:
    """Part of whole, 0 of nothing."""
    return part / whole if whole else 0.0
