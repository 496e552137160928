from __future__ import annotations

from pathlib import Path

from api.checks import Check, checks
from api.settings import Settings
from search import files
from search.embed import DEFAULT
from search.files import CACHE
from search.library import Library
from tests.board import papers
from tests.library import take


def checked(folder: Path) -> dict[str, Check]:
    return {check.name: check for check in checks(Settings(library=folder, model=DEFAULT))}


def test_a_stored_copy_that_is_changed_or_gone_is_named(tmp_path: Path) -> None:
    take(tmp_path, papers(tmp_path / "papers"))
    with Library.open(tmp_path / "public", write=False) as library:
        first, second = (files.stored(library.folder, document.sha256) for document in library.documents())
    first.write_bytes(b"other bytes")
    second.unlink()
    found = checked(tmp_path)["stored copies"]
    assert not found.ok
    assert found.found == "2025-01-board.md (changed), 2025-03-board.md (missing)"


def test_an_index_is_looked_at_and_never_made(tmp_path: Path) -> None:
    with Library.open(tmp_path / "public", write=True):
        pass
    cache = tmp_path / "public" / CACHE
    found = checked(tmp_path)
    assert (found["index"].ok, found["index"].found) == (True, "missing")
    assert not cache.exists()
    cache.write_bytes(b"no index")
    assert checked(tmp_path)["index"].found == "damaged"
    assert cache.read_bytes() == b"no index"


def test_another_model_than_the_librarys_is_a_fault(tmp_path: Path) -> None:
    take(tmp_path, papers(tmp_path / "papers"))
    (found,) = [check for check in checks(Settings(library=tmp_path, model=DEFAULT)) if check.name == "model"]
    assert not found.ok
    assert "made with the model small" in found.found


def test_a_reranker_that_is_not_there_is_named(tmp_path: Path) -> None:
    with Library.open(tmp_path / "public", write=True):
        pass
    assert "reranker" not in checked(tmp_path)
    missing = str(tmp_path / "none")
    (found,) = [one for one in checks(Settings(library=tmp_path, reranker=missing)) if one.name == "reranker"]
    assert not found.ok
    assert found.found.startswith(f"model {missing}: ")
