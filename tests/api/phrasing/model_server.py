"""A language model's server on loopback that does as a test tells it: answers, lies, hangs, floods or breaks off."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as it came."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]

    @property
    def data(self) -> dict[str, Any]:
        """What the user's message holds."""
        held: dict[str, Any] = json.loads(self.body["messages"][1]["content"])
        return held


@dataclass(slots=True)
class Reply:
    """The way back to who asked. over is set when the test ends, so that nothing hangs longer than it."""

    handler: BaseHTTPRequestHandler
    asked: Asked
    over: Event

    def begin(self, status: int = 200, kind: str = "text/event-stream", **more: str) -> None:
        """The status and the headers."""
        self.handler.send_response(status)
        self.handler.send_header("Content-Type", kind)
        for name, value in more.items():
            self.handler.send_header(name.replace("_", "-"), value)
        self.handler.end_headers()

    def raw(self, content: bytes) -> None:
        """Bytes as they are."""
        self.handler.wfile.write(content)
        self.handler.wfile.flush()

    def event(self, fields: object) -> None:
        """One event of a stream."""
        self.raw(f"data: {json.dumps(fields)}\n\n".encode())

    def delta(self, text: str, ended: str | None = None) -> None:
        """A piece of the model's text."""
        self.event({"choices": [{"index": 0, "delta": {"content": text}, "finish_reason": ended}]})

    def done(self) -> None:
        """The end of a whole reply."""
        self.raw(b"data: [DONE]\n\n")


Behave = Callable[[Reply], None]


@dataclass(frozen=True, slots=True)
class Running:
    """A server that runs, and what it was asked."""

    url: str
    asked: list[Asked] = field(default_factory=list)


def saying(*lines: str, size: int = 7) -> Behave:
    """Says these lines, a few letters at a time."""

    def behave(reply: Reply) -> None:
        text = "\n".join(lines)
        reply.begin()
        reply.event({"choices": [{"delta": {"role": "assistant"}}]})
        for start in range(0, len(text), size):
            reply.delta(text[start : start + size])
        reply.delta("", ended="stop")
        reply.event({"choices": [], "usage": {"total_tokens": 9}})
        reply.done()

    return behave


@contextmanager
def running(behave: Behave) -> Iterator[Running]:
    """The server, until the block ends."""
    over = Event()
    asked: list[Asked] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self._answer(self.rfile.read(int(self.headers["Content-Length"])))

        def do_GET(self) -> None:
            self._answer(b"{}")

        def _answer(self, content: bytes) -> None:
            asked.append(Asked(self.path, dict(self.headers.items()), json.loads(content)))
            try:
                behave(Reply(self, asked[-1], over))
            except (BrokenPipeError, ConnectionResetError):
                return  # who asked has gone

        def log_message(self, format: str, *args: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield Running(f"http://127.0.0.1:{server.server_address[1]}/v1", asked)
    finally:
        over.set()
        server.shutdown()
        server.server_close()
        thread.join()


def quoted(passages: Sequence[dict[str, Any]]) -> list[str]:
    """The first line of each passage with its number: what an honest model might say."""
    return [f"{passage['text'].splitlines()[0]} [{passage['number']}]" for passage in passages]
