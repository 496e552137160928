"""A constraint with its place, while a question is being read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from search.understand.query import Constraint
from search.understand.tokens import Stretch


@dataclass(frozen=True, slots=True)
class Reading:
    """One constraint and the words that it was read from."""

    constraint: Constraint
    place: Stretch


def places(readings: Iterable[Reading]) -> list[Stretch]:
    """Where they stand."""
    return [reading.place for reading in readings]


def in_order(readings: Iterable[Reading]) -> tuple[Constraint, ...]:
    """The constraints as the question has them, each key once."""
    found: dict[str, Constraint] = {}
    for reading in sorted(readings, key=lambda reading: (reading.place.start, reading.place.end)):
        found.setdefault(reading.constraint.key, reading.constraint)
    return tuple(found.values())
