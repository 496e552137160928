"""Judged requests for precedents: what is counted, and what a file of them must hold."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from api.commands.found_precedents import found_precedents
from api.commands.sought import sought_figures, sought_misses
from api.errors import UnusableArgument
from api.evaluation.precedents import means, requests, sought, sought_fields
from ingest.model import Proposal
from search.judge_precedents import JudgedRequest, Place, figures, missed, wrong
from search.model import Matter, Precedents
from search.searcher import Searcher
from tests.board import papers
from tests.library import searcher, take

FUNDING = Place("2025-01-16", "Board", "7")
DEFERRED = Place("2025-01-16", "Board", "item 8")
NOWHERE = Place("2024-05-09", "Board", "7")


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    folder = tmp_path_factory.mktemp("sought")
    take(folder, papers(folder / "papers"))
    return searcher(folder)


@pytest.fixture(scope="module")
def found(ready: Searcher) -> Precedents:
    return ready.precedents(Proposal(recommendations=("Approve the estates strategy.",)))


@pytest.fixture(scope="module")
def matters(ready: Searcher) -> tuple[Matter, Matter]:
    """The matter of the funding and the deferred one."""

    def first(said: str, item: str) -> Matter:
        near = ready.precedents(Proposal(recommendations=(said,))).precedents
        return next(one.matter for one in near if one.matter.citation.item == item)

    return first("approve winter funding of £2.4 million for community beds", "7"), first(
        "approve the estates strategy", "8"
    )


def judged(*relevant: Place, contrary: tuple[Place, ...] = (), partly: tuple[Place, ...] = ()) -> JudgedRequest:
    return JudgedRequest("1", "a sentence", False, "", relevant, contrary, partly)


def test_precision_is_over_what_is_found_and_recall_over_what_is_relevant(matters: tuple[Matter, Matter]) -> None:
    funding, deferred = matters
    assert figures(judged(FUNDING), [funding]) == {"precision@3": 1, "recall@5": 1}
    assert figures(judged(FUNDING), [deferred, funding]) == {"precision@3": 0.5, "recall@5": 1}
    assert figures(judged(FUNDING, NOWHERE), [funding]) == {"precision@3": 1, "recall@5": 0.5}
    assert figures(judged(FUNDING), []) == {"precision@3": 0, "recall@5": 0}
    seven = [replace(FUNDING, item=str(item)) for item in range(7, 14)]
    assert figures(judged(*seven), [funding])["recall@5"] == 0.2
    assert figures(judged(FUNDING), [deferred] * 5 + [funding]) == {"precision@3": 0, "recall@5": 0}


def test_what_is_partly_right_counts_neither_way(matters: tuple[Matter, Matter]) -> None:
    funding, deferred = matters
    assert figures(judged(FUNDING, partly=(DEFERRED,)), [deferred, funding])["precision@3"] == 1
    assert wrong(judged(FUNDING, partly=(DEFERRED,)), [deferred, funding]) == ()


def test_a_contrary_matter_shown_as_nearest_is_shown_but_not_found(matters: tuple[Matter, Matter]) -> None:
    _, deferred = matters
    asked = judged(DEFERRED, contrary=(DEFERRED,))
    assert figures(asked, [], [deferred]) == {"precision@3": 0, "recall@5": 0, "contrary": 1}
    assert figures(asked, []) == {"precision@3": 0, "recall@5": 0, "contrary": 0}
    assert figures(judged(), [], [deferred]) == {"none_found": 1}


def test_contrary_matters_must_all_be_in_the_list(matters: tuple[Matter, Matter]) -> None:
    funding, deferred = matters
    asked = judged(FUNDING, DEFERRED, contrary=(DEFERRED,))
    assert figures(asked, [funding, deferred])["contrary"] == 1
    assert figures(asked, [funding])["contrary"] == 0
    assert missed(asked, [funding]) == (DEFERRED,)


def test_a_request_without_precedents_is_right_where_nothing_is_found(matters: tuple[Matter, Matter]) -> None:
    assert figures(judged(), []) == {"none_found": 1}
    assert figures(judged(), matters) == {"none_found": 0}


def test_sentences_and_drafts_are_looked_for_and_told_of(ready: Searcher, found: Precedents, tmp_path: Path) -> None:
    def find(proposal: Proposal) -> Precedents:
        return (
            replace(found, precedents=()) if "zeppelin" in proposal.recommendations[0] else ready.precedents(proposal)
        )

    (tmp_path / "beds.md").write_text("# Beds\n\n## Recommendation\n\nApprove winter funding for community beds.\n")
    lines = [
        {"id": "A", "draft": "../beds.md", "relevant": [["2025-01-16", "Board", "7"]], "kind": "budget"},
        {"id": "B", "request": "buy a zeppelin", "relevant": []},
        {"id": "C", "request": "approve winter funding", "relevant": [["2024-05-09", "Board", 7]]},
    ]
    (tmp_path / "asked.jsonl").write_text("\n".join(map(json.dumps, lines)))
    done = sought(requests(tmp_path / "asked.jsonl"), tmp_path, find)
    assert [one.judged.draft for one in done] == [True, False, False]
    assert done[0].figures["recall@5"] == 1
    assert means(done)["none_found"].value == 1
    assert means(done)["recall@5"].value == 0.5
    fields = sought_fields(done)
    assert (fields["overall"]["n"], fields["drafts"]["n"]) == (3, 1)
    assert fields["requests"][2]["missed"] == [{"date": "2024-05-09", "body": "Board", "item": "7"}]
    said = "\n".join([*sought_figures(done), *sought_misses(done)])
    assert "precedents: 3 requests" in said
    assert "missed: 2024-05-09 Board, item 7" in said


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ({"id": 1}, "relevant"),
        ({"id": 1, "relevant": []}, "either"),
        ({"id": 1, "request": "a", "draft": "b.md", "relevant": []}, "either"),
        ({"id": 1, "request": "a", "relevant": [["2025-01-16", "Board"]]}, "does not fit"),
        ({"id": 1, "request": "a", "relevant": [], "contrary": [["2025-01-16", "Board", "7"]]}, "contrary"),
        ({"id": 1, "draft": "none.md", "relevant": []}, "none.md: cannot be read"),
        ({"id": 1, "request": "***", "relevant": []}, "request 1"),
    ],
)
def test_a_line_that_does_not_fit_is_named(
    line: dict[str, object], told: str, tmp_path: Path, found: Precedents
) -> None:
    path = tmp_path / "asked.jsonl"
    path.write_text(json.dumps(line))
    with pytest.raises(UnusableArgument, match=told):
        sought(requests(path), tmp_path, lambda proposal: found)


def test_precedents_are_printed_with_outcome_words_place_and_what_stands_against(found: Precedents) -> None:
    said = found_precedents(found)
    assert "  asks: Approve the estates strategy." in said
    assert "DEFERRED: Estates strategy" in said
    assert "deferred | The Board deferred the estates strategy to its next meeting." in said
    rank = next(one.rank for one in found.precedents if one.matter.outcome == "deferred")
    assert f"not all was given as asked in: {rank}" in said
    assert found.looked in said
    assert "Board, 16 January 2025, item 8: Estates strategy - " in said


def test_nothing_printed_is_obeyed_by_a_terminal(found: Precedents) -> None:
    hostile = replace(found, proposal=Proposal(title="Beds\x1b[2J\r\x07"), precedents=(), wording=())
    said = found_precedents(hostile)
    assert all(letter.isprintable() or letter == "\n" for letter in said)
    assert "None found. Looked through " in said
