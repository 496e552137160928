"""The contract of every engine: one state of the passages of current documents, searched by words and by meaning."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from sqlalchemy import Connection

from search.embed import Floats
from search.vectors import State
from search.within import Within


class Engine(Protocol):
    """One state of the passages of current documents; a row is a passage's number.

    Where within is given only the passages in it are looked among; what is rare stays what is rare in all.
    """

    def lexical(self, words: str, n: int, within: Within | None = None) -> list[int]:
        """The n best rows for the words of a question, best first; any text is allowed."""

    def dense(self, vector: Floats, n: int, within: Within | None = None) -> list[tuple[int, float]]:
        """The n rows nearest to a unit vector (dimensions,) with their cosines, best first."""

    @property
    def size(self) -> int:
        """How many passages there are."""

    def holding(self, stems: Sequence[str]) -> dict[str, int]:
        """How many passages hold each of these stems, within or not; a stem that none holds is left out."""


class Engines(Protocol):
    """What gives the engine of the state that a read transaction sees; any number of threads may ask."""

    def at(self, connection: Connection, state: State) -> Engine:
        """The engine of this state, which is the one that connection sees."""
