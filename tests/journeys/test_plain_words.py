from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.api.phrasing.model_server import Reply, quoted, running, saying
from tests.board import minutebook

QUESTION = "what was decided on winter funding"


def test_an_answer_is_put_in_plain_words_beside_its_quotation(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def behave(reply: Reply) -> None:
        lines = quoted([each for each in reply.asked.data["passages"] if each["kind"] == "decision"])
        saying(lines[0], "The Board approved the merger [1]")(reply)

    with running(behave) as server:
        monkeypatch.setenv("MINUTEBOOK_PHRASE_URL", server.url)
        monkeypatch.setenv("MINUTEBOOK_PHRASE_MODEL", "small")
        said = minutebook("ask", QUESTION, "--phrase", library=library).stdout
        reply = json.loads(minutebook("ask", QUESTION, "--phrase", "--json", library=library).stdout)
    assert "In plain words: " in said
    assert "merger" not in said
    assert "approved winter funding" in reply["phrased"]["sentences"][0]["text"]


def test_without_the_settings_it_is_refused_and_with_a_dead_server_the_answer_stands(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = minutebook("ask", QUESTION, "--phrase", library=library, code=2)
    assert "MINUTEBOOK_PHRASE_URL" in refused.stderr
    monkeypatch.setenv("MINUTEBOOK_PHRASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("MINUTEBOOK_PHRASE_MODEL", "small")
    said = minutebook("ask", QUESTION, "--phrase", library=library)
    assert "approved winter funding" in said.stdout
    assert "not put in plain words: unreachable" in said.stderr
