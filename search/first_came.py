"""When the words of passages first came into a library, in whichever version of a document."""

from __future__ import annotations

import json
from collections.abc import Collection

from sqlalchemy import Connection

from search.words import whole

# what a passage's hash is of names its body, day and item too: the same sentence of another meeting has another
_CAME = (
    "SELECT one.id, min(documents.added) FROM passages AS one JOIN passages AS other ON other.hash = one.hash "
    "JOIN documents ON documents.id = other.document WHERE one.id IN (SELECT value FROM json_each(?)) GROUP BY one.id"
)


def first_came(connection: Connection, passages: Collection[str]) -> list[tuple[str, str]]:
    """The ids of those passages that are there, each with when its words first came (ISO, with its zone)."""
    rows = connection.exec_driver_sql(_CAME, (json.dumps([whole(one) for one in passages]),))
    return [(row[0], row[1]) for row in rows]
