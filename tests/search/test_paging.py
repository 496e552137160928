"""Pages of results, and the order by date."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest

from search.model import Answered, Narrowed, Sort
from search.paging import PAGE, ordered, page
from search.searcher import Searcher
from tests.library import searcher, take
from tests.search.answers.papers import papers


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    folder: Path = tmp_path_factory.mktemp("paged")
    take(folder, papers(folder / "papers"))
    return searcher(folder)


@pytest.mark.parametrize("order", get_args(Sort))
@pytest.mark.parametrize("narrowed", [Narrowed(), Narrowed(body="Harbour Board"), Narrowed(kind="decision")])
def test_pages_have_no_gaps_and_nothing_twice(ready: Searcher, order: Sort, narrowed: Narrowed) -> None:
    whole = ready.results("what was decided on the pier closure", narrowed=narrowed)
    pages = [page(whole, order, offset) for offset in range(0, whole.total + PAGE, PAGE)]
    paged = [hit for one in pages for hit in one.passages]
    assert len(paged) == len({hit.id for hit in paged}) == whole.total <= 100
    assert tuple(paged) == ordered(whole.passages, order)
    assert {one.total for one in pages} == {whole.total}
    assert all(len(one.passages) == PAGE for one in pages[:-2])
    assert pages[-1].passages == ()
    assert all(one.answer == whole.answer for one in pages)


def test_ranks_are_those_of_relevance_in_any_order(ready: Searcher) -> None:
    whole = ready.results("pier closure")
    assert [hit.rank for hit in page(whole, "relevance", 0).passages] == list(range(1, PAGE + 1))
    assert {hit.rank for hit in ordered(whole.passages, "date")} == set(range(1, whole.total + 1))


def test_by_date_the_newest_comes_first_the_undated_last_and_ties_keep_their_rank(ready: Searcher) -> None:
    found = ordered(ready.results("pier closure landings").passages, "date")
    assert found[0].citation.date == "2024-07-11"
    assert found[-1].citation.date == ""
    for one, other in pairwise(found):
        assert (one.citation.date, -one.rank) > (other.citation.date, -other.rank)


def test_a_page_and_its_answer_come_from_one_search(ready: Searcher) -> None:
    question = "what was decided on the pier closure"
    whole = ready.results(question)
    assert isinstance(whole.answer, Answered)
    assert [hit.id for hit in whole.answer.hits] == [hit.id for hit in whole.passages[:10]]
    assert whole.understood == ready.understood(question)
