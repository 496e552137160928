"""The page of an answer and the passages found with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from search.model import Answered, Kind, Reason, Refused, Results, Statement, marking
from web.asking import LAST, SIZE, Search
from web.cited import Found
from web.filters import Filters
from web.page import Plain
from web.paging import Paging
from web.told import Told, told
from web.understood import Understood
from web.wording import counted, holdings

# What an answer of each kind is called. A passage or a recommendation must not be taken for more than it is.
NAMES: dict[Kind, str] = {
    "decision": "what was decided",
    "recommendation": "what was recommended, not decided",
    "person": "who it was",
    "action": "the action",
    "number": "the figure",
    "definition": "what it means",
    "list": "what the papers list",
    "history": "what happened, in order",
    "passage": "the passage that comes nearest",
}
REFUSALS: dict[Reason, str] = {
    "nothing_found": "No answer: nothing was found",
    "empty_library": "No answer: there is nothing to search yet",
    "outside_coverage": "No answer: outside of what is held here",
    "not_recorded": "No answer: not recorded in these papers",
    "false_premise": "No answer: the record says otherwise",
}
HEADING = 200  # characters of a question that its heading shows; the search box holds all of it
MOST = SIZE * LAST  # passages that one search gives


@dataclass(frozen=True, slots=True)
class ResultsPage(Plain):
    """A search with what was found for it: its answer, or why there is none, and one page of passages."""

    template: ClassVar[str] = "results.html"
    section: ClassVar[str] = "search"
    search: Search
    results: Results
    understood: Understood
    filters: Filters

    @property
    def query(self) -> str:
        """The question in the letters that it was read in: nothing that turns or hides the words beside it."""
        return self.results.understood.text

    @property
    def title(self) -> str:
        """The window's title; a long question is cut."""
        question = self.query if len(self.query) <= 60 else f"{self.query[:59]}…"
        page = f", page {self.search.page}" if self.search.page > 1 else ""
        return f"{question} - search results{page}"

    @property
    def asked(self) -> str:
        """The question as its heading shows it."""
        return self.query if len(self.query) <= HEADING else f"{self.query[:HEADING]}…"

    @property
    def answer(self) -> Answered | None:
        """The answer, where there is one."""
        return self.results.answer if isinstance(self.results.answer, Answered) else None

    @property
    def refused(self) -> Refused | None:
        """Why there is no answer, where there is none."""
        return self.results.answer if isinstance(self.results.answer, Refused) else None

    @property
    def name(self) -> str:
        """What the answer is called, by its kind."""
        return NAMES[self.answer.kind] if self.answer else ""

    @property
    def counts(self) -> tuple[str, ...]:
        """How many there are of what is asked for."""
        return tuple(one.text for one in self._said if one.role == "count")

    @property
    def told(self) -> tuple[Told, ...]:
        """What answers, or what a record says against the question, by the places that it stands at."""
        return told(one for one in self._said if one.role not in ("count", "also"))

    @property
    def beside(self) -> tuple[Told, ...]:
        """What stands beside the answer."""
        return told(one for one in self._said if one.role == "also")

    @property
    def passages(self) -> tuple[Found, ...]:
        """The passages of this page, with the words marked that were asked for."""
        ranges = marking(self.results.understood)
        return tuple(Found(hit, ranges(hit.text)) for hit in self.results.passages)

    @property
    def heading(self) -> str:
        """What the passages are: those that do not answer are not to be taken for an answer."""
        return "Passages that come nearest, but do not answer" if self.refused else "Passages found"

    @property
    def found(self) -> str:
        """How many passages there are, and which of them are shown."""
        total, paging = self.results.total, self.paging
        if not total:
            return "No passages found."
        every = f"The {total} nearest passages" if total >= MOST else counted(total, "passage")
        if not paging.first_shown:
            return f"{every}. There is no page {self.search.page}."
        return f"{every}, {paging.first_shown} to {paging.last_shown} shown" if paging.last > 1 else every

    @property
    def paging(self) -> Paging:
        """Where the reader is among the passages."""
        return Paging(self.search.page, self.results.total, self.search.at, SIZE)

    @property
    def explained(self) -> str:
        """Why there is no answer."""
        return (self.refused.explained or "Nothing was found.") if self.refused else ""

    @property
    def refusal(self) -> str:
        """The heading of a refusal, by its reason."""
        return REFUSALS[self.refused.reason] if self.refused else ""

    @property
    def searched(self) -> str:
        """What was searched in vain, "" where that is nothing."""
        return holdings(self.refused.coverage) if self.refused and self.refused.coverage.documents else ""

    @property
    def suggested(self) -> tuple[str, str]:
        """The question that may have been meant, and its address; ("", "") for none."""
        other = self.results.suggestion
        return (other, self.search.instead(other)) if other else ("", "")

    @property
    def first(self) -> str:
        """The address of the first page, which has the answer."""
        return replace(self.search, page=1).address

    def data(self, absolute: Callable[[str], str]) -> dict[str, Any]:
        """What the page is, for machines (schema.org). Only what a register or a page answers is called an answer."""
        base = {"@context": "https://schema.org", "name": self.query, "url": absolute(self.search.address)}
        if not self.answer or self.answer.kind == "passage" or self.search.page > 1:
            return base | {"@type": "SearchResultsPage"}
        cited = [
            {"@type": "CreativeWork", "name": one.place, "url": absolute(one.sources[0].address)} for one in self.told
        ]
        answer = {"@type": "Answer", "text": "\n\n".join(one.text for one in self.told), "citation": cited}
        question = {"@type": "Question", "name": self.query, "answerCount": 1, "acceptedAnswer": answer}
        return base | {"@type": "QAPage", "mainEntity": question}

    @property
    def _said(self) -> tuple[Statement, ...]:
        if self.answer:
            return self.answer.statements
        return self.refused.contrary if self.refused else ()
