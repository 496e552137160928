"""The question that may have been meant, in words of the library alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from search.derived import Derived
from search.model import Answered, Refused
from search.paging import WEAK, doubted
from search.searcher import Searcher
from search.understand.suggestion import suggestion
from search.vectors import state
from tests.library import searcher, take
from tests.search.answers.papers import papers

Suggest = Callable[..., str]


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    folder: Path = tmp_path_factory.mktemp("suggesting")
    take(folder, papers(folder / "papers"))
    return searcher(folder)


@pytest.fixture(scope="module")
def suggest(ready: Searcher) -> Suggest:
    def suggested(question: str, *dropped: str) -> str:
        with ready.library.read() as connection:
            known = Derived(state(connection)).known(connection)
            return suggestion(ready.understood(question, dropped), known)

    return suggested


def test_a_word_that_is_not_put_right_unasked_is_put_right_in_a_suggestion(ready: Searcher, suggest: Suggest) -> None:
    question = "the Lghthouze grant"
    assert ready.understood(question).words == question
    assert suggest(question) == "the Lighthouse grant"


@pytest.mark.parametrize("question", ["Lghthouze", "what is the ferrys contracct fore", "Harbuar Dregding Polocy"])
def test_every_word_put_right_is_one_that_passages_hold(ready: Searcher, suggest: Suggest, question: str) -> None:
    words = set(suggest(question).lower().split()) - set(question.lower().split())
    with ready.library.read() as connection:
        texts = [row[0] for row in connection.exec_driver_sql("SELECT text || ' ' || title FROM passages")]
    assert words <= set(re.findall(r"\w+", " ".join(texts).lower()))


@pytest.mark.parametrize(
    "question",
    ["what was decided on the pier closure", "is there a swimming pool", "", "12 34 %%", "zzyzx qwrtp", "x" * 5000],
)
def test_nothing_is_suggested_where_nothing_is_better(suggest: Suggest, question: str) -> None:
    assert suggest(question) == ""


def test_a_correction_that_was_taken_back_is_not_suggested(suggest: Suggest) -> None:
    assert suggest("the Lghthouze grant", "spelling:Lighthouse") == ""


def test_a_refused_or_weak_answer_is_doubted_and_a_sure_one_is_not(ready: Searcher) -> None:
    answer = ready.answer("what was decided on the pier closure")
    assert isinstance(answer, Answered)
    assert answer.confidence >= WEAK
    assert not doubted(answer)
    empty = ready.answer("")
    assert isinstance(empty, Refused)
    assert doubted(empty)
