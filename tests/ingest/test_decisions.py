"""What minutes decided, asked to be done, and who gave each item."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.structure.record.told import tells
from ingest.structure.record.verbs import verb as verb_of
from ingest.structure.sentences import points, sentences
from tests.ingest.test_structure import MINUTES, pack, reading


def test_a_recommendation_is_never_reported_as_a_decision() -> None:
    decided = [decision.text for meeting in pack().meetings for decision in meeting.decisions]
    assert decided == ["The Committee NOTED the programme."]


def test_bullets_of_a_resolution_are_decisions_of_their_own_with_verb_and_condition() -> None:
    (meeting,) = reading(MINUTES).meetings
    assert [(one.item, one.verb, one.condition) for one in meeting.decisions] == [
        ("2", "approved", "subject to funding."),
        ("2", "noted", ""),
        ("3.1", "adopted", ""),
    ]


def test_an_action_names_its_owner_and_when_it_is_due() -> None:
    (meeting,) = reading(MINUTES).meetings
    (action,) = meeting.actions
    assert (action.owner, action.due) == (("Robin Black",), "March")


GIVEN = """## Minutes of the Estates Committee Meeting

Held on Tuesday, 14 January 2025

### Members

- Sam White (SWh), Chair.
- Robin Black (RB), Estates Director.
- Kim Grey (KG), Finance Director.

### 1. Any Other Business

RB advised that parking was full.

### 2. Capital

RB took the report as read.

KG gave an update on spending.

### 3. Leases

SW explained that two leases would end.

### 4. Rates

Somebody else (SE) presented the rates.
"""


def test_who_gives_an_item_is_read_from_its_first_words_and_from_later_updates() -> None:
    (meeting,) = reading(GIVEN).meetings
    assert [item.presenters for item in meeting.items] == [(), ("Robin Black", "Kim Grey"), ("Sam White",), ()]


TOLD = """---
body: Parking Panel
title: Minutes of the Parking Panel
date: 2024-05-01
---

## Permits

The officer recommended that permits be free. The Panel agreed that permits would cost £10.

It was noted that demand had fallen, and members agreed with each other at length about little.

## Signs

It was agreed that signs be renewed.
"""


def test_minutes_without_labels_tell_their_decisions_in_sentences() -> None:
    (meeting,) = reading(TOLD).meetings
    assert (meeting.body, meeting.date) == ("Parking Panel", "2024-05-01")
    assert [(one.title, one.verb, one.text) for one in meeting.decisions] == [
        ("Permits", "agreed", "The Panel agreed that permits would cost £10."),
        ("Signs", "agreed", "It was agreed that signs be renewed."),
    ]


def test_where_resolutions_are_labelled_no_other_sentence_is_one() -> None:
    text = MINUTES.replace("AG welcomed everyone to the meeting.", "The Board agreed that the room was cold.")
    (meeting,) = reading(text).meetings
    assert all("cold" not in decision.text for decision in meeting.decisions)


OPENING = """## Minutes of the Estates Board Meeting

Held on Tuesday, 14 January 2025

### Present

- Sam White (SW), Chair.
- Robin Black (RB), Estates Director.
- Kim Grey (KG), Finance Director.

### 1. Welcome

SW welcomed everyone.

