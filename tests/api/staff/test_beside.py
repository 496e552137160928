"""The worker beside the server: begun with it, begun again, gone with it; and only where nobody else can reach it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.athome import at_home
from api.errors import UnusableArgument
from api.settings import Settings
from api.staff.beside import worker_beside
from api.staff.home import stay_home
from tests.board import MARCH, MINUTEBOOK
from tests.staff import office

PATIENCE = 60.0
SERVER = """
import signal, sys
from pathlib import Path
from api.settings import Settings
from api.staff.beside import worker_beside

with worker_beside(Settings(library=Path(sys.argv[1])), print):
    signal.pause()
"""


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end
        time.sleep(0.1)


def workers(library: Path) -> list[int]:
    """The processes that work on a library."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = entry.read_bytes().split(b"\0")
        except OSError:
            continue
        if b"work" in words and os.fsencode(library) in words:
            found.append(int(entry.parent.name))
    return found


def test_the_worker_begins_with_the_server_begins_again_and_ends_with_it(tmp_path: Path) -> None:
    said: list[str] = []
    with office(tmp_path) as made:
        with worker_beside(Settings(library=tmp_path), said.append):
            first = made.take()
            until(lambda: made.desk.upload(first.id).upload.state == "read")
            (pid,) = workers(tmp_path)
            os.kill(pid, signal.SIGKILL)
            second = made.take(MARCH, "2025-03-board.md")
            until(lambda: made.desk.upload(second.id).upload.state == "read")
            assert [one.startswith("the worker ended with exit code -9") for one in said] == [True]
            assert workers(tmp_path) != [pid]
        assert workers(tmp_path) == []
    assert not list(tmp_path.rglob("*.part"))


def test_a_worker_ends_when_its_server_was_killed(tmp_path: Path) -> None:
    server = subprocess.Popen([sys.executable, "-c", SERVER, str(tmp_path)])
    until(lambda: len(workers(tmp_path)) == 1)
    server.kill()  # without a word to its worker
    server.wait()
    until(lambda: not workers(tmp_path))


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "no such host"])
def test_the_staff_side_is_refused_where_others_could_reach_it(host: str) -> None:
    with pytest.raises(UnusableArgument, match="loopback"):
        stay_home(Settings(staff=True, host=host))
    stay_home(Settings(staff=False, host=host))


def test_the_staff_side_is_refused_behind_a_public_address() -> None:
    stay_home(Settings(staff=True, host="127.0.0.1"))
    stay_home(Settings(staff=True, host="127.0.0.1", address="http://localhost:8000/board"))
    with pytest.raises(UnusableArgument, match="MINUTEBOOK_ADDRESS"):
        stay_home(Settings(staff=True, host="127.0.0.1", address="https://papers.example.org/board"))


def test_serve_says_so_in_one_line(tmp_path: Path) -> None:
    done = subprocess.run(
        [str(MINUTEBOOK), "serve", "--host", "0.0.0.0", "--library", str(tmp_path)],
        env=os.environ | {"MINUTEBOOK_STAFF": "true"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "loopback" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "host", ["", "papers.example.org", "127.0.0.1.example.org", "localhost.example.org", "[::", "a b"]
)
def test_a_name_that_was_made_to_lead_here_is_not_home(host: str) -> None:
    assert not at_home(host)


def test_the_staff_pages_are_kept_to_this_machine(tmp_path: Path) -> None:
    chosen = Settings(library=tmp_path, staff=True)
    with TestClient(create_app(chosen, {}), base_url="http://papers.example.org") as away:
        assert [away.get(path).status_code for path in ("/staff", "/staff/uploads")] == [403, 403]
        assert away.get("/staffing").status_code == 404
    with TestClient(create_app(chosen, {}), base_url="http://127.0.0.1:8000") as here:
        assert here.get("/staff/nothing").status_code == 404
