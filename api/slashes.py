"""Addresses that somebody ended with a slash."""

from __future__ import annotations

from urllib.parse import quote

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send


class Slashes:
    """Leads "/meetings/" to "/meetings" by its path alone: the framework would repeat whatever host a request names."""

    def __init__(self, app: ASGIApp, root: str) -> None:
        self.app, self.front = app, f"{root}/"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        path = str(scope.get("path", ""))
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD") or not path.endswith("/"):
            await self.app(scope, receive, send)
            return
        short = path.rstrip("/")
        if path == self.front or not short or not short.startswith("/") or short.startswith("//"):
            await self.app(scope, receive, send)
            return
        query = scope.get("query_string", b"").decode("latin-1")
        reply = RedirectResponse(quote(short, safe="/~") + (f"?{query}" if query else ""), 308)
        await reply(scope, receive, send)
