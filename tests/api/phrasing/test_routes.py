from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from pydantic import SecretStr

from api.app import create_app
from api.settings import Settings
from tests.api.phrasing.model_server import Reply, Running, quoted, running, saying
from tests.board import papers
from tests.keyed import keyed
from tests.library import searcher, take

ASKED = {"q": "winter funding for community beds"}
PHRASED = {**ASKED, "phrase": "true"}
KEY = "sk-not-for-print"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("phrasing")
    take(folder, papers(folder / "papers"))
    return folder


@pytest.fixture(scope="module")
def honest() -> Iterator[Running]:
    def behave(reply: Reply) -> None:
        lines = quoted([each for each in reply.asked.data["passages"] if each["kind"] == "decision"])
        saying(*lines, "The Board approved the merger [1]")(reply)

    with running(behave) as server:
        yield server


def client(library: Path, url: str, **more: Any) -> TestClient:
    chosen = Settings(library=library, phrase_url=url, phrase_model="small", phrase_key=SecretStr(KEY), **more)
    return TestClient(create_app(chosen, {"public": searcher(library)}), raise_server_exceptions=False)


def events(text: str) -> list[tuple[str, Any]]:
    """Name and fields of each event of a stream."""
    blocks = [block.split("\n") for block in text.strip().split("\n\n")]
    return [(name.removeprefix("event: "), json.loads(data.removeprefix("data: "))) for name, data in blocks]


def test_an_answer_is_phrased_beside_the_words_of_the_papers(library: Path, honest: Running) -> None:
    site = client(library, honest.url)
    reply, plain = (site.get("/api/v1/answer", params=asked).json() for asked in (PHRASED, ASKED))
    assert {name: reply[name] for name in ("answer", "hits")} == {name: plain[name] for name in ("answer", "hits")}
    assert (plain["phrased"], plain["phrased_reason"]) == (None, "")
    said = reply["phrased"]["sentences"]
    assert "The Board approved winter funding of £2.4 million for community beds." in said[0]["text"]
    ranks = {hit["rank"]: hit for hit in reply["hits"]}
    assert all(ranks[rank]["kind"] == "decision" for each in said for rank in each["citations"])
    assert "merger" not in json.dumps(reply["phrased"])
    assert (reply["phrased"]["dropped"], reply["phrased_reason"]) == (1, "")


def test_a_stream_begins_with_the_answer_and_ends_with_the_whole(library: Path, honest: Running) -> None:
    reply = client(library, honest.url).get("/api/v1/answer/stream", params=ASKED)
    assert reply.headers["content-type"].startswith("text/event-stream")
    assert reply.headers["cache-control"] == "no-store"
    assert "default-src 'none'" in reply.headers["content-security-policy"]
    told = events(reply.text)
    assert [name for name, _ in told] == ["answer", *["sentence"] * (len(told) - 2), "done"]
    assert told[0][1]["answer"]["status"] == "answered"
    assert [fields for name, fields in told if name == "sentence"] == told[-1][1]["phrased"]["sentences"]


def test_a_stream_that_fails_still_gives_the_answer(library: Path) -> None:
    def fails(reply: Reply) -> None:
        reply.begin(503, "text/plain")

    with running(fails) as server:
        reply = client(library, server.url).get("/api/v1/answer/stream", params=ASKED)
    assert [name for name, _ in events(reply.text)] == ["answer", "done"]
    assert events(reply.text)[-1][1] == {"phrased": None, "phrased_reason": "refused"}


@pytest.mark.parametrize("address", ["/api/v1/answer?phrase=true&q=beds", "/api/v1/answer/stream?q=beds"])
def test_where_it_is_off_asking_for_it_names_the_setting(library: Path, address: str) -> None:
    ready = {"public": searcher(library)}
    for chosen, missing in (
        (Settings(library=library), "MINUTEBOOK_PHRASE_URL"),
        (Settings(library=library, phrase_url="http://127.0.0.1:9/v1"), "MINUTEBOOK_PHRASE_MODEL"),
    ):
        reply = TestClient(create_app(chosen, ready)).get(address)
        assert (reply.status_code, reply.headers["content-type"]) == (422, "application/problem+json")
        assert missing in reply.json()["detail"]


def test_restricted_passages_go_to_no_model_unless_a_setting_allows_it(library: Path, honest: Running) -> None:
    ready = {"public": searcher(library), "restricted": searcher(library)}
    chosen = Settings(library=library, phrase_url=honest.url, phrase_model="small")
    before, key = len(honest.asked), keyed(library)
    reply = TestClient(create_app(chosen, ready), headers=key).get("/api/v1/answer", params=PHRASED)
    assert (reply.status_code, len(honest.asked)) == (422, before)
    assert "MINUTEBOOK_PHRASE_RESTRICTED" in reply.json()["detail"]
    allowed = chosen.model_copy(update={"phrase_restricted": True})
    reply = TestClient(create_app(allowed, ready), headers=key).get("/api/v1/answer", params=PHRASED)
    assert reply.json()["phrased"]


def test_the_key_is_printed_nowhere(library: Path, caplog: pytest.LogCaptureFixture) -> None:
    def echoes(reply: Reply) -> None:
        reply.begin(401, "text/plain")
        reply.raw(f"no such key: {reply.asked.headers['Authorization']}".encode())

    caplog.set_level("DEBUG")
    with running(echoes) as server:
        site = client(library, server.url)
        said = [site.get("/api/v1/answer", params=PHRASED).text, site.get("/api/v1/answer/stream", params=ASKED).text]
        assert server.asked[0].headers["Authorization"] == f"Bearer {KEY}"
    odd = Settings(phrase_url="http://127.0.0.1:9", phrase_model="small", phrase_key=SecretStr(f"{KEY}\n\u20ac"))
    refused = TestClient(create_app(odd, {"public": searcher(library)})).get("/api/v1/answer", params=PHRASED)
    assert refused.status_code == 422
    assert "MINUTEBOOK_PHRASE_KEY" in refused.json()["detail"]
    for text in (*said, refused.text, caplog.text, repr(odd)):
        assert KEY not in text


@pytest.mark.parametrize("url", ["ftp://host/v1", "host:80", "http://user:word@host/v1", "http:// host"])
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="phrase_url"):
        Settings(phrase_url=url)
