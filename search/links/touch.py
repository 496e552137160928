"""What a change touches: the bodies, days and references that documents name."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, select

from search import schema
from search.links.likeness import plain_item

BODIES = (schema.meetings, schema.log, schema.papers, schema.interests, schema.terms)
DAYS = (schema.meetings.c.date, schema.papers.c.date, schema.log.c.raised)


@dataclass(frozen=True, slots=True)
class Touch:
    """Bodies as printed, ISO days of meetings ("" for those without), and plain references of actions."""

    bodies: frozenset[str]
    days: frozenset[str]
    references: frozenset[str]

    def __or__(self, other: Touch) -> Touch:
        return Touch(self.bodies | other.bodies, self.days | other.days, self.references | other.references)


def touch(connection: Connection, documents: Collection[str]) -> Touch:
    """What the facts of these documents name, as the database holds them now."""
    of = list(documents)
    bodies: set[str] = set()
    for table in BODIES:
        bodies |= set(connection.scalars(select(table.c.body).where(table.c.document.in_(of)).distinct()))
    days: set[str] = set()
    for column in DAYS:
        days |= set(connection.scalars(select(column).where(column.table.c.document.in_(of)).distinct()))
    actions, meetings, log = schema.actions, schema.meetings, schema.log
    printed = set(connection.scalars(select(log.c.reference).where(log.c.document.in_(of)).distinct()))
    query = select(actions.c.reference).select_from(actions.join(meetings)).where(meetings.c.document.in_(of))
    printed |= set(connection.scalars(query.distinct()))
    return Touch(frozenset(bodies), frozenset(days), frozenset(map(plain_item, printed)) - {""})
