"""The organisation's colour and logo, as files of the site."""

from __future__ import annotations

from fastapi import APIRouter, Response

from api.marks import Logo
from api.static import ASKED_AGAIN

# A picture may be drawn and nothing else: an SVG file opened by itself runs no script.
DRAWN = {"Cache-Control": ASKED_AGAIN, "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'"}


def marks(brand: str, logo: Logo | None) -> APIRouter:
    """Routes of the style sheet of the brand and of the logo, where there is one."""
    router = APIRouter(include_in_schema=False)

    @router.get("/brand.css")
    def colour() -> Response:
        return Response(brand, media_type="text/css", headers={"Cache-Control": ASKED_AGAIN})

    if logo:

        @router.get("/logo")
        def picture() -> Response:
            return Response(logo.content, media_type=logo.media, headers=DRAWN)

    return router
