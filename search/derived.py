"""What is read of one state of a library again and again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sqlalchemy import Connection

from search.model import Narrowed
from search.precedents.gathered import gathered
from search.precedents.held import Held
from search.traits import Traits, traits
from search.understand.known import Known, known
from search.understand.vocabulary import Vocabulary, Words
from search.vectors import State
from search.within import Values, Within, values, within

NARROWED = 32  # narrowings whose passages are kept; further ones take the place of the oldest


class Derived:
    """The names, the values to narrow by, the examples and the matters of one state, each read when first needed.

    Every connection given must be of that state. Two threads may read the same thing at once; they find the same.
    """

    def __init__(self, state: State, before: Derived | None = None) -> None:
        """What of the state before can be used again is taken from there."""
        self.state = state
        self._older: Traits | None = before._traits or before._older if before else None
        self._traits: Traits | None = None
        self._known: Known | None = None
        self._values: Values | None = None
        self._examples: tuple[str, ...] | None = None
        self._held: Held | None = None
        self._words = Words()
        self._within: dict[Narrowed, Within] = {}

    def known(self, connection: Connection) -> Known:
        """What the library knows by name, with its own words."""
        if self._known is None:
            self._known = known(connection)
        return replace(self._known, lexicon=Vocabulary(connection, self._words))

    def values(self, connection: Connection) -> Values:
        """The values that a search can be narrowed by."""
        if self._values is None:
            self._values = values(connection, self.traits(connection))
        return self._values

    def traits(self, connection: Connection) -> Traits:
        """What each passage is of."""
        if self._traits is None:
            self._traits, self._older = traits(connection, self._older), None
        return self._traits

    def held(self, connection: Connection) -> Held:
        """The matters that were decided, in short."""
        if self._held is None:
            self._held = gathered(connection)
        return self._held

    def within(self, connection: Connection, narrowed: Narrowed) -> Within | None:
        """The passages that a search is narrowed to, None for all."""
        if not narrowed.anything:
            return None
        found = self._within.get(narrowed)
        if found is None:
            found = within(self.values(connection), self.traits(connection), narrowed)
            kept = list(self._within.items())[1 - NARROWED :]
            self._within = {**dict(kept), narrowed: found}
        return found

    def examples(self, make: Callable[[], tuple[str, ...]]) -> tuple[str, ...]:
        """Questions to begin with, as make gives them the first time."""
        if self._examples is None:
            self._examples = make()
        return self._examples
