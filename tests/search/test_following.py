"""The index of a large library follows its changes; here a library is large from a hundred passages on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from search import index, vectors
from search.add import reindex, remove
from search.files import CACHE
from search.index import Index
from search.indexes.among import Among
from search.indexes.file import inspected
from search.library import Library
from tests.search.readings import bag, put

LARGE = 100
WARDS = [f"Ward {number} counted {number % 7} beds and {number % 11} chairs on day {number}" for number in range(300)]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path, write=True) as made:
        put(made, *WARDS)
        yield made


def loaded(library: Library, large: int = LARGE) -> Index:
    with library.read() as connection:
        return index.load(library.folder, connection, vectors.state(connection), large)


def rows(library: Library, text: str) -> list[int]:
    with library.read() as connection:
        found = connection.exec_driver_sql("SELECT row FROM passages WHERE instr(text, ?) ORDER BY row", (text,))
        return [row[0] for row in found]


def nearest(held: Index, text: str, n: int = 10, among: Among | None = None) -> dict[int, float]:
    return dict(held.nearest(bag().questions([text])[0].vector, n, among))


def test_lists_find_what_comparing_every_vector_finds_with_the_same_cosines(library: Library) -> None:
    large, small = loaded(library), loaded(library, 10_000)
    for text in WARDS[::50]:
        exact = nearest(small, text)
        assert nearest(large, text).keys() & exact.keys()
        for row, cosine in nearest(large, text).items():
            assert cosine == pytest.approx(nearest(small, text, len(WARDS))[row], abs=1e-3)


def test_a_search_that_is_narrowed_finds_as_many_as_there_are(library: Library) -> None:
    few = np.array(rows(library, "and 10 chairs"), np.int64)
    found = nearest(loaded(library), "Ward 10 beds", 20, Among(few))
    assert found.keys() <= set(few.tolist())
    assert len(found) == 20
    assert not nearest(loaded(library), "Ward 10 beds", 20, Among(np.zeros(0, np.int64)))


def test_what_is_added_is_found_beside_a_file_that_is_not_written_again(library: Library) -> None:
    loaded(library)
    before = (library.folder / CACHE).read_bytes()
    document = put(library, "The lease of the laundry ended", path="/papers/lease.pdf")
    held = loaded(library)
    (row,) = rows(library, "laundry")
    assert held.size == len(WARDS) + 1
    assert next(iter(nearest(held, "lease of the laundry"))) == row
    assert row in nearest(held, "lease of the laundry", 5, Among(np.array([row])))
    remove(library, document.id)
    assert row not in nearest(loaded(library), "lease of the laundry")
    assert (library.folder / CACHE).read_bytes() == before  # it never held what was taken out


def test_what_is_taken_out_is_passed_over_and_leaves_the_file(library: Library) -> None:
    document = put(library, "The lease of the laundry ended", path="/papers/lease.pdf")
    loaded(library)
    (row,) = rows(library, "laundry")
    before = (library.folder / CACHE).stat().st_size
    remove(library, document.id)
    held = loaded(library)
    assert (library.folder / CACHE).stat().st_size < before
    assert row not in nearest(held, "lease of the laundry", 300)
    assert held.size == len(nearest(held, "lease of the laundry", 300)) == len(WARDS)


def test_the_file_is_written_anew_when_much_has_come(library: Library) -> None:
    loaded(library)
    put(library, *(f"Lease {number} ended" for number in range(20)), path="/papers/leases.pdf")
    assert len(nearest(loaded(library), "lease ended", 20)) == 20
    with library.read() as connection:
        assert inspected(library.folder / CACHE, vectors.state(connection)) == "matches"


def test_vectors_that_were_made_anew_are_not_those_of_the_file(library: Library) -> None:
    loaded(library)
    turned = bag()
    reindex(library, turned)
    with library.read() as connection:
        assert inspected(library.folder / CACHE, vectors.state(connection)) == "of another change"
    assert nearest(loaded(library), WARDS[3])


def test_a_large_file_whose_front_is_damaged_is_made_again(library: Library) -> None:
    loaded(library)
    whole = (library.folder / CACHE).read_bytes()
    for damage in (whole[:40], b"\0" * 200 + whole[200:], whole[:-8] + b"\0" * 8):
        (library.folder / CACHE).write_bytes(damage)
        assert nearest(loaded(library), WARDS[3])
        assert len((library.folder / CACHE).read_bytes()) == len(whole)
