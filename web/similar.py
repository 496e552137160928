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
    section: ClassVar[str] = "search"
    passage: StoredPassage
    hits: tuple[Hit, ...]

    @property
    def title(self) -> str:
        """The window's title."""
        return f"More like this: {self.passage.citation.place}"

    @property
    def first(self) -> Found:
        """The passage itself."""
        return Found(self.passage)

    @property
    def passages(self) -> tuple[Found, ...]:
        """What is like it."""
        return tuple(map(Found, self.hits))
