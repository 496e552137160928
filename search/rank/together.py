"""Passages that answer only together stand together: resolutions of one item, entries of a list, who is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from search.rank.candidates import Candidate
from search.rank.kinds import asks_for_decision
from search.rank.rank import Ranked
from search.retrieve import Retrieve
from search.understand.query import Query

FIRST = 2  # decisions whose item's other decisions follow at once
WHO = 3  # place after which stands the list that says whose initials the first passage prints
_INITIALS = re.compile(r"\b[A-Z][A-Za-z]{0,2}[A-Z]\b")
_WHO = re.compile(r"\b(?:who|whom|whose|which (?:\w+ ){0,2}(?:said|told|asked|gave|presented|raised))\b", re.IGNORECASE)


def together(view: Retrieve, query: Query, found: Ranked) -> Ranked:
    """The order with what belongs together brought together; nothing is lost, and the first stays the first."""
    by_row = {one.row: one for one in found.candidates}
    order = [row for row, _ in found.scored if row in by_row]
    if asks_for_decision(query):
        resolved = [one for row in order if (one := by_row[row]).kind == "decision"]
        for head in resolved[:FIRST]:
            order = _after(order, head.row, {one.row for one in resolved if _one_item(one, head)})
    if query.intent == "list" and len(order) > 1 and _one_item(by_row[order[0]], by_row[order[1]]):
        order = _after(order, order[1], {row for row in order if _one_item(by_row[row], by_row[order[0]])})
    if (query.intent == "person" or _WHO.search(query.text)) and order:
        order = _with_roll(view, order, by_row[order[0]])
    return _scored(found, order)


def _after(order: Sequence[int], row: int, belonging: set[int]) -> list[int]:
    """The rows with those behind row that belong to it next to it."""
    at = order.index(row) + 1
    rest = order[at:]
    return [*order[:at], *(one for one in rest if one in belonging), *(one for one in rest if one not in belonging)]


def _one_item(one: Candidate, other: Candidate) -> bool:
    """Whether two passages stand under one item of one meeting in one document."""
    places = ((here.document, here.body, here.date, here.item, here.title) for here in (one, other))
    return bool(one.title) and len(set(places)) == 1


def _with_roll(view: Retrieve, order: list[int], first: Candidate) -> list[int]:
    """The rows with the list of those present that says whose initials the first passage prints."""
    if first.kind == "attendance" or not first.date:
        return order
    initials = dict.fromkeys(_INITIALS.findall(first.text))
    row = view.roll(first.document, first.body, first.date, list(initials))
    if row is None or row in order[: WHO + 1]:
        return order
    rest = [one for one in order if one != row]
    return [*rest[:WHO], row, *rest[WHO:]]


def _scored(found: Ranked, order: Sequence[int]) -> Ranked:
    """The ranking in this order, each score at most the one before it."""
    scores = dict(found.scored)
    rows = dict.fromkeys([*order, *(row for row, _ in found.scored)])
    out: list[tuple[int, float]] = []
    for row in rows:
        before = out[-1][1] if out else 1.0
        out.append((row, min(before, scores.get(row, before))))
    return Ranked(found.candidates, found.signals, tuple(out))
