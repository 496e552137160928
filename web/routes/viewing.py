"""A page of a document."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from fastapi.responses import HTMLResponse

from search.model import STRETCHES
from web.catalogue import Catalogue
from web.render import Render
from web.viewer import ViewerPage

Address = Annotated[str, Query(max_length=200)]
At = Annotated[str, Query(pattern=STRETCHES)]
# The bounds of the JSON address of a page.
Id = Annotated[str, Path(max_length=64)]
Number = Annotated[int, Path(ge=1, le=1_000_000)]


def viewing(catalogue: Catalogue, render: Render) -> APIRouter:
    """Routes of the page viewer."""
    router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @router.get("/documents/{document}/pages/{number}")
    def viewer(document: Id, number: Number, passage: Address = "", at: At = "") -> HTMLResponse:
        held, shown = catalogue.document(document), catalogue.page(document, number)
        spans = (*(catalogue.quote(document, passage) if passage else ()), *shown.stretches(at))
        page = ViewerPage(held, shown, passage, spans, at)
        return HTMLResponse(render(page))

    return router
