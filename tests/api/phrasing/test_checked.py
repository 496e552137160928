from __future__ import annotations

import time

import pytest

from api.phrasing.checked import check, checked
from api.phrasing.model import Dropped, Phrased, Sentence, Why
from api.phrasing.spoken import LONGEST
from tests.api.phrasing.passages import PASSAGES, passage


@pytest.mark.parametrize(
    "line",
    [
        "The Board approved winter funding of £2.4 million for community beds [1].",
        "The Board has approved winter funding of £2,400,000 for community beds. [1]",
        "On 16 January 2025, the ICB Board approved winter funding of £2.4m for community beds [1]",
        "In January 2025 the Board approved £2.4 million of winter funding for community beds [1]",
        "At its meeting on 16/01/2025, the Board approved winter funding of £2.4 million for community beds [1]",
        "- Handovers had taken 38 minutes on average in February [2].",
        "SP said that the trust owed the council £3 million and spending rose from 38 to 42 beds [2]",
        "The Board endorsed the overall progression of the stewardship approach [3]",
        "The Board did not approve the plan [3]",
        "The Board supported the key boards, subject to funding [3]",
        "Endorsed the overall progression of the stewardship approach [3]",
        "The Audit Committee noted the Assurance Framework and the Risk Register update [5]",
        "On 15 October 2024 the Committee noted the Assurance Framework (BAF) [5]",
        "The Committee approved 080 Gifts Policy [6]",
    ],
)
def test_what_a_passage_says_stands(line: str) -> None:
    result = check(line, PASSAGES)
    assert isinstance(result, Sentence), result
    assert not {"[", "]"} & set(result.text)


@pytest.mark.parametrize(
    "line",
    [
        "The Board approved winter funding of £2.5 million for community beds [1]",
        "The Board approved winter funding of £2.4 billion for community beds [1]",
        "The Board approved winter funding of 2.4 million for community beds [1]",
        "The Board rejected winter funding of £2.4 million for community beds [1]",
        "The Board endorsed winter funding of £2.4 million for community beds [1]",
        "The Board did not approve winter funding of £2.4 million for community beds [1]",
        "The Committee approved winter funding of £2.4 million for community beds [1]",
        "On 17 January 2025, the Board approved winter funding of £2.4 million for community beds [1]",
        "In January 2024 the Board approved winter funding of £2.4 million for community beds [1]",
        "The Board approved winter funding of £2.4 million [1]",
        "The Board approved [1]",
        "The Board approved winter funding of £2.4 million for community beds and the merger [1]",
        "Handovers had taken 38 minutes [2]",
        "Handovers had taken 4 minutes on average in February [2]",
        "Handovers had taken 38 minutes on average in January [2]",
        "In January 2025, handovers had taken 38 minutes on average [2]",
        "PS thanked RP for the work [2]",
        "SP said that the council owed the trust £3m [2]",
        "SP said that the trust owed the council £3m and spending rose from 42 to 38 beds [2]",
        "The trust owed the council £3m [2]",
        "The Board approved the plan [3]",
        "The Board supported the key boards [3]",
        "The Board approved the estates plan [3]",
        "The Board noted the Assurance Framework [5]",
        "The Committee approved the lease [6]",
        "The Board approved the lease [7]",
        "The Board approved the estates strategy [4]",
        "The Board is recommended to approve the estates strategy [4]",
        "The Bo\u0430rd approved winter funding of £2.4 million for community beds [1]",  # one letter is Cyrillic
    ],
)
def test_what_no_passage_says_is_dropped(line: str) -> None:
    assert isinstance(check(line, PASSAGES), Dropped)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("The Board approved winter funding of £2.4 million for community beds.", "no_citation"),
        ("The Board approved [1] winter funding of £2.4 million for community beds.", "no_citation"),
        ("[1]", "no_citation"),
        ("The Board approved winter funding of £2.4 million for community beds [9].", "unknown_citation"),
        ("The Board approved winter funding of £2.4 million for community beds [1][9].", "unknown_citation"),
        ("The Board approved winter funding of £2.4 million for community beds [4].", "not_a_decision"),
        ("The Board <b>approved</b> winter funding of £2.4 million for community beds [1]", "markup"),
        ("<script>alert(1)</script> The Board approved winter funding [1]", "markup"),
        ("The Board **approved** winter funding of £2.4 million for community beds [1]", "markup"),
        ("[The Board](https://example.com) approved winter funding [1]", "markup"),
        ("The Board approved winter funding, see example.com [1]", "markup"),
        ("The Board approved winter funding, write to a@b [1]", "markup"),
        ("The Board &lt;approved&gt; winter funding [1]", "markup"),
        ("The Board approved winter funding of £2.4 million for community beds? [1]", "markup"),
        ("The Board approved ... community beds [1]", "markup"),
        (f"The Board approved {'winter ' * LONGEST}[1]", "too_long"),
        (" \u202e\u200b ", "empty"),
    ],
)
def test_a_line_that_is_no_cited_plain_sentence_is_dropped_with_its_reason(line: str, why: Why) -> None:
    assert check(line, PASSAGES) == Dropped(why)


