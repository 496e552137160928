"""What minutes ask to be done, in any house's style: labels, lists, columns, capitals and prose."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.model import Action, Attendance, Span
from ingest.structure.record.commitments import commits
from ingest.structure.record.dues import due
from ingest.structure.record.owners import only, owners
from tests.ingest.test_structure import reading

OPENING = """## Minutes of the Estates Board Meeting

Held on Tuesday, 14 January 2025

### Present

- Sam White (SW), Chair.
- Robin Black (RB), Estates Director.
- Kim Grey (KG), Finance Director.
- Jo Brown (JB), Clerk.

### 1. Welcome

SW welcomed everyone.

"""
HERE = Span(1, 0, 1)
PEOPLE = (
    Attendance("Dr Sam White", "SW", "Chair", "member", HERE),
    Attendance("Robin Black", "", "Estates Director", "member", HERE),
    Attendance("Kim Grey", "KG", "Deputy Chair", "member", HERE),
    Attendance("Matthew Brown", "MB", "Clerk", "attendee", HERE),
)


def asked(items: str) -> tuple[Action, ...]:
    """The actions of minutes that hold these items."""
    (meeting,) = reading(OPENING + items).meetings
    return meeting.actions


def brief(items: str) -> list[tuple[tuple[str, ...], str]]:
    """Owner and text of each action."""
    return [(one.owner, one.text) for one in asked(items)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("SW to send the list.", ("Dr Sam White",)),
        ("SW and KG to send the list.", ("Dr Sam White", "Kim Grey")),
        ("SW/RB to write.", ("Dr Sam White", "Robin Black")),
        ("The Chair will draft a letter.", ("Dr Sam White",)),
        ("Matt will make it.", ("Matthew Brown",)),
        ("Upon receipt of the note, KG to provide it.", ("Kim Grey",)),
        ("Send the list (Robin Black).", ("Robin Black",)),
        ("Send the list – KG", ("Kim Grey",)),
        ("Clerk: send the list.", ("Matthew Brown",)),
        ("Panel members/ SW to write.", ("Panel members", "Dr Sam White")),
        ("Ann Example/ICO to give a talk.", ("Ann Example", "ICO")),
        ("The finance team to report back.", ("The finance team",)),
        ("Review the wording of the risk.", ()),
        ("An update on the roof to be provided.", ()),
        ("All future papers to include a section on risk.", ()),
        ("SW to be invited.", ()),
        ("Complete the Quality Impact Assessment (QIA).", ()),
        ("Set up a group (with support from Kim Grey).", ()),
        ("Invite members to attend.", ()),
    ],
)
def test_who_an_actions_words_name(text: str, who: tuple[str, ...]) -> None:
    assert owners(text, PEOPLE) == who


def test_a_text_of_names_alone_is_its_owners() -> None:
    assert only("SW / Clerk", PEOPLE) == ("Dr Sam White", "Matthew Brown")
    assert only("see above", PEOPLE) == only("Noted", PEOPLE) == ()


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("AB to send the list by 8 March 2024.", "8 March 2024"),
        ("by the end of the month, or to say why", "the end of the month"),
        ("RB to report at the next Board meeting.", "the next Board meeting"),
        ("to be sent before the March Board", "the March Board"),
        ("in time for the next meeting", "in time for the next meeting"),
        ("to be brought to a future meeting", "a future meeting"),
        ("to be set once the guidance is out.", "once the guidance is out"),
        ("to be given on a quarterly basis.", "on a quarterly basis"),
        ("a proposal for a future agenda item", ""),
        ("by 30/09/2024", "30/09/2024"),
    ],
)
def test_when_an_action_is_due(text: str, when: str) -> None:
    assert due(text) == when


def test_a_label_may_hold_a_number_or_an_owner_and_a_state() -> None:
    found = asked(
        "### 2. Roof\n\nAction 12/24 – RB to fix the roof.\n\nAction (KG): pay the builder.\n\n"
        "Outstanding action from 3 December: JB to publish the notes.\n"
    )
    assert [(one.reference, one.owner, one.text, one.status) for one in found] == [
        ("12/24", ("Robin Black",), "RB to fix the roof.", ""),
        ("", ("Kim Grey",), "pay the builder.", ""),
        ("", ("Jo Brown",), "JB to publish the notes.", "outstanding"),
    ]


def test_lines_after_an_action_say_who_and_when() -> None:
    (one,) = asked("### 2. Roof\n\n**Action:** Fix the roof.\n\n**Owner:** Robin Black\n\n**Due:** end of March\n")
    assert (one.text, one.owner, one.due) == ("Fix the roof.", ("Robin Black",), "end of March")


def test_a_label_that_holds_only_a_name_asks_for_the_sentence_before_it() -> None:
    assert brief("### 2. Roof\n\nThe roof leaked. A builder was to be found. [Action: RB]\n") == [
        (("Robin Black",), "A builder was to be found.")
    ]


def test_an_action_that_names_nobody_is_theirs_who_took_it_up_just_before() -> None:
    talk = "KG asked about the wording of the fire risk. RB agreed and would see that it was changed."
    assert brief(f"### 2. Risk\n\n{talk}\n\nAction: Review the wording of the fire risk.\n") == [
        (("Robin Black",), "Review the wording of the fire risk.")
    ]
    assert brief("### 2. Risk\n\nKG asked about the fire risk.\n\nAction: Review the wording of the fire risk.\n") == [
        ((), "Review the wording of the fire risk.")
    ]


def test_a_list_under_its_heading_holds_actions_with_the_owner_of_its_lead() -> None:
    items = (
        "### 2. Roof\n\nRB spoke.\n\n### 3. Action items\n\n- Robin will:\n    - find a builder;\n    - buy a ladder.\n"
        "- Kim and Jo will check the price.\n- Write to the landlord (JB)\n"
    )
    assert brief(items) == [
        (("Robin Black",), "find a builder;"),
        (("Robin Black",), "buy a ladder."),
        (("Kim Grey", "Jo Brown"), "Kim and Jo will check the price."),
        (("Jo Brown",), "Write to the landlord (JB)"),
    ]


def test_columns_of_a_table_hold_actions_owners_and_dates() -> None:
    rows = "| 7 | Fix the roof | RB / JB | 8 March |\n| 8 | None | | |\n"
    table = f"| Ref | Action | Owner | Due |\n|---|---|---|---|\n{rows}"
    (one,) = asked(f"### 2. Roof\n\nRB spoke.\n\n{table}")
    assert (one.reference, one.text, one.owner, one.due) == (
        "7",
        "Fix the roof",
        ("Robin Black", "Jo Brown"),
        "8 March",
    )


def test_a_column_of_names_asks_for_the_sentence_that_it_stands_against() -> None:
    table = (
        "| Discussion | Action |\n|---|---|\n"
        "| The roof leaked in the storm of last week. RB would call the builder. It was cold. | RB |\n"
    )
    assert brief(f"### 2. Roof\n\nTalk.\n\n{table}") == [(("Robin Black",), "RB would call the builder.")]


def test_a_sentence_in_capitals_or_of_who_is_to_do_what_is_an_action() -> None:
    assert brief("### 2. Roof\n\n**RB to repair the roof.**\n\nJB TO CIRCULATE THE LIST\n") == [
        (("Robin Black",), "RB to repair the roof."),
        (("Jo Brown",), "JB TO CIRCULATE THE LIST"),
    ]


def test_where_nothing_is_marked_prose_tells_who_took_something_on() -> None:
    items = (
        "### 2. Roof\n\nThe Clerk agreed to write to the builder. RB undertook to find a ladder. "
        "Members would welcome more. "
        "The Board will receive a report. The plan will present a risk. KG would have sent it.\n"
    )
    assert brief(items) == [
        (("Jo Brown",), "The Clerk agreed to write to the builder."),
        (("Robin Black",), "RB undertook to find a ladder."),
    ]


def test_where_actions_are_labelled_prose_adds_none_to_their_item() -> None:
    items = "### 2. Roof\n\nRB would call the builder. KG will look at the price.\n\nAction: RB to call the builder.\n"
    assert brief(items) == [(("Robin Black",), "RB to call the builder.")]


def test_what_became_of_an_earlier_action_is_no_new_one() -> None:
    items = "### 2. Matters arising\n\nAction 4: RB to fix the roof. Complete.\n\n### 3. Rent\n\nAction: KG to pay.\n"
    assert brief(items) == [(("Kim Grey",), "KG to pay.")]


def test_no_action_is_none() -> None:
    assert asked("### 2. Roof\n\nAction: None\n\n### 3. Rent\n\nAction: no further action.\n") == ()


@given(
    st.sampled_from(["if {}", "whether {}", "the plan {}", "costs {}", "the Board {}", "it {}", "the report {}"]),
    st.sampled_from(
        ["will fall", "would send a signal", "will provide cover", "would produce savings", "will receive"]
    ),
)
@settings(derandomize=True, max_examples=40, deadline=None, database=None)
def test_things_bodies_and_suppositions_take_nothing_on(who: str, does: str) -> None:
    sentence = f"{who.format('')} {does} more.".replace("  ", " ")
    assert commits(sentence[0].upper() + sentence[1:], PEOPLE) == ()
