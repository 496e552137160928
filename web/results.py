"""The page of an answer and the passages that it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from search.model import Answer, Answered, Statement
from web.cited import Found, Told
from web.page import Plain
from web.understood import Understood
from web.wording import holdings


@dataclass(frozen=True, slots=True)
class ResultsPage(Plain):
    """A question as it was understood, its answer and the passages behind it, or why there is none."""

    template: ClassVar[str] = "results.html"
    answer: Answer
    understood: Understood

    @property
    def query(self) -> str:
        """The question as it was asked."""
        return self.answer.question

    @property
    def title(self) -> str:
        """The window's title; a long question is cut."""
        question = self.query if len(self.query) <= 60 else f"{self.query[:59]}…"
        return f"{question}"

    @property
    def told(self) -> tuple[Told, ...]:
        """What the answer says, or what a record says against the question, by the places that it stands at."""
        said = self.answer.statements if isinstance(self.answer, Answered) else self.answer.contrary
        groups: list[list[Statement]] = []
        for one in said:
            if groups and _together(groups[-1][-1], one):
                groups[-1].append(one)
            else:
                groups.append([one])
        return tuple(Told(tuple(group)) for group in groups)

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


def _together(before: Statement, one: Statement) -> bool:
    """Whether a statement stands under the citation of the one before it: of one passage, or a field of its place."""
    return one.citation == before.citation and (one.passage == before.passage or not one.passage)
