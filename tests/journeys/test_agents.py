"""An agent's program starts the command, or asks the site that is served, with the SDK's own client."""

from __future__ import annotations

import os
from inspect import signature
from pathlib import Path
from shutil import copytree

import pytest
from mcp.client.stdio import StdioServerParameters

from api.cli import run
from api.commands.mcp import mcp
from search.service import audit
from search.service.service import Service
from tests.api.agents.asking import Address, Talk, talked
from tests.board import MINUTEBOOK

CALLS = (
    ("answer", {"question": "what was decided on winter funding"}),
    ("decisions", {"text": "winter funding"}),
    ("precedents", {"text": "approve more money for community beds in winter"}),
    ("search", {"query": "beds", "limit": 0}),
)


def command(library: Path, *arguments: str) -> Talk:
    started = StdioServerParameters(
        command=str(MINUTEBOOK),
        args=["mcp", "--library", str(library), *arguments],
        env=dict(os.environ) | {"MINUTEBOOK_ADDRESS": "https://papers.example.org"},
    )
    return talked(started, *CALLS)


def fitting(talk: Talk, documents: int) -> None:
    """Hold what was said to the papers."""
    assert f"{documents} documents" in talk.instructions
    answer, decisions, precedents, misfit = talk.replies
    assert answer.fields["status"] == "answered"
    assert "approved winter funding" in answer.fields["statements"][0]["text"]
    assert decisions.fields["decisions"][0]["verb"] == "approved"
    assert "winter funding" in precedents.fields["precedents"][0]["decided"][0]["text"]
    assert misfit.failed


def test_the_command_answers_over_what_its_user_names_and_writes_restricted_papers_down(
    library: Path, tmp_path: Path
) -> None:
    for collection in ("public", "restricted"):
        copytree(library / "public", tmp_path / collection)
    talk = command(tmp_path, "--collections", "public,restricted")
    fitting(talk, 6)
    cited = talk.replies[1].fields["decisions"][0]["citation"]
    assert cited["link"].startswith("https://papers.example.org/documents/")
    with Service.open(tmp_path) as service, service.read() as connection:
        lines = [(one.deed, one.about, one.detail) for one in audit.entries(connection)]
    assert lines == [("read", "mcp", "restricted")]


def test_the_command_opens_the_public_library_alone_where_it_is_not_told_otherwise() -> None:
    assert signature(mcp).parameters["collections"].default == "public"


def test_the_site_answers_as_the_command_does(address: str) -> None:
    fitting(talked(Address(f"{address}/mcp", {}), *CALLS), 3)


def test_the_command_takes_known_collections_once(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for given in ("public,public", "", "secret"):
        assert run(["mcp", "--library", str(library), "--collections", given]) == 2
    assert "--collection" in capsys.readouterr().err
