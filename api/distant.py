"""The Milvus server that the settings name, with the database of one collection of papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from api.settings import Settings
    from search.engines.engine import Engines
    from search.follow import Follow
    from search.milvus.server import Server


def server(chosen: Settings, collection: str, address: str = "") -> Server | None:
    """Where the library of a collection has its passages, at address or where the settings say; None where they do not.

    Each library has a database and a credential of its own, with Milvus Lite a file of its own: a process that is not
    given the restricted credential cannot ask for restricted passages.
    """
    from search.milvus.server import Server

    where = address or chosen.milvus
    if not where:
        return None
    if "://" not in where:
        return Server(f"{where.rstrip('/')}/{collection}.db")
    token = chosen.milvus_restricted_token if collection == "restricted" else chosen.milvus_public_token
    return Server(where, f"{chosen.milvus_database}_{collection}", token.get_secret_value() if token else "")


def engines(chosen: Settings, collection: str) -> Engines | None:
    """What finds the passages of a collection, None for the library's own files."""
    from search.milvus.engine import Collections

    found = server(chosen, collection)
    return Collections(chosen.folder(collection), found) if found else None


def follower(chosen: Settings, collection: str) -> Follow | None:
    """What keeps in step with the library of a collection, None for nothing."""
    from search.milvus.follower import Follower

    found = server(chosen, collection)
    return Follower(chosen.folder(collection), found) if found else None
