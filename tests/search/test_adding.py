from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from search.add import add, find_unchanged, plan, reindex, remove
from search.errors import ModelMismatch, UnknownDocument
from search.library import Library
from search.searcher import Searcher
from tests.search.readings import bag, passage, put, reading, words


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library", write=True) as made:
        yield made


def found(library: Library, text: str) -> list[str]:
    return [hit.text for hit in Searcher(library, bag()).find(text)]


def test_what_is_added_can_be_found_read_and_cited(library: Library) -> None:
    document = put(library, "The lease was extended", "Beds were counted")
    hit = Searcher(library, bag()).find("lease extended")[0]
    assert hit.text == "The lease was extended"
    assert (hit.citation.document, hit.citation.file) == (document.id, "pack.pdf")
    assert (hit.citation.page, hit.citation.page_end, hit.citation.page_label) == (1, 2, "i")
    assert (hit.citation.date, hit.citation.body, hit.citation.item) == ("2025-01-16", "Board", "7")
    assert hit.citation.presenters == ("Ann Other",)
    stored = library.passage(hit.id)
    assert stored is not None
    assert stored.citation == hit.citation
    first, *others = passage("").spans
    assert stored.spans == (replace(first, end=len(hit.text)), *others)
    page = library.page(document.id, 1)
    assert page is not None
    assert page.words[0][2].left == 1.5
    assert library.page(document.id, 3) is None
    assert library.file(document.id).read_bytes() == repr(("The lease was extended", "Beds were counted")).encode()
    meeting = library.meetings()[0]
    assert meeting.meeting == reading([], b"").meetings[0]
    assert (meeting.file, meeting.page) == ("pack.pdf", 1)
    coverage = library.coverage()
    assert (coverage.documents, coverage.pages, coverage.passages, coverage.meetings) == (1, 2, 2, 1)
    assert (coverage.first, coverage.last) == ("2025-01-16", "2025-01-16")


def test_an_unchanged_file_is_recognised_by_its_bytes(library: Library) -> None:
    document = put(library, "One", content=b"same")
    sha256 = hashlib.sha256(b"same").hexdigest()
    assert find_unchanged(library, "/papers/pack.pdf", sha256) == document
    other = find_unchanged(library, "/papers/copy.pdf", sha256)
    assert other is not None
    assert other.path == "/papers/pack.pdf"
    assert find_unchanged(library, "/papers/pack.pdf", "0" * 64) is None


def test_a_changed_file_supersedes_the_older_version_which_leaves_search_but_keeps_its_addresses(
    library: Library,
) -> None:
    first = put(library, "Old words about leases")
    address = next(iter(words(first, library)))
    second = put(library, "New words about leases")
    assert found(library, "words about leases") == ["New words about leases"]
    older = library.passage(address)
    assert older is not None
    assert (older.status, older.replaced_by) == ("superseded", second.id)
    assert {document.id: document.status for document in library.documents()} == {
        first.id: "superseded",
        second.id: "current",
    }
    assert library.coverage().documents == 1


def test_a_document_at_another_path_can_replace_one_by_name(library: Library) -> None:
    first = put(library, "Draft minutes")
    second = put(library, "Final minutes", path="/papers/final.pdf", replaces=first.id)
    assert [document.replaced_by for document in library.documents()] == [second.id, ""]
    with pytest.raises(UnknownDocument, match="no document nothing"):
        put(library, "Third", path="/papers/third.pdf", replaces="nothing")
    assert len(library.documents()) == 2


def test_the_bytes_of_a_superseded_version_become_current_again_at_their_old_addresses(library: Library) -> None:
    first = put(library, "Old words")
    addresses = words(first, library)
    put(library, "New words")
    again = put(library, "Old words")
    assert again.id == first.id
    assert words(again, library) == addresses
    assert found(library, "words") == ["Old words"]


