"""Following a topic by e-mail: asking for it, confirming it, and stopping."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Path, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import BaseModel, Field

from search.model import Declined, Often, Topic, UnknownTopic
from web.forms import filled
from web.keeping.pages import AskedPage, DonePage, KeepUpPage, SentPage
from web.keeping.post import Post
from web.render import Render, WebPage
from web.site import Site
from web.wording import LONGEST

INCOMPLETE = "the form is not complete; go back to the page and fill it in"
ONE_CLICK = "One-Click"  # what a mail program sends. Source: RFC 8058
NEVER_KEPT = {"Cache-Control": "no-store"}  # such an address is as good as a key
Token = Annotated[str, Path(max_length=200, pattern=r"^[\w.-]+$")]


class Asking(BaseModel):
    """What the form sends."""

    topic: str = Field(max_length=8 * LONGEST)
    address: str = Field(default="", max_length=1_000)
    often: Often = "daily"


class Stopping(BaseModel):
    """What a button, or a mail program, sends to stop."""

    one_click: str = Field(alias="List-Unsubscribe", max_length=20)


async def asking_of(request: Request) -> Asking:
    """The form's fields. Raises HTTPException: 413 where it is too large, 422 where it is another form."""
    return await filled(request, Asking, INCOMPLETE)


async def stopping_of(request: Request) -> Stopping:
    """The button's field. Raises HTTPException: 413 where it is too large, 422 where it is another form."""
    return await filled(request, Stopping, INCOMPLETE)


def keeping(post: Post, site: Site, render: Render) -> APIRouter:
    """Routes of the pages for e-mail."""
    router = APIRouter(prefix="/keep-up", include_in_schema=False, default_response_class=HTMLResponse)

    def kept_by_nobody(page: WebPage, status: int = 200) -> HTMLResponse:
        return HTMLResponse(render(page), status, NEVER_KEPT)

    @router.get("/sent")
    def sent() -> HTMLResponse:
        return HTMLResponse(render(SentPage()))

    @router.get("/{kind}")
    def form(kind: str, request: Request) -> HTMLResponse:
        return HTMLResponse(render(KeepUpPage(_topic(kind, dict(request.query_params)))))

    @router.post("")
    def ask(asked: Annotated[Asking, Depends(asking_of)]) -> Response:
        topic = _read(asked.topic)
        try:
            post.ask(asked.address, topic, asked.often)
        except Declined as error:
            return kept_by_nobody(KeepUpPage(topic, asked.address, asked.often, error.reason), 422)
        return RedirectResponse(site.link("/keep-up/sent"), status_code=303)

    @router.get("/confirm/{token}")
    def asked(token: Token) -> HTMLResponse:
        found = post.asked(token)
        return kept_by_nobody(AskedPage(found.topic, ends=False)) if found else kept_by_nobody(DonePage(None), 410)

    @router.post("/confirm/{token}")
    def confirm(token: Token) -> HTMLResponse:
        found = post.confirm(token)
        return kept_by_nobody(DonePage(found.topic if found else None), 200 if found else 410)

    @router.get("/stop/{token}")
    def ending(token: Token) -> HTMLResponse:
        found = post.followed(token)
        return kept_by_nobody(AskedPage(found.topic, ends=True) if found else DonePage(None, ended=True))

    @router.post("/stop/{token}")
    def stop(token: Token, pressed: Annotated[Stopping, Depends(stopping_of)]) -> HTMLResponse:
        if pressed.one_click != ONE_CLICK:
            raise HTTPException(422, INCOMPLETE)
        post.stop(token)
        return kept_by_nobody(DonePage(None, ended=True))

    return router


def _topic(kind: str, given: dict[str, str]) -> Topic:
    try:
        return Topic.of(kind, given)
    except UnknownTopic as error:
        raise HTTPException(422, str(error)) from error


def _read(key: str) -> Topic:
    try:
        return Topic.read(key)
    except UnknownTopic as error:
        raise HTTPException(422, str(error)) from error
