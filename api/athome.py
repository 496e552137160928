"""Pages that only this machine may open, until the site knows who somebody is."""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from api.refusals import Told, untold

RENAMED = "a foreign name of this machine"
AWAY = "the staff side is open on this machine alone; use its address as localhost or 127.0.0.1"
Refuse = Callable[[Request, int, str], Response]


class AtHome:
    """Refuses requests under a path whose Host is another name than this machine's.

    A server on a loopback address is reached from this machine only, but by a browser that may have been told that
    some other site's name leads here; such a site's scripts would then be taken for pages of this one. told hears of
    what is refused, before it is.
    """

    def __init__(self, app: ASGIApp, refuse: Refuse, prefix: str, told: Told = untold) -> None:
        self.app, self.refuse, self.prefix, self.told = app, refuse, prefix, told

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] == "http" and self._kept(scope["path"]) and not at_home(Headers(scope=scope).get("host", "")):
            await self.told(scope, RENAMED)
            await self.refuse(Request(scope), 403, AWAY)(scope, receive, send)
            return
        await self.app(scope, receive, send)

    def _kept(self, path: str) -> bool:
        return path == self.prefix or path.startswith(f"{self.prefix}/")


def at_home(host: str) -> bool:
    """Whether the Host header of a request names this machine.

    >>> at_home("localhost:8000"), at_home("127.0.0.1"), at_home("[::1]:8000"), at_home("papers.example.org")
    (True, True, True, False)
    """
    try:
        name = urlsplit(f"//{host}").hostname or ""
        return name == "localhost" or ip_address(name).is_loopback
    except ValueError:
        return False
