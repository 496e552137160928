from __future__ import annotations

import pytest

from search.judge_answers import held, holds_answer, wanted
from search.judge_figures import Amount, Moment, figures
from search.judge_names import holds_name, names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("£31m", "a sum of £31 million"),
        ("£31m", "£31,000,000"),
        ("£2.4bn", "£2,400 million"),
        ("£22.70m", "it stood at £22.7m"),
        ("67%", "67 per cent"),
        ("a 3-year deal", "for three years"),
        ("59 services", "Fifty-nine services"),
        ("One year", "agreed for one year"),
        ("month 10", "the M10 position"),
        ("30/04/2025", "by 30 April 2025"),
        ("16 January 2025", "on the 16th of January 2025"),
        ("15 May 2025", "Thursday 15 May"),
        ("December 2025", "Braintree (Dec 25)"),
        ("Summer 2025", "summer 25"),
        ("Q1 2025/26", "in quarter one of 25/26"),
        ("2.00 pm", "at 14:00"),
        ("£44.81m", "YTD Actual £m: 44.81"),
        ("£12,000", "Cost £'000: 12"),
    ],
)
def test_a_figure_is_the_same_however_it_is_written(one: str, other: str) -> None:
    assert holds_answer(other, one, "how much and when?") is True


@pytest.mark.parametrize(
    ("gold", "text"),
    [
        ("£31m", "31 people"),
        ("£31m", "£3.1m"),
        ("67%", "£67"),
        ("16 January 2025", "January 2025"),
        ("16 January 2025", "16 January 2024"),
        ("January 2025", "16 January"),
        ("2025/26", "2024/25"),
        ("7 days", "item 7, page 7 (printed 7) of 7-day-plan.pdf"),
        ("16 people", "on 16 January 2025"),
    ],
)
def test_another_figure_is_another_figure(gold: str, text: str) -> None:
    assert holds_answer(text, gold, "how much and when?") is False


def test_a_number_is_read_once() -> None:
    read = figures("On 3 April 2023 it was 21,732, not 45/99.")
    assert read.moments == {Moment(3, 4, 2023)}
    assert read.amounts == {Amount(21732), Amount(45), Amount(99)}


def test_a_word_that_opens_a_list_and_a_pronoun_count_nothing() -> None:
    assert not figures("Three: the first, and one of the others. It may march on.").amounts
    assert not figures("It may march on.").moments


def test_names_are_runs_of_capitals_that_name_somebody() -> None:
    said = "Two: remove Mark Bell and add Jo May. Yes, the Board thanked Prof. S. Hill (SH); Quarterly. Yes: FrEDA ran."
    assert names(said) == [("mark", "bell"), ("jo", "may"), ("hill",), ("freda",)]
    assert names("Jo Hill, May 2025; Jo Hill May 2025.") == [("jo", "hill")]
    assert names("The Audit Committee, in January.") == [("audit", "committee")]
    assert names("Transfer of Care Hub(s)") == [("transfer", "care", "hub")]


def test_a_person_is_named_by_a_surname_after_a_title_or_an_initial_but_not_by_initials() -> None:
    assert holds_name("presented by Dr Green", ("pam", "green"))
    assert holds_name("P Green to report", ("pam", "green"))
    assert not holds_name("the green book of Thomas Green", ("pam", "green"))
    assert not holds_name("Action: PG to report", ("pam", "green"))


def test_an_abbreviation_is_held_by_the_words_that_it_stands_for() -> None:
    assert holds_name("the Primary Care Commissioning Committee agreed", ("pccc",))
    assert holds_name("the Finance & Performance Committee", ("f&p",))
    assert not holds_name("the finance of performance", ("f&p",))
    assert not holds_name("an expert doctor", ("ed",))


def test_what_the_question_says_need_not_be_said_again() -> None:
    question = "Did Pam Green report to the Audit Committee in May 2025?"
    assert not wanted("Yes, Pam Green reported to the Audit Committee in May 2025.", question)
    assert holds_answer("anything", "Yes, in May 2025.", question) is None


def test_every_figure_and_more_than_half_of_the_names_are_needed() -> None:
    answer, question = "Ann Ash, Ben Birch and Cat Cole gave £3m on 2 May 2025.", "who gave how much?"
    assert holds_answer("£3 million from Ann Ash and Ben Birch, 2 May 2025", answer, question) is True
    assert holds_answer("£3 million from Ann Ash, 2 May 2025", answer, question) is False
    assert holds_answer("Ann Ash, Ben Birch and Cat Cole on 2 May 2025", answer, question) is False
    assert holds_answer("", answer, question) is False
    lacks = held("Ann Ash gave £3m", wanted(answer, question))
    assert lacks.lost_figures == (Moment(2, 5, 2025),)
    assert lacks.lost_names == (("ben", "birch"), ("cat", "cole"))
