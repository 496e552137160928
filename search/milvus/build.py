"""A collection made anew from a library's database."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection

from search.indexes.shown import rows_of, shown, total
from search.milvus import filters
from search.milvus.entry import Entry
from search.milvus.form import LARGE, entities, form, indexes
from search.milvus.server import SECONDS
from search.vectors import State

LONG = 3_600.0  # seconds that loading and flushing may take


def build(
    client: Any, connection: Connection, state: State, progress: Callable[[int], None], large: int = LARGE
) -> Entry:
    """A new collection with every passage that is shown, as the transaction sees it; nothing names it yet.

    From so many passages as large its vectors have a graph. progress is told how many are there.
    """
    now = shown(connection)
    size, made = total(now), f"{prefix(state.library)}{uuid.uuid4().hex[:12]}"
    client.create_collection(made, schema=form(client, state), timeout=SECONDS)
    client.create_index(made, indexes(client, size, large), timeout=SECONDS, sync=False)  # there is nothing to wait for
    client.load_collection(made, timeout=SECONDS)
    done = 0
    for batch in entities(connection, state, rows_of(connection, now), 0):
        client.upsert(made, batch, timeout=LONG)
        done += len(batch)
        progress(done)
    client.flush(made, timeout=LONG)
    return Entry(made, state.generation, size >= large)


def counted(client: Any, held: Entry) -> int:
    """How many passages a collection shows."""
    found = client.query(
        held.collection,
        filter=filters.shown(held.generation),
        output_fields=["count(*)"],
        consistency_level="Strong",
        timeout=LONG,
    )
    return int(found[0]["count(*)"])


def name_for_good(client: Any, library: str, collection: str) -> None:
    """Let the library's alias name this collection, for whoever looks at the server; it never names none."""
    alias = f"library_{library}"
    named = client.list_aliases(timeout=SECONDS)["aliases"]
    if alias not in named:
        client.create_alias(collection, alias, timeout=SECONDS)
    elif client.describe_alias(alias, timeout=SECONDS)["collection_name"] != collection:
        client.alter_alias(collection, alias, timeout=SECONDS)


def drop_others(client: Any, library: str, collection: str) -> None:
    """Drop every collection of the library but this one: older ones, and those of a writer that was stopped."""
    for name in client.list_collections(timeout=SECONDS):
        if name.startswith(prefix(library)) and name != collection:
            client.drop_collection(name, timeout=SECONDS)


def prefix(library: str) -> str:
    """How the names of a library's collections begin."""
    return f"passages_{library}_"
