"""Feeds for readers who want to be told of what is new."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response

from search.model import Narrowed, Slice, Wanted
from web import feeds as news
from web.atom import MEDIA, Feed, atom
from web.catalogue import Catalogue
from web.freshness import Freshness
from web.registers import Registers
from web.site import Site
from web.wording import LONGEST

Words = Annotated[str, Query(max_length=200)]
Day = Annotated[str, Query(pattern=r"^(\d{4}-\d{2}-\d{2})?$")]
State = Literal["", "draft", "confirmed"]
Verb = Annotated[str, Query(pattern="^[a-z]{0,20}$")]


def feeds(catalogue: Catalogue, registers: Registers, site: Site) -> APIRouter:
    """Routes of the feeds."""
    router = APIRouter(prefix="/feeds", include_in_schema=False)
    freshness = Freshness(catalogue.generation)

    def arrivals() -> news.Arrivals:
        return news.Arrivals.of(catalogue.documents())

    @router.get("/decisions.atom")
    def decisions(
        request: Request,
        body: Words = "",
        since: Day = "",
        until: Day = "",
        verb: Verb = "",
        person: Words = "",
        text: Words = "",
        status: State = "",
    ) -> Response:
        wanted = Wanted(body=body, since=since, until=until, verb=verb, person=person, text=text, status=status)

        def made() -> Feed:
            found = registers.decisions(wanted, Slice(0, news.LOOKED_AT)).entries
            return news.decisions(found, wanted, arrivals(), site)

        base = site.base(str(request.base_url))
        return freshness.reply(request, base, lambda: atom(made(), base), MEDIA)

    @router.get("/search.atom")
    def search(
        request: Request,
        q: Annotated[str, Query(min_length=1, max_length=LONGEST)],
        body: Words = "",
        year: Annotated[str, Query(max_length=20)] = "",
        kind: Annotated[str, Query(max_length=40)] = "",
        presenter: Words = "",
    ) -> Response:
        narrowed = Narrowed(body, year, kind, presenter)

        def made() -> Feed:
            found = catalogue.find(q, news.NEAREST, narrowed=narrowed)
            return news.search(found.entries, q, narrowed, arrivals(), site)

        base = site.base(str(request.base_url))
        return freshness.reply(request, base, lambda: atom(made(), base), MEDIA)

    return router
