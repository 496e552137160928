"""The standing wording of a kind of recommendation: texts of past papers and minutes, near-identical ones as one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from sqlalchemy import Connection

from search.citation import Citation
from search.links.likeness import alike
from search.precedents.asking import Asking, act, plain
from search.precedents.held import Held, HeldMatter, HeldPaper, named, told
from search.precedents.kinds import kinds
from search.precedents.model import Wording
from search.precedents.score import kind, shared
from search.registers.decisions import citation, decision_rows

MOST = 5  # texts that are given
DEEP = 200  # papers, and matters, whose texts are looked at
SAME = 0.75  # share of their telling words that two printings of one wording have in common, figures and months aside
LEAST = 0.45  # of kind and words together, what a text needs to be of the kind that is asked for
_ASKED = (
    "SELECT paper, recommendations.text, papers.document, name, CAST(json_extract(spans, '$[0][0]') AS INTEGER), "
    "label, papers.date, papers.body, papers.number, papers.title, lead FROM recommendations "
    "JOIN papers ON papers.row = paper "
    "JOIN documents ON documents.id = papers.document LEFT JOIN pages ON pages.document = papers.document "
    "AND pages.number = CAST(json_extract(spans, '$[0][0]') AS INTEGER) "
    "WHERE paper IN (SELECT CAST(value AS INTEGER) FROM json_each(?)) "
    "AND recommendations.text IN (SELECT value FROM json_each(?)) ORDER BY recommendations.row"
)

Kind = Literal["recommendation", "resolution"]
T = TypeVar("T", HeldPaper, HeldMatter)


@dataclass(frozen=True, slots=True)
class _Text:
    """One text that asked or resolved: row is its paper's or decision's, meeting the body and day of its meeting."""

    kind: Kind
    row: int
    text: str
    meeting: tuple[str, str]
    near: float


def wording(connection: Connection, held: Held, asking: Asking) -> tuple[Wording, ...]:
    """At most MOST texts of the kind that is asked for, the most used first, then the nearest.

    A text is used once by each meeting that it was put to or resolved at, however many documents print it.
    """
    groups: list[list[_Text]] = []
    for one in sorted(_near(held, asking), key=lambda one: (-one.near, one.kind, one.row)):
        words = _words(one.text)
        same = (each for each in groups if each[0].kind == one.kind and alike(_words(each[0].text), words) >= SAME)
        group = next(same, None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    groups.sort(key=lambda group: (-len({one.meeting for one in group}), -group[0].near))
    chosen = groups[:MOST]
    places = _places(connection, held, [one for group in chosen for one in group])
    made = (
        Wording(group[0].kind, group[0].text, tuple(dict.fromkeys(at for one in group for at in places.get(one, ()))))
        for group in chosen
    )
    return tuple(one for one in made if one.citations)


def _near(held: Held, asking: Asking) -> Iterator[_Text]:
    """The texts that are of the kind asked for."""
    for one in _texts(held, asking):
        said = plain(one.text)
        if not act(said) or (asking.act and act(said) != asking.act):
            continue  # a line of a list that has its verb in another line is no wording
        near = (kind(held, asking.kinds, kinds(said)) + shared(held, asking.words, told(said))) / 2
        if near >= LEAST:
            yield replace(one, near=near)


def _texts(held: Held, asking: Asking) -> Iterator[_Text]:
    """What the papers ask and the minutes resolve that share most words with what is asked, and a kind where it has."""
    for paper in _most(held, asking, held.papers):
        for text in paper.asked:
            yield _Text("recommendation", paper.row, text, (paper.body, paper.date), 0.0)
    for matter in _most(held, asking, held.matters):
        for row, lead, text in zip(matter.rows, matter.leads, matter.texts, strict=True):
            # "The Board adopted the following policies:" has the verb of what stands under it
            said = f"{lead} {text}" if act(lead) else text
            yield _Text("resolution", row, said, (matter.body, matter.date), 0.0)


def _most(held: Held, asking: Asking, among: Sequence[T]) -> list[T]:
    of_kind = [one for one in among if one.kinds & asking.kinds or not asking.kinds]
    return sorted(of_kind, key=lambda one: -sum(map(held.rarity, asking.words & one.words)))[:DEEP]


def _places(connection: Connection, held: Held, texts: Sequence[_Text]) -> dict[_Text, list[Citation]]:
    """Where each text stands; a resolution where its decision does."""
    found: dict[_Text, list[Citation]] = {}
    papers = sorted({one.row for one in texts if one.kind == "recommendation"})
    printed = sorted({one.text for one in texts if one.kind == "recommendation"})
    paper_of = {(one.row, one.text): one for one in texts if one.kind == "recommendation"}
    for row, text, *at in connection.exec_driver_sql(_ASKED, (json.dumps(papers), json.dumps(printed))):
        if one := paper_of.get((row, text)):
            document, file, page, label, date, body, item, title, lead = at
            people = tuple(json.loads(lead))
            name = held.names.get(body, body)
            place = Citation(document, file, page, page, label or "", date, name, item, title, people)
            found.setdefault(one, []).append(place)
    resolved = {one.row: one for one in texts if one.kind == "resolution"}
    for row in decision_rows(connection, resolved):
        found.setdefault(resolved[row.row], []).append(citation(row))
    return found


def _words(text: str) -> frozenset[str]:
    return named(plain(text))
