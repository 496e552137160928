"""Versions of a document, and what keeps two documents apart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from search.add import known, remove
from search.errors import AddressTaken, UnknownDocument
from search.library import Library
from tests.search.readings import put, words


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library", write=True) as made:
        yield made


def standing(library: Library) -> dict[str, tuple[str, str]]:
    return {document.id: (document.status, document.replaced_by) for document in library.documents()}


def test_a_known_document_is_given_by_its_id_superseded_or_not(library: Library) -> None:
    first = put(library, "Old words")
    second = put(library, "New words")
    assert known(library, first.id).replaced_by == second.id
    assert known(library, second.id) == second
    for missing in ("nothing", "", "\udc80"):
        with pytest.raises(UnknownDocument):
            known(library, missing)


def test_replacing_a_superseded_version_replaces_the_version_that_is_current(library: Library) -> None:
    first = put(library, "First draft")
    second = put(library, "Second draft", path="/papers/second.pdf", replaces=first.id)
    third = put(library, "Third draft", path="/papers/third.pdf", replaces=second.id)
    last = put(library, "Final", path="/papers/final.pdf", replaces=first.id)
    assert standing(library) == {
        first.id: ("superseded", second.id),
        second.id: ("superseded", third.id),
        third.id: ("superseded", last.id),
        last.id: ("current", ""),
    }


def test_replacing_a_version_with_nothing_current_after_it_is_accepted(library: Library) -> None:
    first = put(library, "Draft")
    remove(library, put(library, "Final").id)
    other = put(library, "Other", path="/papers/other.pdf", replaces=first.id)
    assert standing(library) == {first.id: ("superseded", ""), other.id: ("current", "")}


def test_versions_replaced_by_a_removed_one_stay_superseded_and_name_none(library: Library) -> None:
    first = put(library, "Old words")
    address = next(iter(words(first, library)))
    remove(library, put(library, "New words").id)
    assert standing(library) == {first.id: ("superseded", "")}
    passage = library.passage(address)
    assert passage is not None
    assert (passage.status, passage.replaced_by) == ("superseded", "")
    assert library.coverage().documents == 0


def test_versions_replaced_by_a_removed_one_name_the_version_after_it(library: Library) -> None:
    first = put(library, "First draft")
    second = put(library, "Second draft")
    last = put(library, "Final")
    remove(library, second.id)
    assert standing(library) == {first.id: ("superseded", last.id), last.id: ("current", "")}


def test_a_document_whose_id_is_taken_by_another_is_refused_and_the_other_stays(library: Library) -> None:
    taken = put(library, "First words", content=b"same")
    with library.change() as connection:
        connection.exec_driver_sql("UPDATE documents SET sha256 = ? WHERE id = ?", (taken.id + "0" * 52, taken.id))
    before = library.documents(), words(taken, library)
    with pytest.raises(AddressTaken, match=rf"new\.pdf: its address {taken.id} belongs to pack\.pdf.*another folder"):
        put(library, "Second words", path="/papers/new.pdf", content=b"same")
    assert (library.documents(), words(taken, library)) == before


def test_a_path_that_utf_8_cannot_hold_is_one_path(library: Library) -> None:
    first = put(library, "Old words", path="/papers/\udc80.pdf")
    second = put(library, "New words", path="/papers/\udc80.pdf")
    assert standing(library) == {first.id: ("superseded", second.id), second.id: ("current", "")}
