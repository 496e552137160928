"""How far the lines of a page run to the right."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from ingest.model import Box, Line, Page


class Margins:
    """Right edges of a page's lines: of all, and of the column that begins at some left edge.

    letters is the length of the longest line in a format without positions.
    """

    def __init__(self, page: Page) -> None:
        boxes = sorted(_boxes(page), key=lambda box: box.left)
        self.lefts = [box.left for box in boxes]
        self.rights = list(accumulate((box.right for box in boxes), max))
        self.right = self.rights[-1] if self.rights else 0.0
        lines = (part for part in page.parts if isinstance(part, Line) and not part.box)
        self.letters = max((line.end - line.start for line in lines), default=0)

    def edge(self, left: float) -> float:
        """The right edge of the column that a line with this left edge stands in; none further right counts."""
        at = bisect_right(self.lefts, left + 3) - 1
        return self.rights[at] if at >= 0 else self.right


def _boxes(page: Page) -> Iterable[Box]:
    return (part.box for part in page.parts if isinstance(part, Line) and part.box)
