from __future__ import annotations

import pytest

from api.evaluation.ask import ask, ask_hopeless
from api.evaluation.misses import misses, ranked
from api.evaluation.runs import Run
from api.evaluation.summary import report_fields
from search.judge import Gold, Judged
from search.searcher import Searcher
from tests.board import papers
from tests.library import searcher, take

FOUND = Gold("2025-01-board.md", "The Board approved winter funding of £2.4 million", 1, 14, "2025-01-16", "Board")
NOWHERE = Gold("2025-03-board.md", "words that stand nowhere in the papers", 2, 900)
HALF = Judged("one", "winter funding", "decision", (FOUND, NOWHERE), "£2.4m for community beds.")
LOST = Judged("two", "estates strategy", "plan", (NOWHERE,), "Quarterly.")
HOPELESS = Judged("none", "winter funding", "not_recorded", ())


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    folder = tmp_path_factory.mktemp("asked")
    take(folder, papers(folder / "papers"))
    return searcher(folder)


def test_a_question_of_two_parts_is_measured_part_by_part(ready: Searcher) -> None:
    (one,) = ask([HALF], ready)
    figures = one.figures
    assert figures["recall@10"] == 0.5
    assert 0 < figures["ndcg@10"] < figures["mrr@10"] <= 1
    assert (one.parts, one.found, figures["complete@5"]) == (2, 1, 0)
    assert figures["cite_date"] == figures["cite_body"] == figures["cite_place"] == 1
    assert "cite_page" not in figures
    assert figures["answer_holds"] == 1
    assert figures["answered_right"] in (0, 1)
    assert figures["answerable_declined"] == 0


def test_what_is_not_judged_has_no_figure(ready: Searcher) -> None:
    (one,) = ask([LOST], ready)
    assert one.rank == one.figures["recall@10"] == one.figures["mrr@10"] == 0
    assert not {"answer_holds", "complete@5", "cite_date", "unanswerable_declined"} & set(one.figures)


def test_a_question_without_an_answer_is_right_only_when_it_is_refused(ready: Searcher) -> None:
    answered, refused = ask_hopeless([HOPELESS, Judged("empty", "", "", ())], ready)
    assert (answered.figures, answered.answered) == ({"unanswerable_declined": 0, "answered_right": 0}, True)
    assert "2025-01-board.md" in answered.first
    assert (refused.figures, refused.first) == ({"unanswerable_declined": 1}, "")


def test_scripts_find_figures_by_kind_with_their_intervals(ready: Searcher) -> None:
    fields = report_fields(Run("q.jsonl", "small", (*ask([HALF, LOST], ready), *ask_hopeless([HOPELESS], ready))))
    assert (fields["overall"]["n"], fields["decision"]["n"], fields["plan"]["recall@5"]) == (2, 1, 0)
    assert fields["overall"]["recall@10"] == 0.25
    assert fields["intervals"]["overall"]["recall@10"] == [0, 0.5]
    assert fields["judged"]["answer_holds"] == 1
    assert fields["refusals"] == {"not_recorded": {"n": 1, "declined": 0, "interval": [0, 0]}}
    assert fields["bootstrap"] == {"level": 0.95, "resamples": 10_000, "seed": 0}
    assert not {"recall@2", "recall@4"} & set(fields["overall"])


def test_misses_are_what_is_not_wholly_found_and_what_was_answered_wrongly(ready: Searcher) -> None:
    run = Run("q.jsonl", "small", (*ask([HALF, LOST], ready), *ask_hopeless([HOPELESS], ready)))
    wrong = misses(run, 5)
    assert [one.id for one in wrong.unfound] == ["one", "two"]
    assert [one.id for one in wrong.answered] == ["none"]
    assert wrong.refused == ()
    assert [ranked(one) for one in wrong.unfound][1] == "not in the first 10"
    assert ranked(wrong.unfound[0]).startswith("1 of 2 parts, the first at rank ")
