"""What kind of answer a question asks for, and the questions that one question holds."""

from __future__ import annotations

import pytest

from search.understand.intents import intent
from search.understand.parts import parts
from search.understand.query import Intent
from tests.search.understand.house import read


@pytest.mark.parametrize(
    ("wanted", "questions"),
    [
        (
            "decision",
            [
                "what was decided on dredging",
                "did the board sign off the lease",
                "has the closure been approved",
                "why did they refuse the pontoon",
                "how many leases were approved in May",
                "dredging business case outcome",
                "when was the policy extended",
            ],
        ),
        (
            "person",
            [
                "who presented the dredging report",
                "who chairs the panel",
                "who sent apologies",
                "which members voted to close it",
                "was Orla at the May meeting",
                "conflict of interest on the lease",
                "capital risk owner",
            ],
        ),
        (
            "action",
            [
                "which action is still open",
                "who has to report back on the pontoons and by when",
                "who is rewriting the byelaws",
                "what does Mark still owe by May",
                "action 41 owner",
            ],
        ),
        (
            "number",
            [
                "how much does the ferry cost",
                "how many boats are there",
                "what percentage of boats are late",
                "year to date deficit",
                "waiting list size",
            ],
        ),
        (
            "plan",
            [
                "what does the harbour plan say about ferries",
                "our ambition for the quay",
                "when will the new quay open",
                "what do we intend to build",
            ],
        ),
        (
            "definition",
            ["what does VTS mean", "what does VTS stand for", "VTS meaning", "what is a pontoon", "what's dredging?"],
        ),
        (
            "list",
            [
                "which policies were adopted",
                "list all leases",
                "what questions did the public ask",
                "all the decisions",
            ],
        ),
        (
            "history",
            [
                "has this happened before",
                "have we ever closed a quay",
                "precedent for a direct award",
                "when was the ferry last discussed",
                "how has the deficit changed",
            ],
        ),
        (
            "passage",
            [
                "what did JF say about running costs",
                "ferry timetable in the north",
                "is parking free at the quay",
                "",
                "?",
            ],
        ),
    ],
)
def test_the_intent_is_told_by_the_words(wanted: Intent, questions: list[str]) -> None:
    assert {question: intent(question) for question in questions} == dict.fromkeys(questions, wanted)


def test_the_intent_is_told_by_the_words_as_they_are_put_right() -> None:
    assert read("quay lease aproved").intent == "decision"


def test_the_name_of_a_body_tells_no_intent() -> None:
    assert read("what did the finance and estates committee do about ferries").intent == "decision"


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("who presented dredging and what was decided?", ("who presented dredging", "what was decided on dredging")),
        (
            "how much did the ferry cost and how much did the quay earn",
            ("how much did the ferry cost", "how much did the quay earn"),
        ),
        ("what was agreed on the quay? who is to do it?", ("what was agreed on the quay", "who is to do it on quay")),
        (
            "when should the lock open and has the date slipped",
            ("when should the lock open", "has the date slipped on lock"),
        ),
    ],
)
def test_two_questions_are_two_parts_each_with_what_it_is_about(question: str, held: tuple[str, ...]) -> None:
    assert parts(question) == held


@pytest.mark.parametrize(
    "question",
    [
        "who has to report on ferries and pontoons",
        "what was decided on safety and security",
        "who is to write the paper and by when",
        "when do comments have to be in, and to whom?",
        "finance and estates committee",
        "When and where is the next meeting",
        "ferries, quays and who runs them"[:16],
        "?;?;",
    ],
)
def test_one_question_is_one_part(question: str) -> None:
    assert parts(question) == (question,)


def test_no_question_has_no_part() -> None:
    assert parts("") == ()
    assert read("").parts == ()
