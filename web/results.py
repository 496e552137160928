"""The page of an answer and the passages that it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import quote, urlencode

from search.model import Answer, Answered, Hit
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
        cited = self.hit.citation
        return f"/documents/{quote(cited.document, safe='')}/pages/{cited.page}?{urlencode({'passage': self.hit.id})}"


@dataclass(frozen=True, slots=True)
class ResultsPage:
    """A question, its best passage and the ones after it, or why there are none."""

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
    def best(self) -> Found | None:
        """The answer's own passage."""
        return Found(self.answer.hits[0]) if isinstance(self.answer, Answered) else None

    @property
    def others(self) -> tuple[Found, ...]:
        """The passages after the best."""
        return tuple(map(Found, self.answer.hits[1:])) if isinstance(self.answer, Answered) else ()

    @property
    def searched(self) -> str:
        """What was searched in vain."""
        return "" if isinstance(self.answer, Answered) else holdings(self.answer.coverage)
