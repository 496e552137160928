"""Commands over the public library say nothing of what is in the restricted one beside it."""

from __future__ import annotations

import json
from pathlib import Path
from shutil import copytree

import pytest

from api import cli
from api.cli import run
from search.service import audit
from search.service.service import Service
from tests.board import papers
from tests.leaks.papers import SECRET, told

QUESTION = {"id": "1", "question": "winter funding", "gold": [{"file": "2025-01-board.md", "quote": "winter funding"}]}
ASKED = ("what was decided on the trondavish contract", "quorvandel", "what does QVX stand for", "winter funding")
REGISTERS = ("meetings", "decisions", "actions", "interests", "declarations", "papers", "people", "glossary")
COMMANDS: tuple[tuple[str, ...], ...] = (
    ("documents", "--json"),
    ("doctor", "--json"),
    *(("ask", question, "--json", "--explain") for question in ASKED),
    *(("search", question, "--json") for question in ASKED),
    *((register, "--json") for register in REGISTERS),
    ("decisions", "--csv"),
    ("decisions", "--body", "Sprocketwell"),
    ("people", "--person", "Ophelwyn Druskar"),
    ("timeline", "estates strategy", "--json"),
    ("timeline", "trondavish contract"),
    ("precedents", "--sentence", "approve the trondavish contract", "--json"),
    ("precedents", "--sentence", "approve winter funding of community beds"),
    ("evaluate", "questions.jsonl", "--misses", "--json"),
    ("export", "--structure", "out.json"),
    ("bulk", "data"),
    ("remove", "plimbrook.md"),
    ("reindex", "--quiet"),
)
# What these do or say is of the machine's operator, who may read every file of the folder: docs/identity.md.
NOTHING_SHOWN = {"doctor", "bulk", "remove", "reindex"}
OPERATORS = {
    "digest",
    "ingest",
    "serve",
    "work",
    "keys",
    "shutout",
    "signout",
    "audit",
    "backup",
    "restore",
    "mcp",
    "move",
}


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A folder with both libraries, and one with the public one alone; both made by the packaged model."""
    whole, alone = tmp_path_factory.mktemp("whole"), tmp_path_factory.mktemp("alone")
    made = tmp_path_factory.mktemp("made")
    plain = papers(made / "papers")
    (made / "plimbrook.md").write_text(SECRET, encoding="utf-8")
    assert run(["ingest", str(plain), "--library", str(alone)]) == 0
    copytree(alone, whole, dirs_exist_ok=True)
    assert run(["ingest", str(made / "plimbrook.md"), "--collection", "restricted", "--library", str(whole)]) == 0
    return whole, alone


def test_every_command_is_asked_or_is_the_operators() -> None:
    assert {command.__name__ for command in cli.COMMANDS} == {one[0] for one in COMMANDS} | OPERATORS


def test_commands_say_the_same_where_there_are_restricted_papers(
    folders: tuple[Path, Path], tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "questions.jsonl").write_text(json.dumps(QUESTION) + "\n", encoding="utf-8")
    for command in COMMANDS:
        here, there = (_said(command, folder, tmp_path, capfd) for folder in folders)
        assert here == there, command
        assert set(told(here)) <= set(told(" ".join(command))), (command, here)


def test_what_is_shown_of_restricted_papers_is_in_the_audit_log_before_it_is_shown(
    folders: tuple[Path, Path], tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "questions.jsonl").write_text(json.dumps(QUESTION) + "\n", encoding="utf-8")
    shown = {one[0]: one for one in COMMANDS if one[0] not in NOTHING_SHOWN}
    expected = [("export", "out.json") if one == "export" else ("read", one) for one in shown]
    for command in (*shown.values(), ("decisions", "--csv")):
        _said(command, folders[0], tmp_path, capfd, "restricted")
    with Service.open(folders[0]) as service, service.read() as connection:
        entries = [one for one in audit.entries(connection) if one.deed in ("read", "export")]
    assert [(one.deed, one.about) for one in entries] == [*expected, ("export", "decisions")]
    assert {one.detail for one in entries} == {"restricted"}


def _said(
    command: tuple[str, ...], folder: Path, here: Path, capfd: pytest.CaptureFixture[str], collection: str = "public"
) -> str:
    """Exit code and all that a command over a library of a folder prints and writes."""
    code = run([*command, "--library", str(folder), "--collection", collection])
    output = capfd.readouterr()
    printed = output.out
    if command[0] == "doctor":  # looks through the audit log too, which is the folder's and no library's
        printed = json.dumps([one for one in json.loads(printed) if one["check"] != "audit log"])
    written = here / "out.json"
    made = written.read_text(encoding="utf-8") if written.exists() else ""
    written.unlink(missing_ok=True)
    return f"{code} {printed}{output.err}{made}".replace(str(folder), "FOLDER")
