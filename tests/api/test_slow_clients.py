from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest
from fastapi import FastAPI
from fastapi.responses import Response

from api.limits.patient import patient
from api.server import HEADER_BYTES
from tests.api.listening import exchanged, listening

HASTY = patient(header_seconds=0.4, read_seconds=0.4)
LARGE = 32 * 2**20


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    app = FastAPI()

    @app.get("/small")
    def small() -> str:
        return "small"

    @app.get("/large")
    def large() -> Response:
        return Response(b"x" * LARGE)

    with listening(app, HASTY) as port:
        yield port


def closed_after(line: socket.socket) -> float:
    """Seconds until the server lets go of a connection."""
    began = time.monotonic()
    with suppress(ConnectionError):
        while line.recv(65536):
            pass
    return time.monotonic() - began


def dribbled(port: int, first: bytes, more: bytes) -> float:
    """Seconds for which a server takes more and more from a client, at most 3."""
    began = time.monotonic()
    with socket.create_connection(("127.0.0.1", port), timeout=5) as line, suppress(ConnectionError):
        line.sendall(first)
        while time.monotonic() - began < 3:
            line.sendall(more)
            time.sleep(0.05)
    return time.monotonic() - began


def test_a_connection_that_says_nothing_is_let_go(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=5) as line:
        assert closed_after(line) < 2


def test_a_header_that_dribbles_in_is_let_go_however_it_is_cut(port: int) -> None:
    assert dribbled(port, b"GET /small HTTP/1.1\r\nHost: x\r\n", b"X: y\r\n") < 2


def test_the_second_request_of_a_connection_may_not_dribble_either(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=5) as line:
        line.sendall(b"GET /small HTTP/1.1\r\nHost: x\r\n\r\n")
        found = b""
        while b"small" not in found:
            found += line.recv(65536)
        line.sendall(b"GET /small HT")
        assert closed_after(line) < 2


def test_a_body_that_nobody_reads_does_not_keep_a_connection(port: int) -> None:
    assert dribbled(port, b"GET /small HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n", b"x") < 2


def test_a_client_that_does_not_read_is_let_go(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=5) as line:
        line.sendall(b"GET /large HTTP/1.1\r\nHost: x\r\n\r\n")
        time.sleep(1.5)
        found = 0
        with suppress(ConnectionError):
            while part := line.recv(65536):
                found += len(part)
    assert found < LARGE


def test_a_client_that_reads_slowly_but_surely_is_served(port: int) -> None:
    found = 0
    with socket.create_connection(("127.0.0.1", port), timeout=5) as line:
        line.sendall(b"GET /large HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        until = time.monotonic() + 1.5
        while part := line.recv(2**20):
            found += len(part)
            if time.monotonic() < until:
                time.sleep(0.05)
    assert found > LARGE


def test_a_header_that_holds_too_much_is_refused(port: int) -> None:
    long = b"GET /small HTTP/1.1\r\nHost: x\r\nX-Long: " + b"x" * (HEADER_BYTES + 70_000)
    with suppress(ConnectionError):  # let go before all of it was sent
        assert exchanged(port, long + b"\r\n\r\n").startswith(b"HTTP/1.1 400 ")


def test_many_slow_clients_leave_room_for_one_that_asks(port: int) -> None:
    lines = [socket.create_connection(("127.0.0.1", port), timeout=5) for _ in range(100)]
    for line in lines:
        line.sendall(b"GET /small HTTP/1.1\r\nHost: x\r\n")
    assert exchanged(port, b"GET /small HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").startswith(b"HTTP/1.1 200 ")
    for line in lines:
        assert closed_after(line) < 3
        line.close()
