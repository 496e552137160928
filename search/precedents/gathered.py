"""The matters of one state of a library, gathered from its registers."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from search.links.likeness import alike, held, plain_item, telling
from search.precedents.held import Held, HeldItem, HeldMatter, HeldPaper, named, rarity, told
from search.precedents.kinds import INTERESTS, kinds
from search.precedents.matter import numbered

# the kinds of passage that show what was asked and decided, and those that show what was said of it
SHOWN, SPOKEN = ("decision", "recommendation"), ("discussion",)
_DECISIONS = (
    "SELECT decisions.row, meetings.document, meetings.body, meetings.date, meetings.part, item, decisions.title, "
    "verb, decisions.text, lead, condition, CAST(json_extract(spans, '$[0][0]') AS INTEGER), "
    "CAST(json_extract(spans, '$[0][1]') AS INTEGER) "
    "FROM decisions JOIN meetings ON meetings.row = meeting JOIN documents ON documents.id = meetings.document "
    "LEFT JOIN copies ON copies.decision = decisions.row WHERE status = 'current' AND copies.of IS NULL "
    "ORDER BY decisions.row"
)
_PAPERS = (
    "SELECT papers.row, body, date, number, papers.title, purpose, committees, recommendations.text FROM papers "
    "JOIN documents ON documents.id = document LEFT JOIN recommendations ON recommendations.paper = papers.row "
    "WHERE status = 'current' ORDER BY papers.row, recommendations.row"
)
_PASSAGES = (
    "SELECT row, body, date, item, passages.title, kind FROM passages JOIN documents ON documents.id = document "
    "WHERE status = 'current' AND item || passages.title != '' AND kind IN (SELECT value FROM json_each(?))"
)
_ITEMS = (
    "SELECT items.row, meetings.document, body, date, number, items.title FROM items "
    "JOIN meetings ON meetings.row = meeting JOIN documents ON documents.id = meetings.document "
    "WHERE status = 'current' AND meetings.kind = 'minutes' AND confidential = 0 ORDER BY items.row"
)
_DECLARED = (
    "SELECT meetings.document, meetings.body, meetings.date, item, declarations.title, text FROM declarations "
    "JOIN meetings ON meetings.row = meeting JOIN documents ON documents.id = meetings.document "
    "WHERE status = 'current'"
)
_NAMES = "SELECT spelling, name FROM aliases WHERE printed = 1"

Key = tuple[str, str, str, str]  # body, date, item's number without what may stand around it, title


def gathered(connection: Connection) -> Held:
    """The matters of the current documents, as this transaction sees them."""
    ask = connection.exec_driver_sql
    names = {row[0]: row[1] for row in ask(_NAMES)}
    papers = _papers(ask(_PAPERS), names)
    shown: defaultdict[Key, list[int]] = defaultdict(list)
    spoken: defaultdict[Key, list[int]] = defaultdict(list)
    for row, body, date, item, title, kind in ask(_PASSAGES, (json.dumps([*SHOWN, *SPOKEN]),)):
        of = shown if kind in SHOWN else spoken
        of[names.get(body, body), date, plain_item(item), title].append(row)
    grouped: dict[tuple[str, ...], list[Any]] = {}
    for row in ask(_DECISIONS):
        body, date = names.get(row.body, row.body), row.date
        # a meeting without a date is told from others by its document
        place = (body, date, row.part, "" if date else row.document, plain_item(row.item), row.title)
        grouped.setdefault(place, []).append(row)
    recurring = _recurring(grouped)
    conflicts = _declared(ask(_DECLARED), names)
    matters = [
        _matter(
            key,
            rows,
            papers[key[0], key[1]],
            (shown, spoken),
            recurring[key[0], _plain_title(key[5])],
            " ".join(conflicts[key[0], key[1]].get(place, "") for place in (key[4], key[5])).strip(),
        )
        for key, rows in grouped.items()
    ]
    among = {row: at for at, matter in enumerate(matters) for row in matter.passages}
    holding, of_kind = _places(one.words for one in matters), _places(one.kinds for one in matters)
    items = _undecided(ask(_ITEMS), names, matters)
    titled = _places([*(named(one.title) for one in matters), *(named(one.title) for one in items)])
    return Held(
        tuple(matters),
        items,
        tuple(paper for put in papers.values() for paper in put),
        among,
        {stem: rarity(len(matters), len(places)) for stem, places in holding.items()},
        {kind: rarity(len(matters), len(places)) for kind, places in of_kind.items()},
        holding,
        of_kind,
        {word: frozenset(places) for word, places in titled.items()},
        names,
    )


def _declared(rows: Iterable[Any], names: Mapping[str, str]) -> defaultdict[tuple[str, str], dict[str, str]]:
    """What was declared, by body and day, and by the title of its item or the number of an item that it names."""
    found: defaultdict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for row in rows:
        of = found[names.get(row.body, row.body), row.date]
        for place in {row.title, *map(plain_item, numbered(row.text))} - {""}:
            of[place] = f"{of.get(place, '')} {row.text}".strip()
    return found


def _places(held: Iterable[Iterable[str]]) -> dict[str, tuple[int, ...]]:
    """The places of those that have each of some words."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at, words in enumerate(held):
        for word in words:
            found[word].append(at)
    return {word: tuple(places) for word, places in found.items()}


