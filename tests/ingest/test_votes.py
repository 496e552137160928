"""How decisions were voted on: counts, unanimity, dissent, motions carried and lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.structure.record.votes import outcome, vote, votes_only
from tests.ingest.test_decisions import OPENING
from tests.ingest.test_structure import reading


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Board unanimously approved the plan.", "unanimously"),
        ("The Board approved the budget by 7 votes to 2.", "by 7 votes to 2"),
        ("It was RESOLVED (6 for, 2 against) that the plan be kept.", "6 for, 2 against"),
        ("Approved the plan, with one abstention.", "with one abstention"),
        ("The lease was agreed, Sam White abstaining.", "Sam White abstaining"),
        ("The plan was approved nem con.", "nem con"),
        ("The plan was approved. Sam White voted against.", "Sam White voted against."),
        ("The plan was carried out in May.", ""),
        ("The Board approved the plan for the election.", ""),
    ],
)
def test_the_clause_of_a_decision_that_tells_of_a_vote(text: str, told: str) -> None:
    assert vote(text) == told


def votes(items: str) -> list[tuple[str, str, str]]:
    """Verb, text and vote of every decision of minutes that hold these items."""
    (meeting,) = reading(OPENING + items).meetings
    return [(one.verb, one.text, one.vote) for one in meeting.decisions]


def test_a_vote_told_after_a_decision_is_that_decisions() -> None:
    assert votes("### 2. Grant\n\nThe Board approved the grant. For: 5 Against: 2\n") == [
        ("approved", "The Board approved the grant.", "For: 5 Against: 2")
    ]
    assert votes("### 2. Grant\n\nRESOLVED that the grant be approved.\n\nCllr Black abstained.\n") == [
        ("approved", "RESOLVED that the grant be approved.", "Cllr Black abstained.")
    ]


def test_a_motion_is_a_decision_only_as_it_was_voted_on() -> None:
    assert votes(
        "### 2. Bins\n\nMotion: That two bins be bought. Carried unanimously.\n\n"
        "### 3. Cars\n\nMotion: That the car park be closed. The motion was lost by 5 votes to 2.\n\n"
        "### 4. Bus\n\nMotion: That a bus be hired. Members talked of it.\n"
    ) == [
        ("agreed", "That two bins be bought.", "Carried unanimously."),
        ("rejected", "That the car park be closed.", "The motion was lost by 5 votes to 2."),
    ]


def test_what_was_proposed_and_seconded_is_kept_as_printed() -> None:
    ((verb, _, told),) = votes(
        "### 2. Hall\n\nIt was proposed by Cllr Grey, seconded by Cllr Black and RESOLVED that the hall be painted.\n"
    )
    assert (verb, told) == ("agreed", "proposed by Cllr Grey, seconded by Cllr Black")


@given(
    st.integers(0, 60),
    st.integers(0, 60),
    st.sampled_from(["by {} votes to {}", "{} for, {} against", "with {} for and {} against"]),
)
@settings(derandomize=True, max_examples=40, deadline=None, database=None)
def test_the_numbers_of_a_count_are_in_its_vote(ayes: int, noes: int, form: str) -> None:
    told = vote(f"The plan was approved, {form.format(ayes, noes)}.")
    assert str(ayes) in told
    assert str(noes) in told


def test_only_a_sentence_without_matter_is_a_vote_alone() -> None:
    assert votes_only("Proposed by Cllr Low, seconded by Cllr Bar, all in favour.")
    assert not votes_only("Proposed by Cllr Low, seconded by Cllr Bar and agreed that the hall be let.")
    assert (outcome("Carried."), outcome("The motion was defeated."), outcome("Talk went on.")) == (True, False, None)
