"""The command, started by the SDK's own client as an agent's program starts it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from mcp.client.stdio import StdioServerParameters

from api.cli import run
from search.service import audit
from search.service.service import Service
from tests.api.agents.asking import Talk, talked
from tests.api.identity.conftest import CANARY, SECRET_PAPER
from tests.board import MINUTEBOOK, papers


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both libraries, made by the packaged model as the command asks for."""
    made = tmp_path_factory.mktemp("piped")
    (made / "part-two.md").write_text(SECRET_PAPER, encoding="utf-8")
    assert run(["ingest", str(papers(made / "papers")), "--library", str(made)]) == 0
    assert run(["ingest", str(made / "part-two.md"), "--collection", "restricted", "--library", str(made)]) == 0
    return made


def command(folder: Path, *arguments: str) -> Talk:
    started = StdioServerParameters(
        command=str(MINUTEBOOK),
        args=["mcp", "--library", str(folder), *arguments],
        env=dict(os.environ) | {"MINUTEBOOK_ADDRESS": "https://papers.example.org"},
    )
    return talked(
        started,
        ("answer", {"question": f"was the {CANARY} contract approved"}),
        ("decisions", {"text": "winter funding"}),
        ("search", {"query": "beds", "limit": 0}),
    )


def test_the_command_answers_over_the_public_library(folder: Path) -> None:
    talk = command(folder)
    assert "2 documents" in talk.instructions
    unknown, decided, misfit = talk.replies
    assert CANARY not in str(unknown.fields["passages"] + unknown.fields["statements"])
    entry = decided.fields["decisions"][0]
    assert entry["text"].startswith("The Board approved winter funding")
    assert entry["citation"]["link"].startswith("https://papers.example.org/documents/")
    assert misfit.failed
    with Service.open(folder) as service, service.read() as connection:
        assert not [one for one in audit.entries(connection) if one.about == "mcp"]


def test_an_operator_may_open_restricted_papers_which_is_written_down(folder: Path) -> None:
    talk = command(folder, "--collections", "public,restricted")
    assert "3 documents" in talk.instructions
    assert CANARY in talk.replies[0].text
    with Service.open(folder) as service, service.read() as connection:
        lines = [(one.deed, one.about, one.detail) for one in audit.entries(connection) if one.about == "mcp"]
    assert lines == [("read", "mcp", "restricted")]


def test_it_takes_known_collections_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for given in ("public,public", "", "secret"):
        assert run(["mcp", "--library", str(folder), "--collections", given]) == 2
    assert "--collection" in capsys.readouterr().err
