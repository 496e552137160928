"""Dates and ranges, and whether they are the meeting's or what its papers speak of."""

from __future__ import annotations

import pytest

from tests.search.understand.house import read

WINTER = ("1 November to 31 December 2024", "2024-11-01", "2024-12-31")


@pytest.mark.parametrize(
    ("question", "value", "first", "last"),
    [
        ("what did the January board decide", "January 2025", "2025-01-01", "2025-01-31"),
        ("what was agreed at the November 2024 Board", "November 2024", "2024-11-01", "2024-11-30"),
        ("minutes of 16/01/25", "16 January 2025", "2025-01-16", "2025-01-16"),
        ("what was decided on 2025-01-16", "16 January 2025", "2025-01-16", "2025-01-16"),
        ("who attended the board on Thursday 16th of January 2025", "16 January 2025", "2025-01-16", "2025-01-16"),
        ("who attended the board on January 16, 2025", "16 January 2025", "2025-01-16", "2025-01-16"),
        ("who attended the 16 January board", "16 January 2025", "2025-01-16", "2025-01-16"),
        ("what did the board approve in Q3 2024/25", "Q3 2024/25", "2024-10-01", "2024-12-31"),
        ("what did the board approve in the financial year 2024-25", "2024/25", "2024-04-01", "2025-03-31"),
        ("what did the board approve in 2024", "2024", "2024-01-01", "2024-12-31"),
        ("which policies were adopted since 2023", "since 2023", "2023-01-01", ""),
        ("decisions on dredging since March", "since March 2025", "2025-03-01", ""),
        ("what did the board decide before May 2024", "before May 2024", "", "2024-04-30"),
        ("what was agreed between March and June 2024", "March to June 2024", "2024-03-01", "2024-06-30"),
        (
            "what was agreed from November 2024 to January 2025",
            "November 2024 to January 2025",
            "2024-11-01",
            "2025-01-31",
        ),
        ("what was decided last year", "last year", "2024-01-01", "2024-12-31"),
        ("what has been decided this financial year", "this financial year", "2025-04-01", "2026-03-31"),
        ("what has the board said over the past year", "past year", "2024-06-20", "2025-06-20"),
        ("what came to the board between 1 November and 31 December", *WINTER),
        ("what was agreed in the last six months", "last six months", "2024-12-19", "2025-06-20"),
    ],
)
def test_a_period_is_read_with_its_first_and_last_day(question: str, value: str, first: str, last: str) -> None:
    (period,) = read(question).of("period")
    assert (period.value, period.first, period.last) == (value, first, last)
    assert period.source
    assert period.held


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("what did the December finance committee note", "December 2024"),
        ("what did the October audit committee hear", "October 2024"),
        ("what did the May board decide", "May 2025"),
        ("what did the August board decide", "August 2024"),
    ],
)
def test_a_month_without_a_year_is_the_latest_in_which_that_body_met(question: str, day: str) -> None:
    assert [period.value for period in read(question).of("period")] == [day]


def test_the_last_meeting_is_the_last_of_the_body_that_has_minutes() -> None:
    (period,) = read("what was decided at the last board meeting").of("period")
    assert (period.value, period.first) == ("the last meeting, 13 March 2025", "2025-03-13")
    (period,) = read("who attended the last audit committee").of("period")
    assert period.first == "2024-10-08"
    assert not read("when is the next board meeting").of("period")


@pytest.mark.parametrize(
    "question",
    [
        "was the contract from 1 April 2025 approved",
        "was the contract from April 2025 to March 2026 approved",
        "what is new since the last meeting",
        "which pontoons must be ready by March 2026",
        "what is in the 2025/26 plan",
        "how many ferries ran in January 2025",
        "what was ferry performance in February",
        "dredging budget 2024/25",
        "when may a direct award be used",
        "will they march to the quay",
        "is the review due in May",
        "how much is £2024 in 24/7 cover",
    ],
)
def test_a_date_that_papers_speak_of_stays_a_word(question: str) -> None:
    assert not read(question).of("period"), read(question).of("period")


def test_minutes_of_a_month_are_no_source_where_they_are_corrected_in_another() -> None:
    assert read("minutes of November 2024").of("period")[0].source
    assert not any(period.source for period in read("were the November minutes corrected").of("period"))
    assert not any(one.source for one in read("were the minutes of 14 November 2024 agreed as accurate").of("period"))


def test_a_period_of_which_nothing_is_held_stays_and_says_so() -> None:
    (period,) = read("what did the Audit Committee decide on 21 January 2025").of("period")
    assert (period.source, period.held) == (True, False)


def test_only_ranges_and_years_filter_and_only_lists_and_decisions() -> None:
    assert read("which policies were adopted since 2023").of("period")[0].strict
    assert not read("what did the January board decide").of("period")[0].strict
    assert not read("what was decided in 1999").of("period")[0].strict


def test_several_periods_are_several_constraints() -> None:
    query = read("what did the finance committee agree in December and then note in February")
    assert [period.value for period in query.of("period")] == ["December 2024", "February 2025"]
