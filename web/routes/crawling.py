"""What search engines, browsers and programs read of the site."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, HTTPException, Path, Request, Response
from fastapi.responses import PlainTextResponse

from search.model import Slice, Wanted
from web import crawling as told
from web.catalogue import Catalogue
from web.freshness import Freshness
from web.registers import Registers
from web.site import Site

XML = "application/xml"


def crawling(catalogue: Catalogue, registers: Registers, site: Site) -> APIRouter:
    """Routes for programs that read the site."""
    router = APIRouter(include_in_schema=False)
    freshness = Freshness(catalogue.generation)

    def places() -> list[told.Place]:
        return told.places(registers.meeting_lines(Wanted(), Slice()).entries, catalogue.documents())

    @router.get("/sitemap.xml")
    def sitemap(request: Request) -> Response:
        base = site.base(str(request.base_url))

        def made() -> bytes:
            found = places()
            parted = len(found) > told.MOST
            return told.sitemap_index(len(found), base) if parted else told.sitemap(found, base)

        return freshness.reply(request, base, made, XML)

    @router.get("/sitemaps/{number}.xml")
    def part(request: Request, number: Annotated[int, Path(ge=1, le=1_000)]) -> Response:
        base = site.base(str(request.base_url))
        found = places()[(number - 1) * told.MOST : number * told.MOST]
        if not found:
            raise HTTPException(404, "there is no such part of the sitemap")
        return freshness.reply(request, base, lambda: told.sitemap(found, base), XML)

    @router.get("/opensearch.xml")
    def search(request: Request) -> Response:
        return Response(told.description(site, site.base(str(request.base_url))), media_type=told.MEDIA)

    @router.get("/robots.txt")
    def robots() -> PlainTextResponse:
        return PlainTextResponse(told.robots(site))

    return router
