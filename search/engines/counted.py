"""How many passages hold a word, as the database counts them in its own full-text search."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence

from sqlalchemy import Connection

# For some stems, how many passages hold each; a stem that none holds may be left out.
Counts = Callable[[Sequence[str]], Mapping[str, int]]
_HOLDING = "SELECT term, doc FROM vocabulary WHERE term IN (SELECT value FROM json_each(?))"


def holding(connection: Connection, stems: Sequence[str]) -> dict[str, int]:
    """How many passages hold each of these stems; a stem that none holds is left out."""
    return dict(map(tuple, connection.exec_driver_sql(_HOLDING, (json.dumps(list(stems)),))))
