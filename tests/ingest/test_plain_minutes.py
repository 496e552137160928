"""Minutes as plain text and simple Markdown, in which nothing is printed as a heading."""

from __future__ import annotations

import time

import pytest

from ingest.model import Meeting
from ingest.reading import read_bytes

OPENING = """Minutes of the Meadow Committee meeting held on 4 May 2021

Present: Ann Example (AE) (Chair), Ben Sample (BS), Cara Specimen (CS)
Apologies: Dan Instance

"""


def read(text: str, name: str = "minutes.txt") -> Meeting:
    """The one meeting that a text records under the usual opening."""
    (meeting,) = read_bytes(name, (OPENING + text).encode()).meetings
    return meeting


def items(text: str, name: str = "minutes.txt") -> list[tuple[str, str]]:
    return [(item.number, item.title) for item in read(text, name).items]


def around(text: str) -> str:
    """Three items, of which the second holds the text."""
    opening = "1. Welcome\n\nThe Chair opened the meeting.\n\n2. Hedges\n\n"
    return f"{opening}{text}\n\n3. Close\n\nThe meeting ended at nine.\n"


def decisions(text: str) -> list[tuple[str, str, str]]:
    return [(one.item, one.verb, one.text) for one in read(around(text)).decisions]


def actions(text: str) -> list[tuple[tuple[str, ...], str]]:
    return [(one.owner, one.text) for one in read(around(text)).actions]


@pytest.mark.parametrize(
    "codes",
    [
        ("P01:04/24", "P02:04/24", "P03:04/24"),
        ("P048/23", "P049/23", "P050/23"),
        ("44.21", "45.21", "46.21"),
        ("2105.01", "2105.02", "2105.03"),
        ("MB/2021/104", "MB/2021/105", "MB/2021/106"),
    ],
)
def test_references_of_one_series_head_the_items_of_plain_text(codes: tuple[str, str, str]) -> None:
    one, two, three = codes
    text = (
        f"{one} Welcome\n\nThe Chair opened the meeting and spoke of the spring.\n\n"
        f"{two} Repair of the footbridge\n\nBen Sample told of the damage that the flood had done.\n\n"
        f"{three} Next meeting\n\nThe next meeting would be in June, in the same room.\n"
    )
    wanted = [(one, "Welcome"), (two, "Repair of the footbridge"), (three, "Next meeting")]
    assert items(text) == wanted


def test_an_agenda_number_behind_the_reference_is_no_part_of_the_title() -> None:
    text = "".join(
        f"P0{number}/23    {number - 60}.    {title}\n\nNothing was said of it at any length this time.\n\n"
        for number, title in ((61, "RENTS"), (62, "GATES"), (63, "TO RECEIVE THE MINUTES OF THE POND GROUP"))
    )
    assert items(text)[2] == ("P063/23", "TO RECEIVE THE MINUTES OF THE POND GROUP")


def test_a_title_ends_where_a_sentence_begins_though_no_mark_parts_them() -> None:
    text = (
        "1\\. Election of Chair Ann Example was nominated and took the role.\n\n"
        "2\\. Approval of Minutes The minutes of 6 April were confirmed as a true record.\n\n"
        "3\\. 2020 Accounting Statement Members were given copies of it with the bank's letters.\n\n"
        "4\\. Fences and Gates Three quotes received for the work were compared at length.\n"
    )
    titles = [title for _, title in items(text, "minutes.md")]
    assert titles == ["Election of Chair", "Approval of Minutes", "2020 Accounting Statement", "Fences and Gates"]


def test_numbered_lines_are_items_where_every_line_is_a_paragraph() -> None:
    long = (
        "To receive declarations of interest under the law, being any interest that a member holds in matters that are "
    )
    text = (
        f"1. To receive apologies.\nDan Instance (away)\n2. {long}to be heard this evening, as set out in the code.\n"
        "None received.\n3. To elect a Chair for 2021/22\nOne nomination was received, of Ann Example.\n"
    )
    assert [number for number, _ in items(text)] == ["1", "2", "3"]


def test_short_lines_alone_head_items_where_one_is_an_item_of_every_meeting() -> None:
    text = (
        "Footbridge\n\nBS said that the bridge had been damaged by the flood in the winter months.\n\n"
        "Statement of Purpose\n\nThe Committee talked about the draft and how it might be made shorter.\n\n"
        "Any other business\n\nThe Chair thanked everybody for coming out on so wet an evening.\n"
    )
    assert [title for _, title in items(text)] == ["Footbridge", "Statement of Purpose", "Any other business"]


def test_short_lines_alone_head_nothing_where_none_is_an_item_of_a_meeting() -> None:
    text = (
        "Footbridge\n\nBS said that the bridge had been damaged by the flood in the winter months.\n\n"
        "Pond\n\nThe Committee talked about the draft and how it might be made shorter.\n"
    )
    assert items(text) == []


def test_the_link_to_a_paper_is_no_part_of_a_title() -> None:
    text = (
        "Apologies\n\nThere were no apologies that had not been given before the meeting.\n\n"
        "Declarations of Interest pdf icon PDF 55 KB\n\nThere were no declarations of interest from any member.\n\n"
        "Lease of the Hall pdf icon PDF 1.2 MB\n\nThe report of the agent was laid before the members present.\n"
    )
    assert [title for _, title in items(text)] == ["Apologies", "Declarations of Interest", "Lease of the Hall"]


