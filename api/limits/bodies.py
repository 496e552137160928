"""How much a request may send, and how slowly."""

from __future__ import annotations

import asyncio
from time import monotonic

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.limits.limited import Refuse

PATIENCE = 20.0  # seconds for the first bytes, and between any two
SLOWEST = 16 * 1024  # bytes a second, over all that was sent after that
PLAIN_BYTES = 2 * 1024 * 1024  # of a request without a file: a draft that was pasted is the largest
TOO_LARGE = "the request holds too much"
TOO_SLOW = "the request took too long to arrive; send it again over a faster line"


class Bodies:
    """Refuses a request that holds too much with 413, one that trickles in with 408.

    most bytes are what a form with a file may hold, plain what anything else may.
    """

    def __init__(
        self, app: ASGIApp, most: int, refuse: Refuse, patience: float = PATIENCE, plain: int = PLAIN_BYTES
    ) -> None:
        self.app, self.most, self.refuse, self.patience = app, most, refuse, patience
        self.plain = min(plain, most)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        said = headers.get("content-length", "")
        with_file = headers.get("content-type", "").casefold().startswith("multipart/form-data")
        most = self.most if with_file else self.plain
        if said.isdecimal() and int(said) > most:
            await self.refuse(Request(scope), 413, TOO_LARGE, {"Connection": "close"})(scope, receive, send)
            return
        await self.app(scope, _Body(receive, most, self.patience).read, send)


class _Body:
    """What one request sends."""

    def __init__(self, receive: Receive, most: int, patience: float) -> None:
        self.receive, self.most, self.patience = receive, most, patience
        self.size, self.began, self.whole = 0, monotonic(), False

    async def read(self) -> Message:
        """One message. Raises HTTPException."""
        if self.whole:  # what comes now is that the client is gone, whenever that is
            return await self.receive()
        left = self.began + self.patience + self.size / SLOWEST - monotonic()
        try:
            async with asyncio.timeout(max(0.0, min(self.patience, left))):
                message = await self.receive()
        except TimeoutError:
            raise HTTPException(408, TOO_SLOW, {"Connection": "close"}) from None
        self.size += len(message.get("body", b""))
        self.whole = not message.get("more_body", False)
        if self.size > self.most:
            raise HTTPException(413, TOO_LARGE, {"Connection": "close"})
        return message
