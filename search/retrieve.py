"""Candidates for a question, from words and from meaning."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Protocol

from sqlalchemy import Connection

from search import vectors
from search.embed import Floats
from search.index import Index
from search.rank.candidates import Candidate, candidates
from search.registers.wanted import spellings
from search.schema import WORDS
from search.within import Within
from search.words import match

# What a passage says, and where it stands. Without the columns beside text recall@1 falls by 0.06 and MRR by 0.05. Text
# weighs twice the rest: recall@1 +0.01 on the shared questions and +0.09 on the sample corpus over equal weights.
WEIGHTS = {"text": 2.0, "headings": 1.0, "title": 1.0, "presenters": 1.0, "place": 1.0}
_LEXICAL = (
    f"SELECT words.rowid FROM words {{among}} WHERE words MATCH ? {{where}} "
    f"ORDER BY bm25(words, {', '.join(str(WEIGHTS[name]) for name in WORDS)}), words.rowid LIMIT ?"
)
_ALL = _LEXICAL.format(among="", where="")
_AMONG = "JOIN passages ON passages.row = words.rowid"
_ROLL = (
    "SELECT row FROM passages WHERE document = ? AND body = ? AND date = ? AND kind = 'attendance' "
    "AND instr(text, ?) > 0 ORDER BY row LIMIT 1"
)
_HOLDING = "SELECT term, doc FROM vocabulary WHERE term IN (SELECT value FROM json_each(?))"


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


class Embedded:
    """Retrieval inside one read transaction: FTS5 for words, the index of the same generation for meaning.

    Where a search is narrowed only the passages within are looked among; what is rare stays what is rare in all.
    """

    def __init__(self, connection: Connection, index: Index, within: Within | None = None) -> None:
        self.connection, self._index, self.within = connection, index, within
        self._spellings: dict[str, frozenset[str]] = {}

    def lexical(self, words: str, n: int) -> list[int]:
        """See Retrieve. BM25 over the columns with WEIGHTS."""
        expression = match(words)
        if not expression:
            return []
        if self.within is None:
            return [row[0] for row in self.connection.exec_driver_sql(_ALL, (expression, n))]
        narrowed = _LEXICAL.format(among=_AMONG, where=f"AND {self.within.where}")
        found = self.connection.exec_driver_sql(narrowed, (expression, *self.within.parameters, n))
        return [row[0] for row in found]

    def dense(self, vector: Floats, n: int) -> list[tuple[int, float]]:
        """See Retrieve."""
        return self._index.nearest(vector, n, self.within.selector if self.within else None)

    @property
    def size(self) -> int:
        """See Retrieve."""
        return self._index.size

    def cosines(self, vector: Floats, rows: Sequence[int]) -> dict[int, float]:
        """See Retrieve."""
        held = vectors.of(self.connection, self._index.state.model, rows)
        return {row: float(one @ vector) for row, one in held.items()}

    def codes(self, rows: Sequence[int]) -> dict[int, bytes]:
        """See Retrieve."""
        return vectors.codes(self.connection, self._index.state.model, rows)

    def candidates(self, rows: Sequence[int]) -> list[Candidate]:
        """See Retrieve."""
        return candidates(self.connection, rows)

    def holding(self, stems: Sequence[str]) -> dict[str, int]:
        """See Retrieve."""
        return dict(map(tuple, self.connection.exec_driver_sql(_HOLDING, (json.dumps(list(stems)),))))

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
