"""What a library's database says of its collection: which it is, and of which change.

It is written in the transaction of each change, so that whoever reads the library at some change finds the collection
that was of this change; whoever changes the library without Milvus leaves it behind, which is seen.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from sqlalchemy import Connection

from search import rows, store

KEY = "milvus"  # of meta


@dataclass(frozen=True, slots=True)
class Entry:
    """The collection that is in step with a library.

    generation is the change that it was brought to, graph whether its vectors have one, gone are the documents that
    this change took out, whose passages are to be deleted from it for good.
    """

    collection: str
    generation: int
    graph: bool
    gone: tuple[str, ...] = ()


def entry(connection: Connection) -> Entry | None:
    """What the database says, None where the library never had a collection."""
    kept = rows.value(connection, KEY)
    if not kept:
        return None
    fields = json.loads(kept)
    return Entry(**{**fields, "gone": tuple(fields["gone"])})


def forget(connection: Connection) -> None:
    """Let the library have no collection: what it had is of another state of it."""
    connection.exec_driver_sql("DELETE FROM meta WHERE key = ?", (KEY,))


def save(connection: Connection, made: Entry) -> None:
    """Write it, in the transaction of the change that it is of."""
    store.save_value(connection, KEY, json.dumps(asdict(made)))
