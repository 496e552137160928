"""Passages, each with where it stands and the way to more like it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from search.model import Citation, Hit, Ranges, StoredPassage
from web.address import cited
from web.marked import Paragraph, paragraphs, window
from web.wording import capital

# What is not a resolution must not look like one.
COLOURS = {"decision": "green", "recommendation": "yellow", "action": "blue"}


@dataclass(frozen=True, slots=True)
class Found:
    """One cited passage, ready to be shown; ranges are the words of it that were asked for."""

    hit: Hit | StoredPassage
    ranges: Ranges = ()

    @property
    def whole(self) -> tuple[Paragraph, ...]:
        """All of the passage, line by line."""
        return paragraphs(self.hit.text, self.ranges)

    @property
    def shown(self) -> tuple[Paragraph, ...]:
        """As much of it as tells most."""
        return paragraphs(self.hit.text, self.ranges, *window(self.hit.text, self.ranges))

    @property
    def cut(self) -> tuple[bool, bool]:
        """Whether something of it stands before what is shown, and after."""
        start, end = window(self.hit.text, self.ranges)
        return start > 0, end < len(self.hit.text)

    @property
    def title(self) -> str:
        """Body, date and item, else the file."""
        return self.hit.citation.place

    @property
    def place(self) -> str:
        """Body, date and item, and the page of the file."""
        return place(self.hit.citation)

    @property
    def presenters(self) -> str:
        """Who presented the item, or ""."""
        return "; ".join(self.hit.citation.presenters)

    @property
    def kind(self) -> str:
        """What the passage is."""
        return self.hit.kind.capitalize()

    @property
    def colour(self) -> str:
        """The colour of its tag."""
        return COLOURS.get(self.hit.kind, "grey")

    @property
    def source(self) -> str:
        """The page, and the file that it is from."""
        return f"{capital(self.hit.citation.sheet)}, from {self.hit.citation.file}"

    @property
    def address(self) -> str:
        """The page viewer with these words marked."""
        return cited(self.hit.citation, self.hit.id)

    @property
    def also(self) -> tuple[tuple[str, str], ...]:
        """Where the same words stand again: each place with its address."""
        again = self.hit.also if isinstance(self.hit, Hit) else ()
        return tuple((_named(one.citation), cited(one.citation, one.id)) for one in again)

    @property
    def alike(self) -> str:
        """The page of what is like this passage."""
        return alike(self.hit.id)


def place(citation: Citation) -> str:
    """Body, date and item, and the page of the file: "Board, 6 March 2025, item 7: Leases - page 3"."""
    return f"{citation.place} - {citation.sheet}"


def alike(passage: str) -> str:
    """The page of what is like a passage."""
    return f"/similar/{quote(passage, safe='')}"


def _named(citation: Citation) -> str:
    """A place with its file, where the place does not begin with it."""
    return place(citation) if citation.place.startswith(citation.file) else f"{place(citation)}, {citation.file}"
