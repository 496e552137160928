"""Who may change something: only pages of this site itself, by what the browser says of where a request comes from."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from api.refusals import Told, untold

CHANGES = ("POST", "PUT", "PATCH", "DELETE")
PROGRAMS = ("/api/", "/mcp", "/healthz", "/readyz", "/metrics")
FOREIGN = "a form from elsewhere"
# A mail program sends this of its own accord (RFC 8058). The address is signed; all that it does is to stop letters.
ONE_CLICK = re.compile(r"/keep-up/stop/[\w.-]+")
ELSEWHERE = "this form was not sent from a page of this site; open the page here and send it again"
Refuse = Callable[[Request, int, str], Response]


class SameOrigin:
    """Refuses a request that changes something and does not come from a page of this site.

    No cookie stands behind such a request, so no token in a form could be tied to a reader: a browser's own word is
    what tells a page of this site from another. A request that says nothing of its origin comes from no browser: it is
    taken where programs call, and refused elsewhere. told hears of what is refused, before it is.
    """

    def __init__(self, app: ASGIApp, refuse: Refuse, address: str = "", told: Told = untold) -> None:
        self.app, self.refuse, self.told = app, refuse, told
        self.host = urlsplit(address).netloc.lower()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http" or scope["method"] not in CHANGES or self._ours(scope):
            await self.app(scope, receive, send)
            return
        await self.told(scope, FOREIGN)
        await self.refuse(Request(scope), 403, ELSEWHERE)(scope, receive, send)

    def _ours(self, scope: Scope) -> bool:
        headers = Headers(scope=scope)
        path = str(scope["path"]).removeprefix(scope.get("root_path", ""))
        if scope["method"] == "POST" and ONE_CLICK.fullmatch(path):
            return True
        site, origin = headers.get("sec-fetch-site"), headers.get("origin")
        if site is not None and site != "same-origin":
            return False
        if origin is not None:
            return urlsplit(origin).netloc.lower() == (self.host or headers.get("host", "").lower())
        return site is not None or path.startswith(PROGRAMS)
