"""Full text of a large library, kept beside the database; here a library is large from a hundred passages on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
import tantivy

from search import vectors
from search.add import remove
from search.derived import Derived
from search.engines.engine import Engine
from search.engines.local import Files
from search.indexes.words import FOLDER, NEW
from search.library import Library
from search.model import Narrowed
from tests.search.readings import passage, put

LARGE = 100
WARDS = [f"Ward {number} counted {number % 7} beds at {number}.5 pounds" for number in range(150)]
TOWNS = [replace(passage(f"Town {number} counted its beds"), body="Council", date="2023-05-01") for number in range(9)]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path, write=True) as made:
        put(made, *WARDS)
        put(made, *TOWNS, path="/papers/council.pdf")
        yield made


@contextmanager
def engine(library: Library, large: int = LARGE) -> Iterator[Engine]:
    with library.read() as connection:
        yield Files(library.folder, large).at(connection, vectors.state(connection))


def found(library: Library, words: str, narrowed: Narrowed | None = None, large: int = LARGE) -> set[int]:
    with library.read() as connection:
        state = vectors.state(connection)
        within = Derived(state).within(connection, narrowed) if narrowed else None
        return set(Files(library.folder, large).at(connection, state).lexical(words, 200, within))


@pytest.mark.parametrize(
    "words", ["ward 17", "who counted the bed", "17.5 pounds", "towns", "nothing such", "", "’ AND ("]
)
def test_the_same_passages_are_found_as_by_the_database(library: Library, words: str) -> None:
    assert found(library, words) == found(library, words, large=10_000)
    assert (library.folder / FOLDER).is_dir()


@pytest.mark.parametrize(
    "narrowed",
    [
        *(
            Narrowed(body="Council"),
            Narrowed(year="2023"),
            Narrowed(kind="discussion"),
            Narrowed(presenter="Ann Other"),
        ),
        *(Narrowed(body="Council", year="2025"), Narrowed(body="Nobody"), Narrowed(presenter="No One")),
    ],
)
def test_a_search_is_narrowed_inside_as_in_the_database(library: Library, narrowed: Narrowed) -> None:
    assert found(library, "counted beds", narrowed) == found(library, "counted beds", narrowed, large=10_000)


def test_stems_are_counted(library: Library) -> None:
    with engine(library) as large, engine(library, 10_000) as small:
        stems = ["count", "ward", "17", "zzz"]
        assert large.holding(stems) == small.holding(stems) == {"count": 159, "ward": 150, "17": 1}


def test_what_is_added_and_taken_out_is_followed(library: Library) -> None:
    assert found(library, "laundry") == set()
    document = put(library, "The lease of the laundry ended", path="/papers/lease.pdf")
    assert len(found(library, "laundry")) == 1
    put(library, "The lease of the bakery ended", path="/papers/lease.pdf")
    assert found(library, "laundry") == set()
    assert len(found(library, "bakery")) == 1
    assert document.id in {one.id for one in library.documents()}


def test_no_word_of_a_document_that_was_taken_out_stays_in_the_files(library: Library) -> None:
    document = put(library, "The laundry ended", path="/papers/lease.pdf")
    put(library, "The bakery ended", path="/papers/lease.pdf")
    assert found(library, "bakery")
    remove(library, document.id)
    files = [path.read_bytes() for path in (library.folder / FOLDER).iterdir()]
    assert files
    assert not any(document.id.encode() in content for content in files)
    assert found(library, "bakery")


def test_while_another_process_writes_there_the_database_is_searched(library: Library) -> None:
    assert found(library, "ward 17")
    put(library, "The laundry ended", path="/papers/lease.pdf")
    writer = tantivy.Index.open(str(library.folder / FOLDER)).writer(15_000_000, 1)
    assert len(found(library, "laundry")) == 1
    writer.rollback()
    del writer


def test_a_damaged_cache_is_made_again(library: Library) -> None:
    assert found(library, "ward 17")
    (library.folder / NEW).mkdir()
    (library.folder / NEW / "meta.json").write_bytes(b"half written")
    for path in (library.folder / FOLDER).iterdir():
        path.write_bytes(b"")
    assert found(library, "ward 17") == found(library, "ward 17", large=10_000)
    assert not (library.folder / NEW).exists()
