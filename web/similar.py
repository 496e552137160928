"""The page of what is like a passage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from search.model import Hit, StoredPassage
from web.cited import Found
from web.page import Plain


@dataclass(frozen=True, slots=True)
class SimilarPage(Plain):
    """A passage and those nearest to it in meaning, nearest first; none where no other passage is there."""

    template: ClassVar[str] = "similar.html"
    title: ClassVar[str] = "More like this"
    passage: StoredPassage
    hits: tuple[Hit, ...]

    @property
    def first(self) -> Found:
        """The passage itself."""
        return Found(self.passage)

    @property
    def passages(self) -> tuple[Found, ...]:
        """What is like it."""
        return tuple(map(Found, self.hits))
