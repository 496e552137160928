"""The FAISS index of a library: a cache of the database's vectors, made again whenever it does not fit."""

from __future__ import annotations

import json
import zlib
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO, Literal

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from search.embed import Floats
from search.files import CACHE, replace
from search.vectors import State, all_shown

CHUNK = 1 << 20  # bytes

Found = Literal["matches", "missing", "of another change", "damaged"]


class Index:
    """The vectors of one state of a library, ready to be searched by any number of threads."""

    def __init__(self, state: State, vectors: Any) -> None:
        import faiss

        faiss.omp_set_num_threads(1)  # one question is searched by one thread: others would only spin (4 ms of 5)
        self.state, self._vectors = state, vectors

    @property
    def size(self) -> int:
        """How many passages there are."""
        return int(self._vectors.ntotal)

    def nearest(self, vector: Floats, n: int, among: Any = None) -> list[tuple[int, float]]:
        """The n passage rows whose unit vectors have the highest cosine with vector (dimensions,), best first.

        among are the rows to keep to, as FAISS takes them (its SearchParameters); None for all.
        """
        if not self._vectors.ntotal:
            return []
        scores, numbers = self._vectors.search(vector.reshape(1, -1), min(n, self._vectors.ntotal), params=among)
        return [(row, score) for row, score in zip(numbers[0].tolist(), scores[0].tolist(), strict=True) if row >= 0]


def selector(rows: NDArray[np.int64]) -> Any:
    """These rows (n,), ascending, as Index.nearest takes those to keep to."""
    import faiss

    last = int(rows[-1]) if len(rows) else 0
    mask = np.zeros(last + 8 - last % 8, np.bool_)
    mask[rows] = True
    made: Any = faiss  # its own description leaves out what its Python side makes of these two
    return made.SearchParameters(sel=made.IDSelectorBitmap(np.packbits(mask, bitorder="little")))


def load(folder: Path, connection: Connection, state: State) -> Index:
    """The index of this state: from the file where it fits, else from the database, and then to the file if it can be.

    The file's first line says what it was made from, with a checksum: a torn or foreign file never fits.
    """
    path = folder / CACHE
    kept = _kept(path, state)
    if kept is not None:
        return Index(state, kept)
    made = _made(connection, state)
    with suppress(OSError):  # a reader without the right to write keeps it in memory
        replace(path, _packed(made, state))
    return Index(state, made)


def inspected(folder: Path, state: State) -> Found:
    """How the file of vectors stands to this state, by its first line and its checksum; nothing is made or written."""
    try:
        with (folder / CACHE).open("rb") as file:
            head = _head(file)
            checksum = 0
            while chunk := file.read(CHUNK):
                checksum = zlib.crc32(chunk, checksum)
    except FileNotFoundError:
        return "missing"
    except (OSError, ValueError, RecursionError):
        return "damaged"
    if checksum != head.get("crc32"):
        return "damaged"
    return "matches" if _fits(head, state) else "of another change"


def _made(connection: Connection, state: State) -> Any:
    import faiss

    index = faiss.IndexIDMap(faiss.IndexFlatIP(max(state.dimensions, 1)))
    numbers, vectors = all_shown(connection, state)
    if len(numbers):
        index.add_with_ids(vectors, numbers)
    return index


def _packed(index: Any, state: State) -> bytes:
    import faiss

    body = faiss.serialize_index(index).tobytes()
    return json.dumps({**asdict(state), "crc32": zlib.crc32(body)}).encode() + b"\n" + body


def _kept(path: Path, state: State) -> Any:
    """The index in the file, None where there is none or it is not of this state."""
    import faiss

    try:
        with path.open("rb") as file:
            head = _head(file)
            if not _fits(head, state):
                return None
            body = file.read()
    except (OSError, ValueError, RecursionError):
        return None
    if zlib.crc32(body) != head.get("crc32"):
        return None
    return faiss.deserialize_index(np.frombuffer(body, np.uint8))


def _head(file: BinaryIO) -> dict[str, Any]:
    """The file's first line. Raises ValueError where it is not one that we write."""
    head = json.loads(file.readline(4096))
    if not isinstance(head, dict):
        raise ValueError("not the first line of a file of vectors")
    return head


def _fits(head: dict[str, Any], state: State) -> bool:
    return head | asdict(state) == head
