"""The page of an answer and the passages that it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar
from urllib.parse import quote, urlencode

from search.model import Answer, Answered, Citation, Hit, Statement
from web.wording import holdings


@dataclass(frozen=True, slots=True)
class Found:
    """One cited passage, ready to be shown."""

    hit: Hit

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The passage's lines; cells of a table row are set apart by a bar."""
        return tuple(line.replace("\t", " | ") for line in self.hit.text.splitlines() if line.strip())

    @property
    def place(self) -> str:
        """Body, date and item."""
        return self.hit.citation.place

    @property
    def sheet(self) -> str:
        """The page of the file."""
        return self.hit.citation.sheet

    @property
    def presenters(self) -> str:
        """Who presented the item, or ""."""
        return "; ".join(self.hit.citation.presenters)

    @property
    def file(self) -> str:
        """The name of the cited file."""
        return self.hit.citation.file

    @property
    def kind(self) -> str:
        """What the passage is, with a capital."""
        return self.hit.kind.capitalize()

    @property
    def address(self) -> str:
        """The page viewer with these words marked."""
        return _address(self.hit.citation, self.hit.id)


@dataclass(frozen=True, slots=True)
class Told:
    """What an answer says from one place."""

    statements: tuple[Statement, ...]

    @property
    def quotes(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Each quote's name, "" for none, and its lines; cells of a table row are set apart by a bar."""
        quoted = [one for one in self.statements if one.quoted]
        return tuple((one.name, tuple(one.text.replace("\t", " | ").splitlines())) for one in quoted)

    @property
    def fields(self) -> tuple[str, ...]:
        """What is said beside the quotes, each with its name."""
        return tuple(one.said for one in self.statements if not one.quoted)

    @property
    def place(self) -> str:
        """Body, date and item, and the page of the file."""
        cited = self.statements[0].citation
        return f"{cited.place} - {cited.sheet}"

    @property
    def address(self) -> str:
        """The page viewer, with the words of the passage marked that holds them."""
        passage = next((one.passage for one in self.statements if one.passage), "")
        return _address(self.statements[0].citation, passage)


def _address(cited: Citation, passage: str) -> str:
    marked = f"?{urlencode({'passage': passage})}" if passage else ""
    return f"/documents/{quote(cited.document, safe='')}/pages/{cited.page}{marked}"


@dataclass(frozen=True, slots=True)
class ResultsPage:
    """A question, its answer and the passages behind it, or why there is none."""

    template: ClassVar[str] = "results.html"
    answer: Answer

    @property
    def query(self) -> str:
        """The question as it was asked."""
        return self.answer.question

    @property
    def title(self) -> str:
        """The window's title; a long question is cut."""
        question = self.query if len(self.query) <= 60 else f"{self.query[:59]}…"
        return f"{question} - minutebook"

    @property
    def told(self) -> tuple[Told, ...]:
        """What the answer says, or what a record says against the question, by the places that it stands at."""
        said = self.answer.statements if isinstance(self.answer, Answered) else self.answer.contrary
        return tuple(Told(tuple(held)) for _, held in groupby(said, lambda one: (one.citation, one.passage)))

    @property
    def answered(self) -> bool:
        """Whether there is an answer."""
        return isinstance(self.answer, Answered)

    @property
    def passages(self) -> tuple[Found, ...]:
        """The passages behind the answer, or those that come nearest and do not answer."""
        hits = self.answer.hits if isinstance(self.answer, Answered) else self.answer.nearest
        return tuple(map(Found, hits))

    @property
    def explained(self) -> str:
        """Why there is no answer."""
        return "" if isinstance(self.answer, Answered) else self.answer.explained or "Nothing was found."

    @property
    def searched(self) -> str:
        """What was searched in vain."""
        return "" if isinstance(self.answer, Answered) else holdings(self.answer.coverage)
