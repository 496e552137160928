from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from search.find import answer, find
from search.fuse import fuse
from search.library import Library
from search.model import Answered, Refused
from search.searcher import Searcher
from search.words import cleaned, match, terms
from tests.search.readings import bag, passage, put


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    folder = tmp_path_factory.mktemp("library")
    with Library.open(folder, write=True) as library:
        put(
            library,
            "The lease of the Elm Road clinic was extended by five years",
            "Waiting times for scans fell to 4.5 weeks",
            passage("Café hours and naïve readings, «quoted» and NEAR the door", kind="report"),
            "日本語の文",
        )
        yield Searcher(library, bag())


operators = st.sampled_from(
    ['"', "*", "AND", "OR", "NOT", "NEAR(", ")", "^", ":", "-", "text:", "{", "}", "\x00", "'", ";--"]
)
queries = st.one_of(
    st.text(max_size=200),
    st.text(st.characters(categories=["Cc", "Cs", "Cf", "Zl", "Zp", "Co", "Cn"]), max_size=50),
    st.lists(st.one_of(operators, st.sampled_from(["lease", "scans", "the"])), max_size=20).map(" ".join),
)


@given(text=queries, k=st.integers(-5, 500))
@example(text="lease " * 2000, k=10)
@example(text=" ".join(f"w{n}" for n in range(2000)), k=10)
@example(text='"' * 5000, k=10)
@example(text="\ud800\x00", k=10)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_query_whatever_raises_and_every_hit_is_ranked_and_cited(searcher: Searcher, text: str, k: int) -> None:
    hits = searcher.find(text, k)
    assert len(hits) <= max(1, k)
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    assert all(0 < hit.score <= 1 for hit in hits)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert all(hit.citation.file == "pack.pdf" and hit.citation.page >= 1 for hit in hits)
    assert len({hit.id for hit in hits}) == len(hits)


@given(text=queries)
def test_a_match_expression_is_always_well_formed(text: str) -> None:
    expression = match(cleaned(text))
    if expression:
        connection = sqlite3.connect(":memory:")
        connection.execute("CREATE VIRTUAL TABLE t USING fts5(x)")
        assert connection.execute("SELECT * FROM t WHERE t MATCH ?", (expression,)).fetchall() == []
        connection.close()


def test_words_are_found_in_any_form_of_case_accent_and_ending(searcher: Searcher) -> None:
    for text in ("CLINIC leases extending", "cafe readings", "Who sat at Elm Road?", "4.5 weeks"):
        with searcher.view() as view:
            assert view.lexical(text, 5), text
    assert searcher.find("cafe reading")[0].kind == "report"


def test_a_number_with_a_point_is_one_term() -> None:
    assert terms("Was it 12.1 or £3,400m in 2024/25?") == ["12.1", "3,400m", "2024/25"]


def test_stop_words_count_only_where_nothing_else_is_asked() -> None:
    assert terms("What was the Board's lease?") == ["board", "lease"]
    assert terms("who is it") == ["who", "is", "it"]


def test_a_question_is_cut_to_5000_characters_on_one_line() -> None:
    assert len(cleaned("a" * 9000)) == 5000
    assert cleaned(" one\ntwo\x00three\u2028four ") == "one two three four"


def test_only_current_passages_are_retrieved_by_words_and_by_meaning(tmp_path: Path) -> None:
    with Library.open(tmp_path, write=True) as library:
        put(library, "Old words")
        put(library, "New words")
        with Searcher(library, bag()).view() as view:
            assert len(view.lexical("words", 10)) == 1
            rows = view.dense(bag().questions(["old words"])[0].vector, 10)
            assert [row for row, _ in rows] == view.lexical("words", 10)
            assert 0 < rows[0][1] <= 1


def test_an_empty_library_and_an_empty_question_are_refused_with_coverage(tmp_path: Path, searcher: Searcher) -> None:
    with Library.open(tmp_path, write=True) as library:
        refused = Searcher(library, bag()).answer("lease")
    assert isinstance(refused, Refused)
    assert (refused.reason, refused.coverage.documents) == ("empty_library", 0)
    refused = searcher.answer(" \n\t ")
    assert isinstance(refused, Refused)
    assert (refused.reason, refused.coverage.passages) == ("nothing_found", 4)


def test_an_answer_is_the_best_passage_and_a_batch_keeps_its_order(searcher: Searcher) -> None:
    answers = list(searcher.batch(["clinic lease", "scans", ""], k=2))
    assert [type(one) for one in answers] == [Answered, Answered, Refused]
    assert isinstance(answers[0], Answered)
    assert answers[0].text.startswith("The lease of the Elm Road clinic")
    query = searcher.understood("clinic lease")
    with searcher.view() as view:
        assert find(view, searcher.model, query, 2) == answers[0].hits
        assert answer(view, searcher.model, query, 2) == answers[0]


rankings = st.lists(st.lists(st.integers(0, 50), unique=True, max_size=20), min_size=1, max_size=3)


@given(rankings=rankings, k=st.floats(0, 100))
def test_fusion_keeps_every_row_once_with_scores_in_order_from_1_to_0(rankings: list[list[int]], k: float) -> None:
    fused = fuse(rankings, k)
    assert {row for row, _ in fused} == {row for ranking in rankings for row in ranking}
    assert len({row for row, _ in fused}) == len(fused)
    scores = [score for _, score in fused]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1.0000001 for score in scores)


@given(ranking=st.lists(st.integers(), unique=True, max_size=20))
def test_fusing_a_ranking_with_itself_changes_nothing(ranking: list[int]) -> None:
    assert [row for row, _ in fuse([ranking, ranking], 5.0)] == ranking


def test_first_in_both_rankings_scores_1() -> None:
    row, score = fuse([[7, 8], [7]], 5.0)[0]
    assert row == 7
    assert score == pytest.approx(1.0)
