"""Was this useful: a small form from any page, and what staff read of it."""

from __future__ import annotations

from typing import Annotated, Literal
from urllib.parse import urlsplit

from fastapi import APIRouter, Depends, Header, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import BaseModel, Field

from search.model import PageKind
from web.address import with_query
from web.desk import Desk, Feedback
from web.feedback import QuestionsPage, ThanksPage
from web.forms import filled
from web.render import Render
from web.returning import LONGEST as FARTHEST
from web.returning import came_from, own
from web.site import Site
from web.wording import LONGEST

INCOMPLETE = "the form is not complete; go back to the page and choose yes or no"
Sent = Annotated[str, Header()]


class Vote(BaseModel):
    """What the form sends."""

    kind: PageKind
    about: str = Field(default="", max_length=LONGEST)
    useful: Literal["yes", "no"]


async def vote_of(request: Request) -> Vote:
    """The form's fields. Raises HTTPException: 413 where it is too large, 422 where it is another form."""
    return await filled(request, Vote, INCOMPLETE)


def feedback(kept: Feedback, site: Site, render: Render) -> APIRouter:
    """Routes that take a vote and say thanks."""
    router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @router.post("/feedback")
    def take(vote: Annotated[Vote, Depends(vote_of)], referer: Sent = "", host: Sent = "") -> RedirectResponse:
        kept.vote(vote.kind, vote.about, vote.useful == "yes")
        back = came_from(referer, urlsplit(site.address).netloc or host, site.root)
        return RedirectResponse(site.link(with_query("/feedback/thanks", back=back)), status_code=303)

    @router.get("/feedback/thanks")
    def thanks(back: Annotated[str, Query(max_length=FARTHEST)] = "") -> HTMLResponse:
        return HTMLResponse(render(ThanksPage(own(back) or "/")))

    return router


def questions(desk: Desk, site: Site, render: Render) -> APIRouter:
    """The route of what staff read of feedback."""
    router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @router.get("/staff/questions")
    def unanswered() -> HTMLResponse:
        return HTMLResponse(render(QuestionsPage(desk.unanswered(), desk.votes(), site.question_days)))

    return router