def test_a_list_of_numbered_actions_is_no_list_of_items() -> None:
    text = (
        "Footbridge\n\nBS said that the bridge had been damaged by the flood in the winter months.\n\n"
        "Any other business\n\nThe Chair thanked everybody for coming out on so wet an evening.\n\n"
        "Actions\n\n1. BS to write to the builder.\n2. CS to book the hall.\n3. AE to ring the bank.\n"
    )
    assert not any(number for number, _ in items(text))


@pytest.mark.parametrize(
    ("said", "verb"),
    [
        ("It was proposed by Ann Example and seconded by Ben Sample that the fee be approved. Carried.", "approved"),
        ("Ben Sample proposed that a new gate be bought. Seconded by Cara Specimen, resolution passed.", "agreed"),
        ("It was proposed by AE and seconded by BS that the plan be adopted. The motion was lost.", "rejected"),
        ("It was proposed by AE and seconded by BS that the plan be rejected. Carried.", "rejected"),
        ("Care of the pond – Ben Sample (Proposed AE, Seconded CS) – All in favour", "agreed"),
        ("The lease was discussed and deferred.", "deferred"),
        ("The minutes of the meeting held on 04.03.21 were confirmed as a true record.", "agreed"),
        ("The minutes of the previous meeting were agreed for publication.", "agreed"),
        ("Members were given the statement, which was considered and approved.", "approved"),
        ("Accounts approved", "approved"),
        ("It was voted unanimously that Cara Specimen be co-opted.", "agreed"),
        ("A letter was read out with its map and it was resolved that the offer be declined as too dear.", "agreed"),
        ("The Committee homologated the decision of the Chair.", "ratified"),
    ],
)
def test_what_a_meeting_decides_in_prose_is_found_with_its_verb(said: str, verb: str) -> None:
    assert [(item, found) for item, found, _ in decisions(said)] == [("2", verb)]


@pytest.mark.parametrize(
    "said",
    [
        "It was proposed by Ann Example that the fee be approved.",
        "It was proposed by Ann Example and seconded by Ben Sample that the fee be approved. Talk went on.",
        "The minutes were proposed by Ann Example and seconded by Ben Sample.",
        "He spoke of the policy which was approved.",
        "Accounts to be approved",
        "Apologies were received from Dan Instance.",
        "Once the accounts were considered and approved, the grant would follow.",
    ],
)
def test_what_has_no_outcome_is_no_decision(said: str) -> None:
    assert decisions(said) == []


def test_a_vote_for_a_label_alone_is_the_decision() -> None:
    assert decisions("Agreed – All in favour") == [("2", "agreed", "Agreed – All in favour")]


def test_a_line_under_a_resolution_that_a_person_agreed_to_act_is_no_decision() -> None:
    text = "The Committee RESOLVED to:\n\n- Adopt the plan for the pond.\n\nCS agreed to send the plan to members."
    assert [verb for _, verb, _ in decisions(text)] == ["adopted"]


@pytest.mark.parametrize(
    ("said", "owner"),
    [
        ("The lamp at the gate is out, BS to ask the electrician.", ("Ben Sample",)),
        ("No answer has come from the bank – chase it up. CS to action.", ("Cara Specimen",)),
        ("AE/BS to arrange a meeting with the owner of the field.", ("Ann Example", "Ben Sample")),
    ],
)
def test_a_clause_that_says_who_is_to_act_is_an_action(said: str, owner: tuple[str, ...]) -> None:
    ((who, _),) = actions(said)
    assert who == owner


def test_who_is_to_action_something_is_told_with_what_it_is() -> None:
    ((_, text),) = actions("No answer has come from the bank – chase it up. CS to action.")
    assert text == "No answer has come from the bank – chase it up. CS to action."


def test_the_agendas_own_words_are_no_action() -> None:
    text = "1. To receive apologies.\n\nNone.\n\n2. To approve the minutes of 6 April. Chair to sign.\n\nDone so.\n\n"
    assert read(f"{text}3. To note the weather.\n\nIt had been wet for most of the month and cold.\n").actions == ()


def test_an_items_number_in_a_row_is_no_actions_reference() -> None:
    text = (
        "| No | Item and discussion | Action |\n| --- | --- | --- |\n"
        "| 1. | Welcome. The Chair opened the meeting and spoke of the wet spring that all had had. | |\n"
        "| 2. | Pond. Ben Sample told of the flood and of the damage that it had done to the bank. | BS to write to "
        "the builder |\n| 3. | Close. The Chair closed the meeting at nine and thanked all who had come. | |\n"
    )
    (action,) = read(text, "minutes.md").actions
    assert (action.item, action.reference) == ("2", "")


def test_hostile_paragraphs_are_read_in_little_time() -> None:
    started = time.process_time()
    read(
        "1. Pond\n\n"
        + "proposed seconded (proposed " * 600
        + "\n\n2. Gate\n\n"
        + "Ann Ben, " * 2000
        + "\n\n3. Hall\n\nx.\n"
    )
    assert time.process_time() - started < 5
