"""Judged requests for precedents, each read as it is given, looked for, and measured."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from api.batch import lines
from api.drafted import drafted, typed
from api.errors import UnusableArgument
from api.evaluation.intervals import Mean, mean
from ingest.errors import UnreadableDocument
from ingest.model import Proposal
from search.judge_precedents import JudgedRequest, Place, figures, missed, wrong
from search.model import Matter, Precedents

MEASURES = {
    "precision@3": "of the first three matters found, those that are precedents",
    "recall@5": "of the matters that are precedents, those among the first five found",
    "contrary": "requests whose contrary precedents are all in the list",
    "none_found": "requests without a precedent for which nothing was found",
}
Find = Callable[[Proposal], Precedents]


@dataclass(frozen=True, slots=True)
class Sought:
    """One request with its figures, what was found, what of the judged was not, and what was found wrongly.

    seconds are those of looking for it, the reading of a draft left out.
    """

    judged: JudgedRequest
    figures: dict[str, float]
    found: tuple[Matter, ...]
    missed: tuple[Place, ...]
    wrong: tuple[Matter, ...]
    seconds: float


def requests(path: Path) -> list[JudgedRequest]:
    """The requests of a JSON Lines file. Raises UnusableArgument that names the line where something does not fit."""
    found = [_request(path, number, line) for number, line in enumerate(lines(path, "id", "relevant"), start=1)]
    if not found:
        raise UnusableArgument(f"{path}: holds no request")
    ids = [one.id for one in found]
    twice = next((name for name in ids if ids.count(name) > 1), None)
    if twice is not None:
        raise UnusableArgument(f"{path}: the id {twice!r} is given to two requests")
    return found


def sought(asked: Iterable[JudgedRequest], drafts: Path, find: Find) -> list[Sought]:
    """Every request looked for; drafts is the folder of the drafts' files. Raises UnusableArgument that names one."""
    out = []
    for judged in asked:
        asked_for = proposal(judged, drafts)
        began = perf_counter()
        replied = find(asked_for)
        seconds = perf_counter() - began
        found = tuple(one.matter for one in replied.precedents)
        over = figures(judged, found, replied.nearest)
        out.append(Sought(judged, over, found, missed(judged, found), _wrong(judged, found), seconds))
    return out


def means(done: Sequence[Sought]) -> dict[str, Mean]:
    """The mean of each measure over the requests that it applies to; one that applies to none is absent."""
    values = {name: [one.figures[name] for one in done if name in one.figures] for name in MEASURES}
    return {name: mean(figures) for name, figures in values.items() if figures}


def sought_fields(done: Sequence[Sought]) -> dict[str, Any]:
    """For scripts: the means with their intervals, overall and of drafts and sentences alone, and every request."""
    parts = {
        "overall": done,
        "drafts": [one for one in done if one.judged.draft],
        "sentences": [one for one in done if not one.judged.draft],
    }
    return {
        **{name: {"n": len(part), **_mean_fields(means(part))} for name, part in parts.items()},
        "requests": [_sought_fields(one) for one in done],
    }


def _mean_fields(found: dict[str, Mean]) -> dict[str, Any]:
    return {name: {"mean": one.value, "interval": [one.low, one.high], "n": one.n} for name, one in found.items()}


def _sought_fields(one: Sought) -> dict[str, Any]:
    return {
        "id": one.judged.id,
        "request": one.judged.request,
        "draft": one.judged.draft,
        "kind": one.judged.kind,
        **one.figures,
        "found": [_place_fields(matter) for matter in one.found],
        "missed": [asdict(place) for place in one.missed],
        "wrong": [_place_fields(matter) for matter in one.wrong],
        "seconds": round(one.seconds, 3),
    }


def _place_fields(matter: Matter) -> dict[str, str]:
    return {"date": matter.date, "body": matter.body, "item": matter.citation.item, "title": matter.title}


def _wrong(judged: JudgedRequest, found: Sequence[Matter]) -> tuple[Matter, ...]:
    """What stands among the first three and is no precedent; all that was found where there is none."""
    return wrong(judged, found) if judged.relevant else tuple(found)


def proposal(judged: JudgedRequest, drafts: Path) -> Proposal:
    """What a judged request asks, its draft read from the folder drafts. Raises UnusableArgument that names it."""
    try:
        if judged.draft:
            path = drafts / Path(judged.request).name
            return drafted(path.name, path.read_bytes())
        return typed(judged.request)
    except OSError as error:
        raise UnusableArgument(f"{path}: cannot be read ({error.strerror}); --drafts says where drafts are") from error
    except UnreadableDocument as error:
        raise UnusableArgument(f"request {judged.id}: {error}") from error


def _request(path: Path, number: int, line: dict[str, Any]) -> JudgedRequest:
    try:
        given = [(str(line[name]), name == "draft") for name in ("request", "draft") if line.get(name)]
        if len(given) != 1:
            raise ValueError('give either "request" or "draft"')
        relevant, contrary, partly = (_places(line.get(name) or []) for name in ("relevant", "contrary", "partly"))
        if not set(contrary) <= set(relevant):
            raise ValueError('"contrary" holds what "relevant" does not')
    except (TypeError, ValueError, AttributeError) as error:
        raise UnusableArgument(f"{path}, request {number}: does not fit ({error})") from error
    return JudgedRequest(str(line["id"]), *given[0], str(line.get("kind") or ""), relevant, contrary, partly)


def _places(given: Sequence[Sequence[Any]]) -> tuple[Place, ...]:
    return tuple(Place(*(str(part) for part in (date, body, item))) for date, body, item in given)
