"""The passages that a narrowed search keeps to, and the values by which searches can be narrowed."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from ingest.model import PassageKind
from search.indexes.among import Among
from search.links.bodies import folded
from search.links.people import Sitting, plain, seats
from search.model import UNDATED, Citation, Coverage, Facets, Narrowed
from search.traits import Asked, Trait, Traits, parted
from search.traits import printed as printed

Printed = tuple[str, str]  # a body and the list of presenters (JSON), as passages have them

_CURRENT = "document IN (SELECT id FROM documents WHERE status = 'current')"
_ALIASES = "SELECT alias, name FROM aliases ORDER BY printed, row DESC"
_SPELT = "SELECT spelling, name FROM aliases WHERE printed = 1"
_LISTED = (
    "SELECT DISTINCT meetings.body, attendance.name FROM attendance JOIN meetings ON meetings.row = meeting "
    f"WHERE {_CURRENT}"
)


@dataclass(frozen=True, slots=True)
class Presenter:
    """One person who presented: the names that papers print, and the bodies and lists of presenters that hold one."""

    printed: frozenset[str]
    lists: frozenset[Printed]


@dataclass(frozen=True, slots=True)
class Values:
    """What one state of a library can be narrowed by.

    bodies are a body's spellings by its name; aliases are the names by what they go by, folded; presenters are by name
    without title.
    """

    bodies: Mapping[str, frozenset[str]]
    aliases: Mapping[str, str]
    presenters: Mapping[str, Presenter]
    years: tuple[str, ...]
    kinds: tuple[PassageKind, ...]

    @property
    def facets(self) -> Facets:
        """The values that a reader chooses from."""
        return in_order(self.bodies, self.years, self.kinds, self.presenters)

    def presenting(self, name: str) -> Presenter:
        """The person of that name, with or without title, as any paper prints it; nobody where none has it."""
        asked = plain(name).casefold()
        meant = [
            one
            for known, one in self.presenters.items()
            if asked == known.casefold() or asked in {plain(printed).casefold() for printed in one.printed}
        ]
        printed = frozenset[str]().union(*(one.printed for one in meant))
        return Presenter(printed, frozenset[Printed]().union(*(one.lists for one in meant)))


def in_order(
    bodies: Collection[str], years: tuple[str, ...], kinds: Collection[PassageKind], presenters: Collection[str]
) -> Facets:
    """These values as readers look for them: bodies by name, presenters by surname, kinds as the model lists them."""
    people = sorted(presenters, key=lambda name: (name.split()[-1].casefold(), name.casefold()))
    there = tuple(kind for kind in get_args(PassageKind) if kind in kinds)
    return Facets(tuple(sorted(bodies, key=str.casefold)), years, there, tuple(people))


def values(connection: Connection, held: Traits) -> Values:
    """What the current documents hold, whose passages have the traits held, as this transaction sees it."""
    read = connection.exec_driver_sql
    spelt: dict[str, str] = {row[0]: row[1] for row in read(_SPELT)}
    bodies: defaultdict[str, set[str]] = defaultdict(set)
    for body in filter(None, held.values("body")):
        bodies[spelt.get(body, body)].add(body)
    years = sorted({date[:4] for date in held.values("date")}, reverse=True)
    return Values(
        {name: frozenset(printed) for name, printed in bodies.items()},
        {folded(name): name for name in bodies} | {row[0]: row[1] for row in read(_ALIASES)},
        _presenters(connection, spelt, held.values("presented")),
        (*(year for year in years if year), *([UNDATED] if "" in years else [])),
        tuple(kind for kind in get_args(PassageKind) if kind in held.values("kind")),
    )


def _presenters(connection: Connection, spelt: Mapping[str, str], presented: list[str]) -> dict[str, Presenter]:
    """Who presented: one person under many names, told apart as those are who sat in the meetings of a body."""
    pairs = [pair for pair in map(parted, presented) if pair[1] != "[]"]
    lists = [(body, listed, tuple(json.loads(listed))) for body, listed in pairs]
    named: defaultdict[str, set[str]] = defaultdict(set)
    for body, _, names in lists:
        named[spelt.get(body, body)].update(names)
    for body, name in connection.exec_driver_sql(_LISTED):
        if spelt.get(body, body) in named:
            named[spelt.get(body, body)].add(name)
    meant: dict[Printed, str] = {}
    for body, held in named.items():
        printed_names = sorted(held)
        sittings = [Sitting(at, name) for at, name in enumerate(printed_names)]
        meant |= {(body, printed_names[seat.row]): seat.name for seat in seats(body, sittings)}
    forms: defaultdict[str, set[str]] = defaultdict(set)
    found: defaultdict[str, set[Printed]] = defaultdict(set)
    for body, listed, names in lists:
        for one in names:
            name = meant.get((spelt.get(body, body), one), "")
            if name:
                forms[name].add(one)
                found[name].add((body, listed))
    return {name: Presenter(frozenset(forms[name]), frozenset(held)) for name, held in found.items()}


@dataclass(frozen=True)
class Within:
    """The passages of one state of a library that a narrowed search keeps to.

    where is their SQL condition on the table of passages, with its parameters; rows are their numbers, ascending. asked
    are the values that their traits have one of.
    bodies are the names of the body asked for, the one that it goes by first; names are those of the presenter, and
    lists the lists of presenters that have one of them.
    """

    narrowed: Narrowed
    where: str
    parameters: tuple[Any, ...]
    asked: Asked
    rows: NDArray[np.int64]
    bodies: tuple[str, ...]
    names: frozenset[str]
    lists: frozenset[Printed]
    traits: Traits

    @cached_property
    def selector(self) -> Among:
        """The rows as FAISS takes them."""
        return Among(self.rows)

    def __contains__(self, row: int) -> bool:
        at = int(np.searchsorted(self.rows, row))
        return at < len(self.rows) and int(self.rows[at]) == row

    def cites(self, cited: Citation) -> bool:
        """Whether a place is of the body, the year and the presenter; what stands there is not looked at."""
        asked = self.narrowed
        if asked.body and cited.body not in self.bodies:
            return False
        if asked.year and (cited.date[:4] or UNDATED) != asked.year:
            return False
        return not asked.presenter or any(name in self.names for name in cited.presenters)

    def ids(self, connection: Connection, passages: Collection[str]) -> frozenset[str]:
        """Those of some passages, by their ids, that are within."""
        query = f"SELECT id FROM passages WHERE id IN (SELECT value FROM json_each(?)) AND {self.where}"
        found = connection.exec_driver_sql(query, (json.dumps(sorted(passages)), *self.parameters))
        return frozenset(row[0] for row in found)

    @cached_property
    def coverage(self) -> Coverage:
        """What the search covers: documents, pages and meetings that have such passages."""
        return self.traits.coverage(self.rows)


def within(held: Values, traits: Traits, narrowed: Narrowed) -> Within:
    """The passages of current documents, which have these traits, that are all that is asked for."""
    conditions, parameters = [f"passages.{_CURRENT}"], list[str]()
    asked: dict[Trait, frozenset[str]] = {}
    bodies: tuple[str, ...] = ()
    person = Presenter(frozenset(), frozenset())
    if narrowed.body:
        name = held.aliases.get(folded(narrowed.body), narrowed.body)
        spelt = held.bodies.get(name, frozenset())
        bodies = (name, *sorted(spelt - {name}))
        conditions.append("passages.body IN (SELECT value FROM json_each(?))")
        parameters.append(json.dumps(sorted(spelt)))
        asked["body"] = spelt
    if narrowed.year:
        conditions.append("substr(passages.date, 1, 4) = ?")
        parameters.append("" if narrowed.year == UNDATED else narrowed.year)
        year = "" if narrowed.year == UNDATED else narrowed.year
        asked["date"] = frozenset(date for date in traits.known["date"] if date[:4] == year)
    if narrowed.kind:
        conditions.append("passages.kind = ?")
        parameters.append(narrowed.kind)
        asked["kind"] = frozenset([narrowed.kind])
    if narrowed.presenter:
        person = held.presenting(narrowed.presenter)
        conditions.append(
            "(passages.body, passages.presenters) IN "
            "(SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?))"
        )
        parameters.append(json.dumps(sorted(person.lists)))
        asked["presented"] = frozenset(printed(*one) for one in person.lists)
    where = " AND ".join(conditions)
    rows = traits.having(asked)
    return Within(narrowed, where, tuple(parameters), asked, rows, bodies, person.printed, person.lists, traits)
