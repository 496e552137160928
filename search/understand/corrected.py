"""A question with its misspellings put right, and where its words stand in the question as it was typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from search.understand.reading import Reading
from search.understand.tokens import Stretch


@dataclass(frozen=True, slots=True)
class Corrected:
    """The text put right, and each change: the stretch as typed and the stretch that took its place, in order."""

    text: str
    changes: tuple[tuple[Stretch, Stretch], ...]

    def typed(self, place: Stretch) -> Stretch:
        """Where a stretch of this text stands in the question as typed; of a changed word, the whole."""
        return Stretch(self._typed(place.start, 0), self._typed(place.end, 1))

    def _typed(self, at: int, end: int) -> int:
        moved = 0
        for old, new in self.changes:
            if at < new.start + end:
                break
            if at < new.end + end:
                return old.end if end else old.start
            moved = old.end - new.end
        return at + moved


def corrected(text: str, spelt: Sequence[Reading]) -> Corrected:
    """The text with each of these corrections made.

    >>> corrected("no change", []).text
    'no change'
    """
    parts: list[str] = []
    changes: list[tuple[Stretch, Stretch]] = []
    done = length = 0
    for reading in spelt:
        place, right = reading.place, reading.constraint.value
        parts += [text[done : place.start], right]
        start = length + place.start - done
        length, done = start + len(right), place.end
        changes.append((place, Stretch(start, length)))
    return Corrected("".join([*parts, text[done:]]), tuple(changes))
