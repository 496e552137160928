"""A library whose database is on a server of PostgreSQL is the same library."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from search import catalogue, engine, fact_rows
from search.add import remove
from search.backup import back_up
from search.errors import CatalogueElsewhere, LibraryBusy, LibraryMissing, LibraryUnusable
from search.library import Library
from search.lock import sole_writer
from search.model import Narrowed
from search.moving import move
from search.registers import actions, decisions, glossary, interests, meetings, papers, people, timeline
from search.registers.entries import Listing, Slice, Wanted
from search.restore import restore
from search.searcher import Searcher
from tests.catalogues import Server
from tests.library import SMALL, searcher, take
from tests.search.answers.papers import papers as printed

REGISTERS: tuple[Callable[[Connection, Wanted, Slice], Listing[Any]], ...] = (
    *(actions.actions, decisions.decisions, glossary.glossary, interests.interests, interests.declarations),
    *(meetings.meetings, meetings.meeting_lines, papers.papers, people.people, timeline.timeline),
)
WANTED = (Wanted(), Wanted(text="contracts"), Wanted(person="hale"), Wanted(body="board", since="2025-02-01"))
NARROWED = (Narrowed(body="Harbour Board"), Narrowed(year="2025", kind="decision"), Narrowed(presenter="Hale"))
QUESTIONS = (
    *("what was decided on the ferry contract?", "who chairs the Harbour Board?", "how much is £2.4 million"),
    *("ferrys contrcat", "approved 13 March 2025", "% _ ' \" ? \0 \udc80", "", "the board"),
)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory, server: Server) -> tuple[Path, Path]:
    """The papers of the Harbour Board in a library in its folder, and in one on a server."""
    here, there = tmp_path_factory.mktemp("here"), tmp_path_factory.mktemp("there")
    server.kept(there / "public")
    for folder in (here, there):
        take(folder, printed(folder / "papers"))
    return here, there


@pytest.fixture
def both(folders: tuple[Path, Path]) -> Iterator[tuple[Searcher, Searcher]]:
    here, there = map(searcher, folders)
    with here.library, there.library:
        yield here, there


def test_every_register_says_the_same(both: tuple[Searcher, Searcher]) -> None:
    for register in REGISTERS:
        for wanted in WANTED:
            for part in (Slice(), Slice(1, 2)):
                told = []
                for ready in both:
                    with ready.library.read() as connection:
                        told.append(register(connection, wanted, part))
                assert told[0] == told[1], (register.__name__, wanted, part)
    for look in (fact_rows.meetings, fact_rows.papers, fact_rows.log):
        with both[0].library.read() as here, both[1].library.read() as there:
            assert look(here) == look(there)


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_is_answered_alike(both: tuple[Searcher, Searcher], question: str) -> None:
    here, there = both
    assert here.results(question) == there.results(question)
    for narrowed in NARROWED:
        assert here.results(question, narrowed=narrowed) == there.results(question, narrowed=narrowed)
    assert here.facets() == there.facets()


def test_a_document_is_taken_out_whole_and_comes_again(folders: tuple[Path, Path]) -> None:
    _, there = folders
    with Library.open(there / "public", write=True) as library:
        ready = Searcher(library, SMALL)
        before = ready.results("ferry contract")
        held = library.documents()
        remove(library, held[0].id)
        left = ready.results("ferry contract")
        assert held[0].id not in {hit.citation.document for hit in left.passages}
        with library.read() as connection:
            counts = [
                connection.exec_driver_sql(
                    f"SELECT count(*) FROM {table} WHERE row NOT IN (SELECT row FROM passages)"
                ).scalar()
                for table in ("words", "lengths")
            ]
        assert counts == [0, 0]
        take(there, there / "papers")
        assert {one.sha256 for one in library.documents()} == {one.sha256 for one in held}
        after = ready.results("ferry contract")
        assert {hit.text for hit in after.passages} == {hit.text for hit in before.passages}


LETTERS = st.characters(max_codepoint=0x17F, exclude_characters="\0ŉ") | st.sampled_from(" ﬁﬂﬀςΣЖÉ\u2003\u00a0")


@settings(max_examples=60, deadline=None)
@given(st.text(LETTERS, max_size=30), st.sampled_from(["approv", "report", "a"]))
def test_text_is_compared_alike(server_connection: Connection, said: str, stem: str) -> None:
    for text in (said, f"{said} approved the Reports {said}"):
        asked = server_connection.exec_driver_sql("SELECT fold(?), bears(?, ?)", (text, stem, text)).one()
        assert tuple(asked) == (engine.fold(text), engine.bears(stem, text))


@pytest.fixture(scope="module")
def server_connection(folders: tuple[Path, Path]) -> Iterator[Connection]:
    with Library.open(folders[1] / "public", write=False) as library, library.read() as connection:
        yield connection


def test_a_folder_that_names_a_server_without_a_library_has_none(server: Server, tmp_path: Path) -> None:
    server.kept(tmp_path)
    with pytest.raises(LibraryMissing):
        Library.open(tmp_path, write=False)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("postgresql+psycopg://minutebook:hush@db/papers", "password"),
        ("postgresql+psycopg://minutebook@db/papers?password=hush", "password"),
        ("mysql://minutebook:hush@db/papers", "address"),
        ("hush://", "address"),
        ("hush", "address"),
    ],
)
def test_no_address_with_a_password_is_taken_or_repeated(tmp_path: Path, said: str, why: str) -> None:
    (tmp_path / catalogue.NAME).write_text(said, encoding="utf-8")
    for write in (False, True):
        with pytest.raises(LibraryUnusable, match=why) as refused:
            Library.open(tmp_path, write=write)
        assert "hush" not in str(refused.value)


def test_a_database_that_orders_text_otherwise_is_refused(server: Server, tmp_path: Path) -> None:
    catalogue.settle(tmp_path, server.database("C.UTF-8"))
    with pytest.raises(LibraryUnusable, match="LC_COLLATE 'C'"):
        Library.open(tmp_path, write=True)


def test_a_server_that_does_not_answer_and_a_role_that_may_not_are_explained(server: Server, tmp_path: Path) -> None:
    catalogue.settle(tmp_path, "postgresql+psycopg://minutebook@/papers?host=/nowhere")
    with pytest.raises(LibraryUnusable, match="does not answer"):
        Library.open(tmp_path, write=False)
    address = server.kept(tmp_path)
    Library.open(tmp_path, write=True).close()
    server.told("DROP ROLE IF EXISTS reader")
    server.told("CREATE ROLE reader LOGIN")
    server.told(f"GRANT USAGE ON SCHEMA {address.rpartition('%3D')[2]} TO reader")
    catalogue.settle(tmp_path, address.replace("minutebook@", "reader@"))
    with pytest.raises(LibraryUnusable, match="may not do this"):
        Library.open(tmp_path, write=False)


def test_one_writer_at_a_time_though_each_has_a_folder_of_its_own(server: Server, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    address = server.kept(one)
    other.mkdir()
    catalogue.settle(other, address)
    with sole_writer(one), pytest.raises(LibraryBusy), sole_writer(other, 0.1):
        pass
    with sole_writer(other, 0.1):
        pass
    writer = engine.writing(other, busy_ms=100)
    with (
        Library.open(one, write=True) as library,
        library.change(),
        pytest.raises(DBAPIError, match="lock timeout"),
        writer.begin(),
    ):
        pass
    writer.dispose()


def test_what_only_a_database_in_a_folder_allows_is_refused_in_words(server: Server, tmp_path: Path) -> None:
    server.kept(tmp_path / "public")
    with pytest.raises(CatalogueElsewhere, match="pg_dump"):
        back_up(tmp_path, tmp_path / "backup.tar", "1")
    with pytest.raises(CatalogueElsewhere, match="pg_restore"):
        restore(tmp_path / "backup.tar", tmp_path, replace=True)


def test_a_library_is_moved_to_a_server_as_it_is_and_moved_again_changes_nothing(
    folders: tuple[Path, Path], server: Server, tmp_path: Path
) -> None:
    here = tmp_path / "public"
    shutil.copytree(folders[0] / "public", here)
    address = server.made()
    done = move(here, address)
    assert (done.documents, done.again) == (len(list((here / "files").iterdir())), False)
    assert move(here, address) == replace(done, again=True)
    with searcher(tmp_path).library as moved, searcher(folders[0]).library as stayed:
        assert moved.generation == stayed.generation
        assert Searcher(moved, SMALL).results("ferry contract") == Searcher(stayed, SMALL).results("ferry contract")
    with Library.open(here, write=True) as library:  # new rows come after those that were copied
        remove(library, library.documents()[0].id)
    assert "added" in {outcome.status for outcome in take(tmp_path, folders[0] / "papers")}


def test_nothing_is_moved_onto_another_library(folders: tuple[Path, Path], server: Server, tmp_path: Path) -> None:
    address = server.kept(tmp_path / "other")
    Library.open(tmp_path / "other", write=True).close()
    shutil.copytree(folders[0] / "public", tmp_path / "public")
    with pytest.raises(LibraryUnusable, match="another library"):
        move(tmp_path / "public", address)
    assert not (tmp_path / "public" / catalogue.NAME).exists()
