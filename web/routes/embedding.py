"""What another website takes from this one."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, HTMLResponse

import web
from web.render import Render
from web.reuse import EmbedPage, ReusePage, framed
from web.site import Site

SCRIPT = Path(web.__path__[0]) / "static" / "embed.js"
ACROSS = {"Cross-Origin-Resource-Policy": "cross-origin"}
HOUR = {"Cache-Control": "public, max-age=3600"}


def embedding(site: Site, render: Render) -> APIRouter:
    """Routes of the search box on other sites, and of the page that says how it gets there."""
    router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @router.get("/reuse")
    def reuse(request: Request) -> HTMLResponse:
        return HTMLResponse(render(ReusePage(site, site.base(str(request.base_url)))))

    @router.get("/embed")
    def embed() -> HTMLResponse:
        return HTMLResponse(render(EmbedPage()), headers={"Content-Security-Policy": framed(site), **ACROSS})

    @router.get("/embed.js")
    def script() -> FileResponse:
        return FileResponse(SCRIPT, media_type="text/javascript", headers=ACROSS | HOUR)

    return router
