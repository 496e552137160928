"""The first page, a question's results, and what is like a passage."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from web.catalogue import Catalogue
from web.home import HomePage
from web.render import Render
from web.results import ResultsPage
from web.similar import SimilarPage
from web.site import Site
from web.understood import Understood
from web.wording import DROPPED, LONGEST

Question = Annotated[str, Query(max_length=LONGEST)]
Drop = Annotated[list[Annotated[str, Query(max_length=LONGEST)]], Query(default_factory=list, max_length=DROPPED)]
PassageId = Annotated[str, Path(max_length=200)]
ALIKE = 10  # passages like a passage that are listed


def asking(catalogue: Catalogue, site: Site, render: Render) -> APIRouter:
    """Routes of searching."""
    router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @router.get("/")
    def home() -> HTMLResponse:
        return HTMLResponse(render(HomePage(catalogue.coverage())))

    @router.get("/search")
    def search(drop: Drop, q: Question = "") -> Response:
        question = q.strip()
        if not question:
            return RedirectResponse(site.link("/"), status_code=303)
        dropped = tuple(dict.fromkeys(drop))
        whole = catalogue.understood(question).constraints
        kept = catalogue.understood(question, dropped).constraints if dropped else whole
        understood = Understood(question, kept, dropped, whole)
        return HTMLResponse(render(ResultsPage(catalogue.answer(question, dropped), understood)))

    @router.get("/similar/{passage}")
    def similar(passage: PassageId) -> HTMLResponse:
        return HTMLResponse(render(SimilarPage(catalogue.passage(passage), catalogue.similar(passage, ALIKE))))

    return router
