"""minutebook backup and minutebook restore, as a person runs them."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.cli import run
from api.staff.desk import FOLDER
from api.staff.given import COLLECTIONS
from search import backup, files
from search.service import audit, keys, shut
from search.service.service import Service
from tests.board import papers
from tests.library import searcher, take


def test_what_was_backed_up_is_put_back_and_searched(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library, kept, new = (str(tmp_path / name) for name in ("library", "kept.tar", "new"))
    take(Path(library), papers(tmp_path / "papers"))
    assert run(["backup", kept, "--library", library]) == 0
    assert "2 documents in public, 0 uploads" in capsys.readouterr().out
    assert run(["backup", kept, "--library", library]) == 2
    assert "add --replace" in capsys.readouterr().err
    assert run(["backup", kept, "--library", library, "--replace"]) == 0
    assert run(["restore", kept, "--library", new]) == 0
    assert "public: 2 documents" in capsys.readouterr().out
    assert searcher(Path(new)).find("laundry")
    assert run(["restore", kept, "--library", new]) == 3
    assert "--replace" in capsys.readouterr().err
    assert run(["restore", kept, "--library", new, "--replace"]) == 0
    assert "delete it when" in capsys.readouterr().err


def test_a_folder_takes_a_backup_named_for_its_time(tmp_path: Path) -> None:
    take(tmp_path / "library", papers(tmp_path / "papers"))
    (tmp_path / "backups").mkdir()
    assert run(["backup", str(tmp_path / "backups"), "--library", str(tmp_path / "library")]) == 0
    (made,) = (tmp_path / "backups").iterdir()
    assert made.name.startswith("minutebook-20")


def test_what_cannot_be_done_is_one_line_with_its_exit_code(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "damaged.tar").write_bytes(b"no archive" * 1000)
    orders = [
        (["backup", "kept.tar", "--library", "none"], 3, "there is no library here"),
        (["restore", "none.tar", "--library", "new"], 2, "there is no such file"),
        (["restore", "damaged.tar", "--library", "new"], 3, "is damaged or ends too early"),
    ]
    for order, code, said in orders:
        names = {name: str(tmp_path / name) for name in ("kept.tar", "none.tar", "damaged.tar", "none", "new")}
        assert run([names.get(word, word) for word in order]) == code
        told = capsys.readouterr().err
        assert said in told
        assert told.count("\n") == 1


def test_what_is_backed_up_is_what_the_site_keeps() -> None:
    assert (backup.COLLECTIONS, files.UPLOADS) == (COLLECTIONS, FOLDER)


def test_going_back_lets_nobody_in_and_the_log_says_that_it_was_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library, kept = tmp_path / "library", str(tmp_path / "kept.tar")
    at = ["--library", str(library)]
    take(library, papers(tmp_path / "papers"))
    with Service.open(library) as service, service.change() as connection:
        number, key = keys.make(connection, "program", ["read:public"], 1)
        other, _ = keys.make(connection, "other", ["read:public"], 1)
        shut.shut(connection, "p1", "0123456789ab", "a clerk")
    assert run(["backup", kept, *at]) == 0
    with Service.open(library) as service, service.change() as connection:
        keys.revoke(connection, number)
        shut.shut(connection, "p2", "0123456789ab", "a clerk")
        audit.record(connection, "p1", "", "read", "/")
        head = audit.verify(connection).head
    capsys.readouterr()
    assert run(["restore", kept, *at, "--replace"]) == 0
    assert "taken over from what was there: 1 shut out of a document, 1 keys revoked" in capsys.readouterr().out
    with Service.open(library) as service, service.read() as connection:
        assert [one.subject for one in shut.every(connection)] == ["p1", "p2"]
        assert keys.held(connection, key) is None
        assert [bool(one.revoked) for one in keys.every(connection) if one.id == other] == [False]
        assert audit.verify(connection).fault == ""
        before, last = list(audit.entries(connection))[-2:]
    assert (before.deed, before.about) == ("backup", "kept.tar")
    assert (last.deed, last.about) == ("restore", "kept.tar")
    assert "2 lines whose last hash is " + head in last.detail


def test_what_cannot_be_read_of_who_was_shut_out_is_said_to_be_lost(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library, kept = tmp_path / "library", str(tmp_path / "kept.tar")
    take(library, papers(tmp_path / "papers"))
    assert run(["backup", kept, "--library", str(library)]) == 0
    (library / "service.db").write_bytes(b"no database" * 1000)
    assert run(["restore", kept, "--library", str(library), "--replace"]) == 0
    assert "who was shut out and which keys were revoked since the backup is lost" in capsys.readouterr().err
    with Service.open(library) as service, service.read() as connection:
        assert "a log that cannot be read" in list(audit.entries(connection))[-1].detail
