"""What minutes decided, asked to be done, and who gave each item."""

from __future__ import annotations

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
