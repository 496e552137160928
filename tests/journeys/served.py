"""A site served by its own command on loopback, for journeys through it."""

from __future__ import annotations

import os
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from urllib.error import URLError

from tests.board import MINUTEBOOK

WAIT = 90.0


@contextmanager
def served(library: Path, **settings: str) -> Iterator[str]:
    """The address of a site over a library; settings are those of the environment, without MINUTEBOOK_.

    PORT in a setting stands for the port that it is served on.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(MINUTEBOOK), "serve", "--port", str(port), "--library", str(library)]
    chosen = {f"MINUTEBOOK_{name.upper()}": value.replace("PORT", str(port)) for name, value in settings.items()}
    # A file takes a line for every request; a pipe that nobody reads would stop the server when it is full.
    with tempfile.TemporaryFile() as log, subprocess.Popen(command, stderr=log, env=os.environ | chosen) as server:
        try:
            _wait(f"http://127.0.0.1:{port}/readyz", server, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=20)


def _wait(address: str, server: subprocess.Popen[bytes], log: IO[bytes]) -> None:
    deadline = time.monotonic() + WAIT
    while time.monotonic() < deadline:
        assert server.poll() is None, _said(log)
        try:
            with urllib.request.urlopen(address, timeout=5) as reply:
                assert reply.status == 200
                return
        except (URLError, ConnectionError):
            time.sleep(0.2)
    raise AssertionError(f"nothing is served after {WAIT:g} s")


def _said(log: IO[bytes]) -> str:
    log.seek(0)
    return log.read().decode("utf-8", "replace")
