"""How sure an answer is follows what was found, whatever else the library holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from search.confidence.confidence import confidence
from search.confidence.evidence import EVIDENCE
from search.confidence.weights import REFUSED, WEIGHTS
from search.embed import Model, load
from search.find import ranked
from search.library import Library
from search.model import Answered, Refused
from search.searcher import Searcher
from tests.search.readings import put

LEASE = "The Board agreed that the lease of the Elm Road clinic be extended by five years from May"
QUESTION = "how long was the lease of the Elm Road clinic extended"


@pytest.fixture(scope="module")
def model() -> Model:
    """The packaged model: what it takes for near is what confidence was fitted on."""
    return load()


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path, write=True) as opened:
        yield opened


def sure(library: Library, model: Model, question: str) -> float:
    searcher = Searcher(library, model)
    with searcher.view() as view:
        query = searcher.understood(question)
        return confidence(view, query, ranked(view, model, query))


def test_what_the_papers_say_is_surer_than_what_they_only_come_near(library: Library, model: Model) -> None:
    put(library, LEASE, "Parking charges rose", model=model)
    answered, near, far = (
        sure(library, model, question)
        for question in (QUESTION, "who owns the Oak Lane surgery", "reindeer husbandry in Lapland")
    )
    assert answered > near > far
    assert far < REFUSED < answered


def test_a_question_far_from_all_papers_is_refused_with_what_comes_nearest(library: Library, model: Model) -> None:
    put(library, LEASE, "Parking charges rose", model=model)
    searcher = Searcher(library, model)
    refused = searcher.answer("reindeer husbandry in Lapland")
    assert isinstance(refused, Refused)
    assert refused.reason == "nothing_found"
    assert refused.nearest
    assert refused.confidence < REFUSED
    answered = searcher.answer(QUESTION)
    assert isinstance(answered, Answered)
    assert answered.confidence > REFUSED


def test_a_hundred_other_papers_hardly_change_how_sure_an_answer_is(library: Library, model: Model) -> None:
    put(library, LEASE, "Parking charges rose", model=model)
    alone = [sure(library, model, question) for question in (QUESTION, "reindeer husbandry in Lapland")]
    others = [
        f"Report {number} on ward {number} spoke of beds, staff and food in week {number}" for number in range(99)
    ]
    put(library, *others, path="/papers/wards.pdf", model=model)
    among = [sure(library, model, question) for question in (QUESTION, "reindeer husbandry in Lapland")]
    assert among == pytest.approx(alone, abs=0.12)


def test_nothing_found_is_nothing_sure(library: Library, model: Model) -> None:
    assert sure(library, model, QUESTION) == 0.0
    assert set(WEIGHTS) == set(EVIDENCE)
