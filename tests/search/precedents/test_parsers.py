"""What is read out of any words: sums, kinds, times of review, items named, and what a proposal asks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.model import Proposal
from search.precedents.asking import act, asking, named_processes, plain
from search.precedents.kinds import KINDS, kinds
from search.precedents.matter import numbered
from search.precedents.reviews import again
from search.precedents.sums import largest, sums

WORDS = st.text(max_size=300)


@given(WORDS)
def test_any_text_is_read_and_what_is_read_stands_in_it(text: str) -> None:
    for one in sums(text):
        assert one.printed in text
        assert one.amount >= 0
        assert one.band >= 0
    for found in again(text):
        assert found.text in text
        assert found.due in found.text
    assert all(number in text for number in numbered(text))
    assert all(name in text for name in named_processes(text))
    assert kinds(text) <= frozenset(KINDS)
    assert act(text) in ("decide", "note", "")


@given(st.integers(1, 10**9), st.sampled_from(["£", "€", "$", "GBP "]))
def test_a_sum_is_worth_what_it_prints(amount: int, mark: str) -> None:
    assert [one.amount for one in sums(f"at {mark}{amount:,} a year")] == [amount]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("£2.4m", [2_400_000]),
        ("£0.45 million of the saving", [450_000]),
        ("£1.2bn and £300k", [1_200_000_000, 300_000]),
        ("12,000 pages in 2024", []),
        ("£3,024,951 for £1", [3_024_951, 1]),
    ],
)
def test_sums_are_read_as_papers_print_them(text: str, amounts: list[float]) -> None:
    assert [one.amount for one in sums(text)] == amounts


def test_the_largest_sum_tells_what_a_matter_is_worth() -> None:
    found = largest(["£9,000 a year", "a total of £1.2 million", "no sum"])
    assert found is not None
    assert (found.printed, found.band) == ("£1.2 million", 6)
    assert largest(["no sum"]) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("award a three-year contract for grass cutting", "awarding a contract"),
        ("accept the lowest quotation for the roof", "awarding a contract"),
        ("extend the lease of the hall by a year", "extending a contract"),
        ("buy bins without tendering", "going without competition"),
        ("adopt the Safeguarding Policy", "policies"),
        ("close the library on Mondays", "closing a service"),
        ("close action 14", "closing an action"),
        ("close the risk on staffing", "closing a risk"),
        ("appoint Ann Other as treasurer", "appointing people"),
        ("set the precept at £12,000", "money"),
        ("purchase the land behind the school", "buying or selling property"),
        ("note the report", "a report"),
    ],
)
def test_a_kind_is_told_by_the_words_of_any_sector(text: str, kind: str) -> None:
    assert kind in kinds(text)


def test_an_action_that_is_closed_closes_no_service() -> None:
    assert "closing a service" not in kinds("The Panel noted the report and agreed that action 33 could be closed.")


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("A review of the ward would come to the Board in September 2025.", "September 2025"),
        ("The scheme is to be reviewed after one year.", "after one year"),
        ("The Council deferred the sale to its meeting on 2 April 2024.", "2 April 2024"),
        ("A final version would be presented at a later meeting.", "a later meeting"),
        ("The policy will be reviewed annually.", "annually"),
    ],
)
def test_the_time_of_a_review_is_read_as_printed(text: str, due: str) -> None:
    assert [one.due for one in again(text)] == [due]


@pytest.mark.parametrize(
    "text",
    [
        "The minutes of 5 March 2024 were reviewed and approved.",
        "The 10-year plan was discussed.",
        "The contract runs until 31 March 2026.",
        "A review will be held.",
    ],
)
def test_what_names_no_later_look_or_no_time_says_nothing(text: str) -> None:
    assert again(text) == ()


def test_what_a_proposal_asks_is_its_decisions_and_not_what_is_to_be_noted() -> None:
    found = asking(
        Proposal(
            title="Hospice contract",
            recommendations=(
                "The Board is asked to:",
                "Note that prices rise.",
                "Approve the award of a contract at £2.4m under Direct Award Process C.",
            ),
            money=("£90m", "£2.4m"),
        )
    )
    assert found.act == "decide"
    assert found.texts[0] == "Approve the award of a contract at £2.4m under Direct Award Process C."
    assert found.money is not None
    assert found.money.printed == "£2.4m"
    assert found.named == ("Direct Award Process C",)


def test_a_proposal_that_says_nothing_asks_nothing() -> None:
    found = asking(Proposal())
    assert (found.texts, found.act, found.words, found.kinds, found.money) == ((), "", frozenset(), frozenset(), None)


def test_who_is_asked_is_no_part_of_what_is_asked() -> None:
    assert plain("The Parish Council is recommended to sell the field.") == "sell the field."
    assert plain("The Board is asked to:") == ""
