"""minutebook move, and a library that is searched and changed with Milvus, as a person runs them."""

from __future__ import annotations

from pathlib import Path

import pytest
from milvus_lite.server_manager import server_manager_instance

from api.cli import run

LAUNDRY = "The laundry of the hospital was moved to a new hall."
ZEPPELIN = "# Paper\n\nThe zeppelin of the trust was sold.\n"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a library and no Milvus yet."""
    monkeypatch.setenv("MINUTEBOOK_LIBRARY", str(tmp_path / "library"))
    (tmp_path / "paper.md").write_text(f"# Laundry\n\n{LAUNDRY}\n\n# Parking\n\nCharges at the gate were raised.\n")
    assert run(["ingest", str(tmp_path / "paper.md")]) == 0
    return tmp_path


def test_a_moved_library_answers_as_before_and_follows_what_is_ingested_and_removed(
    place: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    there = str(place / "milvus")

    def told(*order: str) -> str:
        assert run([*order]) == 0, capsys.readouterr().err
        return capsys.readouterr().out

    try:
        before = told("search", "laundry", "--json")
        for _ in range(2):
            assert "passages in the library" in told("move", "--to-milvus", there)
        monkeypatch.setenv("MINUTEBOOK_MILVUS", there)
        assert told("search", "laundry", "--json") == before
        (place / "note.md").write_text(ZEPPELIN)
        told("ingest", str(place / "note.md"))
        assert "zeppelin" in told("search", "zeppelin", "--k", "1")
        document = next(line.split()[0] for line in told("documents").splitlines() if "note.md" in line)
        told("remove", document)
        assert "zeppelin" not in told("search", "zeppelin", "--k", "1")
        assert told("search", "laundry", "--json") == before
    finally:
        server_manager_instance.release_all()


def test_what_changed_without_milvus_is_not_searched_there_before_it_is_moved_again(
    place: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    there = str(place / "milvus")
    try:
        monkeypatch.setenv("MINUTEBOOK_MILVUS", there)
        assert run(["search", "laundry"]) == 3
        assert "run `minutebook move --to-milvus`" in capsys.readouterr().err
        assert run(["move"]) == 0
        (place / "note.md").write_text(ZEPPELIN)
        monkeypatch.delenv("MINUTEBOOK_MILVUS")
        assert run(["ingest", str(place / "note.md")]) == 0
        assert run(["backup", str(place / "kept.tar")]) == 0
        assert run(["move"]) == 2
        monkeypatch.setenv("MINUTEBOOK_MILVUS", there)
        capsys.readouterr()
        assert run(["search", "laundry"]) == 3
        assert "run `minutebook move --to-milvus`" in capsys.readouterr().err
        assert run(["move"]) == 0
        assert run(["search", "zeppelin"]) == 0
        assert run(["restore", str(place / "kept.tar"), "--replace"]) == 0
        assert run(["search", "laundry"]) == 3  # the collection went on without what was put back
    finally:
        server_manager_instance.release_all()
