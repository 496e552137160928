"""A page of a document."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Header, Path, Query
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from search.model import STRETCHES
from web import address
from web.catalogue import Catalogue
from web.render import Render
from web.returning import came_from
from web.site import Site
from web.viewer import ViewerPage

Address = Annotated[str, Query(max_length=200)]
At = Annotated[str, Query(pattern=STRETCHES)]
# The bounds of the JSON address of a page.
Id = Annotated[str, Path(max_length=64)]
Number = Annotated[int, Path(ge=1, le=1_000_000)]
Shown = Annotated[int, Query(alias="from", ge=1, le=1_000_000)]
Asked = Annotated[str, Query(alias="page", max_length=20)]
Sent = Annotated[str, Header()]


def viewing(catalogue: Catalogue, site: Site, render: Render) -> APIRouter:
    """Routes of the page viewer."""
    router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @router.get("/documents/{document}")
    def first(document: Id) -> Response:
        return RedirectResponse(site.link(address.page_of(catalogue.document(document).id, 1)), status_code=307)

    @router.get("/documents/{document}/pages")
    def jump(document: Id, asked: Asked = "", shown: Shown = 1) -> Response:
        held, wanted = catalogue.document(document), asked.strip()
        if wanted.isdecimal() and 1 <= int(wanted) <= held.pages:
            return RedirectResponse(site.link(address.page_of(held.id, int(wanted))), status_code=303)
        there = catalogue.passages_on(document, shown)
        return HTMLResponse(render(ViewerPage(held, catalogue.page(document, shown), there, wanted=wanted)), 422)

    @router.get("/documents/{document}/pages/{number}")
    def viewer(
        document: Id, number: Number, passage: Address = "", at: At = "", referer: Sent = "", host: Sent = ""
    ) -> HTMLResponse:
        held, shown = catalogue.document(document), catalogue.page(document, number)
        there, today = catalogue.passages_on(document, number), datetime.now(UTC).date().isoformat()
        came = came_from(referer, host, site.root)
        back = came if came.startswith("/search?") else ""
        return HTMLResponse(render(ViewerPage(held, shown, there, passage, at, back, today)))

    return router
