"""Words of a document that was taken out, gone from every file of a library as well.

A row that is deleted leaves its words behind: in the segments of full-text search until they are merged, in free pages,
and in the write-ahead log.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from sqlalchemy import Connection, Engine

from search import fulltext, index, postgres, rows, store, vectors
from search.engine import emptied, rewritten

DUE, CLEAN = "erase", "clean"  # entries of meta
PATIENCE_MS = 2_000


def begin(connection: Connection) -> None:
    """Drop from full-text search what no passage holds any more, and note that the rest is to be done.

    Call it in the transaction that takes a document out, after everything else.
    """
    fulltext.settle(connection)
    store.save_value(connection, DUE, "due")


def due(connection: Connection) -> bool:
    """Whether words of a document that was taken out may still stand in the files."""
    return bool(rows.value(connection, DUE))


def made_clean(connection: Connection) -> None:
    """Note of a new database that it never held what was not overwritten when it was deleted."""
    store.save_value(connection, CLEAN, "yes")


def finish(folder: Path, writer: Engine) -> bool:
    """Take what begin could not reach out of the files; False where readers kept it from being done, which is noted.

    Call it outside of any transaction. A database made before deleted rows were overwritten is written anew, once.
    """
    from search.indexes import words  # imports tantivy, which takes 0.1 s

    with writer.begin() as connection:
        state = vectors.state(connection)
        with suppress(OSError):
            index.forget(folder, connection, state)
            words.forget(folder, connection, state.library)
        clean = rows.value(connection, CLEAN)
    if writer.dialect.name != postgres.NAME:  # a server clears away by itself what was deleted
        if not clean:
            rewritten(writer)
        if not emptied(writer, PATIENCE_MS):
            return False
    with writer.begin() as connection:
        made_clean(connection)
        store.save_value(connection, DUE, "")
    return True
