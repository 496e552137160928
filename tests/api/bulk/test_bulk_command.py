"""The command writes the public library's data, whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from api.bulk.folder import MAKING, put
from api.bulk.made import Made
from api.cli import run
from api.errors import UnusableArgument
from search.library import Library
from tests.api.bulk.conftest import data_of


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_it_takes_the_place_of_an_earlier_run_and_of_nothing_else(
    filled: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = filled.folder.parent
    out = tmp_path / "site" / "data"
    arguments = ["bulk", str(out), "--library", str(folder)]
    assert run(arguments) == 0
    assert json.loads((out / "datapackage.json").read_text(encoding="utf-8"))["version"] in capsys.readouterr().out
    (out / "decisions.csv").write_text("old", encoding="utf-8")
    assert run(arguments) == 0
    assert (out / "decisions.csv").read_text(encoding="utf-8") != "old"
    (out / "letter.txt").write_text("mine", encoding="utf-8")
    before = content(out)
    assert run(arguments) == 2
    assert content(out) == before
    assert [one.name for one in out.parent.iterdir()] == ["data"]
    assert run(["bulk", str(out / "letter.txt"), "--library", str(folder)]) == 2
    assert run(["bulk", str(tmp_path / "other"), "--library", str(tmp_path / "nothing")]) == 3
    assert not (tmp_path / "other").exists()


def test_what_cannot_be_made_leaves_what_was_there(filled: Library, tmp_path: Path) -> None:
    out = tmp_path / "data"
    data_of(filled, out)
    before = content(out)

    def full(folder: Path) -> Made:
        (folder / "bodies.csv").write_text("half", encoding="utf-8")
        raise OSError(28, "No space left on device")

    with pytest.raises(UnusableArgument, match="No space left on device"):
        put(out, full)
    assert content(out) == before
    assert [one.name for one in tmp_path.iterdir()] == ["data"]


def test_what_a_killed_run_left_goes_with_the_next(filled: Library, tmp_path: Path) -> None:
    left = tmp_path / f"{MAKING}1"
    (left / "fresh").mkdir(parents=True)
    (left / "fresh" / "bodies.csv").write_text("half", encoding="utf-8")
    assert run(["bulk", str(tmp_path / "data"), "--library", str(filled.folder.parent)]) == 0
    assert not left.exists()
