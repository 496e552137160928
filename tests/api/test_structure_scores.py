from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from api.errors import UnusableArgument
from api.structure_file import judged_structure, minutes
from api.structure_scores import scored

FUNDING = "The Board approved winter funding of two million for community beds until April."


def meeting(*items: dict[str, Any], **other: str) -> dict[str, Any]:
    plain = {"file": "pack.pdf", "committee": "Board", "date": "2025-01-16", "kind": "minutes"}
    return {**plain, **other, "items": list(items)}


def item(number: str, verb: str = "", quote: str = "", owner: str = "", todo: str = "") -> dict[str, Any]:
    decisions = [{"verb": verb, "quote": quote}] if verb else []
    return {"number": number, "decisions": decisions, "actions": [{"owner": owner, "quote": todo}] if todo else []}


def test_items_decisions_and_actions_are_counted_against_the_judged_ones() -> None:
    gold = [
        meeting(item("7", "approved", FUNDING), item("8.", owner="Dr Anne Brown", todo="AB to report in March.")),
        meeting(item("1", "noted", "The Committee noted the report."), date="2025-02-01", committee="Finance"),
    ]
    found = [
        # the same meeting by its body and day, though from another file
        meeting(item("7", "noted", f"Resolved: {FUNDING}"), file="minutes.md"),
        meeting(
            item("8", owner="A Brown", todo="AB to report in March."), item("9", "noted", "The plan."), file="PACK.md"
        ),
        # neither was judged
        meeting(item("1"), item("2"), file="elsewhere.pdf", date="2020-01-01"),
        meeting(item("1"), item("2"), kind="agenda"),
    ]
    scores = scored([minutes(one) for one in gold], [minutes(one) for one in found])
    assert scores["items"] == pytest.approx({"n": 3, "precision": 2 / 3, "recall": 2 / 3, "f1": 2 / 3})
    assert scores["decisions"] == pytest.approx(
        {"n": 2, "precision": 0.5, "recall": 0.5, "f1": 0.5, "verb_accuracy": 0}
    )
    assert scores["actions"] == pytest.approx({"n": 1, "recall": 1, "owner_accuracy": 1})


def test_a_decision_is_held_by_four_fifths_of_its_words_in_one_run() -> None:
    gold = minutes(meeting(item("7", "approved", FUNDING)))
    near = minutes(meeting(item("7", "approved", FUNDING.replace(" until April", ""))))
    far = minutes(meeting(item("7", "approved", FUNDING.replace("funding", "money"))))
    assert [scored([gold], [one])["decisions"]["recall"] for one in (near, far)] == [1, 0]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "is not JSON"),
        ("[]", 'holds no list "meetings"'),
        (json.dumps({"meetings": [meeting(), {"items": []}]}), "meeting 2: does not fit"),
        (json.dumps({"meetings": [meeting({"number": "7", "decisions": [3]})]}), "meeting 1: does not fit"),
    ],
)
def test_a_file_of_another_form_is_named_with_the_meeting(tmp_path: Path, text: str, reason: str) -> None:
    file = tmp_path / "structure.json"
    file.write_text(text)
    with pytest.raises(UnusableArgument, match=f"structure.json.*{reason}"):
        judged_structure(file)
