from __future__ import annotations

import io
import json
import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.journal import Journaled, journal
from api.settings import Settings
from tests.api.listening import exchanged, listening
from tests.board import papers
from tests.library import searcher, take

CANARY = "quillonbergamot"
ADDRESS = "203.0.113.77"
FIELDS = {"id", "method", "route", "status", "ms", "stages", "event", "level", "timestamp"}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("library")
    take(folder, papers(folder / "papers"))
    return folder


def lines(out: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_every_request_is_a_line_with_its_id_route_status_and_time(library: Path) -> None:
    out = io.StringIO()
    app = create_app(Settings(library=library, log="requests"), {"public": searcher(library)}, log=journal(out))
    reply = TestClient(app).get("/api/v1/search", params={"q": "winter"})
    (line,) = lines(out)
    assert set(line) == FIELDS
    assert (line["route"], line["status"], line["method"]) == ("/api/v1/search", 200, "GET")
    assert line["ms"] >= sum(line["stages"].values()) > 0
    assert reply.headers["X-Request-ID"] == line["id"]
    assert re.fullmatch(r"[0-9a-f]{32}", line["id"])


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("0123-abc.DEF_9", True),
        ("short", False),
        ("x" * 65, False),
        ('{"forged": 1}', False),
        ("with space", False),
        ("x" * 8 + "\t", False),
    ],
)
def test_the_id_of_a_request_is_kept_where_it_is_well_formed(tmp_path: Path, sent: str, kept: bool) -> None:
    out = io.StringIO()
    app = create_app(Settings(library=tmp_path, log="requests"), {}, log=journal(out))
    reply = TestClient(app).get("/healthz", headers={"X-Request-ID": sent})
    assert (reply.headers["X-Request-ID"] == sent) == kept
    assert lines(out)[0]["id"] == reply.headers["X-Request-ID"]


def test_unless_all_are_asked_for_only_what_failed_or_was_turned_away_is_written(library: Path) -> None:
    out = io.StringIO()
    app = create_app(Settings(library=library, rates="pages=1"), {"public": searcher(library)}, log=journal(out))
    site = TestClient(app)
    assert [site.get(path).status_code for path in ("/healthz", "/nothing", "/about")] == [200, 404, 429]
    assert [(line["status"], line["level"]) for line in lines(out)] == [(429, "warning")]


def broken(folder: Path, out: io.StringIO) -> Any:
    """A site one of whose routes fails with a reader's words in the error."""
    app = create_app(Settings(library=folder, log="requests"), {"public": searcher(folder)}, log=journal(out))

    @app.get("/api/v1/broken/{word}")
    def fail(word: str) -> None:
        raise RuntimeError(f"no such word: {word}")

    return app


@pytest.fixture
def kept() -> Iterator[io.StringIO]:
    """What the server's own messages are written to."""
    out, logger = io.StringIO(), logging.getLogger("uvicorn")
    handler = Journaled(journal(out))
    before = logger.propagate
    logger.addHandler(handler)
    logger.propagate = False
    yield out
    logger.removeHandler(handler)
    logger.propagate = before


def test_no_line_holds_what_was_asked_or_who_asked(library: Path, kept: io.StringIO) -> None:
    out = io.StringIO()
    app = broken(library, out)
    site = TestClient(app, client=(ADDRESS, 1), raise_server_exceptions=False)
    told = {
        "User-Agent": CANARY,
        "Referer": f"https://example.org/{CANARY}",
        "Cookie": f"a={CANARY}",
        "Authorization": f"Bearer {CANARY}",
        "X-Forwarded-For": ADDRESS,
    }
    for path in (
        "/api/v1/search",
        "/search",
        "/api/v1/answer",
        "/api/v1/answer/stream",
        "/timeline",
        "/feeds/search.atom",
    ):
        site.get(path, params={"q": f"what did {CANARY} say", "text": CANARY, "subject": CANARY}, headers=told)
    for path in (f"/documents/{CANARY}", f"/api/v1/passages/{CANARY}/similar", f"/{CANARY}", f"/static/{CANARY}"):
        site.get(path, headers=told)
    site.post("/feedback", data={"kind": "page", "useful": "no", "query": CANARY}, headers=told)
    assert site.get(f"/api/v1/broken/{CANARY}").status_code == 500
    with listening(app) as port:
        line = f"GET /api/v1/broken/{CANARY}?q={CANARY} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
        assert b" 500 " in exchanged(port, line.encode())
        assert b" 400 " in exchanged(port, f"{CANARY} nonsense\r\n\r\n".encode())
        exchanged(port, b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close, upgrade\r\nUpgrade: websocket\r\n\r\n")
    assert len(lines(out)) >= 13
    for written in (out.getvalue(), kept.getvalue()):
        assert CANARY not in written.lower()
        assert ADDRESS not in written
    errors = [line for line in lines(kept) if line["event"] == "error"]
    assert [(line["kind"], line["at"][-1].partition(":")[0]) for line in errors] == [("RuntimeError", "fail")]
