"""How many requests are worked on at the same time, and how many may wait for their turn."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Literal

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.limits.kinds import CHANGES, Kind, kind_in
from api.limits.limited import Refuse

BUSY = "too much is asked for at the moment; try again in a few seconds"
AGAIN = {"Retry-After": "3"}  # seconds
Turned = Literal["full", "waited"]


class TurnedAway(Exception):
    """No place was had: the queue was full, or the time to wait was over."""

    def __init__(self, reason: Turned) -> None:
        self.reason: Turned = reason
        super().__init__(reason)


class Gate:
    """Places for slots requests; waiting more may wait for one, in their order, up to seconds each."""

    def __init__(self, slots: int, waiting: int, seconds: float) -> None:
        self.working, self.queued = 0, 0
        self._most, self._seconds = waiting, seconds
        self._places = asyncio.Semaphore(slots)

    async def enter(self) -> bool:
        """Take a place; whether it was waited for. Raises TurnedAway."""
        waits = self._places.locked()
        if waits and self.queued >= self._most:
            raise TurnedAway("full")
        self.queued += 1
        try:
            async with asyncio.timeout(self._seconds):
                await self._places.acquire()
        except TimeoutError:
            raise TurnedAway("waited") from None
        finally:
            self.queued -= 1
        self.working += 1
        return waits

    def leave(self) -> None:
        """Give the place back."""
        self.working -= 1
        self._places.release()


class Turns:
    """Lets a request in when a place of its kind is free; what cannot wait is refused with 503.

    A place is taken when the request is there whole, and given back when its reply begins: a client that sends or reads
    slowly holds none. A kind without a gate passes.
    """

    def __init__(self, app: ASGIApp, gates: Mapping[Kind, Gate], refuse: Refuse, told: Callable[[str], None]) -> None:
        self.app, self.gates, self.refuse, self.told = app, gates, refuse, told

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        gate = self.gates.get(kind_in(scope)) if scope["type"] == "http" else None
        if gate is None:
            await self.app(scope, receive, send)
            return
        turn = _Turn(gate, receive, send, self.told)
        try:
            if scope["method"] in CHANGES:
                await self.app(scope, turn.read, turn.sent)
                return
            try:
                first = await turn.begin()
            except TurnedAway:
                await self.refuse(Request(scope), 503, BUSY, AGAIN)(scope, receive, send)
                return
            if first["type"] != "http.disconnect":  # else nobody waits for the reply any more
                await self.app(scope, turn.begun(first), turn.sent)
        finally:
            turn.end()


class _Turn:
    """One request's way through a gate."""

    def __init__(self, gate: Gate, receive: Receive, send: Send, told: Callable[[str], None]) -> None:
        self.gate, self.receive, self.send, self.told = gate, receive, send, told
        self.inside = self.entered = False

    async def enter(self) -> None:
        try:
            await self.gate.enter()
        except TurnedAway as error:
            self.told(error.reason)
            raise
        self.inside = self.entered = True

    def end(self) -> None:
        if self.inside:
            self.inside = False
            self.gate.leave()

    async def begin(self) -> Message:
        """Wait for a place; then what the client says: its request, or that it is gone."""
        await self.enter()
        return await self.receive()

    def begun(self, first: Message) -> Receive:
        """The request's messages, the first of which was read already."""
        held = [first]

        async def receive() -> Message:
            return held.pop() if held else await self.receive()

        return receive

    async def read(self) -> Message:
        """A message of the request; with the last the place is waited for."""
        message = await self.receive()
        if message["type"] == "http.request" and not message.get("more_body") and not self.entered:
            try:
                await self.enter()
            except TurnedAway:
                raise HTTPException(503, BUSY, AGAIN) from None
        return message

    async def sent(self, message: Message) -> None:
        """A message of the reply."""
        if message["type"] == "http.response.start":
            self.end()
        await self.send(message)
