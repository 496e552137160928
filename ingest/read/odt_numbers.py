"""The numbers that an OpenDocument text prints before list items and headings; the file holds only their rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ingest.read.docx_numbers import letters, roman
from ingest.read.odt_styles import Mark

FORMATS: Mapping[str, Callable[[int], str]] = {
    "a": letters,
    "A": lambda number: letters(number).upper(),
    "i": roman,
    "I": lambda number: roman(number).upper(),
}
HIGHEST = 3999


@dataclass(slots=True)
class Counts:
    """The numbers reached on each level (from 1) of one list."""

    marks: Mapping[int, Mark]
    reached: dict[int, int] = field(default_factory=dict)

    def printed(self, level: int, start: int | None = None) -> str:
        """The number of the next item on a level, as printed; "" for a bullet or no mark."""
        mark = self.marks.get(level)
        first = mark.start if mark else 1
        number = start if start is not None else self.reached.get(level, first - 1) + 1
        self.reached[level] = min(number, HIGHEST)
        for deeper in [one for one in self.reached if one > level]:
            del self.reached[deeper]
        if not mark or not mark.format:
            return ""
        shown = range(max(level - mark.shown + 1, 1), level + 1)
        figures = [self._figure(one) for one in shown]
        return mark.prefix + ".".join(figure for figure in figures if figure) + mark.suffix

    def _figure(self, level: int) -> str:
        mark = self.marks.get(level)
        if not mark or not mark.format:
            return ""
        number = max(self.reached.get(level, mark.start), 1)
        return FORMATS.get(mark.format, str)(number)
