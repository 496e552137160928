"""The addresses of the pages: each parses, asks one function and renders one page."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from web.catalogue import Catalogue
from web.home import HomePage
from web.render import render
from web.results import ResultsPage
from web.similar import SimilarPage
from web.understood import Understood
from web.viewer import ViewerPage
from web.wording import DROPPED, LONGEST

Question = Annotated[str, Query(max_length=LONGEST)]
Address = Annotated[str, Query(max_length=200)]
Drop = Annotated[list[Annotated[str, Query(max_length=LONGEST)]], Query(default_factory=list, max_length=DROPPED)]
PassageId = Annotated[str, Path(max_length=200)]
# The bounds of the JSON address of a page.
Id = Annotated[str, Path(max_length=64)]
Number = Annotated[int, Path(ge=1, le=1_000_000)]
ALIKE = 10  # passages like a passage that are listed


def views(catalogue: Catalogue) -> APIRouter:
    """Routes of the pages over one catalogue."""
    router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @router.get("/")
    def home() -> HTMLResponse:
        return HTMLResponse(render(HomePage(catalogue.coverage())))

    @router.get("/search")
    def search(drop: Drop, q: Question = "") -> Response:
        question = q.strip()
        if not question:
            return RedirectResponse("/", status_code=303)
        dropped = tuple(dict.fromkeys(drop))
        whole = catalogue.understood(question).constraints
        kept = catalogue.understood(question, dropped).constraints if dropped else whole
        understood = Understood(question, kept, dropped, whole)
        return HTMLResponse(render(ResultsPage(catalogue.answer(question, dropped), understood)))

    @router.get("/similar/{passage}")
    def similar(passage: PassageId) -> HTMLResponse:
        return HTMLResponse(render(SimilarPage(catalogue.passage(passage), catalogue.similar(passage, ALIKE))))

    @router.get("/documents/{document}/pages/{number}")
    def viewer(document: Id, number: Number, passage: Address = "") -> HTMLResponse:
        spans = catalogue.quote(document, passage) if passage else ()
        page = ViewerPage(catalogue.document(document), catalogue.page(document, number), passage, spans)
        return HTMLResponse(render(page))

    return router
