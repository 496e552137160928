"""The page of an account, and the ways out of it."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.identity.cookies import SESSION, drop
from api.identity.house import House
from api.identity.model import Caller
from api.identity.present import PRESENT
from search.service import sessions

Show = Callable[[Caller, int], str]  # the page of an account, with how many sessions it has


def account(house: House, show: Show) -> APIRouter:
    """The page of who is signed in, and the ways out."""
    router = APIRouter(include_in_schema=False)
    root = urlsplit(house.settings.address).path.rstrip("/")

    def out(everywhere: bool, request: Request) -> Response:
        caller = PRESENT.get()
        reply = RedirectResponse(f"{root}/", 303)
        reply.headers["Clear-Site-Data"] = '"cache"'
        drop(reply, SESSION)
        if caller.session:
            with house.service.change() as connection:
                token = house.callers.token(request.headers)
                ended = sessions.end_all(connection, caller.who) if everywhere else sessions.end(connection, token)
            house.noted(caller, "sign-out", "/sign-out", f"{ended} ended")
        return reply

    @router.get("/account")
    def page() -> Response:
        caller = PRESENT.get()
        if caller.session is None:
            return RedirectResponse(f"{root}/sign-in?next=%2Faccount", 303)
        with house.service.read() as connection:
            return HTMLResponse(show(caller, sessions.count(connection, caller.who)))

    @router.post("/sign-out")
    def leave(request: Request) -> Response:
        return out(False, request)

    @router.post("/sign-out/everywhere")
    def leave_everywhere(request: Request) -> Response:
        return out(True, request)

    return router
