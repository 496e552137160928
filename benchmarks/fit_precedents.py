"""Fit how likely a matter is a precedent, and show by requests held back how far that goes.

    python benchmarks/fit_precedents.py LIBRARY=REQUESTS.jsonl[=DRAFTS] [...] [--even]

Requests with DRAFTS are judged ones, as `minutebook evaluate --precedents` has them: weights are fitted on those with
odd numbers, each of which counts COUNT times; the even ones are left alone, and with --even measured once by these
weights. Requests without are proposals written for fitting, in the form of benchmarks/precedent_fitting. Prints the
weights for search/precedents/weights.py, and the measures of search/judge_precedents.py, each request by weights fitted
without the twelfth of them that it is in, the mean of several such divisions; "strict" is precision where a matter that
is partly a precedent counts as none. Then the same with each signal taken out.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from api.batch import lines
from api.commands.options import searcher, settings
from api.evaluation.precedents import proposal, requests
from ingest.model import Proposal
from search.judge import same_body, same_item
from search.judge_precedents import JudgedRequest, Place, figures
from search.precedents.asking import Asking, asking
from search.precedents.gathered import gathered
from search.precedents.held import Held, HeldMatter
from search.precedents.linked import linked
from search.precedents.matter import whole
from search.precedents.model import Matter
from search.precedents.near import LIFT, LINKED, Scored, kept, scored
from search.precedents.score import beside, signals
from search.precedents.weights import ALONE, AMONG, ANY, LEAST

Table = NDArray[np.float64]
Weights = tuple[Table, float]
STRENGTH = 3.0  # how strongly weights are held near nought
COUNT = 2  # what a judged request counts of one that was written for fitting
FOLDS, TURNS = 12, 4  # parts that are held back in turn, and how often the parts are drawn anew
MONEY = list(AMONG).index("money")  # too few matters state a sum for a weight to be fitted


@dataclass(frozen=True, slots=True)
class Tried:
    """One request: its candidates with their signals, whole, who is on one matter with whom, and which are right.

    group is "fitting", "odd" or "even", and of which file; right is 1 for a precedent, 0 for none, -1 for one that is
    partly so.
    """

    group: str
    judged: JudgedRequest
    found: tuple[Scored, ...]
    matters: tuple[Matter, ...]
    values: Table
    links: tuple[tuple[int, int], ...]
    right: tuple[int, ...]


def main() -> None:
    """Look for everything, fit, print."""
    parser = argparse.ArgumentParser(description="Fit how likely a matter is a precedent.")
    parser.add_argument("sets", nargs="+", metavar="LIBRARY=REQUESTS.jsonl[=DRAFTS]")
    parser.add_argument("--even", action="store_true", help="judge the even-numbered too, at the very end")
    tried = [one for each in parser.parse_args().sets for one in _set(*map(Path, each.split("=")))]
    every = [column for column in range(len(AMONG)) if column != MONEY]
    names = list(AMONG)
    for columns, (weights, base) in zip(_both(every), _fits(_known(tried), every), strict=True):
        print(*(f'    "{names[at]}": {weight:.2f},' for at, weight in zip(columns, weights, strict=True)), sep="\n")
        print(f"base {base:.2f}")
    _say("all signals", tried, every, last=parser.parse_args().even)
    _say("nothing cut", tried, every, lambda found: list(found))
    for column in every:
        _say(f"without {names[column]}", tried, [each for each in every if each != column])


def _known(tried: Sequence[Tried]) -> list[Tried]:
    """Those that weights are fitted on."""
    return [one for one in tried if not one.group.startswith("even")]


def _both(columns: Sequence[int]) -> tuple[list[int], list[int]]:
    """The signals by which a matter is judged alone, and among all."""
    return [column for column in columns if column < len(ALONE)], list(columns)


def _fits(tried: Sequence[Tried], columns: Sequence[int]) -> tuple[Weights, Weights]:
    """The weights alone and among all."""
    alone, every = _both(columns)
    return fitted(tried, alone), fitted(tried, every)


def fitted(tried: Sequence[Tried], columns: Sequence[int]) -> Weights:
    """A weight for each of these signals, and the base."""
    table = np.vstack([one.values for one in tried])[:, list(columns)]
    right = np.array([each for one in tried for each in one.right])
    counts = np.array([1.0 if one.group.startswith("fitting") else COUNT for one in tried for _ in one.right])
    table, right, counts = table[right >= 0], right[right >= 0], counts[right >= 0]
    middle, spread = table.mean(axis=0), table.std(axis=0) + 1e-9
    model = LogisticRegression(C=1 / STRENGTH, max_iter=1000).fit((table - middle) / spread, right, counts)
    weights: Table = model.coef_[0] / spread
    return weights, float(model.intercept_[0] - weights @ middle)


Cut = Callable[[Sequence[Scored]], list[Scored]]


def _say(name: str, tried: Sequence[Tried], columns: Sequence[int], cut: Cut = kept, *, last: bool = False) -> None:
    known = _known(tried)
    by_all = _fits(known, columns)
    measured: dict[str, list[dict[str, float]]] = {}
    for turn in range(TURNS):
        order = np.random.default_rng(turn).permutation(len(known))
        for fold in range(FOLDS):
            out = set(order[fold::FOLDS].tolist())
            fits = _fits([one for at, one in enumerate(known) if at not in out], columns)
            for one in (known[at] for at in sorted(out)):
                measured.setdefault(one.group, []).append(_measured(one, _given(one, columns, fits, cut)))
    for one in tried if last else ():
        if one.group.startswith("even"):
            measured.setdefault(one.group, []).append(_measured(one, _given(one, columns, by_all, cut)))
    for group in sorted(measured):
        print(f"{name:24} {group:60} {_means(measured[group])}", flush=True)


def _measured(one: Tried, found: Sequence[Matter]) -> dict[str, float]:
    if not one.judged.relevant:
        # what is only partly a precedent may be given of a request written for fitting, which has no better
        return figures(one.judged, [each for each in found if not any(at.is_at(each) for at in one.judged.partly)])
    strict = figures(replace(one.judged, partly=()), found)["precision@3"]
    return {**figures(one.judged, found), "strict": strict}


def _given(one: Tried, columns: Sequence[int], fits: tuple[Weights, Weights], cut: Cut) -> list[Matter]:
    if not one.found:
        return []
    near, total = (_likely(one, each, fit) for each, fit in zip(_both(columns), fits, strict=True))
    if (near.max() * total.max()) ** 0.5 < ANY:
        return []
    lifted = total.copy()
    for first, second in one.links:
        if total[first] >= LEAST:
            lifted[second] = max(lifted[second], min(LINKED * total[first], LIFT * total[second]))
    order = np.argsort(-lifted, kind="stable")
    left = cut([(one.found[at][0], replace(one.found[at][1], total=float(lifted[at]))) for at in order])
    by_address = {matter.address: matter for matter in one.matters}
    return [by_address[matter.address] for matter, _ in left][:10]


def _likely(one: Tried, columns: Sequence[int], weights: Weights) -> Table:
    likely: Table = 1 / (1 + np.exp(-(one.values[:, list(columns)] @ weights[0] + weights[1])))
    return likely


def _set(library: Path, path: Path, drafts: Path | None = None) -> list[Tried]:
    """The requests of a file, each looked for."""
    if drafts is None:
        asked = [
            (_written(line), asking(_proposal(line["proposal"])), "fitting") for line in lines(path, "id", "proposal")
        ]
    else:
        asked = [(one, asking(proposal(one, drafts)), ("even", "odd")[int(one.id[1:]) % 2]) for one in requests(path)]
    ready = searcher(settings(library=library))
    with ready.view() as view:
        held = gathered(view.connection)
        every = {one.address: whole(view.connection, held, one) for one in held.matters}
        return [
            _tried(held, judged, f"{group} of {path}", every, proposed, scored(view, ready.model, held, proposed))
            for judged, proposed, group in asked
        ]


def _tried(
    held: Held,
    judged: JudgedRequest,
    group: str,
    every: Mapping[str, Matter],
    asked: Asking,
    found: Sequence[Scored],
) -> Tried:
    places = {one.address: at for at, (one, _) in enumerate(found)}
    links = tuple(
        (at, places[other.address])
        for at, (one, _) in enumerate(found)
        for other in linked(held, one)
        if isinstance(other, HeldMatter) and other.address in places
    )
    values = [(*signals(asked, one, how), *beside(how, found)) for one, how in found]
    matters = tuple(every[one.address] for one, _ in found)
    right = tuple(1 if _among(judged.relevant, one) else -1 if _among(judged.partly, one) else 0 for one, _ in found)
    table = np.array(values, dtype=np.float64).reshape(-1, len(AMONG))
    return Tried(group, judged, tuple(found), matters, table, links, right)


def _written(line: dict[str, Any]) -> JudgedRequest:
    relevant, partly = (tuple(Place(*each) for each in line.get(name, ())) for name in ("relevant", "partly"))
    return JudgedRequest(line["id"], "", False, "", relevant, (), partly)


def _proposal(given: dict[str, Any]) -> Proposal:
    fields: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in given.items()}
    return Proposal(**fields)


def _among(places: Sequence[Place], one: HeldMatter) -> bool:
    return any(
        place.date == one.date and same_body(one.body, place.body) and same_item(one.item, place.item)
        for place in places
    )


def _means(found: Sequence[dict[str, float]]) -> str:
    names = dict.fromkeys(name for one in found for name in one)
    means = {name: np.mean([one[name] for one in found if name in one]) for name in names}
    return "  ".join(f"{name} {value:.3f}" for name, value in means.items())


if __name__ == "__main__":
    main()
