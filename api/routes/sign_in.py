"""Signing in."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import urlsplit

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers

from api.identity.cookies import SIGNING_IN, drop
from api.identity.house import House
from api.identity.model import Caller, NotAllowed, NotSignedIn
from api.identity.provider import Known, Provider
from api.identity.roles import role_of, rule
from api.refusals import Told
from search.service import sessions

NEXT = "next"  # where to go on to, in what is kept while somebody signs in
NO_ROLE = "you are known, and no group of yours has a role here; ask whoever runs this site for one"
Next = Annotated[str, Query(max_length=2_000)]


def sign_in(house: House, told: Told) -> APIRouter:
    """Routes that lead to the provider and back; told is told of whoever comes back with nothing to be known by."""
    router, provider, settings = APIRouter(include_in_schema=False), Provider(house.settings), house.settings
    cookies, root = house.callers.cookies, urlsplit(settings.address).path.rstrip("/")
    given = rule(settings)

    @router.get("/sign-in")
    async def begin(request: Request, next: Next = "/") -> Response:
        held: dict[str, Any] = {}
        request.scope["session"] = held
        reply = await provider.begin(request, f"{settings.address.rstrip('/')}/sign-in/callback")
        cookies.keep_begun(reply, held | {NEXT: ours(next)})
        reply.headers["Cache-Control"] = "no-store"
        return reply

    @router.get("/sign-in/callback")
    async def end(request: Request) -> Response:
        held = cookies.begun(request.cookies)
        goal = ours(str(held.pop(NEXT, "/")))
        request.scope["session"] = held
        try:
            known = await provider.end(request)
        except (NotSignedIn, NotAllowed) as error:
            await told(request.scope, str(error))
            raise
        token = await run_in_threadpool(signed_in, known, house.callers.token(Headers(scope=request.scope)))
        reply = RedirectResponse(f"{root}{goal}", 303)
        reply.headers["Cache-Control"] = "no-store"
        drop(reply, SIGNING_IN)
        cookies.keep_session(reply, token)
        return reply

    def signed_in(known: Known, before: str) -> str:
        role = role_of(settings, known.groups)
        if role is None:
            house.noted(Caller(known.subject, known.name), "sign-in refused", "/sign-in", "no role")
            raise NotAllowed(NO_ROLE)
        with house.service.change() as connection:
            sessions.end(connection, before)
            made = sessions.begin(connection, known.subject, known.name, role, settings.session_hours, given)
        house.noted(Caller(known.subject, known.name), "sign-in", "/sign-in", role)
        return made

    return router


def ours(address: str) -> str:
    r"""An address of this site to go on to, "/" for any other.

    >>> ours("/search?q=beds"), ours("//evil.example"), ours("https://evil.example/"), ours("/\\evil.example"), ours("")
    ('/search?q=beds', '/', '/', '/', '/')
    """
    plain = address.isprintable() and "\\" not in address and address.isascii()
    return address if plain and address.startswith("/") and not address.startswith("//") else "/"
