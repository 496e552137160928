"""All that stands under one item."""

from __future__ import annotations

from sqlalchemy import select

from search import schema
from search.answers.found import Found
from search.answers.model import Statement
from search.hits import hits
from search.model import Citation, Hit

MOST = 60  # passages of one item that are looked at
TELLING = ("discussion", "report", "action")


def beside(found: Found, cited: Citation, most: int, shown: frozenset[str]) -> tuple[Statement, ...]:
    """What the minutes say under the item that a citation names, the passages that hold most of the question.

    shown are passages that the answer holds already; of two that hold as much the later, which leads to the decision.
    """
    under = [hit for hit in reversed(stretch(found, cited)) if hit.kind in TELLING and hit.id not in shown]
    under.sort(key=lambda hit: -found.share(hit.text))
    return tuple(quote for hit in under[:most] for quote in found.quoted(hit, "also"))


def stretch(found: Found, cited: Citation) -> tuple[Hit, ...]:
    """The passages under the item that a citation names, as printed; the last of them where there are very many."""
    table = schema.passages
    query = select(table.c.row).where(
        table.c.document == cited.document,
        table.c.date == cited.date,
        table.c.item == cited.item,
        table.c.title == cited.title,
    )
    rows = list(found.connection.scalars(query.order_by(table.c.position.desc()).limit(MOST)))[::-1]
    return hits(found.connection, [(row, 0.0) for row in rows], MOST)
