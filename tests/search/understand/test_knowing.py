"""What a library knows, read from a library."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.model import Term
from search.library import Library
from search.searcher import Searcher
from search.understand.known import known
from search.understand.vocabulary import Vocabulary, Words
from tests.search.readings import SPAN, bag, entry, minutes, put, state


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library.open(tmp_path_factory.mktemp("library"), write=True) as made:
        state(
            made,
            "may.pdf",
            meetings=(minutes("Audit Committee", "2025-05-08", people=("Dr Ann Other", "Bo Peep")),),
            terms=(Term("VTS", "Vessel Traffic Service", "Audit Committee", SPAN),),
        )
        state(made, "log.pdf", log=(entry("Mend the quay", "2025-01-16", "2025-06-12", "17"),))
        for number in range(4):
            put(made, f"The governance of committees was extended {number}", path=f"/papers/{number}.pdf")
        put(made, "An old word: zeppelins", path="/papers/old.pdf", content=b"old")
        put(made, "A new word", path="/papers/old.pdf", content=b"new", replaces=None)
        yield made


def test_bodies_meetings_people_terms_and_references_are_known(library: Library) -> None:
    with library.read() as connection:
        held = known(connection)
    assert "Audit Committee" in held.bodies
    assert {("Audit Committee", "2025-05-08", True), ("Board", "2025-06-12", False)} <= {
        (one.body, one.day, one.minutes) for one in held.sittings
    }
    assert {"Ann Other", "Bo Peep"} <= {one.name for one in held.people}
    assert held.shorts["vts"][0].long == "Vessel Traffic Service"
    assert "17" in held.references


@pytest.mark.parametrize(
    ("word", "held", "near"),
    [
        ("governance", True, "governance"),
        ("goverance", False, "governance"),
        ("comittees", False, "committees"),
        ("extendid", False, "extended"),
        ("zebra", False, ""),
        ("日本", False, ""),
        ('gover"nance', False, ""),
    ],
)
def test_words_are_looked_up_by_their_printed_forms(library: Library, word: str, held: bool, near: str) -> None:
    with library.read() as connection:
        words = Vocabulary(connection, Words())
        assert words.holds(word) is held
        found = next(iter(words.near(word, 2)), [("", 0)])
        assert found[0][0] == near


def test_a_searcher_understands_by_the_state_of_its_library(tmp_path: Path) -> None:
    with Library.open(tmp_path, write=True) as library:
        searcher = Searcher(library, bag())
        question = "what did the audit committee decide"
        assert [one.held for one in searcher.understood(question).of("body")] == [False]
        state(library, "may.pdf", meetings=(minutes("Audit Committee", "2025-05-08"),))
        assert [one.held for one in searcher.understood(question).of("body")] == [True]
        assert not searcher.understood(question, ["body:Audit Committee"]).constraints
