"""A library moved to Milvus, as often as one likes: a new collection takes the old one's place without a gap."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from search import vectors
from search.indexes.shown import shown, total
from search.library import Library
from search.milvus import build
from search.milvus.entry import entry, save
from search.milvus.errors import EngineBehind
from search.milvus.form import LARGE
from search.milvus.server import SECONDS, Server


@dataclass(frozen=True, slots=True)
class Moved:
    """What was moved: passages in the library and in the collection, which are as many, and the collection's name."""

    passages: int
    there: int
    collection: str


def move(
    library: Library, server: Server, progress: Callable[[int, int], None] = lambda done, of: None, large: int = LARGE
) -> Moved:
    """Make a new collection of all that the library shows, and let the library have it in place of the one before.

    Hold the writer lock meanwhile; the library must not be followed. Readers go on: with the collection before until
    the new one is named, and to the end of what they have begun. The one before is dropped with the next change. Raises
    EngineUnusable, and EngineBehind where the counts differ: the library keeps the one it had.
    """
    with library.read() as connection:
        state, size = vectors.state(connection), total(shown(connection))
        if not size:
            return Moved(0, 0, "")
        with server.asked() as client:
            made = build.build(client, connection, state, lambda done: progress(done, size), large)
            there = build.counted(client, made)
    if there != size:
        raise EngineBehind(library.folder, f"{there} of {size} passages reached the new Milvus collection")
    with library.change() as connection:
        if vectors.state(connection) != state:
            raise EngineBehind(library.folder, "the library changed while it was moved")
        save(connection, made)
    with server.asked() as client:
        build.name_for_good(client, state.library, made.collection)
    return Moved(size, there, made.collection)


def count(library: Library, server: Server) -> tuple[int, int]:
    """How many passages the library's collection shows, and how many the library.

    Raises EngineUnusable, and EngineBehind where the collection is not of the library's present state.
    """
    with library.read() as connection:
        state, size, held = vectors.state(connection), total(shown(connection)), entry(connection)
        if size and (held is None or held.generation != state.generation):
            raise EngineBehind(library.folder, "the library's Milvus collection is not of its present state")
        if held is None or not size:
            return 0, size
        with server.asked() as client:
            client.load_collection(held.collection, timeout=SECONDS)
            return build.counted(client, held), size
