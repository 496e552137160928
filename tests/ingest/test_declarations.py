"""Interests declared in a meeting, and what was done about them."""

from __future__ import annotations

from tests.ingest.test_actions import OPENING
from tests.ingest.test_structure import reading


def declared(items: str) -> list[tuple[str, str, str]]:
    """Item, person and what was done, for every declaration of minutes that hold these items."""
    (meeting,) = reading(OPENING + items).meetings
    return [(one.item, one.person, one.done) for one in meeting.declarations]


def test_each_person_who_declares_is_a_declaration() -> None:
    assert declared(
        "### 2. Declarations of Interest\n\nKG declared an interest in item 9 as a trustee. Dr Ann Green and Cllr Low "
        "declared a pecuniary interest in the land.\n"
    ) == [("2", "Kim Grey", ""), ("2", "Dr Ann Green", ""), ("2", "Cllr Low", "")]


def test_none_is_none() -> None:
    assert (
        declared(
            "### 2. Declarations of Interest\n\nThe Chair reminded members to declare any interests. There were no "
            "declarations of interest. None were declared. RB asked whether any interests had been declared. "
            "KG had no conflicts. Members noted the register of interests.\n"
        )
        == []
    )


def test_what_was_done_is_read_from_the_sentence_or_those_after_it() -> None:
    assert declared(
        "### 2. Land\n\nKG declared an interest. She left the room while the land was discussed.\n\n"
        "### 3. Loan\n\nRB had a conflict of interest and took no part in the vote.\n\n"
        "### 4. Lease\n\nJo Brown declared an interest and remained in the meeting.\n\n"
        "### 5. Hall\n\nThe Chair declared an interest. He stayed in the room but did not vote.\n"
    ) == [
        ("2", "Kim Grey", "left"),
        ("3", "Robin Black", "abstained"),
        ("4", "Jo Brown", "stayed"),
        ("5", "Sam White", "abstained"),
    ]


def test_what_was_done_is_read_from_the_item_that_the_declaration_names() -> None:
    assert declared(
        "### 2. Declarations of Interest\n\nKG declared an interest in item 3 and would leave the room.\n\n"
        "### 3. Land\n\nKim Grey left the room. The land was sold.\n"
    ) == [("2", "Kim Grey", "left")]
    assert declared(
        "### 2. Declarations of Interest\n\nKG declared an interest in item 3 and would leave the room.\n\n"
        "### 3. Land\n\nThe land was sold. RB left the meeting.\n"
    ) == [("2", "Kim Grey", "")]


def test_a_list_under_the_heading_names_who_declared_what() -> None:
    assert declared(
        "### 2. Declarations of Interest\n\n- Kim Grey – item 7 – member of the club\n- Cllr Low: item 9, employee\n"
    ) == [("2", "Kim Grey", ""), ("2", "Cllr Low", "")]


def test_a_declaration_quotes_its_sentences() -> None:
    (meeting,) = reading(
        f"{OPENING}### 2. Land\n\nTalk. KG declared an interest as a trustee. She left the room. The land was sold.\n"
    ).meetings
    (one,) = meeting.declarations
    assert one.text == "KG declared an interest as a trustee. She left the room."