def test_a_path_that_comes_to_hold_a_known_document_supersedes_what_stood_there(library: Library) -> None:
    first = put(library, "First words", path="/papers/a.pdf")
    second = put(library, "Second words", path="/papers/b.pdf")
    assert find_unchanged(library, "/papers/a.pdf", second.sha256) is None
    again = put(library, "Second words", path="/papers/a.pdf")
    assert again.path == "/papers/b.pdf"
    assert {document.id: document.replaced_by for document in library.documents()} == {
        first.id: second.id,
        second.id: "",
    }
    assert len(list((library.folder / "files").iterdir())) == 2


def test_ingesting_again_keeps_passage_addresses_and_full_text_search_whole(library: Library) -> None:
    first = put(library, "Words", "Words", passage("Words", item="8"))
    addresses = words(first, library)
    assert len(addresses) == 3
    again = put(library, "Words", "Words", passage("Words", item="8"))
    assert words(again, library) == addresses
    assert again.added == first.added
    with library.change() as connection:
        connection.exec_driver_sql("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")
    assert len(found(library, "words")) == 3


def test_only_new_texts_are_embedded(library: Library) -> None:
    put(library, "Kept words", "Old words")
    read = reading(["Kept words", "New words", "New words"], b"next")
    assert [one.text.splitlines()[-1] for one in plan(library, read, bag()).values()] == ["New words"]


def test_vectors_that_were_not_made_are_an_error_and_nothing_is_stored(library: Library) -> None:
    with pytest.raises(ValueError, match="1 passages have no vector"):
        add(library, reading(["Words"], b"x"), b"x", "/x.pdf", {}, bag())
    assert library.documents() == []
    assert list((library.folder / "files").iterdir()) == []


def test_removing_takes_everything_out(library: Library) -> None:
    kept = put(library, "Kept words", "Shared words", path="/papers/kept.pdf")
    gone = put(library, "Gone words", "Shared words", path="/papers/gone.pdf")
    remove(library, gone.id)
    assert sorted(found(library, "words")) == ["Kept words", "Shared words"]
    assert [path.name for path in (library.folder / "files").iterdir()] == [kept.sha256]
    with library.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM vectors").scalar() == 2
    with pytest.raises(UnknownDocument):
        remove(library, gone.id)


def test_every_change_counts_a_generation(library: Library) -> None:
    assert library.generation == 0
    document = put(library, "Words")
    reindex(library, bag())
    remove(library, document.id)
    assert library.generation == 3


def test_another_model_is_refused_until_the_library_is_indexed_again(library: Library) -> None:
    put(library, "The lease was extended")
    other = bag("other", 64)
    with pytest.raises(ModelMismatch, match=r"made with the model bag, but other is asked for.*minutebook reindex"):
        put(library, "More", path="/more.pdf", model=other)
    with pytest.raises(ModelMismatch):
        Searcher(library, other)
    with pytest.raises(ModelMismatch, match="64 dimensions"):
        put(library, "More", path="/more.pdf", model=bag("bag", 64))
    searcher = Searcher(library, bag())
    done: list[int] = []
    assert reindex(library, other, done.append) == 1
    assert done == [1]
    assert library.model == "other"
    assert Searcher(library, other).find("lease")[0].text == "The lease was extended"
    with pytest.raises(ModelMismatch):
        searcher.find("lease")


def test_text_that_utf_8_cannot_hold_is_stored_with_a_mark(library: Library) -> None:
    put(library, "Broken \udc80 lease", "Nul \x00 lease", content=b"odd")
    assert sorted(found(library, "lease")) == ["Broken � lease", "Nul \x00 lease"]


def test_one_text_in_two_files_is_one_hit_that_names_both(library: Library) -> None:
    put(library, "The lease was extended", path="/papers/a.pdf", content=b"a")
    put(library, "The lease was extended", path="/papers/b.pdf", content=b"b")
    hits = Searcher(library, bag()).find("lease")
    assert len(hits) == 1
    assert {hits[0].citation.file, hits[0].also[0].citation.file} == {"a.pdf", "b.pdf"}
