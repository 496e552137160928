"""The SDK's own client, asking whatever it is led to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import Any, Literal

import anyio
import httpx2
from mcp import Client
from mcp.client.stdio import StdioServerParameters
from mcp.client.streamable_http import streamable_http_client
from mcp.server.lowlevel.server import Server
from mcp.types import Tool

Era = Literal["auto", "legacy"]
Call = tuple[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Reply:
    """What one call gave: its fields, its text, and whether it failed."""

    fields: dict[str, Any]
    text: str
    failed: bool


@dataclass(frozen=True, slots=True)
class Talk:
    """What a server said: its instructions, its tools, and a reply to each call."""

    instructions: str
    version: str
    tools: tuple[Tool, ...]
    replies: tuple[Reply, ...]


@dataclass(frozen=True, slots=True)
class Address:
    """A server on the web, with what is sent along."""

    url: str
    headers: Mapping[str, str]


def talked(to: Server[Any] | StdioServerParameters | Address, *calls: Call, era: Era = "auto") -> Talk:
    """One conversation from its beginning to its end; the client holds every reply to the tool's own description."""

    async def talk() -> Talk:
        async with AsyncExitStack() as stack:
            place: Any = to
            if isinstance(to, Address):
                outside = await stack.enter_async_context(httpx2.AsyncClient(headers=dict(to.headers), timeout=60))
                place = streamable_http_client(to.url, http_client=outside)
            client = await stack.enter_async_context(Client(place, mode=era))
            tools = (await client.list_tools()).tools
            replies = []
            for name, arguments in calls:
                found = await client.call_tool(name, dict(arguments))
                text = "".join(getattr(part, "text", "") for part in found.content)
                replies.append(Reply(found.structured_content or {}, text, found.is_error))
            return Talk(client.instructions or "", client.protocol_version, tuple(tools), tuple(replies))

    return anyio.run(talk)


def error_of(asked: Callable[[], object]) -> BaseException:
    """The error itself that something ends with, out of the groups that tasks put it in."""
    try:
        asked()
    except Exception as error:  # of any kind: the test says which it must be
        found: BaseException = error
        while isinstance(found, BaseExceptionGroup):
            found = found.exceptions[0]
        return found
    raise AssertionError("nothing went wrong")
