"""The collection kept in step: each change is in Milvus before it is committed, and seen by whoever reads after it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from search import vectors
from search.indexes.shown import Shown, rows_of, shown, without
from search.milvus import build, filters
from search.milvus.entry import Entry, entry, save
from search.milvus.errors import EngineBehind, EngineUnusable
from search.milvus.form import FOREVER, LARGE, entities
from search.milvus.server import SECONDS, Server
from search.vectors import State

KEPT = 16  # changes during which whoever reads an older state still finds what was shown in it
MOST = 16_000  # entities that one query gives
SENT = 1_000  # entities that are marked at a time


class Follower:
    """See Follow. Keeps the collection of the library in a folder in step.

    Every passage has the changes between which it is shown. What is written for a change that is never committed is
    seen by nobody, and put right when the next change begins.
    """

    def __init__(self, folder: Path, server: Server, large: int = LARGE) -> None:
        self._folder, self._server, self._large = folder, server, large
        self._due: tuple[State, Entry] | None = None

    @contextmanager
    def along(self, connection: Connection) -> Iterator[None]:
        """See Follow. Raises EngineBehind where the collection does not fit what the change begins with."""
        state, before, held = vectors.state(connection), shown(connection), entry(connection)
        if held and held.generation != state.generation:
            held = None
        if before and held is None:
            raise EngineBehind(self._folder, "the library's Milvus collection is not of its present state")
        if held:
            with self._server.asked() as client:
                client.load_collection(held.collection, timeout=SECONDS)
                build.name_for_good(client, state.library, held.collection)
                build.drop_others(client, state.library, held.collection)
                self._mended(client, held)
        yield
        now = vectors.state(connection)
        if now.generation == state.generation or not now.model:
            return
        with self._server.asked() as client:
            if held is None or _vectors(now) != _vectors(state):
                made = build.build(client, connection, now, lambda done: None, self._large)
            else:
                made = _changed(client, connection, now, held, before)
        save(connection, made)
        self._due = now, made

    def settled(self) -> None:
        """See Follow."""
        if self._due:
            (state, held), self._due = self._due, None
            with suppress(EngineUnusable), self._server.asked() as client:
                build.name_for_good(client, state.library, held.collection)
                _erase(client, held)

    def _mended(self, client: Any, held: Entry) -> None:
        """Undo what was written for a change that was never committed, and delete what nobody reads any more."""
        past, at = held.collection, held.generation
        if _rows(client, past, f"since > {at + 1} or (until > {at + 1} and until < {FOREVER})", 1):
            raise EngineBehind(self._folder, "another copy of the library has changed its Milvus collection")
        _erase(client, held)
        client.delete(past, filter=f"until <= {at - KEPT} or since > {at}", timeout=SECONDS)
        _mark(client, past, f"until > {at} and until < {FOREVER}", FOREVER)


def _changed(client: Any, connection: Connection, now: State, held: Entry, before: Shown) -> Entry:
    """The collection brought to what the transaction shows now."""
    after = shown(connection)
    gone, new = without(before, after), without(after, before)
    if gone:
        _mark(client, held.collection, f"{filters.of_documents(list(gone))} and until == {FOREVER}", now.generation)
    for batch in entities(connection, now, rows_of(connection, new), now.generation):
        client.upsert(held.collection, batch, timeout=SECONDS)
    there = {row[0] for row in connection.exec_driver_sql("SELECT id FROM documents")}
    return Entry(held.collection, now.generation, held.graph, tuple(sorted(set(gone) - there)))


def _erase(client: Any, held: Entry) -> None:
    """Delete for good what the last change took out of the library."""
    if held.gone:
        taken = f"{filters.of_documents(list(held.gone))} and until <= {held.generation}"
        client.delete(held.collection, filter=taken, timeout=SECONDS)


def _mark(client: Any, collection: str, condition: str, until: int) -> None:
    """Let the passages of a condition, which none of them meets afterwards, be shown until this change."""
    while rows := _rows(client, collection, condition, MOST):
        for start in range(0, len(rows), SENT):
            marked = [{"row": row, "until": until} for row in rows[start : start + SENT]]
            client.upsert(collection, marked, partial_update=True, timeout=SECONDS)


def _rows(client: Any, collection: str, condition: str, most: int) -> list[int]:
    found = client.query(
        collection, filter=condition, output_fields=["row"], limit=most, consistency_level="Strong", timeout=SECONDS
    )
    return [int(one["row"]) for one in found]


def _vectors(state: State) -> tuple[str, int, str]:
    return state.model, state.dimensions, state.vectors
