"""How a question was understood, over HTTP and on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.commands.explained import explained
from api.settings import Settings
from search.searcher import Searcher
from tests.board import papers
from tests.keyed import keyed
from tests.library import searcher, take

QUESTION = "what did the january board decide on estates"


@pytest.fixture
def ready(tmp_path: Path) -> Searcher:
    take(tmp_path / "library", papers(tmp_path / "papers"))
    return searcher(tmp_path / "library")


def test_search_and_answer_say_what_was_understood_and_take_it_back(ready: Searcher) -> None:
    client = TestClient(create_app(Settings(), {"public": ready}))
    for address in ("/api/v1/search", "/api/v1/answer"):
        understood = client.get(address, params={"q": QUESTION}).json()["understood"]
        assert understood["intent"] == "decision"
        (period,) = [one for one in understood["constraints"] if one["kind"] == "period"]
        assert (period["printed"], period["first"], period["last"]) == ("january", "2025-01-01", "2025-01-31")
        assert period["source"]
        reply = client.get(address, params={"q": QUESTION, "drop": [period["key"], "none:such"]})
        kept = reply.json()["understood"]
        assert "period" not in [one["kind"] for one in kept["constraints"]]
        assert kept["dropped"] == [period["key"], "none:such"]


def test_too_many_keys_are_refused(ready: Searcher) -> None:
    client = TestClient(create_app(Settings(), {"public": ready}))
    assert client.get("/api/v1/search", params={"q": "estates", "drop": ["x"] * 65}).status_code == 422


def test_two_collections_say_together_what_each_knows(ready: Searcher, tmp_path: Path) -> None:
    take(tmp_path / "other")
    other = searcher(tmp_path / "other")
    app = create_app(Settings(library=tmp_path), {"public": other, "restricted": ready})
    client = TestClient(app, headers=keyed(tmp_path))
    found = client.get("/api/v1/search", params={"q": QUESTION}).json()["understood"]["constraints"]
    assert {one["kind"]: one["held"] for one in found} == {"period": True, "body": True}


def test_each_line_of_an_explanation_says_how_to_take_it_back(ready: Searcher) -> None:
    text = explained(ready.understood(QUESTION))
    assert text.startswith("Understood as: decision\n")
    assert '  period: "january" is January 2025, 2025-01-01 to 2025-01-31  (--drop "period:January 2025")' in text
    assert "taken back: period:January 2025" in explained(ready.understood(QUESTION, ["period:January 2025"]))
