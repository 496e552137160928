"""The addresses of the pages: each parses, asks one function and renders one page."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from web.catalogue import Catalogue
from web.home import HomePage
from web.render import render
from web.results import ResultsPage
from web.viewer import ViewerPage

Question = Annotated[str, Query(max_length=5000)]
Address = Annotated[str, Query(max_length=200)]


def views(catalogue: Catalogue) -> APIRouter:
    """Routes of the pages over one catalogue."""
    router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @router.get("/")
    def home() -> HTMLResponse:
        return HTMLResponse(render(HomePage(catalogue.coverage())))

    @router.get("/search")
    def search(q: Question = "") -> Response:
        question = q.strip()
        if not question:
            return RedirectResponse("/", status_code=303)
        return HTMLResponse(render(ResultsPage(catalogue.answer(question))))

    @router.get("/documents/{document}/pages/{number}")
    def viewer(document: str, number: int, passage: Address = "") -> HTMLResponse:
        spans = catalogue.quote(document, passage) if passage else ()
        page = ViewerPage(catalogue.document(document), catalogue.page(document, number), passage, spans)
        return HTMLResponse(render(page))

    return router
