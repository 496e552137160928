"""The vectors of passages as the database keeps them: the truth that the index is made from."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from ingest.model import Passage
from search.address import content_hash
from search.embed import Floats
from search.words import whole

_KEEP = "INSERT INTO {} (hash, model, {}) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
BATCH = 10_000  # passages whose vectors are read at a time
_SOME = (
    "SELECT row, vector FROM passages JOIN vectors ON vectors.hash = passages.hash AND model = ? "
    "WHERE row IN (SELECT CAST(value AS INTEGER) FROM json_each(?)) ORDER BY row"
)


@dataclass(frozen=True, slots=True)
class Unembedded:
    """What is to be embedded for a passage; before is how many characters of it only tell where the passage stands."""

    text: str
    before: int


@dataclass(frozen=True, slots=True)
class Made:
    """What a model made of a passage: its unit vector (dimensions,), and its token vectors as late.pack packs them."""

    vector: Floats
    codes: bytes


@dataclass(frozen=True)
class State:
    """Which library, after how many changes, with whose vectors.

    vectors is a name that is another one whenever all vectors were made anew, "" where they never were.
    """

    library: str
    generation: int
    model: str
    dimensions: int
    vectors: str = ""


def unembedded(passage: Passage) -> Unembedded:
    """The text of a passage for a model."""
    text = whole(passage.indexed)
    return Unembedded(text, len(text) - len(passage.text))


def known(connection: Connection, model: str, among: Collection[str]) -> set[str]:
    """Those among some content hashes that have a vector and token vectors of this model.

    Each is looked up, so that it takes no longer in a large library.
    """
    query = (
        "SELECT hash FROM json_each(?) JOIN vectors ON vectors.hash = value AND vectors.model = ? "
        "JOIN token_vectors USING (hash, model)"
    )
    return {row[0] for row in connection.exec_driver_sql(query, (json.dumps(list(among)), model))}


def save(connection: Connection, model: str, made: Mapping[str, Made]) -> None:
    """Store vectors by content hash; those that are there already stay."""
    values = [(key, model, np.asarray(one.vector, "<f4").tobytes()) for key, one in made.items()]
    codes = [(key, model, one.codes) for key, one in made.items()]
    if values:
        connection.exec_driver_sql(_KEEP.format("vectors", "vector"), values)
        connection.exec_driver_sql(_KEEP.format("token_vectors", "codes"), codes)


def of(connection: Connection, model: str, rows: Sequence[int]) -> dict[int, Floats]:
    """The unit vectors of passages by their rows."""
    query = (
        "SELECT row, vector FROM passages JOIN vectors ON vectors.hash = passages.hash AND model = ? "
        "WHERE row IN (SELECT CAST(value AS INTEGER) FROM json_each(?))"
    )
    found = connection.exec_driver_sql(query, (model, json.dumps(list(rows))))
    return {row: np.frombuffer(held, "<f4") for row, held in found}


def codes(connection: Connection, model: str, rows: Sequence[int]) -> dict[int, bytes]:
    """The packed token vectors of passages by their rows; a passage without any is left out."""
    query = (
        "SELECT row, codes FROM passages JOIN token_vectors ON token_vectors.hash = passages.hash AND model = ? "
        "WHERE row IN (SELECT CAST(value AS INTEGER) FROM json_each(?))"
    )
    return dict(map(tuple, connection.exec_driver_sql(query, (model, json.dumps(list(rows))))))


def texts(connection: Connection) -> dict[int, Unembedded]:
    """What is to be embedded for every passage of the library, by its row."""
    query = "SELECT row, text, kind, body, date, item, title, presenters, headings FROM passages"
    found = {}
    for row in connection.exec_driver_sql(query):
        text, kind, body, date, item, title = row[1:7]
        presenters, headings = tuple(json.loads(row[7])), tuple(json.loads(row[8]))
        found[row[0]] = unembedded(Passage(text, kind, body, date, item, title, presenters, headings, ()))
    return found


def replace_all(connection: Connection, model: str, texts: Mapping[int, Unembedded], made: Mapping[str, Made]) -> None:
    """Let every passage have the vector of its text, in place of all vectors there were."""
    connection.exec_driver_sql("DELETE FROM vectors")
    connection.exec_driver_sql("DELETE FROM token_vectors")
    save(connection, model, made)
    hashes = [(content_hash(one.text), row) for row, one in texts.items()]
    if hashes:
        connection.exec_driver_sql("UPDATE passages SET hash = ? WHERE row = ?", hashes)


def check(connection: Connection, model: str, document: str) -> None:
    """Raise ValueError where a passage of the document has no vector: plan was not followed."""
    missing = connection.exec_driver_sql(
        "SELECT count(*) FROM passages LEFT JOIN vectors ON vectors.hash = passages.hash AND model = ? "
        "WHERE document = ? AND vector IS NULL",
        (model, document),
    ).scalar()
    if missing:
        raise ValueError(f"{document}: {missing} passages have no vector")


def forget_unused(connection: Connection) -> None:
    """Remove the vectors that no passage uses any more."""
    for table in ("vectors", "token_vectors"):
        connection.exec_driver_sql(f"DELETE FROM {table} WHERE hash NOT IN (SELECT hash FROM passages)")


def state(connection: Connection) -> State:
    """What the index must match, as this transaction sees it."""
    values: dict[str, str] = {row[0]: row[1] for row in connection.exec_driver_sql("SELECT key, value FROM meta")}
    return State(
        *(values["library"], int(values["generation"]), values.get("model", ""), int(values.get("dimensions", 0))),
        values.get("vectors", ""),
    )


def some(connection: Connection, now: State, rows: NDArray[np.int64]) -> Iterator[tuple[NDArray[np.int64], Floats]]:
    """These passages' rows, ascending, and their unit vectors (n, dimensions), at most BATCH at a time.

    A row without a passage or a vector is left out.
    """
    for start in range(0, len(rows), BATCH):
        wanted = rows[start : start + BATCH]
        found = connection.exec_driver_sql(_SOME, (now.model, json.dumps(wanted.tolist()))).all()
        numbers = np.fromiter((row[0] for row in found), np.int64, len(found))
        flat = np.frombuffer(b"".join(row[1] for row in found), "<f4").astype(np.float32)
        if len(found):
            yield numbers, flat.reshape(len(found), now.dimensions)
