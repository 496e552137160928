"""Candidates for a question, from words and from meaning."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from sqlalchemy import Connection

from search import vectors
from search.embed import Floats
from search.engines.engine import Engine
from search.rank.candidates import Candidate, candidates
from search.registers.wanted import spellings
from search.within import Within

_ROLL = (
    "SELECT row FROM passages WHERE document = ? AND body = ? AND date = ? AND kind = 'attendance' "
    "AND instr(text, ?) > 0 ORDER BY row LIMIT 1"
)


class Retrieve(Protocol):
    """One state of the passages of current documents, searched two ways; a row is a passage's number."""

    def lexical(self, words: str, n: int) -> list[int]:
        """The n best rows for the words of a question, best first; any text is allowed."""

    def dense(self, vector: Floats, n: int) -> list[tuple[int, float]]:
        """The n rows nearest to a unit vector (dimensions,) with their cosines, best first."""

    @property
    def size(self) -> int:
        """How many passages there are."""

    def cosines(self, vector: Floats, rows: Sequence[int]) -> dict[int, float]:
        """The cosines of a unit vector (dimensions,) with these rows."""

    def codes(self, rows: Sequence[int]) -> dict[int, bytes]:
        """The token vectors of these rows, as search.late packs them; a row without any is left out."""

    def candidates(self, rows: Sequence[int]) -> list[Candidate]:
        """These rows as they are ranked, in this order."""

    def holding(self, stems: Sequence[str]) -> dict[str, int]:
        """How many passages hold each of these stems; a stem that none holds is left out."""

    def spellings(self, body: str) -> frozenset[str]:
        """The names of a body as passages print them."""

    def roll(self, document: str, body: str, date: str, initials: Sequence[str]) -> int | None:
        """The row that lists, for that meeting, the first of these initials that its list explains; None for none."""


class View:
    """Retrieval inside one read transaction of a library: it holds what there is, an engine of the same state finds it.

    model is the name of the model whose vectors the library has. Where a search is narrowed only the passages within
    are looked among.
    """

    def __init__(self, connection: Connection, engine: Engine, model: str, within: Within | None = None) -> None:
        self.connection, self.within = connection, within
        self._engine, self._model = engine, model
        self._spellings: dict[str, frozenset[str]] = {}

    def lexical(self, words: str, n: int) -> list[int]:
        """See Retrieve."""
        return self._engine.lexical(words, n, self.within)

    def dense(self, vector: Floats, n: int) -> list[tuple[int, float]]:
        """See Retrieve."""
        return self._engine.dense(vector, n, self.within)

    @property
    def size(self) -> int:
        """See Retrieve."""
        return self._engine.size

    def cosines(self, vector: Floats, rows: Sequence[int]) -> dict[int, float]:
        """See Retrieve."""
        held = vectors.of(self.connection, self._model, rows)
        return {row: float(one @ vector) for row, one in held.items()}

    def codes(self, rows: Sequence[int]) -> dict[int, bytes]:
        """See Retrieve."""
        return vectors.codes(self.connection, self._model, rows)

    def candidates(self, rows: Sequence[int]) -> list[Candidate]:
        """See Retrieve."""
        return candidates(self.connection, rows)

    def holding(self, stems: Sequence[str]) -> dict[str, int]:
        """See Retrieve."""
        return self._engine.holding(stems)

    def spellings(self, body: str) -> frozenset[str]:
        """See Retrieve."""
        if body not in self._spellings:
            self._spellings[body] = frozenset([body, *spellings(self.connection, body)])
        return self._spellings[body]

    def roll(self, document: str, body: str, date: str, initials: Sequence[str]) -> int | None:
        """See Retrieve."""
        for printed in initials:
            found = self.connection.exec_driver_sql(_ROLL, (document, body, date, f"({printed})")).first()
            if found:
                row = int(found[0])
                return row if self.within is None or row in self.within else None
        return None
