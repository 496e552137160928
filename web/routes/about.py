"""What the site is, whom it shuts out, what it keeps, and where to report a mistake."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Header, Query, Request
from fastapi.responses import HTMLResponse

from web.about import AboutPage, AccessibilityPage, PrivacyPage, ReportPage
from web.catalogue import Catalogue
from web.render import Render
from web.returning import LONGEST, came_from, own
from web.site import Site

Reported = Annotated[str, Query(max_length=LONGEST)]
Sent = Annotated[str, Header()]


def about(catalogue: Catalogue, site: Site, render: Render) -> APIRouter:
    """Routes of the pages about the site."""
    router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @router.get("/about")
    def works() -> HTMLResponse:
        return HTMLResponse(render(AboutPage(site, catalogue.coverage())))

    @router.get("/accessibility")
    def accessibility() -> HTMLResponse:
        return HTMLResponse(render(AccessibilityPage()))

    @router.get("/privacy")
    def privacy() -> HTMLResponse:
        return HTMLResponse(render(PrivacyPage()))

    @router.get("/report")
    def report(request: Request, page: Reported = "", referer: Sent = "", host: Sent = "") -> HTMLResponse:
        known = urlsplit(site.address).netloc or host
        named = own(page) or came_from(referer, known, site.root)
        return HTMLResponse(
            render(ReportPage(site, named, site.base(str(request.base_url)))), headers={"Vary": "Referer"}
        )

    return router
