from __future__ import annotations

from pathlib import Path

import pytest

from search.searcher import Searcher
from tests.board import papers
from tests.library import searcher, take


@pytest.fixture
def ready(tmp_path: Path) -> Searcher:
    take(tmp_path, papers(tmp_path / "papers"))
    return searcher(tmp_path)


def test_more_like_a_passage_is_near_in_meaning_and_never_the_passage_itself(ready: Searcher) -> None:
    passage = ready.find("deferred the estates strategy")[0]
    found = ready.similar(passage.id, 3)
    assert found
    assert [hit.rank for hit in found] == [1, 2, 3]
    assert passage.text not in {hit.text for hit in found}
    assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)
    assert "estates strategy" in found[0].text.lower()


def test_nothing_is_like_a_passage_that_is_not_there(ready: Searcher) -> None:
    assert ready.similar("none") is None
    assert ready.similar("\ud800") is None
