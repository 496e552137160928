from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from api.errors import UnusableArgument
from api.paper_scores import judged_papers, paper_scores, papers_of

ASKED = "The Board is asked to approve the estates strategy for the years to 2030."
ROW = {"action_no": "54", "quote": "AB to report on beds in March", "leads": ["A Brown"], "deadline": "31/03/2025"}


def paper(number: str = "7", lead: str = "Dr A Brown", asked: str = ASKED) -> dict[str, Any]:
    return {
        "agenda_number": number,
        "meeting_date": "2025-01-16",
        "executive_lead": [lead],
        "recommendations": [{"quote": asked}],
    }


def scores(gold: dict[str, Any], found: dict[str, Any]) -> dict[str, dict[str, float]]:
    return paper_scores(papers_of(gold), papers_of(found))


def test_papers_and_log_rows_are_counted_against_the_judged_ones() -> None:
    gold = {"papers": [paper(), paper("8")], "action_log": [ROW, {**ROW, "action_no": "55"}]}
    found = {
        "papers": [paper("Item 7.", "A Brown", f"Recommendation: {ASKED}")],
        "action_log": [{**ROW, "deadline": "31 March 2025"}, {**ROW, "action_no": "55", "leads": ["C Third"]}],
    }
    assert scores(gold, found) == {
        "papers": {"n": 2, "recall": 0.5, "lead_accuracy": 0.5, "recommendation_recall": 0.5},
        "action_log": {"n": 2, "recall": 1.0, "row_accuracy": 0.5},
    }


def test_a_row_without_a_number_is_known_by_its_words() -> None:
    bare = {**ROW, "action_no": None}
    assert scores({"action_log": [bare]}, {"action_log": [ROW]})["action_log"]["row_accuracy"] == 1
    assert (
        scores({"action_log": [bare]}, {"action_log": [{**ROW, "quote": "Other words"}]})["action_log"]["recall"] == 0
    )


def test_what_is_not_judged_is_not_scored() -> None:
    assert scores({"meetings": []}, {"papers": [paper()], "action_log": [ROW]}) == {}


def test_a_paper_of_another_form_is_named(tmp_path: Path) -> None:
    file = tmp_path / "structure.json"
    file.write_text(json.dumps({"meetings": [], "papers": [3]}))
    with pytest.raises(UnusableArgument, match=r"structure\.json.*does not fit"):
        judged_papers(file)
