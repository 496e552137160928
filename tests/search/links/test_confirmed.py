from __future__ import annotations

import re

import pytest

from search.links.confirmed import confirmations
from search.links.held import HeldDecision, HeldMeeting

JANUARY = HeldMeeting(1, "a", "2025-01-16", "I", True)
MARCH = HeldMeeting(2, "b", "2025-03-13", "I", True)
APPROVAL = "The Board approved the minutes of the meeting held on 16 January 2025 as an accurate record."


def decision(text: str, verb: str = "approved", title: str = "Minutes", condition: str = "") -> HeldDecision:
    return HeldDecision(7, MARCH, "3", title, verb, text, condition)


def confirmed(one: HeldDecision, *said: str, others: str = "Audit Committee") -> dict[int, str]:
    found = confirmations([JANUARY, MARCH], [one], re.compile(others), lambda _: said)
    return {each.meeting: each.amendment for each in found}


@pytest.mark.parametrize(
    "text",
    [
        APPROVAL,
        "The minutes of 16 January 2025 were approved.",
        "Minutes of the Board meeting on 16/01/2025 were agreed as a true and accurate record.",
        "RESOLVED: to approve as a correct record the minutes of the meeting of 16 January 2025",
    ],
)
def test_minutes_are_confirmed_by_the_day_that_a_later_meeting_names(text: str) -> None:
    assert confirmed(decision(text)) == {1: ""}


def test_the_day_may_stand_in_the_items_title() -> None:
    title = "Minutes of the meeting held on 16 January 2025"
    assert confirmed(decision("The minutes were approved as a correct record.", title=title)) == {1: ""}
    assert confirmed(decision("The Board approved the revised terms of reference.", title=title)) == {}


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The Board noted the minutes of the meeting held on 16 January 2025.", "noted"),
        ("The Board deferred approval of the minutes of 16 January 2025.", "deferred"),
        ("The minutes of 16 January 2025 were not approved.", "other"),
        ("The minutes of 16 January 2025 are to be approved at the next meeting.", "agreed"),
        ("The minutes of the last meeting were approved.", "approved"),
        ("The Board approved the minutes of 17 January 2025.", "approved"),
        ("The Board approved the plan set out in the minutes of 16 January 2025.", "approved"),
        ("The Board approved the minutes of the Audit Committee held on 16 January 2025.", "approved"),
        ("The minutes of 16 January 2025 record that the plan was approved.", "approved"),
    ],
)
def test_nothing_else_confirms_minutes(text: str, verb: str) -> None:
    assert confirmed(decision(text, verb)) == {}


def test_a_meeting_confirms_neither_itself_nor_a_later_one_nor_another_part() -> None:
    early = HeldDecision(7, JANUARY, "3", "Minutes", "approved", APPROVAL, "")
    assert confirmations([JANUARY, MARCH], [early], None, lambda _: ()) == []
    private = HeldMeeting(1, "a", "2025-01-16", "II", True)
    assert confirmations([private, MARCH], [decision(APPROVAL)], None, lambda _: ()) == []


def test_an_amendment_is_told_in_the_words_of_the_minutes_where_they_have_it() -> None:
    approved = decision(f"{APPROVAL[:-1]}, subject to the amendment noted above.", condition="subject to the amendment")
    said = "A member asked for a change. Paragraph 4 should read 'ten beds' rather than 'nine'. The Chair agreed."
    assert confirmed(approved, said) == {1: "Paragraph 4 should read 'ten beds' rather than 'nine'."}
    assert confirmed(approved) == {1: "subject to the amendment"}


def test_approval_without_amendment_has_none() -> None:
    assert confirmed(decision(f"{APPROVAL[:-1]} without amendment."), "The minutes should read well.") == {1: ""}
