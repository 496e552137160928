"""The page of somebody's drafts, and the form that begins another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ingest.model import long_date
from search.model import Draft
from web.page import Plain
from web.precedents.page import OfDraft
from web.wording import counted

TEXT = 100_000  # characters of a text that is pasted


@dataclass(frozen=True, slots=True)
class DraftRow(OfDraft):
    """One draft in the list."""

    draft: Draft

    @property
    def chosen(self) -> str:
        """How much is in the basket."""
        return counted(len(self.draft.basket), "matter")

    @property
    def made(self) -> str:
        """The day on which it was handed in or typed."""
        return long_date(self.draft.made[:10])


@dataclass(frozen=True, slots=True)
class DraftsPage(Plain):
    """The drafts, newest first. error says why the last one was not taken; text is what was typed, who the name."""

    template: ClassVar[str] = "precedents/drafts.html"
    section: ClassVar[str] = "precedents"
    drafts: tuple[Draft, ...]
    megabytes: int
    error: str = ""
    text: str = ""
    who: str = ""

    @property
    def title(self) -> str:
        """The window's title."""
        return f"{'Error: ' if self.error else ''}Precedents for a paper you are writing"

    @property
    def heading(self) -> str:
        """What the page is."""
        return "Precedents for a paper you are writing"

    @property
    def rows(self) -> tuple[DraftRow, ...]:
        """The drafts."""
        return tuple(map(DraftRow, self.drafts))

    @property
    def longest(self) -> int:
        """How many characters of text are taken."""
        return TEXT
