"""The engine that a library carries with it: full text for words, the index of the same generation for meaning."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from search import fulltext, index
from search.embed import Floats
from search.engines.counted import holding
from search.engines.engine import Engine
from search.indexes.lists import LARGE
from search.rank.stems import stems
from search.vectors import State
from search.within import Within
from search.words import terms

if TYPE_CHECKING:
    from search.indexes.words import Words


class Local:
    """See Engine. Inside one read transaction of the library."""

    def __init__(self, connection: Connection, vectors: index.Index, words: Words | None = None) -> None:
        """Words are found by words where they are given, else by the database."""
        self._connection, self._index, self._words = connection, vectors, words

    def lexical(self, words: str, n: int, within: Within | None = None) -> list[int]:
        """See Engine. BM25, as search.fulltext weighs the columns."""
        if self._words is not None:
            return self._words.best([stem for term in terms(words) for stem in stems(term)], n, within)
        if within is None:
            return fulltext.ranked(self._connection, words, n)
        return fulltext.ranked(self._connection, words, n, within.where, within.parameters)

    def dense(self, vector: Floats, n: int, within: Within | None = None) -> list[tuple[int, float]]:
        """See Engine."""
        return self._index.nearest(vector, n, within.selector if within else None)

    @property
    def size(self) -> int:
        """See Engine."""
        return self._index.size

    def holding(self, stems: Sequence[str]) -> dict[str, int]:
        """See Engine."""
        return self._words.holding(stems) if self._words is not None else holding(self._connection, stems)


class Files:
    """See Engines. The engine of the library in a folder, whose index is kept between questions."""

    def __init__(self, folder: Path, large: int = LARGE) -> None:
        """A library of so many passages or more is large: what is derived from it is made for speed."""
        self._folder, self._large = folder, large
        self._index: index.Index | None = None
        self._words: tuple[State, Words] | None = None
        self._loading = Lock()

    def at(self, connection: Connection, state: State) -> Engine:
        """See Engines."""
        vectors = self._fitting(connection, state)
        return Local(connection, vectors, self._worded(connection, state) if vectors.size >= self._large else None)

    def _worded(self, connection: Connection, state: State) -> Words | None:
        """The words of this state; None where they cannot be had now, and those of the database do."""
        kept = self._words
        if kept is None or kept[0] != state:
            with self._loading:
                kept = self._words
                if kept is None or kept[0] != state:
                    from search.indexes import words  # tantivy, which large libraries alone need, takes 0.1 s to import

                    found = words.at(self._folder, connection, state.library)
                    if found is None:
                        return None
                    kept = (state, found)
                    if self._words is None or state.generation >= self._words[0].generation:
                        self._words = kept
        return kept[1]

    def _fitting(self, connection: Connection, state: State) -> index.Index:
        kept = self._index
        if kept is None or kept.state != state:
            with self._loading:
                kept = self._index
                if kept is None or kept.state != state:
                    kept = index.load(self._folder, connection, state, self._large)
                    if self._index is None or state.generation >= self._index.state.generation:
                        self._index = kept
        return kept
