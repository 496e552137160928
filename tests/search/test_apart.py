"""What a library is for somebody who is shut out of some of its documents."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from api.registers import ORDERS
from search.apart import Apart, versions
from search.errors import UnknownDocument
from search.library import Library
from search.registers.entries import Slice, Wanted
from search.searcher import Searcher
from tests.board import MARCH, papers
from tests.library import SMALL, take

CANARY = "zyzzogeton"
SECRET = f"""# Minutes of the Part I Board Meeting

Held on 10 April 2025 at 10.00 am in the Town Hall

## 5. The {CANARY} contract

The {CANARY} (ZYZ) contract was looked at. Matters arising from the estates strategy were heard.

Resolved: The Board approved the {CANARY} contract and rescinded the estates strategy.
"""
ASKED = ("what was decided on the estates strategy", "zyzzogetan contract", "ZYZ", "who presented winter funding", "")


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory, placed: Callable[[Path], Path]) -> tuple[Path, Path, str]:
    """A library with the secret paper, one that never had it, and the paper's id."""
    whole, never = tmp_path_factory.mktemp("whole"), tmp_path_factory.mktemp("never")
    placed(whole / "public")
    found = papers(whole / "papers")
    assert len(take(never, found)) == 2
    take(whole, found)
    (found / "2025-04-board.md").write_text(SECRET, encoding="utf-8")
    taken = take(whole, found / "2025-04-board.md")
    assert taken[0].document
    return whole / "public", never / "public", taken[0].document.id


def test_the_copy_answers_as_a_library_that_never_had_the_document(folders: tuple[Path, Path, str]) -> None:
    whole, never, secret = folders
    with Apart(whole, {secret}) as apart, Library.open(never, write=False) as other:
        here, there = Searcher(apart, SMALL), Searcher(other, SMALL)
        for question in ASKED:
            assert here.results(question) == there.results(question)
        assert here.facets() == there.facets()
        assert here.examples() == there.examples()
        assert apart.coverage() == other.coverage()
        for order in ORDERS.values():
            with apart.read() as mine, other.read() as theirs:
                assert order.look(mine, Wanted(), Slice()) == order.look(theirs, Wanted(), Slice())


def test_nothing_of_the_document_is_in_the_copy_and_nothing_of_the_copy_on_the_disk(
    folders: tuple[Path, Path, str],
) -> None:
    whole, _, secret = folders
    before = {path: path.stat().st_mtime_ns for path in whole.rglob("*") if not path.name.endswith("-shm")}
    with Apart(whole, {secret}) as apart:
        Searcher(apart, SMALL).results("estates strategy")
        with pytest.raises(UnknownDocument):
            apart.file(secret)
        assert [apart.file(one.id).is_file() for one in apart.documents()] == [True, True]
        with apart.read() as connection:
            tables = [row[0] for row in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type='table'")]
            for table in tables:
                held = connection.exec_driver_sql(f"SELECT * FROM {table}").all()
                assert CANARY not in repr(held).casefold(), table
    assert {path: path.stat().st_mtime_ns for path in whole.rglob("*") if not path.name.endswith("-shm")} == before


def test_who_is_shut_out_of_one_version_is_shut_out_of_all(folders: tuple[Path, Path, str], tmp_path: Path) -> None:
    found = papers(tmp_path / "papers")
    assert len(take(tmp_path, found)) == 2
    (found / "2025-03-board.md").write_text(MARCH.replace("38 minutes", "39 minutes"), encoding="utf-8")
    take(tmp_path, found)
    with Library.open(tmp_path / "public", write=False) as library:
        held = library.documents()
        march = [one.id for one in held if one.name == "2025-03-board.md"]
        assert len(march) == 2
        for one in march:
            assert versions(held, {one}) == set(march)
        assert versions(held, {"nothing"}) == set()
    with Apart(tmp_path / "public", {march[0]}) as apart:
        assert [one.name for one in apart.documents()] == ["2025-01-board.md"]
