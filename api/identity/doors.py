"""The door of a server that asks who somebody is: it lets each caller into the site that they may see, or none."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.identity.house import House
from api.identity.model import NOBODY, RESTRICTED, Access, Caller, NotSignedIn
from api.identity.present import GIVEN, PRESENT
from api.refusals import Told, untold
from search.service.access import Deed

Refuse = Callable[[Request, int, str, dict[str, str]], Response]
# what is told to anybody: whether the process is well, how to sign in, and what pages look like
OPEN = ("/healthz", "/readyz", "/metrics", "/sign-in", "/sign-in/callback", "/brand.css", "/logo")
STATIC = "/static/"
SIGN_IN = "/sign-in"
FIRST = "sign in to see this"
SHUT = "your role does not allow this"
BEARER = {"WWW-Authenticate": "Bearer"}
FILES = (".csv", ".jsonl", "/file")  # what an address ends with that gives something to take away
UPLOADS = ("/staff/uploads/", "/api/v1/uploads/")  # what begins the addresses of single uploads
LISTS = ("/staff", "/staff/uploads", "/api/v1/uploads")  # where all uploads are listed
ASKED_AGAIN = "private, no-cache"


class Doors:
    """Finds who a request is from, and passes it to their site; what they do is logged before they see any of it."""

    def __init__(self, app: ASGIApp, house: House, refuse: Refuse, root: str, told: Told = untold) -> None:
        """Whoever shows a key that does not work is told of to told."""
        self.app, self.house, self.refuse, self.root, self.told = app, house, refuse, root, told

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        path = str(scope.get("path", "")).removeprefix(self.root) or "/"
        if scope["type"] != "http" or path in OPEN or path.startswith(STATIC):
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        try:
            caller, access = await self._known(Headers(scope=scope))
        except NotSignedIn as error:
            await self.told(scope, str(error))
            await self.refuse(request, 401, str(error), BEARER)(scope, receive, send)
            return
        if not access.reads and not access.staff:
            await self._outside(request, path, caller)(scope, receive, send)
            return
        told, given = PRESENT.set(caller), GIVEN.set([])
        try:
            if access.signed:
                site = await run_in_threadpool(self.house.site, access)
                await site(_undated(scope), receive, self._watched(scope, path, caller, access, send))
            else:
                await self.app(scope, receive, _varying(send))
        finally:
            PRESENT.reset(told)
            GIVEN.reset(given)

    async def _known(self, headers: Headers) -> tuple[Caller, Access]:
        if "cookie" not in headers and "authorization" not in headers:
            return NOBODY, self.house.access(NOBODY)
        return await run_in_threadpool(self.house.known, headers)

    def _outside(self, request: Request, path: str, caller: Caller) -> Response:
        if caller.who:
            self.house.noted(caller, "refused", path)
            return self.refuse(request, 403, SHUT, {})
        if self.house.signs_in and request.method in ("GET", "HEAD") and not path.startswith("/api/"):
            query = f"?{request.url.query}" if request.url.query else ""
            return RedirectResponse(f"{self.root}{SIGN_IN}?next={quote(path + query, safe='')}", 303)
        return self.refuse(request, 401, FIRST, BEARER)

    def _watched(self, scope: Scope, path: str, caller: Caller, access: Access, send: Send) -> Send:
        """Send that writes down what is read or refused before the first byte leaves, and lets no cache share it."""

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                deed = _deed(str(scope["method"]), path, int(message["status"]), access)
                if deed:
                    await run_in_threadpool(self.house.noted, caller, deed, path)
                for about in GIVEN.get() or () if RESTRICTED in access.reads else ():
                    await run_in_threadpool(self.house.noted, caller, "read", f"{path} {about}")
                headers = MutableHeaders(scope=message)
                del headers["Last-Modified"]
                if not headers.get("cache-control", "").startswith(("private", "no-store")):
                    headers["Cache-Control"] = ASKED_AGAIN
                headers.add_vary_header("Cookie")
                headers.add_vary_header("Authorization")
            await send(message)

        return sent


def _deed(method: str, path: str, status: int, access: Access) -> Deed | None:
    """What a reply is in the audit log; what changes something is written there by what changes it."""
    if status == 403:
        return "refused"
    desk = access.restricted and (path in LISTS or path.startswith(UPLOADS))
    if desk and status == 422:
        return "read"  # a form that is shown again with what it is about
    if status >= 400 or method not in ("GET", "HEAD"):
        return None
    if path.endswith(FILES):
        return "export"
    return "read" if RESTRICTED in access.reads or desk else None


def _undated(scope: Scope) -> Scope:
    """The request without the time of what its sender has; nobody signed in is told such a time.

    The site of somebody who is shut out of documents is made anew when they change: since when it stands tells of that.
    """
    return {**scope, "headers": [each for each in scope["headers"] if each[0] != b"if-modified-since"]}


def _varying(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).add_vary_header("Cookie")
        await send(message)

    return sent
