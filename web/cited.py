"""Passages, and what an answer says, each with where it stands and the way to more like it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from search.model import Citation, Hit, Statement, StoredPassage


@dataclass(frozen=True, slots=True)
class Found:
    """One cited passage, ready to be shown."""

    hit: Hit | StoredPassage

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The passage's lines; cells of a table row are set apart by a bar."""
        return tuple(line for line in _lines(self.hit.text) if line.strip())

    @property
    def place(self) -> str:
        """Body, date and item, and the page of the file."""
        return _place(self.hit.citation)

    @property
    def presenters(self) -> str:
        """Who presented the item, or ""."""
        return "; ".join(self.hit.citation.presenters)

    @property
    def source(self) -> str:
        """What the passage is, and the file that it is from."""
        return f"{self.hit.kind.capitalize()}, from {self.hit.citation.file}"

    @property
    def address(self) -> str:
        """The page viewer with these words marked."""
        return _address(self.hit.citation, self.hit.id)

    @property
    def also(self) -> tuple[tuple[str, str], ...]:
        """Where the same words stand again: each place with its address."""
        again = self.hit.also if isinstance(self.hit, Hit) else ()
        return tuple((_named(one.citation), _address(one.citation, one.id)) for one in again)

    @property
    def alike(self) -> str:
        """The page of what is like this passage."""
        return _alike(self.hit.id)


@dataclass(frozen=True, slots=True)
class Told:
    """What an answer says from one place: statements with one citation, quotes of one passage before fields."""

    statements: tuple[Statement, ...]

    @property
    def quotes(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Each quote's name, "" for none, and its lines; cells of a table row are set apart by a bar."""
        return tuple((one.name, _lines(one.text)) for one in self.statements if one.quoted)

    @property
    def fields(self) -> tuple[str, ...]:
        """What is said beside the quotes, each with its name."""
        return tuple(one.said for one in self.statements if not one.quoted)

    @property
    def place(self) -> str:
        """Body, date and item, and the page of the file."""
        return _place(self.statements[0].citation)

    @property
    def address(self) -> str:
        """The page viewer, with the words of the passage marked that holds them."""
        return _address(self.statements[0].citation, self.statements[0].passage)

    @property
    def alike(self) -> str:
        """The page of what is like the passage that holds them, or "" for what is read from a register."""
        passage = self.statements[0].passage
        return _alike(passage) if passage else ""


def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.replace("\t", " | ").splitlines())


def _place(cited: Citation) -> str:
    return f"{cited.place} - {cited.sheet}"


def _address(cited: Citation, passage: str) -> str:
    marked = f"?{urlencode({'passage': passage})}" if passage else ""
    return f"/documents/{quote(cited.document, safe='')}/pages/{cited.page}{marked}"


def _alike(passage: str) -> str:
    return f"/similar/{quote(passage, safe='')}"


def _named(cited: Citation) -> str:
    """A place with its file, where the place does not begin with it."""
    return _place(cited) if cited.place.startswith(cited.file) else f"{_place(cited)}, {cited.file}"
