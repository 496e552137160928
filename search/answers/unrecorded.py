"""Questions that the passages found are near to and do not answer, each told by a rule that is all but certain."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import Connection

from search.answers.awaited import awaited
from search.answers.elsewhere import elsewhere
from search.answers.figureless import figureless
from search.answers.found import Found, found
from search.answers.monthly import unreached
from search.answers.replied import replied
from search.answers.seconded import seconded
from search.answers.unminuted import confidential, unminuted
from search.engines.counted import Counts
from search.model import Hit, Refused
from search.understand.query import Query

RULES: tuple[Callable[[Found], Refused | None], ...] = (
    *(unminuted, confidential, seconded, replied, awaited, elsewhere, unreached, figureless),
)


def unrecorded(
    connection: Connection, query: Query, hits: Sequence[Hit], counts: Counts | None = None
) -> Refused | None:
    """A refusal where what is found is near and does not say what is asked, None where no rule tells that it is so."""
    if not hits or len(query.parts) > 1:
        return None
    held = found(connection, query, hits, counts)
    return next((refused for rule in RULES if (refused := rule(held))), None)
