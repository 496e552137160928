"""The protocol over HTTP, as one route of the site: each request is answered whole and leaves nothing behind."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.routing import Route
from starlette.types import Message, Receive, Scope, Send

from api.agents.cited import Held
from api.agents.instructions import instructions
from api.athome import at_home
from api.settings import Settings

if TYPE_CHECKING:
    from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
    from mcp.server.transport_security import TransportSecuritySettings

PATH = "/mcp"
MOST = 2**20  # bytes of one message
TOO_LARGE = "the message holds too much"
HOME = ("127.0.0.1", "localhost", "[::1]")


class Agents:
    """The route over what one reader may see. Safe between threads.

    No session is kept: who asks is known anew with each request, so no message can be answered as somebody else's.
    """

    def __init__(self, held: Held, settings: Settings) -> None:
        self._held, self._settings = held, settings
        self._lock = Lock()
        self._told = ("", "")  # the state of the libraries, and the instructions over it

    @property
    def route(self) -> Route:
        """Where messages come. A stream to be listened to is not offered, so there is nothing to get."""
        return Route(PATH, self, methods=["POST"], include_in_schema=False)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        body = await _body(receive)
        manager = await run_in_threadpool(self._manager)
        first: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

        async def again() -> Message:
            return first.pop() if first else await receive()

        async with manager.run():
            await manager.handle_request(scope, again, send)

    def _manager(self) -> StreamableHTTPSessionManager:
        """The protocol is imported for the first message: that takes half a second, and to most sites none comes."""
        from mcp.server.streamable_http_manager import StreamableHTTPSessionManager

        from api.agents.server import server

        return StreamableHTTPSessionManager(
            server(self._held, self._settings.service_name, self._instructions()),
            json_response=True,
            stateless=True,
            security_settings=security(self._settings),
            max_request_body_size=MOST,
        )

    def _instructions(self) -> str:
        state = self._held.catalogue.generation()
        with self._lock:
            known, told = self._told
        if known != state:
            told = instructions(self._held.catalogue)
            with self._lock:
                self._told = (state, told)
        return told


async def _body(receive: Receive) -> bytes:
    """All that a request sends. Raises HTTPException; within the SDK's own tasks that would not reach the site."""
    held = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise HTTPException(400, "the message did not arrive whole")
        held += message.get("body", b"")
        if len(held) > MOST:
            raise HTTPException(413, TOO_LARGE, {"Connection": "close"})
        if not message.get("more_body", False):
            return bytes(held)


def security(settings: Settings) -> TransportSecuritySettings:
    """By which names the route may be reached, so that no other site's name can be made to lead a browser here.

    Those of this machine, and of the site's address where that is set. A server for others whose address is not set
    does not know its names and takes any.
    """
    from mcp.server.transport_security import TransportSecuritySettings

    address = urlsplit(settings.address)
    if not address.netloc and not at_home(settings.host if ":" not in settings.host else f"[{settings.host}]"):
        return TransportSecuritySettings(enable_dns_rebinding_protection=False)
    hosts = [name for home in HOME for name in (home, f"{home}:*")] + ([address.netloc] if address.netloc else [])
    origins = [f"{scheme}://{host}" for scheme in ("http", "https") for host in hosts]
    return TransportSecuritySettings(allowed_hosts=hosts, allowed_origins=origins)
