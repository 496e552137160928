"""Keys, who is shut out, sessions and the audit log on the command line."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from pathlib import Path

import pytest

from api.checks import checks
from api.cli import run
from api.settings import Settings
from search.library import Library
from search.service import keys, sessions, shut
from search.service.service import DATABASE, Service
from tests.board import JANUARY, papers
from tests.library import take
from tests.staff import office

Captured = pytest.CaptureFixture[str]


def said(capsys: Captured, *arguments: str, folder: Path, code: int = 0) -> str:
    assert run([*arguments, "--library", str(folder)]) == code
    return capsys.readouterr().out


def test_a_key_is_told_once_and_works_until_it_is_revoked(tmp_path: Path, capsys: Captured) -> None:
    given = json.loads(said(capsys, "keys", "create", "Press office", "--scopes", "upload", "--json", folder=tmp_path))
    with Service.open(tmp_path) as service, service.read() as connection:
        found = keys.held(connection, given["key"])
    assert found
    assert (found.id, found.name, found.scopes) == (given["id"], "Press office", ("upload",))
    listed = said(capsys, "keys", "list", folder=tmp_path)
    assert ("Press office" in listed, given["key"] in listed) == (True, False)
    assert "works no more" in said(capsys, "keys", "revoke", str(given["id"]), folder=tmp_path)
    assert "revoked" in said(capsys, "keys", "list", folder=tmp_path)
    log = said(capsys, "audit", "--json", folder=tmp_path)
    assert ([one["deed"] for one in json.loads(log)], given["key"] in log) == (["key made", "key revoked"], False)


@pytest.mark.parametrize(
    "arguments",
    [
        ("keys", "create"),
        ("keys", "create", "x", "--scopes", "everything"),
        ("keys", "create", "x", "--scopes", ""),
        ("keys", "revoke", "7"),
        ("keys", "open"),
        ("shutout", "d1"),
        ("shutout", "d1", "--person", "p1", "--undo"),
        ("signout",),
        ("audit", "--json", "--csv"),
    ],
)
def test_what_cannot_be_done_is_said_and_leaves_no_line(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert run([*arguments, "--library", str(tmp_path)]) == 2
    with Service.open(tmp_path) as service, service.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM audit").scalar() == 0


def test_a_mistyped_folder_is_not_made(tmp_path: Path) -> None:
    assert run(["keys", "list", "--library", str(tmp_path / "none")]) == 3
    assert not (tmp_path / "none").exists()


def test_a_person_is_shut_out_let_in_and_signed_out(tmp_path: Path, capsys: Captured) -> None:
    assert run(["shutout", "d1", "--person", "p1", "--library", str(tmp_path)]) == 1
    assert "no library and no upload has this id" in capsys.readouterr().err
    assert said(capsys, "shutout", folder=tmp_path).startswith("d1  p1  since ")
    said(capsys, "shutout", "d1", "--person", "p1", "--undo", folder=tmp_path)
    with Service.open(tmp_path) as service, service.change() as connection:
        assert shut.every(connection) == ()
        token = sessions.begin(connection, "p1", "Person", "board", 1)
    assert "1 sessions" in said(capsys, "signout", "--person", "p1", folder=tmp_path)
    with Service.open(tmp_path) as service, service.read() as connection:
        assert sessions.held(connection, token, 30) is None
    rows = list(csv.DictReader(io.StringIO(said(capsys, "audit", "--csv", folder=tmp_path))))
    assert [row["deed"] for row in rows] == ["shut out", "let in", "sign-out"]


def test_shutting_somebody_out_of_a_document_that_is_there_warns_of_nothing(tmp_path: Path, capsys: Captured) -> None:
    (outcome, *_) = take(tmp_path, papers(tmp_path / "papers"))
    assert outcome.document
    with office(tmp_path) as made:
        upload = made.take(JANUARY.replace("winter", "summer"))
    for document in (outcome.document.id, upload.id):
        assert run(["shutout", document, "--person", "p1", "--library", str(tmp_path)]) == 0
        assert capsys.readouterr().err == ""


def test_a_log_that_was_written_to_is_a_fault(tmp_path: Path, capsys: Captured) -> None:
    Library.open(tmp_path / "public", write=True).close()
    said(capsys, "signout", "--person", "p1", folder=tmp_path)
    assert "1 lines, whole" in said(capsys, "audit", "--verify", folder=tmp_path)
    assert [one.ok for one in checks(Settings(library=tmp_path)) if one.name == "audit log"] == [True]
    raw = sqlite3.connect(tmp_path / DATABASE)
    raw.execute("DROP TRIGGER audit_kept")
    raw.execute("UPDATE audit SET about = 'p2'")
    raw.commit()
    raw.close()
    assert "line 1 is not as it was written" in said(capsys, "audit", "--verify", folder=tmp_path, code=3)
    assert [one.ok for one in checks(Settings(library=tmp_path)) if one.name == "audit log"] == [False]
