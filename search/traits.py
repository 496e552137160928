"""What each passage is of, as small numbers in memory, so that a search is narrowed without reading passages again.

A change adds and takes away documents only: of the next state those are read that are new.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from search.indexes.shown import Numbers, Shown, shown, without
from search.model import Coverage

Trait = Literal["body", "date", "kind", "presented"]
TRAITS: tuple[Trait, ...] = ("body", "date", "kind", "presented")
Codes = NDArray[np.int32]
Asked = Mapping[Trait, Collection[str]]
_OF = "SELECT row, page, body, date, kind, presenters FROM passages WHERE document = ? ORDER BY row"


def printed(body: str, presenters: str) -> str:
    """A body and its list of presenters as one value."""
    return f"{body}\n{presenters}"


def parted(value: str) -> tuple[str, str]:
    """The body and the list of presenters that printed made one value of."""
    body, _, presenters = value.rpartition("\n")
    return body, presenters


@dataclass(frozen=True, slots=True)
class Block:
    """The passages of one document: their rows (n,), pages (n,) and the numbers of their traits (len(TRAITS), n)."""

    rows: Numbers
    pages: Codes
    codes: Codes


NONE = Block(np.zeros(0, np.int64), np.zeros(0, np.int32), np.zeros((len(TRAITS), 0), np.int32))


class Traits:
    """The traits of the passages of one state, by document. known are what the numbers of each trait stand for."""

    def __init__(self, held: Shown, blocks: Mapping[str, Block], known: Mapping[Trait, tuple[str, ...]]) -> None:
        self.held, self.blocks, self.known = held, blocks, known
        parts = [NONE, *blocks.values()]
        rows = np.concatenate([part.rows for part in parts])
        order = np.argsort(rows, kind="stable")
        self.rows = rows[order]
        self._codes = np.concatenate([part.codes for part in parts], axis=1)[:, order]
        self._pages = np.concatenate([part.pages for part in parts])[order]
        self._documents = np.repeat(np.arange(len(parts), dtype=np.int64), [len(part.rows) for part in parts])[order]

    def values(self, trait: Trait) -> list[str]:
        """What passages have of a trait, each once."""
        there = np.bincount(self._numbers(trait), minlength=len(self.known[trait]))
        return [value for value, count in zip(self.known[trait], there, strict=True) if count]

    def having(self, asked: Asked) -> Numbers:
        """The rows, ascending, of the passages that have of every trait one of the values asked for."""
        kept = np.ones(len(self.rows), np.bool_)
        for trait, wanted in asked.items():
            right = [value in wanted for value in self.known[trait]]
            kept &= np.array([*right, False])[self._numbers(trait)]
        return self.rows[kept]

    def coverage(self, rows: Numbers) -> Coverage:
        """What some of the rows stand in: documents, pages, and meetings by body and date."""
        at = np.searchsorted(self.rows, rows)
        bodies, days = (self._numbers(trait)[at].astype(np.int64) for trait in ("body", "date"))
        dated = np.array([*map(bool, self.known["date"]), False])[days]
        dates = sorted(self.known["date"][day] for day in np.unique(days[dated]))
        return Coverage(
            len(np.unique(self._documents[at])),
            len(np.unique(self._documents[at] << 32 | self._pages[at])),
            len(rows),
            len(np.unique((bodies << 32 | days)[dated])),
            *((dates[0], dates[-1]) if dates else ("", "")),
        )

    def _numbers(self, trait: Trait) -> Codes:
        numbers: Codes = self._codes[TRAITS.index(trait)]
        return numbers


def traits(connection: Connection, before: Traits | None = None) -> Traits:
    """The traits of the passages of current documents; what before has of the same documents is taken from there."""
    now = shown(connection)
    new = without(now, before.held) if before else now
    known = {trait: {value: at for at, value in enumerate(before.known[trait] if before else ())} for trait in TRAITS}
    blocks = {document: before.blocks[document] for document in now if document not in new} if before else {}
    blocks |= {document: _block(connection, document, known) for document in new}
    return Traits(now, blocks, {trait: tuple(values) for trait, values in known.items()})


def _block(connection: Connection, document: str, known: Mapping[Trait, dict[str, int]]) -> Block:
    found = connection.exec_driver_sql(_OF, (document,)).all()
    alike: dict[tuple[str, ...], list[int]] = {}  # most passages of a document have the traits of the one before
    codes = []
    for _, _, *told in found:
        made = alike.get(tuple(told))
        if made is None:
            body, date, kind, presenters = told
            values = zip(TRAITS, (body, date, kind, printed(body, presenters)), strict=True)
            made = alike[tuple(told)] = [known[trait].setdefault(value, len(known[trait])) for trait, value in values]
        codes.append(made)
    rows = np.fromiter((row[0] for row in found), np.int64, len(found))
    pages = np.fromiter((row[1] for row in found), np.int32, len(found))
    return Block(rows, pages, np.array(codes, np.int32).reshape(len(found), len(TRAITS)).T)