"""


def decided(items: str) -> list[tuple[str, str, str]]:
    """Item, verb and text of every decision of minutes that hold these items."""
    (meeting,) = reading(OPENING + items).meetings
    return [(one.item, one.verb, one.text) for one in meeting.decisions]


def test_points_of_one_paragraph_are_decisions_of_their_own() -> None:
    assert decided("### 2. Rent\n\nThe Board: 1. NOTED the rent report; 2. APPROVED the new lease.\n") == [
        ("2", "noted", "NOTED the rent report;"),
        ("2", "approved", "APPROVED the new lease."),
    ]
    assert decided("### 2. Rent\n\nRESOLVED that (a) the quote be accepted; (b) the lease be approved.\n") == [
        ("2", "agreed", "the quote be accepted;"),
        ("2", "approved", "the lease be approved."),
    ]


def test_bullets_under_a_line_that_names_the_body_are_decisions() -> None:
    assert decided("### 2. Pay\n\nThe Board resolved to:\n\n- note the survey\n- adopt the pay policy\n") == [
        ("2", "noted", "note the survey"),
        ("2", "adopted", "adopt the pay policy"),
    ]
    assert decided("### 2. Pay\n\nThe Board is asked to:\n\n- note the survey\n- adopt the pay policy\n") == []


def test_a_heading_or_a_column_of_decisions_marks_them() -> None:
    assert decided("### 2. Pay\n\nTalk.\n\n#### Decision\n\nThe Board approved the pay policy.\n") == [
        ("2", "approved", "The Board approved the pay policy.")
    ]
    table = "| Discussion | Decision |\n|---|---|\n| The rent was seen. | Rent approved |\n| The car park. | None |\n"
    assert decided(f"### 2. Pay\n\n{table}") == [("2", "approved", "Rent approved")]


def test_a_label_within_a_paragraph_marks_what_stands_after_it() -> None:
    text = "KG gave the accounts. Agreed: the accounts be signed. Action: KG to send them. RB spoke of rent."
    assert decided(f"### 2. Accounts\n\n{text}\n") == [("2", "agreed", "the accounts be signed.")]


def test_a_resolution_broken_off_by_its_print_is_read_whole() -> None:
    assert decided(
        "### 2. Plan\n\n**Resolved: The Board noted the plan for the**\n\nold library and its garden.\n"
    ) == [("2", "noted", "The Board noted the plan for the old library and its garden.")]


def test_a_refusal_or_a_delay_is_no_approval() -> None:
    verbs = [
        verb
        for _, verb, _ in decided(
            "### 2. A\n\nResolved: The Board did not approve the case.\n\n### 3. B\n\nDecision: Not approved.\n\n"
            "### 4. C\n\nDecision: Deferred to the next meeting for approval.\n\n"
            "### 5. D\n\nOutcome: The Board was unable to approve the accounts.\n\n"
            "### 6. E\n\nResolved: The Board RECOMMENDED that the Council approve the plan.\n\n"
            "### 7. F\n\nResolved: The Board agreed not to support the bid.\n"
        )
    ]
    assert verbs == ["rejected", "rejected", "deferred", "other", "other", "rejected"]


def test_what_another_body_decided_is_not_decided_here() -> None:
    assert decided(
        "### 2. Bid\n\nThe Finance Committee approved the bid. The bid was approved by the Executive Committee. "
        "The Council agreed the budget.\n\nThe Board approved the lease.\n"
    ) == [("2", "approved", "The Board approved the lease.")]


def test_a_paper_noted_at_an_items_end_is_a_decision_and_talk_that_is_noted_is_none() -> None:
    assert decided(
        "### 2. Finance\n\nKG gave the report. The Board noted that costs had risen.\n\nThe Board noted the report.\n"
    ) == [("2", "noted", "The Board noted the report.")]


BEFORE = ("", "Following discussion, ", "After debate ", "On the recommendation of the Finance Committee, ")
VERBS = ("approved", "adopted", "ratified", "endorsed", "rejected", "deferred")
THINGS = ("the lease of the hall", "the grant to the club", "the pay policy", "the plan for the garden")
NOT_HERE = (
    "The Board would be asked to have {thing} {verb}.",
    "The Board had {verb} {thing} at its last meeting.",
    "If the Board {verb} {thing}, work would begin.",
    "Once {verb}, {thing} would be published.",
    "It was recommended that {thing} be {verb}.",
    "KG asked whether the Board {verb} {thing}.",
    "KG reported that {thing} was {verb}.",
    "The Finance Committee {verb} {thing}.",
    "The Council {verb} {thing}.",
    "{Thing} was {verb} by the Executive Committee.",
    "It had been thought that the Board {verb} {thing}.",
    "The Board {verb} in March {thing}.",
    "At its last meeting, the Board {verb} {thing}.",
    "The Board might have {verb} {thing}.",
    "{Thing} could not be {verb}.",
    "When the Board {verb} {thing}, nobody spoke.",
    "RB said that the Board {verb} {thing}.",
    "The report said {thing} will be {verb} by the Board.",
    "Unless {verb}, {thing} would lapse.",
    "The paper asked that {thing} be {verb}.",
)


@given(st.sampled_from(NOT_HERE), st.sampled_from(VERBS), st.sampled_from(THINGS))
@settings(derandomize=True, max_examples=120, deadline=None, database=None)
def test_a_hypothesis_or_a_report_decides_nothing(form: str, verb: str, thing: str) -> None:
    sentence = form.format(verb=verb, thing=thing, Thing=thing.capitalize())
    assert not tells(sentence, "Estates Board"), sentence


@given(st.sampled_from(BEFORE), st.sampled_from(VERBS), st.sampled_from(THINGS), st.booleans())
@settings(derandomize=True, max_examples=80, deadline=None, database=None)
def test_a_plain_sentence_of_the_body_decides(before: str, verb: str, thing: str, passive: bool) -> None:
    plain = f"it was agreed that {thing} be {verb}." if passive else f"the Board {verb} {thing}."
    sentence = before + (plain if before else plain[0].upper() + plain[1:])
    assert tells(sentence, "Estates Board"), sentence
    assert verb_of(sentence) == verb


@given(st.sampled_from(VERBS[:4]), st.sampled_from(THINGS), st.sampled_from(["not {}", "never {}", "not formally {}"]))
@settings(derandomize=True, max_examples=40, deadline=None, database=None)
def test_a_negated_verb_is_never_an_approval(verb: str, thing: str, form: str) -> None:
    assert verb_of(f"{thing.capitalize()} was {form.format(verb)}.") == "rejected"


@given(st.text(alphabet="The Board agreed to:(a)12.RESOLVED;,–'\n", max_size=400))
@settings(derandomize=True, max_examples=60, deadline=None, database=None)
def test_no_text_stops_the_reading_of_sentences_and_points(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
    assert isinstance(points(text), tuple)


@given(
    st.sampled_from(["grant", "award", "refuse contract", "notes", "support plan", "delegates", "deferral", "approval"])
)
@settings(derandomize=True, max_examples=20, deadline=None, database=None)
def test_a_noun_is_no_verb(noun: str) -> None:
    assert verb_of(f"The {noun} for the year had been seen and the lease was ratified.") == "ratified"
    assert verb_of(f"The {noun} of May was not ratified.") == "rejected"


def test_the_month_of_may_supposes_nothing() -> None:
    sentence = "The minutes of 3 May 2024 were approved."
    assert tells(sentence, "Estates Board")
    assert verb_of(sentence) == "approved"


def test_what_became_of_a_recommendation_is_told_by_the_verb_behind_it() -> None:
    assert verb_of("The recommendation to close the north ward for good was not approved.") == "rejected"
    assert verb_of("The recommendation to close the north ward for good was approved.") == "approved"
    assert verb_of("The Committee recommended that closing the north ward be approved.") == "other"
