"""Items of minutes in every numbering, and who gave each of them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.model import Block, Item, Span
from ingest.reading import read_bytes
from ingest.structure.meeting.items import minuted
from ingest.structure.people.attendance import attendance

HERE = Span(1, 0, 1)
OPENING = """Minutes of the Works Panel held on 4 March 2024

Present: Ann Example (AE), Chief Executive; Ben Sample (BS), Head of Works; Mrs Cara Model (CM), Deputy Chief Executive

Apologies: Dan Dummy (DD)

"""


def items(body: str, opening: str = OPENING) -> list[Item]:
    (meeting,) = read_bytes("minutes.md", (opening + body).encode()).meetings
    return list(meeting.items)


SPOKE = "The panel spoke about it at some length, and then asked what it would cost."


def told(heads: list[str], mark: str = "## {}") -> str:
    """Headings with a paragraph under each."""
    return "\n\n".join(f"{mark.format(head)}\n\n{SPOKE}" for head in heads)


@pytest.mark.parametrize(
    ("heads", "numbers"),
    [
        (["1. Welcome", "2. Works", "3. Rents"], ["1", "2", "3"]),
        (["Item 1: Welcome", "Item 2: Works", "Item 4: Rents"], ["1", "2", "4"]),
        (["Agenda item 7 – Works", "Agenda item 8 – Rents", "Agenda item 9 – Fees"], ["7", "8", "9"]),
        (["2. Works", "3. Rents", "3.1 Halls", "3.2 Sheds", "4. Fees"], ["2", "3", "3.1", "3.2", "4"]),
        (["5. Works", "5.1 Halls", "5.1 Sheds", "5.2 Fees"], ["5", "5.1", "5.1", "5.2"]),
        (["1/25 Welcome", "2/25 Works", "3/25 Rents"], ["1/25", "2/25", "3/25"]),
        (["25/001 Welcome", "25/002 Works", "25/003 Rents"], ["25/001", "25/002", "25/003"]),
        (
            ["WP/2223/036: Welcome", "WP/2223/037: Works", "WP/2223/038: Rents"],
            ["WP/2223/036", "WP/2223/037", "WP/2223/038"],
        ),
        (
            ["WP.25.01.12 Welcome", "WP.25.01.13 Works", "WP.25.01.14 Rents"],
            ["WP.25.01.12", "WP.25.01.13", "WP.25.01.14"],
        ),
        (["A. Welcome", "B. Works", "C. Rents"], ["A", "B", "C"]),
        (["I. Welcome", "II. Works", "III. Rents", "IV. Fees"], ["I", "II", "III", "IV"]),
        (["Welcome", "Works", "Rents"], ["", "", ""]),
    ],
)
@pytest.mark.parametrize("mark", ["## {}", "**{}**"])
def test_every_numbering_is_read_as_it_is_printed(heads: list[str], numbers: list[str], mark: str) -> None:
    assert [item.number for item in items(told(heads, mark))] == numbers


@pytest.mark.parametrize(
    "heads", [["1. Welcome", "2. Works", "3. Rents"], ["24/01 Welcome", "24/02 Works", "24/03 Rents"]]
)
def test_headings_in_the_bodys_own_print_are_items(heads: list[str]) -> None:
    body = "\n\n".join(f"{head}\n{SPOKE}" for head in heads)
    assert [item.title for item in items(body)] == ["Welcome", "Works", "Rents"]


def test_a_number_on_a_line_of_its_own_takes_the_next_line_as_its_title() -> None:
    body = "\n\n".join(
        f"**{number}.**\n\n**{title}**\n\nThe panel spoke." for number, title in ((1, "Works"), (2, "Rents"))
    )
    assert [(item.number, item.title) for item in items(body)] == [("1", "Works"), ("2", "Rents")]


def test_one_table_row_holds_one_item() -> None:
    rows = [
        "1. | Welcome. The Chair opened the meeting and thanked all for coming. | ",
        "2. | Works BS presented the works and said that they were late again this year. | BS to report",
        "3. | Rents The panel heard that rents were to rise in the spring of next year. | ",
    ]
    body = "| No | Minutes | Action |\n|---|---|---|\n" + "\n".join(f"| {row} |" for row in rows)
    found = items(body)
    assert [(item.number, item.title) for item in found] == [("1", "Welcome"), ("2", "Works"), ("3", "Rents")]
    assert found[1].presenters == ("Ben Sample",)


def test_a_welcome_without_a_number_opens_numbered_items() -> None:
    body = "## Welcome\n\nThe Chief Executive opened the meeting.\n\n" + told(["Item 1: Works", "Item 2: Rents"])
    assert [(item.number, item.title) for item in items(body)] == [("", "Welcome"), ("1", "Works"), ("2", "Rents")]


def test_lists_labels_and_titles_are_no_items() -> None:
    opening = (
        "# Works Panel\n\n## Minutes, 4 March 2024\n\n## Present\n\n- Ann Example\n- Ben Sample\n\n"
        "## Apologies\n\n- Dan Dummy\n\n## Agenda\n\n1. Works\n2. Rents\n\n"
    )
    assert [item.title for item in items(told(["Works", "Rents", "Fees"]), opening)] == ["Works", "Rents", "Fees"]


def test_minutes_under_an_agenda_table_take_its_numbers_and_leads() -> None:
    agenda = (
        "| Item | Description | Lead |\n|---|---|---|\n| 1 | Chair's welcome | AE |\n| 2 | Works and "
        "sheds review | BS |\n| 3 | Rents paper | Panel |\n\n"
    )
    opening = (
        "# Works Panel - Agenda\n\n13 May 2024, 9:30\n\n"
        "Present: Ann Example (AE), Ben Sample (BS)\n\nApologies: Dan Dummy (DD)\n\n## Agenda\n\n"
    )
    found = items(told(["Chair's welcome", "Works/sheds", "Rents"]), opening + agenda)
    assert [(item.number, item.presenters) for item in found] == [
        ("1", ("Ann Example",)),
        ("2", ("Ben Sample",)),
        ("3", ()),
    ]


@pytest.mark.parametrize(
    ("heading", "title", "names"),
    [
        ("2. Works (presented by Mr B Sample)", "Works", ("Ben Sample",)),
        ("2. Works (BS and CM)", "Works", ("Ben Sample", "Mrs Cara Model")),
        ("2. Works – Ben Sample", "Works", ("Ben Sample",)),
        ("2. Works, presented by the Head of Works", "Works", ("Ben Sample",)),
        ("2. Works – Month 9", "Works – Month 9", ()),
        ("2. Works (Verbal)", "Works (Verbal)", ()),
    ],
)
def test_a_heading_may_name_who_gives_the_item(heading: str, title: str, names: tuple[str, ...]) -> None:
    found = items(told(["1. Rents", heading, "3. Fees"]))[1]
    assert (found.title, found.presenters) == (title, names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("BS presented the works.", ("Ben Sample",)),
        ("2.1 Ben Sample (BS) explained why the works were late.", ("Ben Sample",)),
        ("Mr Sample introduced the works.", ("Ben Sample",)),
        ("Ben gave an overview of the works.", ("Ben Sample",)),
        ("The Chief Executive presented her report.", ("Ann Example",)),
        ("The Deputy Chief Executive presented her report.", ("Mrs Cara Model",)),
        ("Ben Sample, Head of Works, and Mrs Model presented the works.", ("Ben Sample", "Mrs Cara Model")),
        ("The report was introduced by the Head of Works.", ("Ben Sample",)),
        ("The panel received a report from Ben Sample on the works.", ("Ben Sample",)),
        ("Eve Pattern (EP) presented the works.", ("Eve Pattern",)),
        ("Presenter: Ben Sample", ("Ben Sample",)),
        ("The panel noted the works.", ()),
        ("BS asked whether CM had presented the works elsewhere.", ()),
        ("The Treasurer presented the works.", ()),
        ("On behalf of BS, the works were noted.", ()),
        ("Members agreed that BS had presented well.", ()),
        ("Anyham Council presented the works.", ()),
        ("DD presented the works.", ()),
    ],
)
def test_who_gives_an_item_is_read_from_its_first_words_or_not_at_all(text: str, names: tuple[str, ...]) -> None:
    body = f"## 1. Rents\n\nThe panel spoke.\n\n## 2. Works\n\n{text}\n\nThe panel spoke.\n\n## 3. Fees\n\nThey rose."
    assert items(body)[1].presenters == names


def test_a_second_presenter_counts_and_a_later_speaker_does_not() -> None:
    body = (
        "## 1. Works\n\nBS outlined the works.\n\nCM explained that she had doubts.\n\n"
        "AE then provided an update on sheds.\n\n## 2. Fees\n\nThey rose."
    )
    assert items(body)[0].presenters == ("Ben Sample", "Ann Example")


def test_nobody_presents_what_every_meeting_has() -> None:
    heads = ["1. Welcome and apologies", "2. Minutes of the last meeting", "3. Any other business"]
    body = "\n\n".join(f"## {head}\n\nAE presented the minutes, and welcomed all." for head in heads)
    assert [item.presenters for item in items(body)] == [(), (), ()]


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("This item has been minuted confidentially.", True),
        ("This item was recorded in the confidential minutes.", True),
        ("Redacted", True),
        ("This item is exempt under paragraph 3 of the Schedule and was minuted separately.", True),
        ("The panel spoke of a confidential helpline for staff.", False),
        ("There were no items to be taken in private session, and the panel moved on.", False),
    ],
)
def test_an_item_minuted_elsewhere_in_confidence_is_marked(text: str, closed: bool) -> None:
    body = f"## 1. Rents\n\nThe panel spoke.\n\n## 2. Works\n\n{text}\n\n## 3. Fees\n\nThey rose."
    assert [item.confidential for item in items(body)] == [False, closed, False]


anything = st.lists(st.text(st.characters(codec="utf-8"), max_size=80), max_size=15)


@settings(max_examples=80, deadline=None)
@given(anything)
def test_any_blocks_give_items_in_order_with_titles_that_stand_in_them(lines: list[str]) -> None:
    blocks = [
        Block("heading" if at % 2 else "paragraph", line, (HERE,), at % 2, bool(at % 2))
        for at, line in enumerate(lines)
    ]
    found = minuted(blocks, 0, len(blocks), attendance(blocks))
    assert [at for at, _ in found] == sorted({at for at, _ in found})
    for at, item in found:
        assert item.title in " ".join(block.text for block in blocks[at : at + 2])


@pytest.mark.parametrize(
    "text", ["1. " * 12000, "A" * 40000, "AE and " * 6000, "The " * 10000, "x – " * 10000, "1/" * 20000]
)
def test_hostile_minutes_are_read_in_step_with_their_length(text: str) -> None:
    people = attendance([Block("paragraph", OPENING.split("\n")[2], (HERE,))])
    start = time.process_time()
    minuted(
        [
            Block("heading", "1. Works", (HERE,), 2),
            Block("paragraph", text, (HERE,)),
            Block("heading", text[:200], (HERE,), 2),
        ],
        0,
        3,
        people,
    )
    assert time.process_time() - start < 5
