"""Which other sites may read the API from their pages: those that the settings name, by GET, and nobody's cookies."""

from __future__ import annotations

from collections.abc import Collection

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

READS = ("GET", "HEAD")
EXPOSED = ("ETag", "X-Total-Count", "X-Request-ID", "RateLimit-Policy", "RateLimit", "Retry-After")


class Sharing:
    """Tells browsers so in the replies of the API. Pages, and all that changes something, stay the site's own.

    origins are those sites, such as "https://www.example.org"; prefix is the path that the API stands under.
    """

    def __init__(self, app: ASGIApp, origins: Collection[str], prefix: str) -> None:
        self.app, self.origins, self.prefix = app, frozenset(origins), prefix
        self.shared = CORSMiddleware(
            self._across, allow_origins=self.origins, allow_methods=READS, expose_headers=EXPOSED
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        reads = scope["type"] == "http" and scope["method"] in (*READS, "OPTIONS")
        if self.origins and reads and scope["path"].startswith(self.prefix):
            await self.shared(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _across(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The reply to a site that may read it is no more of one origin only."""

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)["Cross-Origin-Resource-Policy"] = "cross-origin"
            await send(message)

        known = Headers(scope=scope).get("origin") in self.origins
        await self.app(scope, receive, sent if known else send)
