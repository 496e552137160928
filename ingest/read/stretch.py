"""A piece of a text that remembers where it stands, so that cutting marks away keeps its offsets true."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stretch:
    """text, which stands at start in the whole."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where the stretch ends in the whole."""
        return self.start + len(self.text)

    def cut(self, start: int, end: int | None = None) -> Stretch:
        """The piece text[start:end]."""
        return Stretch(self.text[start:end], self.start + start)

    def stripped(self) -> Stretch:
        """The stretch without white space at its ends."""
        left = self.text.lstrip()
        return Stretch(left.rstrip(), self.start + len(self.text) - len(left))


def stretches(text: str) -> Iterator[Stretch]:
    r"""The lines of text, without their \n."""
    start = 0
    for line in text.split("\n"):
        yield Stretch(line, start)
        start += len(line) + 1
