"""Which passages are shown: those of current documents, by document, so that two states can be compared quickly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

Numbers = NDArray[np.int64]

_SHOWN = (
    "SELECT id, (SELECT min(row) FROM passages WHERE document = documents.id) AS first, "
    "(SELECT max(row) FROM passages WHERE document = documents.id) AS last, passages "
    "FROM documents WHERE status = 'current'"
)
_OF = "SELECT row FROM passages WHERE document = ? ORDER BY row"


@dataclass(frozen=True, slots=True)
class Rows:
    """The first and the last row of a document's passages, and how many there are; no row is ever used twice."""

    first: int
    last: int
    count: int


Shown = Mapping[str, Rows]


def shown(connection: Connection) -> dict[str, Rows]:
    """The current documents that have passages, as this transaction sees them; no passage is read."""
    found = connection.exec_driver_sql(_SHOWN)
    return {row[0]: Rows(row[1], row[2], row[3]) for row in found if row[1] is not None}


def total(held: Shown) -> int:
    """How many passages some documents have."""
    return sum(rows.count for rows in held.values())


def rows_of(connection: Connection, held: Shown) -> Numbers:
    """The rows of these documents' passages (n,), ascending."""
    parts = [_of(connection, document, rows) for document, rows in held.items()]
    return np.sort(np.concatenate(parts)) if parts else np.zeros(0, np.int64)


def without(held: Shown, others: Shown) -> dict[str, Rows]:
    """The documents that others lack, or have with other passages."""
    return {document: rows for document, rows in held.items() if others.get(document) != rows}


def packed(held: Shown) -> dict[str, list[int]]:
    """The same as JSON can hold it."""
    return {document: [rows.first, rows.last, rows.count] for document, rows in held.items()}


def unpacked(held: Mapping[str, Iterable[int]]) -> dict[str, Rows]:
    """What packed packed. Raises TypeError or ValueError where it is anything else."""
    return {document: Rows(*map(int, rows)) for document, rows in held.items()}


def _of(connection: Connection, document: str, rows: Rows) -> Numbers:
    if rows.last - rows.first + 1 == rows.count:  # as they are where one writer writes at a time
        return np.arange(rows.first, rows.last + 1, dtype=np.int64)
    found = connection.exec_driver_sql(_OF, (document,))
    return np.fromiter((row[0] for row in found), np.int64)