def test_marks_that_hide_or_turn_text_are_taken_out() -> None:
    result = check(
        "The Board \u202eapproved\u2066 winter\u200b funding of £2.4 million for community\x07 beds [1]", PASSAGES
    )
    assert isinstance(result, Sentence)
    assert result.text == "The Board approved winter funding of £2.4 million for community beds."


def test_a_citation_that_does_not_bear_the_sentence_is_left_out() -> None:
    result = check("The Board approved winter funding of £2.4 million for community beds [2][3][1]", PASSAGES)
    assert isinstance(result, Sentence)
    assert result.citations == (1,)


def test_no_sentence_is_made_of_two_passages() -> None:
    hits = [passage(1, "The Board approved the plan.", "decision"), passage(2, "The plan costs £3 million.", "report")]
    assert isinstance(check("The Board approved the plan which costs £3 million [1][2]", hits), Dropped)


@pytest.mark.parametrize("form", ["was asked to approve", "would approve", "agreed to approve", "had not approved"])
def test_only_the_form_that_stands_there_says_approved(form: str) -> None:
    hits = [passage(1, f"The Board {form} the plan.", "decision")]
    assert isinstance(check("The Board approved the plan [1]", hits), Dropped)
    assert isinstance(check(f"The Board {form} the plan [1]", hits), Sentence)


def test_the_sentences_that_stand_are_kept_in_order_and_the_others_counted() -> None:
    lines = [
        "The Board did not approve the plan [3]",
        "The Board approved the plan [3]",
        "The Board did not approve the plan [3]",
        "RP thanked PS for the work [2]",
    ]
    result = checked(lines, PASSAGES)
    assert isinstance(result, Phrased)
    assert result.text == "The Board did not approve the plan. [3] RP thanked PS for the work. [2]"
    assert result.dropped == 1
    assert checked(lines[1:2], PASSAGES) is None


def test_a_bullet_says_nothing_without_the_line_that_turns_it() -> None:
    for lead in ("The Board rejected the claims that:", "The Board was asked to note that:", "The trust denies:"):
        hits = [passage(1, f"{lead}\n• staff approved the closure.\n• beds were closed.", "decision")]
        assert isinstance(check("Staff approved the closure [1]", hits), Dropped)
        assert isinstance(check("Beds were closed [1]", hits), Dropped)
        assert isinstance(check(f"{lead} beds were closed [1]", hits), Sentence)


@pytest.mark.parametrize("piece", ["a&", "1,", "a-", "not approve ", "The Board:\n• a\n", "(", "Board ", "£1 of "])
def test_a_hostile_passage_costs_no_more_than_its_length(piece: str) -> None:
    hits = [passage(1, piece * (12_000 // len(piece)), "decision")]
    began = time.process_time()
    assert isinstance(check("The Board approved winter funding [1]", hits), Dropped)
    assert time.process_time() - began < 3
