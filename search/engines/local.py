"""The engine that a library carries with it: full text for words, the index of the same generation for meaning."""

from __future__ import annotations

from pathlib import Path
from threading import Lock

from sqlalchemy import Connection

from search import fulltext, index
from search.embed import Floats
from search.engines.engine import Engine
from search.vectors import State
from search.within import Within


class Local:
    """See Engine. Inside one read transaction of the library."""

    def __init__(self, connection: Connection, vectors: index.Index) -> None:
        self._connection, self._index = connection, vectors

    def lexical(self, words: str, n: int, within: Within | None = None) -> list[int]:
        """See Engine. BM25, as search.fulltext weighs the columns."""
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


class Files:
    """See Engines. The engine of the library in a folder, whose index is kept between questions."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._index: index.Index | None = None
        self._loading = Lock()

    def at(self, connection: Connection, state: State) -> Engine:
        """See Engines."""
        return Local(connection, self._fitting(connection, state))

    def _fitting(self, connection: Connection, state: State) -> index.Index:
        kept = self._index
        if kept is None or kept.state != state:
            with self._loading:
                kept = self._index
                if kept is None or kept.state != state:
                    kept = index.load(self._folder, connection, state)
                    if self._index is None or state.generation >= self._index.state.generation:
                        self._index = kept
        return kept
