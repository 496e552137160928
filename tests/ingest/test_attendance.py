"""Who was there: lists of those present in the styles that minutes print them in."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.model import Attendance, Block, BlockKind, Span
from ingest.reading import read_bytes
from ingest.structure.people.attendance import attendance
from ingest.structure.people.known import by_initials, by_name, person_of
from ingest.structure.people.listing import entry
from ingest.structure.people.running import entries
from tests.ingest import papers

HERE = Span(1, 0, 1)


def block(text: str, kind: BlockKind = "paragraph") -> Block:
    return Block(kind, text, (HERE,), 6 if kind == "heading" else 0, kind == "heading")


def table(*rows: tuple[str, ...], heads: tuple[str, ...] = ()) -> list[Block]:
    """Rows as the reader gives them: a heading row first where heads are named; an empty cell is left out."""
    first = [Block("row", "\t".join(heads), (HERE,), bold=True, cells=tuple(("", head) for head in heads), table=0)]
    made = []
    for row in rows:
        named = heads or ("",) * len(row)
        cells = tuple((head, text) for head, text in zip(named, row, strict=True) if text)
        made.append(Block("row", "\t".join(text for _, text in cells), (HERE,), cells=cells, table=0))
    return [*(first if heads else []), *made]


def people(blocks: list[Block]) -> list[tuple[str, str]]:
    return [(person.name, person.status) for person in attendance(blocks)]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Ann Example (AE), Chair, Anyham ICB", ("Ann Example", "AE", "Chair", "Anyham ICB")),
        ("Ann Example (AE) – Finance Director, Acorn Trust", ("Ann Example", "AE", "Finance Director", "Acorn Trust")),
        ("Dr Ann Example, Medical Director", ("Dr Ann Example", "", "Medical Director", "")),
        ("Ann Example – Acorn Trust", ("Ann Example", "", "", "Acorn Trust")),
        ("Ann Example (Acorn Trust)", ("Ann Example", "", "", "Acorn Trust")),
        ("Chief Nurse: Ann Example", ("Ann Example", "", "Chief Nurse", "")),
        ("the Registrar (Ms A Example)", ("Ms A Example", "", "Registrar", "")),
        ("AE – Ann Example, Treasurer", ("Ann Example", "AE", "Treasurer", "")),
        ("Mrs Ann Example AE Deputy Chair", ("Mrs Ann Example", "AE", "Deputy Chair", "")),
        ("Mr A Sample Clerk to the Council", ("Mr A Sample", "", "Clerk to the Council", "")),
        (
            "Ann Example (AE), Analyst, Acorn Trust (for items 1-3) via Teams",
            ("Ann Example", "AE", "Analyst", "Acorn Trust"),
        ),
        ("Ann Example (until 3pm)", ("Ann Example", "", "", "")),
        ("Ann Example (deputising for Ben Sample)", ("Ann Example", "", "", "")),
        ("Lord Sample OBE", ("Lord Sample", "", "", "")),
    ],
)
def test_an_entry_gives_name_initials_post_and_organisation(line: str, wanted: tuple[str, ...]) -> None:
    found = entry(line)
    assert found
    assert (found.name, found.initials, found.role, found.organisation) == wanted


@pytest.mark.parametrize(
    "line", ["None", "No apologies", "Anyham Council", "Two members of the public", "Finance update"]
)
def test_a_line_that_names_nobody_gives_nobody(line: str) -> None:
    assert not entries(line)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (
            "Cllr A Example (Chair), Cllr B Sample & Cllr C Pattern.",
            ["Cllr A Example", "Cllr B Sample", "Cllr C Pattern"],
        ),
        ("Cllrs Example, Sample and Pattern", ["Example", "Sample", "Pattern"]),
        (
            "Ann Example, Chair, Acorn Trust; Ben Sample and Cara Model, Oak Trust",
            ["Ann Example", "Ben Sample", "Cara Model"],
        ),
        ("Ann Example (Head of Works, Acorn and Oak Trust), Ben Sample", ["Ann Example", "Ben Sample"]),
        ("Ann Example (AE), Director, Green Valley Trust (GVT)", ["Ann Example"]),
        ("Apologies for absence were received from Ann Example and Ben Sample.", ["Ann Example", "Ben Sample"]),
        ("Ann Example, Ben Sample and three members of the public", ["Ann Example", "Ben Sample"]),
    ],
)
def test_a_running_line_is_parted_into_its_people(line: str, names: list[str]) -> None:
    assert [one.name for one in entries(line)] == names


def test_labels_inside_a_running_paragraph_part_its_groups() -> None:
    text = (
        "Present: A Example (Chair), B Sample, C Pattern (for items 1-3); Apologies: D Model. In "
        "attendance: E Dummy (Clerk)"
    )
    assert people([block(text)]) == [
        ("A Example", "member"),
        ("B Sample", "member"),
        ("C Pattern", "member"),
        ("D Model", "apologies"),
        ("E Dummy", "attendee"),
    ]


def test_a_post_before_a_name_is_the_persons_role() -> None:
    found = attendance(
        [block("Chair: Ann Example"), block("Present: Ben Sample"), block("Minutes taken by: Cara Model")]
    )
    assert [(one.name, one.role, one.status) for one in found] == [
        ("Ann Example", "Chair", "member"),
        ("Ben Sample", "", "member"),
        ("Cara Model", "Minutes", "attendee"),
    ]


def test_named_columns_of_a_table_are_told_apart() -> None:
    rows = table(
        ("Ann Example", "Chair", "AE", "Present"),
        ("Ben Sample", "Analyst", "BS", "Apologies"),
        heads=("Name", "Role", "Initials", "Attendance"),
    )
    first, second = attendance([block("Members", "heading"), *rows])
    assert (first.name, first.role, first.initials, first.status) == ("Ann Example", "Chair", "AE", "member")
    assert (second.name, second.status) == ("Ben Sample", "apologies")


def test_groups_side_by_side_and_under_one_another_keep_their_people() -> None:
    rows = table(
        ("Ann Example (AE)", "Cara Model (CM)"),
        ("Ben Sample (BS)", "Apologies"),
        ("Dan Dummy (DD)", "Eve Pattern (EP)"),
        heads=("Members", "Officials"),
    )
    assert people(rows) == [
        ("Ann Example", "member"),
        ("Cara Model", "attendee"),
        ("Ben Sample", "member"),
        ("Dan Dummy", "member"),
        ("Eve Pattern", "apologies"),
    ]


def test_a_label_in_the_first_column_says_who_the_second_names() -> None:
    rows = table(
        ("Present:", "Ann Example (AE) – Chair Ben Sample (BS) – Analyst"), ("Apologies:", "Cara Model, Dan Dummy")
    )
    assert people(rows) == [
        ("Ann Example", "member"),
        ("Ben Sample", "member"),
        ("Cara Model", "apologies"),
        ("Dan Dummy", "apologies"),
    ]


def test_columns_without_rules_on_a_pdf_keep_names_and_organisations_apart() -> None:
    rows = [("Ann Example", "Acorn Trust"), ("Ben Sample", "Ministry of Works"), ("Cara Model", "free-lance surveyor")]
    lines = [f"{name:<40}{body}" for name, body in rows]
    content = (
        "Works Panel\n\nMinutes, 4 March 2024\n\nAttendees:\n\n" + "\n".join(lines) + "\n\n1. Welcome\n\nAll were.\n"
    )
    (meeting,) = read_bytes("minutes.txt", content.encode()).meetings
    assert [(one.name, one.organisation or one.role) for one in meeting.attendance] == rows


def test_lists_of_first_names_and_of_front_matter_are_read() -> None:
    text = (
        "---\nbody: Directors\ndate: 2024-05-01\ndirectors: [Ann, Ben]\napologies:\n- Cara\nchair: "
        "Ann\n---\n\n## Fees\n\nBen gave an update.\n\n## Rent\n\nIt rose.\n"
    )
    (meeting,) = read_bytes("minutes.md", text.encode()).meetings
    assert [(one.name, one.role, one.status) for one in meeting.attendance] == [
        ("Ann", "Chair", "member"),
        ("Ben", "", "member"),
        ("Cara", "", "apologies"),
    ]
    assert meeting.items[0].presenters == ("Ben",)


def test_apologies_told_under_the_first_item_count_where_no_list_has_them() -> None:
    blocks = [
        block("Present: Ann Example, Ben Sample"),
        block("1. Apologies", "heading"),
        block(
            "Apologies were received and accepted from Cara Model (unwell) and Cllr Hall. The Chair opened the meeting."
        ),
    ]
    assert [name for name, status in people(blocks) if status == "apologies"] == ["Cara Model", "Cllr Hall"]


def test_a_paragraph_about_somebody_is_no_entry() -> None:
    blocks = [
        block("Present: Ann Example, Ben Sample"),
        block("Welcome", "heading"),
        block("Cara Model, Director of Works, updated the panel on the works."),
    ]
    assert people(blocks) == [("Ann Example", "member"), ("Ben Sample", "member")]


def test_names_and_dates_in_brackets_behind_the_lists_are_nobody() -> None:
    blocks = [
        block("Members", "heading"),
        block("Ann Example (AE), Chair", "bullet"),
        block("1. Plans", "heading"),
        block(
            "The Winter Plan (WP) was noted. Mental Health Team (MHT) staff spoke to it at some length and with care."
        ),
    ]
    assert people(blocks) == [("Ann Example", "member")]


def test_initials_that_only_the_text_prints_are_kept_with_their_person() -> None:
    blocks = [
        block("Present: Jo May, John Moss"),
        block("1. Bikes", "heading"),
        block("John Moss (JM) set out his idea, and the panel heard from others about what it would take to do it."),
    ]
    assert [(one.name, one.initials) for one in attendance(blocks)] == [("Jo May", ""), ("John Moss", "JM")]


def test_initials_made_of_names_resolve_only_one_person_and_are_not_shown() -> None:
    listed = [Attendance(name, "", "", "member", HERE) for name in ("Ann Example", "Ben Sample", "Beth Stone")]
    found = by_initials("AE", listed)
    assert found
    assert (found.name, found.initials) == ("Ann Example", "")
    assert by_initials("BS", listed) is None


def test_short_names_titles_and_posts_resolve_where_only_one_person_fits() -> None:
    listed = [
        Attendance("Matthew Example", "", "Chief Executive", "member", HERE),
        Attendance("Mrs Ann Sample", "", "Deputy Chief Executive", "member", HERE),
    ]
    assert [
        found.name for printed in ("Matt", "Mr Example", "the Chief Executive") if (found := person_of(printed, listed))
    ] == ["Matthew Example"] * 3
    assert by_name("Sample", [*listed, listed[1]]) is None
    assert person_of("the Treasurer", listed) is None


def test_a_pdf_list_of_one_person_to_a_line_is_not_run_together() -> None:
    lines = ["Ann Example, Chair", "Ben Sample, Director of Works", "Cara Model, Clerk"]
    parts = [
        papers.heading("Minutes of the Works Panel"),
        papers.paragraph("Held on 4 March 2024"),
        papers.heading("Present"),
        papers.paragraph("<br/>".join(lines)),
        papers.heading("1. Welcome"),
        papers.paragraph(
            "The Chair welcomed everyone to the meeting of the panel, and thanked the Clerk for the room."
        ),
        papers.heading("2. Works"),
        papers.paragraph("Ben Sample presented the works, which were late and over their budget for the third time."),
    ]
    (meeting,) = read_bytes("minutes.pdf", papers.pdf(parts)).meetings
    assert [(one.name, one.role) for one in meeting.attendance] == [
        ("Ann Example", "Chair"),
        ("Ben Sample", "Director of Works"),
        ("Cara Model", "Clerk"),
    ]


anything = st.lists(st.text(st.characters(codec="utf-8"), max_size=120), max_size=12)


@settings(max_examples=80, deadline=None)
@given(anything)
def test_any_lines_give_people_who_stand_in_them(lines: list[str]) -> None:
    blocks = [block("Present:"), *(block(line) for line in lines)]
    for person in attendance(blocks):
        assert person.name
        assert all(word in " ".join(lines) for word in person.name.split())


@pytest.mark.parametrize("text", ["A" * 40000, "Ann " * 10000, "(" * 40000, "a, " * 13000, "Dr " * 13000, "A-" * 20000])
def test_a_hostile_line_is_read_in_step_with_its_length(text: str) -> None:
    start = time.process_time()
    attendance([block("Present:"), block(text), block(text, "bullet")])
    assert time.process_time() - start < 5
