"""A language model behind an OpenAI-compatible address, asked over HTTP. It may lie, hang, flood or break off."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass

import httpx2
from pydantic import SecretStr

from api.phrasing.model import Reason
from ingest.errors import MinutebookError

MOST_BYTES = 1 << 20  # of one reply
MOST_EVENT = 1 << 16  # bytes of one event
MOST_TOKENS = 800  # that the model is asked for
_JSON_FAULTS = (ValueError, KeyError, IndexError, TypeError, RecursionError)


class Failed(MinutebookError):
    """The model gave no whole reply; reason says how. Nothing of what the server sent is in it, and no key."""

    def __init__(self, reason: Reason) -> None:
        self.reason = reason
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where the model is. seconds is for the whole reply, idle_seconds for the wait between two events of it."""

    url: str
    model: str
    key: SecretStr | None
    seconds: float
    idle_seconds: float


async def pieces(endpoint: Endpoint, messages: Sequence[dict[str, str]]) -> AsyncGenerator[str]:
    """The reply's text as it comes. Raises Failed, also after some of it where the reply was not whole.

    No redirect is followed and no proxy or credential of the environment is used: the papers go to this host alone.
    """
    loop = asyncio.get_running_loop()
    deadline = loop.time() + endpoint.seconds
    try:
        async with httpx2.AsyncClient(timeout=None, trust_env=False, follow_redirects=False) as client:
            async with asyncio.timeout_at(min(deadline, loop.time() + endpoint.idle_seconds)):
                reply = await client.send(_request(client, endpoint, messages), stream=True)
            async with aclosing(reply):
                if reply.status_code != 200:
                    raise Failed("refused")
                if reply.headers.get("content-encoding", "identity") != "identity":
                    raise Failed("malformed")  # was not asked for, and may unpack to any size
                events = aiter(httpx2.EventSource(reply, MOST_EVENT))
                whole = False
                while True:
                    async with asyncio.timeout_at(min(deadline, loop.time() + endpoint.idle_seconds)):
                        event = await anext(events, None)
                    if event is None or event.data.strip() == "[DONE]":
                        break
                    if reply.num_bytes_downloaded > MOST_BYTES:
                        raise Failed("too_much")
                    text, last = _piece(event.data)
                    whole = whole or last
                    if text:
                        yield text
                if event is None and not whole:
                    raise Failed("cut_off")
    except TimeoutError:
        raise Failed("timed_out") from None
    except httpx2.SSEError:
        raise Failed("malformed") from None
    except (httpx2.ConnectError, httpx2.InvalidURL, httpx2.UnsupportedProtocol):
        raise Failed("unreachable") from None
    except httpx2.RequestError:
        raise Failed("cut_off") from None


def _request(client: httpx2.AsyncClient, endpoint: Endpoint, messages: Sequence[dict[str, str]]) -> httpx2.Request:
    body = {"model": endpoint.model, "messages": list(messages), "stream": True, "temperature": 0}
    headers = {"Accept": "text/event-stream", "Accept-Encoding": "identity", "Content-Type": "application/json"}
    if endpoint.key is not None:
        headers["Authorization"] = f"Bearer {endpoint.key.get_secret_value()}"
    content = json.dumps(body | {"max_tokens": MOST_TOKENS}, ensure_ascii=False).encode("utf-8", "replace")
    return client.build_request(
        "POST", f"{endpoint.url.rstrip('/')}/chat/completions", content=content, headers=headers
    )


def _piece(data: str) -> tuple[str, bool]:
    """(the text of one event, whether the model ended there of itself). Raises Failed where it is no such event."""
    try:
        choices = json.loads(data)["choices"]
        if not choices:
            return "", False  # a last event of some servers counts tokens only
        text = choices[0].get("delta", {}).get("content") or ""
        ended = choices[0].get("finish_reason") == "stop"
    except (*_JSON_FAULTS, AttributeError):
        raise Failed("malformed") from None
    if not isinstance(text, str):
        raise Failed("malformed")
    return text, ended
