"""The vectors of passages as the database keeps them: the truth that the index is made from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from ingest.model import Passage
from search.address import content_hash
from search.embed import Floats


@dataclass(frozen=True)
class State:
    """Which library, after how many changes, with whose vectors."""

    library: str
    generation: int
    model: str
    dimensions: int


def known(connection: Connection, model: str) -> set[str]:
    """The content hashes that have a vector of this model."""
    return {row[0] for row in connection.exec_driver_sql("SELECT hash FROM vectors WHERE model = ?", (model,))}


def save(connection: Connection, model: str, made: Mapping[str, Floats]) -> None:
    """Store vectors by content hash; those that are there already stay."""
    values = [(key, model, np.asarray(vector, "<f4").tobytes()) for key, vector in made.items()]
    if values:
        connection.exec_driver_sql("INSERT OR IGNORE INTO vectors (hash, model, vector) VALUES (?, ?, ?)", values)


def texts(connection: Connection) -> dict[int, str]:
    """What is to be embedded for every passage of the library, by its row."""
    query = "SELECT row, text, kind, body, date, item, title, presenters, headings FROM passages"
    found = {}
    for row in connection.exec_driver_sql(query):
        text, kind, body, date, item, title = row[1:7]
        presenters, headings = tuple(json.loads(row[7])), tuple(json.loads(row[8]))
        found[row[0]] = Passage(text, kind, body, date, item, title, presenters, headings, ()).indexed
    return found


def replace_all(connection: Connection, model: str, texts: Mapping[int, str], made: Mapping[str, Floats]) -> None:
    """Let every passage have the vector of its text, in place of all vectors there were."""
    connection.exec_driver_sql("DELETE FROM vectors")
    save(connection, model, made)
    hashes = [(content_hash(text), row) for row, text in texts.items()]
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
    connection.exec_driver_sql("DELETE FROM vectors WHERE hash NOT IN (SELECT hash FROM passages)")


def state(connection: Connection) -> State:
    """What the index must match, as this transaction sees it."""
    values: dict[str, str] = {row[0]: row[1] for row in connection.exec_driver_sql("SELECT key, value FROM meta")}
    return State(
        values["library"], int(values["generation"]), values.get("model", ""), int(values.get("dimensions", 0))
    )


def all_shown(connection: Connection, now: State) -> tuple[NDArray[np.int64], Floats]:
    """Passage rows (n,) and their unit vectors (n, dimensions) for every current document."""
    found = connection.exec_driver_sql(
        "SELECT passages.row, vector FROM passages JOIN documents ON documents.id = document "
        "JOIN vectors ON vectors.hash = passages.hash AND model = ? WHERE status = 'current' ORDER BY passages.row",
        (now.model,),
    ).all()
    numbers = np.fromiter((row[0] for row in found), np.int64, len(found))
    flat = np.frombuffer(b"".join(row[1] for row in found), "<f4").astype(np.float32)
    return numbers, flat.reshape(len(found), now.dimensions)
