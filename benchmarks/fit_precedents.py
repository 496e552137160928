"""Fit how likely a matter is a precedent, and show by requests held back how far that goes.

    python benchmarks/fit_precedents.py LIBRARY=REQUESTS.jsonl=DRAFTS [...] [--odd]

Prints the weights fitted on all requests for search/precedents/weights.py, and the measures of
search/judge_precedents.py, each request judged by weights fitted without it; then the same with each signal taken out.
With --odd the weights are fitted on the requests with odd numbers, and the even ones are judged by those.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from api.commands.options import searcher, settings
from api.evaluation.precedents import proposal, requests
from search.judge import same_body, same_item
from search.judge_precedents import JudgedRequest, Place, figures
from search.precedents.asking import asking
from search.precedents.gathered import gathered
from search.precedents.held import HeldMatter
from search.precedents.linked import linked
from search.precedents.matter import whole
from search.precedents.model import Matter
from search.precedents.near import LIFT, LINKED, Scored, kept, scored
from search.precedents.score import beside, signals
from search.precedents.weights import ALONE, AMONG, ANY

Table = NDArray[np.float64]
Weights = tuple[Table, float]
STRENGTH = 3.0  # how strongly weights are held near nought


@dataclass(frozen=True, slots=True)
class Tried:
    """One request: its candidates with their signals, whole, who is on one matter with whom, and which are right.

    right is 1 for a precedent, 0 for none, -1 for one that the judge calls partly so.
    """

    judged: JudgedRequest
    found: tuple[Scored, ...]
    matters: tuple[Matter, ...]
    values: Table
    links: tuple[tuple[int, int], ...]
    right: tuple[int, ...]


def main() -> None:
    """Look for everything, fit, print."""
    parser = argparse.ArgumentParser(description="Fit how likely a matter is a precedent.")
    parser.add_argument("sets", nargs="+", metavar="LIBRARY=REQUESTS.jsonl=DRAFTS")
    parser.add_argument("--odd", action="store_true", help="fit on the odd-numbered, judge the even-numbered")
    given = parser.parse_args()
    tried = [one for each in given.sets for one in _tried(*map(Path, each.split("=")))]
    every = list(range(len(AMONG)))
    for names, columns in ((ALONE, every[: len(ALONE)]), (AMONG, every)):
        weights, base = fitted(tried, columns)
        print(*(f'    "{name}": {weight:.2f},' for name, weight in zip(names, weights, strict=True)), sep="\n")
        print(f"base {base:.2f}")
    print(f"{'all signals':24}", _said(held_back(tried, every, odd=given.odd)))
    for place, name in enumerate(AMONG):
        rest = [column for column in every if column != place]
        print(f"{'without ' + name:24}", _said(held_back(tried, rest, odd=given.odd)))


def fitted(tried: Sequence[Tried], columns: Sequence[int]) -> Weights:
    """A weight for each of these signals, and the base."""
    table = np.vstack([one.values for one in tried])[:, list(columns)]
    right = np.array([each for one in tried for each in one.right])
    table, right = table[right >= 0], right[right >= 0]
    middle, spread = table.mean(axis=0), table.std(axis=0) + 1e-9
    model = LogisticRegression(C=1 / STRENGTH, max_iter=1000).fit((table - middle) / spread, right)
    weights: Table = model.coef_[0] / spread
    return weights, float(model.intercept_[0] - weights @ middle)


def held_back(tried: Sequence[Tried], columns: Sequence[int], *, odd: bool) -> list[dict[str, float]]:
    """The measures of each request by weights that it had no part in."""
    out = []
    alone = [column for column in columns if column < len(ALONE)]
    first = [one for one in tried if _odd(one)]
    shared = [fitted(first, each) for each in (alone, columns)] if odd else []
    for one in tried:
        if odd and _odd(one):
            continue
        own = shared or [fitted([other for other in tried if other is not one], each) for each in (alone, columns)]
        near, ranked = (_likely(one, each, by) for each, by in zip((alone, columns), own, strict=True))
        out.append(figures(one.judged, _given(one, ranked) if near.max(initial=0) >= ANY else []))
    return out


def _given(one: Tried, likely: Table) -> list[Matter]:
    total = likely.copy()
    for first, second in one.links:
        total[second] = max(total[second], min(LINKED * likely[first], LIFT * likely[second]))
    order = np.argsort(-total, kind="stable")
    left = kept([(one.found[at][0], replace(one.found[at][1], total=float(total[at]))) for at in order])
    by_address = {matter.address: matter for matter in one.matters}
    return [by_address[matter.address] for matter, _ in left][:10]


def _likely(one: Tried, columns: Sequence[int], weights: Weights) -> Table:
    likely: Table = 1 / (1 + np.exp(-(one.values[:, list(columns)] @ weights[0] + weights[1])))
    return likely


def _odd(one: Tried) -> bool:
    return int("".join(filter(str.isdigit, one.judged.id)) or 0) % 2 == 1


def _tried(library: Path, path: Path, drafts: Path) -> list[Tried]:
    ready = searcher(settings(library=library))
    out = []
    with ready.view() as view:
        held = gathered(view.connection)
        for judged in requests(path):
            asked = asking(proposal(judged, drafts))
            found = tuple(scored(view, ready.model, held, asked))
            places = {one.address: at for at, (one, _) in enumerate(found)}
            links = [
                (at, places[other.address])
                for at, (one, _) in enumerate(found)
                for other in linked(held, one)
                if isinstance(other, HeldMatter) and other.address in places
            ]
            values = [(*signals(asked, one, how), *beside(how, found)) for one, how in found]
            matters = tuple(whole(view.connection, held, one) for one, _ in found)
            right = tuple(_right(judged, one) for one, _ in found)
            table = np.array(values, dtype=np.float64).reshape(-1, len(AMONG))
            out.append(Tried(judged, found, matters, table, tuple(links), right))
    return out


def _right(judged: JudgedRequest, one: HeldMatter) -> int:
    def among(places: Sequence[Place]) -> bool:
        return any(
            place.date == one.date and same_body(one.body, place.body) and same_item(one.item, place.item)
            for place in places
        )

    return 1 if among(judged.relevant) else -1 if among(judged.partly) else 0


def _said(found: Sequence[dict[str, float]]) -> str:
    names = dict.fromkeys(name for one in found for name in one)
    means = {name: np.mean([one[name] for one in found if name in one]) for name in names}
    return "  ".join(f"{name} {value:.3f}" for name, value in means.items())


if __name__ == "__main__":
    main()
