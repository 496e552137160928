"""All that stands under one item."""

from __future__ import annotations

from sqlalchemy import select

from search import schema
from search.answers.found import Found
from search.answers.model import Statement
from search.hits import hits
from search.model import Citation

MOST = 60  # passages of one item that are looked at
TELLING = ("discussion", "report", "action")


def beside(found: Found, cited: Citation, most: int, shown: frozenset[str]) -> tuple[Statement, ...]:
    """What the minutes say under the item that a citation names, the passages that hold most of the question.

    shown are passages that the answer holds already; of two that hold as much the later, which leads to the decision.
    """
    table = schema.passages
    query = select(table.c.row, table.c.position).where(
        table.c.document == cited.document,
        table.c.date == cited.date,
        table.c.item == cited.item,
        table.c.title == cited.title,
        table.c.kind.in_(TELLING),
    )
    rows = found.connection.execute(query.order_by(table.c.position.desc()).limit(MOST)).all()
    under = [hit for hit in hits(found.connection, [(row.row, 0.0) for row in rows], MOST) if hit.id not in shown]
    under.sort(key=lambda hit: -found.share(hit.text))
    return tuple(quote for hit in under[:most] for quote in found.quoted(hit, "also"))
