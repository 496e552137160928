"""Feeds for readers who want to be told of what is new."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, HTTPException, Query, Request, Response

from search.model import Topic, UnknownTopic
from web.atom import MEDIA, atom
from web.catalogue import Catalogue
from web.freshness import Freshness
from web.keeping.news import News
from web.registers import Registers
from web.site import Site
from web.wording import LONGEST

Words = Annotated[str, Query(max_length=200)]
Subject = Annotated[str, Query(min_length=1, max_length=500)]
Day = Annotated[str, Query(pattern=r"^(\d{4}-\d{2}-\d{2})?$")]
State = Literal["", "draft", "confirmed"]
Verb = Annotated[str, Query(pattern="^[a-z]{0,20}$")]


def feeds(catalogue: Catalogue, registers: Registers, site: Site) -> APIRouter:
    """Routes of the feeds."""
    router = APIRouter(prefix="/feeds", include_in_schema=False)
    news = News(catalogue, registers, site)
    freshness = Freshness(catalogue.generation)
    daily = Freshness(lambda: f"{catalogue.generation()} {date.today()}")  # a day that passes makes actions overdue

    def reply(request: Request, kind: str, given: dict[str, str], fresh: Freshness = freshness) -> Response:
        base = site.base(str(request.base_url))
        topic = _topic(kind, given)
        return fresh.reply(request, base, lambda: atom(news.of(topic), base), MEDIA)

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
        given = {"body": body, "since": since, "until": until, "verb": verb, "person": person, "text": text}
        return reply(request, "decisions", given | {"status": status})

    @router.get("/actions.atom")
    def actions(
        request: Request, owner: Words = "", body: Words = "", since: Day = "", until: Day = "", text: Words = ""
    ) -> Response:
        given = {"owner": owner, "body": body, "since": since, "until": until, "text": text}
        return reply(request, "actions", given)

    @router.get("/overdue.atom")
    def overdue(request: Request, owner: Words = "", body: Words = "", text: Words = "") -> Response:
        return reply(request, "overdue", {"owner": owner, "body": body, "text": text}, daily)

    @router.get("/item.atom")
    def item(request: Request, text: Subject, body: Words = "") -> Response:
        return reply(request, "item", {"text": text, "body": body})

    @router.get("/search.atom")
    def search(
        request: Request,
        q: Annotated[str, Query(min_length=1, max_length=LONGEST)],
        body: Words = "",
        year: Annotated[str, Query(max_length=20)] = "",
        kind: Annotated[str, Query(max_length=40)] = "",
        presenter: Words = "",
    ) -> Response:
        return reply(request, "search", {"q": q, "body": body, "year": year, "kind": kind, "presenter": presenter})

    return router


def _topic(kind: str, given: dict[str, str]) -> Topic:
    try:
        return Topic.of(kind, given)
    except UnknownTopic as error:
        raise HTTPException(422, str(error)) from error
