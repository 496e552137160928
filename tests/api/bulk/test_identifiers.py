"""Identifiers come from the papers alone: not from when they were read, nor from what was read before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from search.add import remove
from search.library import Library
from tests.api.bulk.conftest import Data, data_of, more
from tests.api.stated import fill
from tests.board import papers
from tests.library import take


def ids(data: Data) -> dict[str, set[str]]:
    return {name: {row["id"] for row in rows} for name, rows in data.rows.items()}


def made(folder: Path, *fillers: Callable[[Library], None]) -> Data:
    with Library.open(folder / "public", write=True) as library:
        for filler in fillers:
            filler(library)
        return data_of(library, folder / "data")


def test_the_same_papers_in_another_order_have_the_same_identifiers(data: Data, tmp_path: Path) -> None:
    other = made(tmp_path, more, fill)
    assert ids(other) == ids(data)
    same = [name for name in data.rows if other.rows[name] == data.rows[name]]
    assert {"bodies", "people", "meetings", "records", "items", "documents", "interests"} <= set(same)


def test_papers_that_are_taken_out_and_read_again_keep_theirs(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    files = sorted(papers(tmp_path / "papers").iterdir())
    take(first, *files)
    taken = take(second, *files[::-1])
    with Library.open(second / "public", write=True) as library:
        remove(library, taken[0].document.id if taken[0].document else "")
        assert len(library.documents()) == 1
    take(second, *files[::-1])
    found = []
    for folder in (first, second):
        with Library.open(folder / "public", write=False) as library:
            found.append(data_of(library, folder / "data"))
    assert found[0].rows == found[1].rows
    assert sum(map(len, found[0].rows.values())) > 20
