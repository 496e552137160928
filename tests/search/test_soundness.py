"""What a library says of its own state."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from search import vectors
from search.add import check_model
from search.errors import LibraryUnusable, ModelMismatch
from search.files import CACHE
from search.indexes.file import Found, inspected
from search.library import Library
from search.searcher import Searcher
from tests.search.readings import bag, put


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library", write=True) as made:
        yield made


def inspection(library: Library) -> Found:
    with library.read() as connection:
        return inspected(library.folder / CACHE, vectors.state(connection))


def test_a_library_of_another_model_is_told_by_the_models_name_alone(library: Library) -> None:
    check_model(library, "any")
    put(library, "Words")
    check_model(library, "bag")
    with pytest.raises(ModelMismatch, match="made with the model bag, but other"):
        check_model(library, "other")


def test_the_vector_file_is_inspected_without_being_made(library: Library) -> None:
    put(library, "Words")
    assert inspection(library) == "missing"
    assert not (library.folder / "vectors.faiss").exists()
    Searcher(library, bag())
    assert inspection(library) == "matches"
    put(library, "More words", path="/papers/more.pdf")
    assert inspection(library) == "of another change"
    with library.read() as connection:
        other = replace(vectors.state(connection), library="another")
    assert inspected(library.folder / CACHE, other) == "of another change"


def test_a_vector_file_that_is_not_whole_is_damaged_and_left_alone(library: Library) -> None:
    put(library, "Words")
    Searcher(library, bag())
    cache = library.folder / "vectors.faiss"
    whole = cache.read_bytes()
    for damage in (b"", b"\n", whole[:-1], whole[:40], whole + b"x", b"{}\n", b"[]\n", b"[" * 9000, b"\xff" * 9000):
        cache.write_bytes(damage)
        assert inspection(library) == "damaged"
        assert cache.read_bytes() == damage
    cache.unlink()
    cache.mkdir()
    assert inspection(library) == "damaged"


def test_a_sound_database_has_no_fault_and_a_damaged_one_names_it_on_one_line(tmp_path: Path) -> None:
    with Library.open(tmp_path, write=True) as library:
        put(library, *(f"Words number {number}" for number in range(200)))
        assert library.sound() == ""
    database = tmp_path / "library.db"
    with sqlite3.connect(database) as connection:
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'passages'").fetchone()[0]
    connection.close()
    content = bytearray(database.read_bytes())
    content[(root - 1) * size : root * size] = b"\x07" * size
    database.write_bytes(content)
    with Library.open(tmp_path, write=False) as library:
        fault = library.sound()
    assert fault
    assert "\n" not in fault


@pytest.mark.parametrize(
    "statement", ["SELECT none FROM documents", "SELECT * FROM none", "INSERT INTO meta VALUES (1)"]
)
def test_a_fault_that_nobody_foresaw_is_one_line_that_says_what_to_do(library: Library, statement: str) -> None:
    with (
        pytest.raises(LibraryUnusable, match=r"no such|has 2 columns") as caught,
        library.change() as connection,
    ):
        connection.execute(text(statement))
    said = str(caught.value)
    assert "\n" not in said
    assert "minutebook doctor" in said
    assert "minutebook restore BACKUP" in said


def test_a_fault_that_comes_from_the_driver_itself_is_explained_too(library: Library) -> None:
    with pytest.raises(LibraryUnusable, match="minutebook doctor"), library.read():
        raise sqlite3.OperationalError("out of\nluck")
