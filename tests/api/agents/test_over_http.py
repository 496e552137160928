"""The route of the site: for the public without a key, under the same limits, and reached by the site's own names."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from fastapi.testclient import TestClient

from api.agents.over_http import MOST, security
from api.app import create_app
from api.settings import Settings
from search.searcher import Searcher
from tests.api.agents.asking import Address, Era, talked
from tests.api.listening import listening

CALL = {"name": "search", "arguments": {"query": "beds"}}
ACCEPT = {"Accept": "application/json, text/event-stream", "Host": "127.0.0.1"}


def message(method: str = "tools/call", **fields: object) -> dict[str, object]:
    return {"jsonrpc": "2.0", "id": 1, "method": method, "params": fields or CALL}


@pytest.fixture(scope="module")
def port(folder: Path, searcher: Searcher) -> Iterator[int]:
    with listening(create_app(Settings(library=folder, rates=""), {"public": searcher})) as found:
        yield found


@pytest.fixture
def here(folder: Path, searcher: Searcher) -> TestClient:
    return TestClient(create_app(Settings(library=folder, rates="questions=4"), {"public": searcher}))


@pytest.mark.parametrize("era", ["auto", "legacy"])
def test_anybody_asks_the_public_library(port: int, era: Era) -> None:
    talk = talked(
        Address(f"http://127.0.0.1:{port}/mcp", {}),
        ("answer", {"question": "was winter funding for community beds approved"}),
        ("page", {"document": "nothing", "page": 1}),
        era=era,
    )
    assert talk.version >= ("2026" if era == "auto" else "2025")
    assert "A refusal" in talk.instructions
    assert talk.replies[0].fields["status"] == "answered"
    assert talk.replies[0].fields["statements"][0]["citation"]["link"] is None  # the settings name no address
    assert (talk.replies[1].failed, talk.replies[1].text) == (True, "there is no document nothing here")


def test_who_asks_too_often_is_told_when_to_come_back(here: TestClient) -> None:
    replies = [here.post("/mcp", json=message(), headers=ACCEPT) for _ in range(5)]
    assert [reply.status_code for reply in replies] == [200] * 4 + [429]
    assert replies[-1].headers["content-type"] == "application/problem+json"
    assert int(replies[-1].headers["Retry-After"]) > 0
    assert here.get("/search").status_code == 429  # it is the same limit
    assert replies[0].headers["RateLimit"].startswith('"questions"')


def test_a_message_is_bounded(folder: Path, searcher: Searcher) -> None:
    here = TestClient(create_app(Settings(library=folder, rates=""), {"public": searcher}))
    reply = here.post("/mcp", content=b" " * (MOST + 1), headers=ACCEPT | {"Content-Type": "application/json"})
    assert (reply.status_code, reply.headers["content-type"]) == (413, "application/problem+json")
    assert here.post("/mcp", content=b"{", headers=ACCEPT | {"Content-Type": "application/json"}).status_code == 400
    assert here.post("/mcp", content=b"{}", headers=ACCEPT | {"Content-Type": "text/plain"}).status_code == 400
    assert [here.request(method, "/mcp").status_code for method in ("GET", "DELETE", "PUT")] == [405] * 3


def test_no_page_of_another_site_and_no_other_name_reaches_it(here: TestClient) -> None:
    for headers, status in (
        ({"Origin": "https://elsewhere.example.org"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Host": "elsewhere.example.org"}, 421),
        ({"Host": "elsewhere.example.org", "Origin": "http://elsewhere.example.org"}, 421),
    ):
        assert here.post("/mcp", json=message(), headers=ACCEPT | headers).status_code == status, headers


def test_the_site_is_reached_by_its_address_and_from_its_own_machine(folder: Path, searcher: Searcher) -> None:
    chosen = Settings(library=folder, rates="", address="https://papers.example.org/board", host="192.0.2.1")
    here = TestClient(create_app(chosen, {"public": searcher}))
    for host, status in (("papers.example.org", 200), ("localhost:8000", 200), ("192.0.2.1", 421)):
        reply = here.post("/board/mcp", json=message(), headers=ACCEPT | {"Host": host})
        assert reply.status_code == status, host
    cited = json.loads(here.post("/board/mcp", json=message(), headers=ACCEPT | {"Host": "localhost"}).text)
    found = cited["result"]["structuredContent"]["passages"][0]["citation"]["link"]
    assert found.startswith("https://papers.example.org/board/documents/")
    assert security(Settings(host="::1")).enable_dns_rebinding_protection
    assert not security(Settings(host="0.0.0.0")).enable_dns_rebinding_protection


def test_it_is_counted_and_measured_as_any_other_route(folder: Path, searcher: Searcher) -> None:
    app = create_app(Settings(library=folder, rates=""), {"public": searcher})
    here = TestClient(app, client=("127.0.0.1", 1))
    asked = message(name="answer", arguments={"question": "was winter funding approved"})
    assert here.post("/mcp", json=asked, headers=ACCEPT).status_code == 200
    told = here.get("/metrics").text
    assert 'minutebook_request_seconds_count{method="POST",route="/mcp",status="200"} 1.0' in told
    assert 'minutebook_answers_total{status="answered"} 1.0' in told


def test_a_change_of_the_library_changes_what_is_told_of_it(tmp_path: Path) -> None:
    from tests.board import papers
    from tests.library import searcher, take

    plain = papers(tmp_path / "papers")
    take(tmp_path, plain / "2025-01-board.md")
    here = TestClient(create_app(Settings(library=tmp_path, rates=""), {"public": searcher(tmp_path)}))

    def told() -> str:
        asked = message(
            "initialize",
            protocolVersion="2025-11-25",
            capabilities={},
            clientInfo={"name": "tests", "version": "1"},
        )
        reply: httpx2.Response = here.post("/mcp", json=asked, headers=ACCEPT)
        return str(reply.json()["result"]["instructions"])

    assert "1 document with" in told()
    take(tmp_path, plain / "2025-03-board.md")
    assert "2 documents" in told()
