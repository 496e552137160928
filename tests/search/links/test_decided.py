"""Recommendations with the decisions that resolved them, and decisions that speak of earlier ones."""

from __future__ import annotations

from dataclasses import replace

from search.links.follows import follows
from search.links.held import HeldDecision, HeldMeeting, HeldRequest
from search.links.resolutions import resolutions

JANUARY = HeldMeeting(1, "a", "2025-01-16", "", True)
MARCH = HeldMeeting(2, "b", "2025-03-13", "", True)
ASKED = HeldRequest(
    1, "2025-01-16", "7", "Estates strategy", "The Board is asked to approve the estates strategy for 2025."
)
MADE = HeldDecision(
    5, JANUARY, "7", "Estates strategy", "approved", "The Board approved the estates strategy for 2025.", ""
)
NOTED = replace(MADE, row=6, verb="noted", text="The Board noted the risks of the old laundry building.")


def resolved(*requests: HeldRequest, by: tuple[HeldDecision, ...] = (MADE, NOTED)) -> dict[int, int]:
    return {one.recommendation: one.decision for one in resolutions(requests, by)}


def test_a_recommendation_goes_with_the_decision_of_its_meeting_item_and_words() -> None:
    risks = replace(ASKED, row=2, text="The Board is asked to note the risks of the laundry building.")
    assert resolved(ASKED, risks) == {1: 5, 2: 6}


def test_another_meeting_or_item_resolves_nothing() -> None:
    assert resolved(replace(ASKED, date="2025-03-13")) == {}
    assert resolved(replace(ASKED, item="8", title="Winter plan")) == {}
    assert resolved(replace(ASKED, date="")) == {}


def test_a_decision_on_something_else_under_the_item_resolves_nothing() -> None:
    sale = replace(ASKED, text="The Board is asked to approve the sale of the car park.")
    assert resolved(sale, by=(NOTED,)) == {}


def test_a_decision_that_puts_off_what_was_asked_resolves_it() -> None:
    put_off = replace(MADE, verb="deferred", text="The Board deferred the estates strategy to its next meeting.")
    assert resolved(ASKED, by=(put_off,)) == {1: 5}


def test_a_decision_nearer_in_words_that_does_not_answer_leaves_it_to_one_that_does() -> None:
    closing = replace(ASKED, text="Approve the permanent closure of the 12 beds on Lark Ward from 1 January 2025.")
    kept = replace(MADE, row=7, verb="agreed", text="Agreed to keep the 12 beds on Lark Ward open until 2026.")
    refused = replace(
        MADE, row=8, verb="rejected", text="The proposal to close Lark Ward permanently was not approved."
    )
    assert resolved(closing, by=(kept, refused)) == {1: 8}


def test_an_unnumbered_item_is_known_by_its_title() -> None:
    assert resolved(ASKED, by=(replace(MADE, item=""),)) == {1: 5}


def followed(text: str, *earlier: HeldDecision) -> list[tuple[str, int, int | None]]:
    later = HeldDecision(9, MARCH, "4", "Estates", "approved", text, "")
    meetings = [JANUARY, replace(JANUARY, row=3, date="2024-11-14"), MARCH]
    return [
        (one.how, one.meeting, one.earlier)
        for one in follows(meetings, [later], frozenset(), lambda one: [e for e in earlier if e.meeting == one])
    ]


def test_a_decision_that_names_an_earlier_meeting_follows_it() -> None:
    text = "The Board approved the estates strategy deferred at its meeting on 16 January 2025."
    assert followed(text, replace(MADE, verb="deferred", text="The Board deferred the estates strategy.")) == [
        ("names", 1, 5)
    ]


def test_what_takes_the_place_of_an_earlier_decision_says_so() -> None:
    assert followed("This supersedes the decision of 16 January 2025 on the estates strategy for 2025.", MADE) == [
        ("supersedes", 1, 5)
    ]
    assert followed("The decision of 16 January 2025 on the estates strategy for 2025 was rescinded.", MADE) == [
        ("rescinds", 1, 5)
    ]


def test_the_only_decision_under_the_item_that_is_named_is_meant() -> None:
    long = replace(MADE, text="The Board approved the plan and delegated authority to sign the leases to the Chair.")
    rescinds = "It was agreed to rescind the decision of 16 January 2025 on the estates strategy."
    assert followed(rescinds, long, NOTED) == [("rescinds", 1, 5)]
    assert followed(rescinds, long, replace(long, row=7, text="The Board agreed to consult tenants on rents.")) == [
        ("rescinds", 1, None)
    ]


def test_a_month_names_a_meeting_where_only_one_was_held_in_it() -> None:
    assert followed("The Board confirmed the decision of its January 2025 meeting.") == [("names", 1, None)]


def test_words_alone_follow_nothing() -> None:
    assert followed("The Board approved the revised estates strategy for 2025.", MADE) == []
    assert followed("The Board approved the strategy to 1 April 2030.", MADE) == []
    assert followed("The Board agreed at its meeting on 13 March 2025.", MADE) == []


def test_the_approval_of_minutes_is_no_following() -> None:
    approval = HeldDecision(
        9, MARCH, "3", "Minutes", "approved", "The minutes of the 16 January 2025 meeting were approved.", ""
    )
    assert follows([JANUARY, MARCH], [approval], frozenset({9}), lambda _: ()) == []
