"""The FAISS index of a library: a cache of the database's vectors that follows its changes.

A small library has all its vectors compared. A large one has them in lists (search.indexes.lists); what was added since
its file was written is compared whole beside them, what was taken out is passed over, and when there is much of either
the file is written anew. It is made anew from the database only where it is missing, damaged or of other vectors, and
where the library has outgrown it.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from sqlalchemy import Connection

from search import vectors
from search.embed import Floats
from search.files import CACHE
from search.indexes import file, lists
from search.indexes.among import Among, exactly, in_lists
from search.indexes.file import Kept
from search.indexes.shown import Shown, rows_of, shown, total, without
from search.vectors import State

BEHIND = 0.02  # share of a large library's passages that may have come or gone before its file is written anew
FEWER = 0.5  # of lists.LARGE: a library with fewer passages has no lists any more


class Index:
    """The vectors of one state of a library, ready to be searched by any number of threads.

    kept holds them as of some change, tail what came after it; live are the rows of lists that are shown.
    """

    def __init__(self, state: State, kept: Kept, size: int, live: Among | None, tail: Any = None) -> None:
        import faiss

        faiss.omp_set_num_threads(1)  # one question is searched by one thread: others would only spin (4 ms of 5)
        self.state, self.size = state, size  # size: how many passages there are
        self._kept, self._tail, self._live = kept.vectors, tail, live

    def nearest(self, vector: Floats, n: int, among: Among | None = None) -> list[tuple[int, float]]:
        """The n passage rows whose unit vectors have the highest cosine with vector (dimensions,), best first.

        among are the rows to keep to; None for all.
        """
        if self._live is None:
            return _nearest(self._kept, vector, n, exactly(among))
        live = among.both(self._live) if among else self._live
        found = _nearest(self._kept, vector, n, in_lists(live, lists.probed(self._kept, live)))
        if self._tail is not None:
            more = _nearest(self._tail, vector, n, exactly(among))
            found = sorted([*found, *more], key=lambda pair: -pair[1])[:n]
        return found


def load(folder: Path, connection: Connection, state: State, large: int = lists.LARGE) -> Index:
    """The index of this state, which connection sees; a library of so many passages or more has lists.

    The folder's file is taken where it fits, and written where it is too far behind and can be.
    """
    path, now = folder / CACHE, shown(connection)
    kept = _fitting(path, connection, state, now, large)
    if not kept.trained:
        return Index(state, kept, total(now), None)
    new = without(now, kept.held)
    # also where nothing is gone: a row that a damaged disk made up is none of them
    live = Among(rows_of(connection, without(now, new)))
    return Index(state, kept, total(now), live, _compared(connection, state, new) if new else None)


def _fitting(path: Path, connection: Connection, state: State, now: Shown, large: int) -> Kept:
    """What is kept at path where it is near enough to what is shown now, else what is kept there from now on."""
    kept = file.opened(path, state)
    if kept is None or _outgrown(kept, total(now), large):
        return _written(path, _made(connection, state, now, large))
    changed = total(without(now, kept.held)) + total(without(kept.held, now))
    if kept.trained and changed <= BEHIND * total(now):
        return kept
    if changed:
        return _written(path, _followed(connection, state, file.opened(path, state, to_change=True) or kept, now))
    return kept if kept.state == state else _written(path, replace(kept, state=state))


def forget(folder: Path, connection: Connection, state: State) -> None:
    """Leave nothing in the file of what is not shown any more. Raises OSError."""
    path = folder / CACHE
    kept = file.opened(path, state, to_change=True)
    if kept is None or not kept.trained:
        path.unlink(missing_ok=True)  # the next search makes it
        return
    now = shown(connection)
    if kept.held != now:
        file.save(path, _followed(connection, state, kept, now))


def _outgrown(kept: Kept, size: int, large: int) -> bool:
    if kept.trained:
        return size > lists.OUTGROWN * kept.trained or size < FEWER * large
    return size >= large


def _made(connection: Connection, state: State, now: Shown, large: int) -> Kept:
    size, rows = total(now), rows_of(connection, now)
    if size < large:
        return Kept(_compared(connection, state, now), state, now, 0)
    sample = [part for _, part in vectors.some(connection, state, lists.sampled(rows))]
    made = lists.laid_out(np.concatenate(sample), size)
    lists.fill(made, vectors.some(connection, state, rows))
    return Kept(made, state, now, size)


def _compared(connection: Connection, state: State, held: Shown) -> Any:
    """An index of these documents' passages that compares them all."""
    import faiss

    made = faiss.IndexIDMap(faiss.IndexFlatIP(max(state.dimensions, 1)))
    lists.fill(made, vectors.some(connection, state, rows_of(connection, held)))
    return made


def _followed(connection: Connection, state: State, kept: Kept, now: Shown) -> Kept:
    """What was kept, brought to what is shown now; its own index is changed."""
    import faiss

    made: Any = faiss  # its own description leaves out what its Python side makes of this
    new = without(now, kept.held)
    stays = Among(rows_of(connection, without(now, new)))
    kept.vectors.remove_ids(made.IDSelectorNot(stays.selector))
    lists.fill(kept.vectors, vectors.some(connection, state, rows_of(connection, new)))
    return replace(kept, state=state, held=now)


def _written(path: Path, kept: Kept) -> Kept:
    """What is kept, from its file where it could be written: a reader without the right to keeps it in memory."""
    with suppress(OSError):
        file.save(path, kept)
        if kept.trained:
            return file.opened(path, kept.state) or kept
    return kept


def _nearest(index: Any, vector: Floats, n: int, parameters: Any) -> list[tuple[int, float]]:
    if not index.ntotal:
        return []
    scores, rows = index.search(vector.reshape(1, -1), min(n, index.ntotal), params=parameters)
    return [(row, score) for row, score in zip(rows[0].tolist(), scores[0].tolist(), strict=True) if row >= 0]
