"""What every engine does, and does alike."""

from __future__ import annotations

from dataclasses import replace
from threading import Event, Thread

import numpy as np
import pytest

from ingest.model import Passage, PassageKind
from search import vectors
from search.add import remove
from search.model import Narrowed, StoredDocument
from search.searcher import Searcher
from tests.search.engines.conftest import Place
from tests.search.readings import bag, passage, put


def said(
    text: str,
    body: str = "Board",
    date: str = "2025-01-16",
    kind: PassageKind = "discussion",
    presenters: tuple[str, ...] = ("Ann Other",),
) -> Passage:
    return replace(passage(text), body=body, date=date, kind=kind, presenters=presenters, title="", headings=())


def tell(place: Place, *texts: str, path: str = "/papers/pack.pdf") -> StoredDocument:
    """Ingest one document with these passages, whose place says nothing that is asked for."""
    return put(place.library, *(said(text) for text in texts), path=path)


def texts(searcher: Searcher, words: str, narrowed: Narrowed | None = None) -> list[str]:
    """What is found by words, best first."""
    with searcher.view(narrowed or Narrowed()) as view:
        return [one.text for one in view.candidates(view.lexical(words, 50))]


def near(searcher: Searcher, words: str, narrowed: Narrowed | None = None) -> dict[str, float]:
    """What is found by meaning, with its cosine."""
    with searcher.view(narrowed or Narrowed()) as view:
        found = dict(view.dense(bag().questions([words])[0].vector, 99))
        return {one.text: found[one.row] for one in view.candidates(list(found))}


def test_by_meaning_the_cosines_are_those_of_the_vectors_that_the_library_holds(place: Place) -> None:
    tell(place, *(f"The lease of clinic {number} was extended" for number in range(40)))
    asked = bag().questions(["lease of clinic 7"])[0].vector
    with place.searcher.view() as view:
        found = view.dense(asked, 12)
        held = vectors.of(view.connection, "bag", range(1, 41))
    scores = {row: float(vector @ asked) for row, vector in held.items()}
    assert [score for _, score in found] == pytest.approx(sorted(scores.values(), reverse=True)[:12], abs=place.off)
    assert all(score == pytest.approx(scores[row], abs=place.off) for row, score in found)


def test_by_words_what_holds_more_and_rarer_of_them_comes_first(place: Place) -> None:
    tell(
        place,
        "Beds were opened",
        "The policies of the clinic",
        "Leases were extended for the clinic",
        "Parking",
    )
    assert texts(place.searcher, "was the clinic's lease extended?") == [
        "Leases were extended for the clinic",
        "The policies of the clinic",
    ]
    assert texts(place.searcher, "policy") == ["The policies of the clinic"]


@pytest.mark.parametrize("asked", ["1.5m", "2024", "16/01/2024"])
def test_a_number_is_found_whole_and_a_year_within_a_date(place: Place, asked: str) -> None:
    tell(place, "We paid £1.5m on 16/01/2024", "We paid £1 and then £5m on 16.02.2023")
    assert texts(place.searcher, asked) == ["We paid £1.5m on 16/01/2024"]


def test_a_search_keeps_to_what_it_is_narrowed_to(place: Place) -> None:
    put(
        *(place.library, said("lease one"), said("lease two", body='People\'s "Council" \\ {of} it')),
        *(said("lease three", date=""), said("lease four", date="2024-05-01"), said("lease five", kind="action")),
        said("lease six", presenters=("Bo O'Brien", "Ann Other")),
    )
    asked = {
        Narrowed(body='People\'s "Council" \\ {of} it'): {"two"},
        Narrowed(year="2024"): {"four"},
        Narrowed(year="undated"): {"three"},
        Narrowed(kind="action"): {"five"},
        Narrowed(presenter="Bo O'Brien"): {"six"},
        Narrowed(body="Board", year="2025", kind="discussion"): {"one", "six"},
        Narrowed(body='" or row > 0 or body == "'): set[str](),
        Narrowed(kind='x" or row > 0 or kind == "'): set[str](),
        Narrowed(year="2025' or 1 == 1"): set[str](),
    }
    searcher = place.searcher
    for narrowed, left in asked.items():
        wanted = {f"lease {number}" for number in left}
        assert set(texts(searcher, "lease", narrowed)) == wanted, narrowed
        assert set(near(searcher, "lease", narrowed)) == wanted, narrowed


