"""The engine of a library whose passages are found by Milvus."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from search.embed import Floats
from search.engines.counted import holding
from search.engines.engine import Engine
from search.indexes.shown import shown, total
from search.milvus.entry import Entry, entry
from search.milvus.errors import EngineBehind
from search.milvus.filters import kept
from search.milvus.server import Server
from search.milvus.words import asked
from search.vectors import State
from search.within import Within

LOOKED = 256  # neighbours that a graph keeps in view at least
STRICT = "Strong"  # every search sees all that was written before it: an older answer could lack what is shown


class Milvus:
    """See Engine. The passages of one collection as they were after one change; size is how many are shown then."""

    def __init__(self, connection: Connection, server: Server, held: Entry, size: int) -> None:
        self._connection, self._server, self._held, self._size = connection, server, held, size

    def lexical(self, words: str, n: int, within: Within | None = None) -> list[int]:
        """See Engine. BM25 over the stems of all that a passage says, and of where it stands."""
        text = asked(words)
        return [row for row, _ in self._found("sparse", text, n, within)] if text else []

    def dense(self, vector: Floats, n: int, within: Within | None = None) -> list[tuple[int, float]]:
        """See Engine."""
        return self._found("vector", vector, n, within)

    @property
    def size(self) -> int:
        """See Engine."""
        return self._size

    def holding(self, stems: Sequence[str]) -> dict[str, int]:
        """See Engine. As the database counts them."""
        return holding(self._connection, stems)

    def _found(self, field: str, data: Any, n: int, within: Within | None) -> list[tuple[int, float]]:
        """The n best rows with their scores, best first. Milvus Lite gives BM25 scores below zero, a server above."""
        if not self._size:
            return []
        graph = self._held.graph and field == "vector"
        hits = self._server.search(
            self._held.collection,
            data=[data],
            anns_field=field,
            filter=kept(self._held.generation, within),
            limit=min(n, self._size),
            search_params={"params": {"ef": max(2 * n, LOOKED)}} if graph else {},
            consistency_level=STRICT,
        )
        turned = abs if field == "sparse" else float
        found = [(int(hit["row"]), float(turned(hit["distance"]))) for hit in hits]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))


class Collections:
    """See Engines. What the library in a folder has in Milvus; a state's number of passages is counted once."""

    def __init__(self, folder: Path, server: Server) -> None:
        self._folder, self._server = folder, server
        self._counted: tuple[State, int] | None = None

    def at(self, connection: Connection, state: State) -> Engine:
        """See Engines. Raises EngineBehind where the collection is not of this state."""
        held, size = entry(connection), self._size(connection, state)
        if held is None and not size:
            held = Entry("", state.generation, False)
        if held is None:
            raise EngineBehind(self._folder, "the library was never moved to Milvus")
        if held.generation != state.generation:
            reason = f"the library is at change {state.generation}, its Milvus collection at {held.generation}"
            raise EngineBehind(self._folder, reason)
        return Milvus(connection, self._server, held, size)

    def _size(self, connection: Connection, state: State) -> int:
        kept = self._counted
        if kept is None or kept[0] != state:
            kept = self._counted = (state, total(shown(connection)))
        return kept[1]
