"""The standing wording of a kind of recommendation: texts of past papers and minutes, near-identical ones as one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection

from search.citation import Citation
from search.links.likeness import alike, telling
from search.precedents.asking import Asking, act, plain
from search.precedents.held import Held, told
from search.precedents.kinds import kinds
from search.precedents.model import Wording
from search.precedents.score import kind, shared
from search.registers.decisions import citation, decision_rows

MOST = 5  # texts that are given
SAME = 0.75  # share of all their telling words that two printings of one wording have in common, figures aside
LEAST = 0.35  # of kind and words together, what a text needs to be of the kind that is asked for
_ASKED = (
    "SELECT paper, recommendations.text, papers.document, name, json_extract(spans, '$[0][0]'), label, papers.date, "
    "papers.body, papers.number, papers.title, lead FROM recommendations JOIN papers ON papers.row = paper "
    "JOIN documents ON documents.id = papers.document LEFT JOIN pages ON pages.document = papers.document "
    "AND pages.number = json_extract(spans, '$[0][0]') WHERE paper IN (SELECT value FROM json_each(?)) "
    "AND recommendations.text IN (SELECT value FROM json_each(?)) ORDER BY recommendations.row"
)

Kind = Literal["recommendation", "resolution"]


@dataclass(frozen=True, slots=True)
class _Text:
    """One text that asked or resolved: row is its paper's or decision's."""

    kind: Kind
    row: int
    text: str
    near: float


def wording(connection: Connection, held: Held, asking: Asking) -> tuple[Wording, ...]:
    """At most MOST texts of the kind that is asked for, the most used first, then the nearest."""
    groups: list[list[_Text]] = []
    for one in _near(held, asking):
        words = _words(one.text)
        same = (each for each in groups if each[0].kind == one.kind and alike(_words(each[0].text), words) >= SAME)
        group = next(same, None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    groups.sort(key=lambda group: (-len(group), -group[0].near))
    chosen = groups[:MOST]
    places = _places(connection, [one for group in chosen for one in group])
    made = (
        Wording(group[0].kind, group[0].text, tuple(dict.fromkeys(at for one in group for at in places.get(one, ()))))
        for group in chosen
    )
    return tuple(one for one in made if one.citations)


def _near(held: Held, asking: Asking) -> list[_Text]:
    """The texts that are of the kind asked for, nearest first."""
    found = []
    for one in _texts(held):
        said = plain(one.text)
        if not said or (asking.act and act(said) not in (asking.act, "")):
            continue
        near = (kind(held, asking.kinds, kinds(said)) + shared(held, asking.words, told(said))) / 2
        if near >= LEAST:
            found.append(_Text(one.kind, one.row, one.text, near))
    return sorted(found, key=lambda one: (-one.near, one.kind, one.row))


def _texts(held: Held) -> Iterable[_Text]:
    for paper in held.papers:
        yield from (_Text("recommendation", paper.row, text, 0.0) for text in paper.asked)
    for matter in held.matters:
        for row, text in zip(matter.rows, matter.texts, strict=True):
            yield _Text("resolution", row, text, 0.0)


def _places(connection: Connection, texts: Sequence[_Text]) -> dict[_Text, list[Citation]]:
    """Where each text stands; a resolution where its decision does."""
    found: dict[_Text, list[Citation]] = {}
    papers = sorted({one.row for one in texts if one.kind == "recommendation"})
    printed = sorted({one.text for one in texts if one.kind == "recommendation"})
    paper_of = {(one.row, one.text): one for one in texts if one.kind == "recommendation"}
    for row, text, *at in connection.exec_driver_sql(_ASKED, (json.dumps(papers), json.dumps(printed))):
        if one := paper_of.get((row, text)):
            document, file, page, label, date, body, item, title, lead = at
            people = tuple(json.loads(lead))
            place = Citation(document, file, page, page, label or "", date, body, item, title, people)
            found.setdefault(one, []).append(place)
    resolved = {one.row: one for one in texts if one.kind == "resolution"}
    for row in decision_rows(connection, resolved):
        found.setdefault(resolved[row.row], []).append(citation(row))
    return found


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in telling(plain(text)) if word.isalpha())