def test_a_document_that_changed_is_found_as_it_is_now_and_one_taken_out_not_at_all(place: Place) -> None:
    searcher = place.searcher
    tell(place, "The lease is old", "Parking stays")
    other = tell(place, "The lease of the annex", path="/papers/other.pdf")
    tell(place, "The lease is new", "Parking stays")
    assert sorted(texts(searcher, "lease")) == ["The lease is new", "The lease of the annex"]
    assert sorted(near(searcher, "lease")) == ["Parking stays", "The lease is new", "The lease of the annex"]
    remove(place.library, other.id)
    assert texts(searcher, "lease annex") == ["The lease is new"]
    tell(place, "The lease of the annex", path="/papers/other.pdf")
    assert sorted(texts(searcher, "lease")) == ["The lease is new", "The lease of the annex"]
    with searcher.view() as view:
        assert view.size == 3


def test_who_reads_sees_one_state_while_documents_come_and_go(place: Place) -> None:
    tell(place, "The lease is old")
    tell(place, "The lease of the annex", path="/papers/other.pdf")
    with place.searcher.view() as view:
        tell(place, "The lease is new")
        tell(place, "One more lease", path="/papers/third.pdf")
        rows = view.lexical("lease", 9)
        assert {one.text for one in view.candidates(rows)} == {"The lease is old", "The lease of the annex"}
        assert {row for row, _ in view.dense(bag().questions(["lease"])[0].vector, 9)} == set(rows)
        assert view.size == 2
    assert len(texts(place.searcher, "lease")) == 3


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "  ",
        "\x00",
        "\udc80 lease",
        "lease' or 1 == 1 --",
        'lease") OR words MATCH ("',
        "漢字 ☃ é",
        "the of",
        "x" * 9000,
    ],
)
def test_any_text_may_be_asked_for(place: Place, asked: str) -> None:
    tell(place, "The lease of the clinic", "L'été à la clinique 漢字")
    found = texts(place.searcher, asked)
    assert ("The lease of the clinic" in found) == ("lease" in asked or asked == "the of")
    assert ("L'été à la clinique 漢字" in found) == ("漢字" in asked)


def test_nothing_is_found_in_an_empty_library(place: Place) -> None:
    assert texts(place.searcher, "lease") == []
    taken = tell(place, "lease")
    assert texts(place.searcher, "lease") == ["lease"]
    remove(place.library, taken.id)
    assert texts(place.searcher, "lease") == []
    assert near(place.searcher, "lease") == {}


def test_a_reader_who_asks_on_and_on_is_answered_while_all_is_built_anew(place: Place) -> None:
    tell(place, *(f"The lease of clinic {number}" for number in range(30)))
    searcher, over, found, failed = place.searcher, Event(), list[int](), list[Exception]()

    def ask() -> None:
        while not over.is_set():
            try:
                found.append(len(texts(searcher, "lease")))
            except Exception as error:
                failed.append(error)
                return

    reader = Thread(target=ask)
    reader.start()
    try:
        for _ in range(3):
            place.rebuild()
    finally:
        over.set()
        reader.join()
    assert not failed
    assert len(found) > 3
    assert set(found) == {30}


def test_both_engines_answer_alike(files: Place, milvus: Place) -> None:
    said_there = [
        f"Clinic {number} was {'leased' if number % 3 else 'sold'} to trust {number % 7}" for number in range(60)
    ]
    for one in (files, milvus):
        tell(one, *said_there)
    for asked in ("which clinic was sold to trust 3", "leases of trusts", "clinic 41"):
        assert near(files.searcher, asked) == pytest.approx(near(milvus.searcher, asked), abs=1e-5)
        best = [hit.text for hit in files.searcher.find(asked, 5)]
        assert np.mean([text in best for text in (hit.text for hit in milvus.searcher.find(asked, 5))]) >= 0.8
        assert milvus.searcher.find(asked, 1)[0].text == best[0]
