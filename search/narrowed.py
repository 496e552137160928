"""What a reader keeps a search to, and the values that there are to choose from."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.model import PassageKind

UNDATED = "undated"  # the year of what has no meeting date


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What every passage found must be of; an empty field asks for all.

    body is any name or abbreviation of a body; year is the calendar year of the meeting ("2025") or UNDATED; kind is
    what the passage is; presenter is a person's name, with or without title. A value that the library does not hold
    leaves nothing.
    """

    body: str = ""
    year: str = ""
    kind: PassageKind | str = ""
    presenter: str = ""

    @property
    def anything(self) -> bool:
        """Whether the search is narrowed at all."""
        return bool(self.body or self.year or self.kind or self.presenter)

    @property
    def said(self) -> str:
        """What it is narrowed to, in words: "ICB Board, 2025, decision, presented by Jane Smith"; "" for all."""
        presented = f"presented by {self.presenter}" if self.presenter else ""
        year = "undated papers" if self.year == UNDATED else self.year
        return ", ".join(part for part in (self.body, year, self.kind, presented) if part)


WHOLE = Narrowed()


@dataclass(frozen=True, slots=True)
class Facets:
    """The values of Narrowed that leave something: bodies by name, years newest first, kinds, presenters by name.

    UNDATED stands behind the years where anything is undated.
    """

    bodies: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    kinds: tuple[PassageKind, ...] = ()
    presenters: tuple[str, ...] = ()
