"""An application behind its own server on a socket, in a thread of the test."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from fastapi import FastAPI

from api.limits.patient import Patient
from api.server import Server


@contextmanager
def listening(app: FastAPI, protocol: type[asyncio.Protocol] = Patient) -> Iterator[int]:
    """The port that app is served on."""
    server = Server(app, Event(), protocol)
    with socket.create_server(("127.0.0.1", 0)) as door:
        thread = Thread(target=server.run, args=([door],), daemon=True)
        thread.start()
        deadline = time.monotonic() + 10
        while not server.started and time.monotonic() < deadline:
            time.sleep(0.01)
        try:
            yield door.getsockname()[1]
        finally:
            server.should_exit = True  # which closes what waits for nothing
            thread.join(1)
            server.force_exit = True
            thread.join(10)


def exchanged(port: int, sent: bytes, seconds: float = 5.0) -> bytes:
    """What a server says to these bytes until it closes."""
    with socket.create_connection(("127.0.0.1", port), timeout=seconds) as line:
        line.sendall(sent)
        found = b""
        while part := line.recv(65536):
            found += part
        return found
