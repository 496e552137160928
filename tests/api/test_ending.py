from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

SERVED = """
import sys, time
from pathlib import Path
from socket import socket
from threading import Event
from api.app import create_app
from api.server import Server
from api.settings import Settings

closing = Event()
app = create_app(Settings(library=Path(sys.argv[2])), {}, closing)

@app.get("/meetings/slow")
def slow():
    time.sleep(1.5)
    return "finished"

daily = lambda: print("a day", flush=True)
Server(app, closing, daily=daily, day=0.3).run([socket(fileno=int(sys.argv[1]))])
print("ended")
"""


def asked(port: int, path: str) -> socket.socket:
    line = socket.create_connection(("127.0.0.1", port), timeout=30)
    line.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
    return line


def reply(line: socket.socket) -> bytes:
    found = b""
    with line:
        while part := line.recv(65536):
            found += part
    return found


@pytest.mark.parametrize("again", [False, True])
def test_a_server_that_is_told_to_end_says_so_and_finishes_what_it_has_in_hand(tmp_path: Path, again: bool) -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
        command = [sys.executable, "-c", SERVED, str(door.fileno()), str(tmp_path)]
        server = subprocess.Popen(command, pass_fds=[door.fileno()], stdout=subprocess.PIPE, text=True)
    try:
        assert b" 200 " in reply(asked(port, "/readyz"))
        slow = asked(port, "/meetings/slow")
        time.sleep(0.3)
        server.send_signal(signal.SIGTERM)
        time.sleep(0.2)
        if again:
            server.send_signal(signal.SIGTERM)
        else:
            closing = reply(asked(port, "/readyz"))
            assert b" 503 " in closing.partition(b"\r\n")[0]
            assert json.loads(closing.rpartition(b"\r\n\r\n")[2])["detail"] == "the server is closing"
        assert reply(slow).endswith(b'"finished"')
        assert server.wait(10) in (0, -signal.SIGTERM)
        with pytest.raises(ConnectionError):
            asked(port, "/readyz")
        assert server.stdout
        assert server.stdout.read().count("a day") >= 2  # at once, and when one has passed
    finally:
        server.kill()
        server.communicate()
