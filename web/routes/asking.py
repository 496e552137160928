"""The first page, a question's results, and what is like a passage."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from fastapi.responses import HTMLResponse

from search.model import Narrowed, Refused, Slice, Sort, Wanted
from web.asking import LAST, Search
from web.catalogue import Catalogue
from web.desk import Feedback
from web.filters import Filters
from web.home import LATEST, HomePage
from web.registers import Registers
from web.render import Render
from web.results import ResultsPage
from web.similar import SimilarPage
from web.understood import Understood
from web.wording import DROPPED, LONGEST

Question = Annotated[str, Query(max_length=LONGEST)]
Drop = Annotated[list[Annotated[str, Query(max_length=LONGEST)]], Query(default_factory=list, max_length=DROPPED)]
Value = Annotated[str, Query(max_length=200)]  # of what a search is narrowed to
Number = Annotated[int, Query(ge=1, le=LAST)]
PassageId = Annotated[str, Path(max_length=200)]
ALIKE = 10  # passages like a passage that are listed


def asking(catalogue: Catalogue, registers: Registers, render: Render, kept: Feedback) -> APIRouter:
    """Routes of searching; kept is told which questions found no answer."""
    router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @router.get("/")
    def home() -> HTMLResponse:
        return HTMLResponse(render(_home(catalogue, registers)))

    @router.get("/search")
    def search(
        drop: Drop,
        q: Question = "",
        body: Value = "",
        year: Value = "",
        kind: Value = "",
        presenter: Value = "",
        sort: Sort = "relevance",
        page: Number = 1,
    ) -> HTMLResponse:
        narrowed = Narrowed(body.strip(), year.strip(), kind.strip(), presenter.strip())
        asked = Search(q.strip(), tuple(dict.fromkeys(drop)), narrowed, sort, page)
        if not asked.question:
            return HTMLResponse(render(_home(catalogue, registers, blank=True)))
        shown = _results(catalogue, asked)
        answer = shown.results.answer
        if isinstance(answer, Refused) and page == 1:
            kept.missed(asked.question, answer.reason)
        return HTMLResponse(render(shown))

    @router.get("/similar/{passage}")
    def similar(passage: PassageId) -> HTMLResponse:
        return HTMLResponse(render(SimilarPage(catalogue.passage(passage), catalogue.similar(passage, ALIKE))))

    return router


def _home(catalogue: Catalogue, registers: Registers, blank: bool = False) -> HomePage:
    # The newest stand last. A meeting may have an agenda and minutes, in more than one document.
    before = registers.meeting_lines(Wanted(), Slice(limit=1)).total - 6 * LATEST
    lines = registers.meeting_lines(Wanted(), Slice(offset=max(0, before))).entries[::-1]
    return HomePage(catalogue.coverage(), catalogue.examples_at_hand(), lines, blank)


def _results(catalogue: Catalogue, asked: Search) -> ResultsPage:
    found = catalogue.results(asked.question, asked.dropped, asked.narrowed, asked.sort, asked.offset)
    kept = found.understood.constraints
    whole = catalogue.understood(asked.question).constraints if asked.dropped else kept
    return ResultsPage(asked, found, Understood(asked, kept, whole), Filters(catalogue.facets(), asked))