def _matter(
    key: tuple[str, ...],
    rows: Sequence[Any],
    papers: Sequence[HeldPaper],
    passages: tuple[Mapping[Key, Sequence[int]], Mapping[Key, Sequence[int]]],
    recurs: float,
    declared: str,
) -> HeldMatter:
    body, date, _, _, number, title = key
    first = rows[0]
    own = tuple(paper for paper in papers if same_item(paper.number, paper.title, first.item, title))
    places = dict.fromkeys([(body, date, number, title), *((body, date, plain_item(p.number), p.title) for p in own)])
    shown, spoken = (tuple(sorted(row for place in places for row in of.get(place, ()))) for of in passages)
    said = " . ".join(
        [
            title,
            *(f"{row.lead} {row.text}" for row in rows),
            *(text for paper in own for text in (paper.title, *paper.asked)),
        ]
    )
    return HeldMatter(
        f"{first.document}-{first[11]}-{first[12]}",
        first.document,
        body,
        date,
        first.item,
        title,
        tuple(row.row for row in rows),
        tuple(row.verb for row in rows),
        tuple(row.lead for row in rows),
        tuple(row.text for row in rows),
        tuple(row.condition for row in rows),
        own,
        shown,
        spoken,
        kinds(said) | (frozenset((INTERESTS,)) if declared else frozenset()),
        told(f"{said} . {declared}"),
        recurs,
    )


def same_item(number: str, title: str, other: str, named: str) -> bool:
    """Whether a paper's number and title are those of an item of its meeting; either may have changed a little."""
    one, two = telling(title), telling(named)
    titled = alike(one, two) >= 0.5 or (min(len(one), len(two)) > 1 and max(held(one, two), held(two, one)) == 1)
    same = bool(number) and plain_item(number) == plain_item(other)
    unsure = not number or not other or one == two
    return (same and bool(one & two)) or (titled and (same or unsure))


def _undecided(rows: Iterable[Any], names: Mapping[str, str], matters: Sequence[HeldMatter]) -> tuple[HeldItem, ...]:
    """The items without decisions, each once however many documents print it."""
    seen = {(one.body, one.date, plain_item(one.item), one.title) for one in matters}
    found = []
    for row in rows:
        place = (names.get(row.body, row.body), row.date, plain_item(row.number), row.title)
        if place not in seen and row.date:
            seen.add(place)
            found.append(HeldItem(row.row, place[0], row.date, row.number, row.title))
    return tuple(found)


def _papers(rows: Iterable[Any], names: Mapping[str, str]) -> defaultdict[tuple[str, str], list[HeldPaper]]:
    asked: defaultdict[int, list[str]] = defaultdict(list)
    first: dict[int, Any] = {}
    for row in rows:
        first.setdefault(row[0], row)
        if row.text:
            asked[row[0]].append(row.text)
    found: defaultdict[tuple[str, str], list[HeldPaper]] = defaultdict(list)
    for number, row in first.items():
        place = names.get(row.body, row.body), row.date
        said = " . ".join([row.title, *asked[number]])
        of = (row.number, row.title, row.purpose, row.committees)
        found[place].append(HeldPaper(number, *place, *of, tuple(asked[number]), kinds(said), told(said)))
    return found


def _recurring(grouped: Iterable[tuple[str, ...]]) -> defaultdict[tuple[str, str], float]:
    """By body and plain title the share of its other meetings with decisions under that title: see HeldMatter."""
    meetings: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    titled: defaultdict[tuple[str, str], set[tuple[str, ...]]] = defaultdict(set)
    for body, date, part, document, _, title in grouped:
        meetings[body].add((date, part, document))
        titled[body, _plain_title(title)].add((date, part, document))
    found: defaultdict[tuple[str, str], float] = defaultdict(float)
    for (body, title), at in titled.items():
        others, again = len(meetings[body]) - 1, len(at) - 1
        # twice may be one matter that came back; only a third time makes a habit
        found[body, title] = again / others / (1 if again > 1 else 2) if others else 0.0
    return found


def _plain_title(title: str) -> str:
    """A title without its figures and months, by which one month's report is told from the next."""
    return " ".join(sorted(named(title)))
