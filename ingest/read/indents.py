"""How deep a list item stands inside others, by where its mark begins."""

from __future__ import annotations

import math

TAB = 4  # columns
STEP = 2.0  # columns or more inside its parent: a smaller one is a slip of the hand
DEEPEST = 8


class Indents:
    """Takes the marks of one list in order, each by its left edge.

    step is the least distance that nests, far the greatest; both in the edges' unit (columns, points).
    """

    def __init__(self, step: float = STEP, far: float = math.inf) -> None:
        self._step, self._far = step, far
        self._edges: list[float] = []

    @property
    def outermost(self) -> float:
        """The left edge of the list's outermost item; left of everything where there is no list."""
        return self._edges[0] if self._edges else -math.inf

    def depth(self, edge: float) -> int:
        """How many items the next one stands inside."""
        if self._edges and edge > self._edges[-1] + self._far:
            self.end()
        while self._edges and edge < self._edges[-1] + self._step:
            self._edges.pop()
        self._edges.append(edge)
        return min(len(self._edges) - 1, DEEPEST)

    def end(self) -> int:
        """The list has ended: the next item begins another. What ends it stands inside nothing: 0."""
        self._edges = []
        return 0


def columns(text: str) -> int:
    r"""The columns of white space that a line begins with.

    >>> columns("  \t- one")
    6
    """
    white = text[: len(text) - len(text.lstrip())]
    return sum(TAB if letter == "\t" else 1 for letter in white)
