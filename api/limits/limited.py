"""Refuses what one client asks for too often."""

from __future__ import annotations

from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.limits.client import client_of
from api.limits.kinds import kind_in
from api.limits.rates import Rates

LONGEST_KEY = 200  # letters of a key
TOO_OFTEN = "you have asked for a lot in a short time; wait {} seconds and try again"
Refuse = Callable[[Request, int, str, dict[str, str]], Response]
Holder = Callable[[str], str]  # who holds a key that was sent, "" where it does not work


def nobody(key: str) -> str:
    """Who holds a key where there are no keys."""
    return ""


class Limited:
    """Counts a request for the holder of its key, or else for the address it comes from. One over the limit: 429.

    A key that does not work gives nobody a count of their own.
    """

    def __init__(
        self, app: ASGIApp, rates: Rates, refuse: Refuse, told: Callable[[str], None], holder: Holder = nobody
    ) -> None:
        self.app, self.rates, self.refuse, self.told, self.holder = app, rates, refuse, told, holder

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        verdict = self.rates.take(kind_in(scope), await self._client(scope))
        if verdict is None:
            await self.app(scope, receive, send)
            return
        if not verdict.taken:
            self.told("rate")
            detail = TOO_OFTEN.format(verdict.seconds)
            await self.refuse(Request(scope), 429, detail, verdict.headers)(scope, receive, send)
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(verdict.headers)
            await send(message)

        await self.app(scope, receive, sent)

    async def _client(self, scope: Scope) -> str:
        scheme, _, key = Headers(scope=scope).get("authorization", "").partition(" ")
        shown = scheme.lower() == "bearer" and len(key) <= LONGEST_KEY
        held = await run_in_threadpool(self.holder, key.strip()) if shown and key else ""
        client = scope.get("client")
        return f"key {held}" if held else client_of(client[0] if client else "")
