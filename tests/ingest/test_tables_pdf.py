"""Tables of PDFs, ruled and not: every row is there once, in its columns, under its headings."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.model import Block, Box, Line, Row, Source
from ingest.read.aligned import aligned
from ingest.read.glyphs import Printed
from ingest.read.order import stretches
from ingest.read.pdf import read_pdf
from ingest.structure.blocks import blocks
from ingest.structure.furniture import furniture
from tests.ingest import papers

LOG = [
    ["<b>Ref</b>", "<b>Action</b>", "<b>Owner</b>"],
    ["A1", "Write to the landlord about the lease of the old depot before the rent rises in April next year", "A Lead"],
    ["A2", "Count the beds", "B Clerk"],
    [
        "A3",
        "Bring the plan back to the committee once the partners have told it what they can pay towards it",
        "C Chair",
    ],
    ["A4", "Close the log", "A Lead"],
]
WIDTHS = [60, 240, 100]


def rows(content: bytes) -> list[Block]:
    document = read_pdf(Source("paper.pdf", "0" * 64, "pdf"), content)
    return [block for block in blocks(document, furniture(document.pages)) if block.kind == "row"]


def cells(content: bytes) -> list[list[str]]:
    return [[text for _, text in row.cells] for row in rows(content)]


def lines(content: bytes) -> list[str]:
    page = read_pdf(Source("paper.pdf", "0" * 64, "pdf"), content).pages[0]
    assert not any(isinstance(part, Row) for part in page.parts)
    return [page.text[part.start : part.end] for part in page.parts if isinstance(part, Line)]


def plain(row: list[str]) -> list[str]:
    return [cell.replace("<b>", "").replace("</b>", "") for cell in row if cell]


@pytest.mark.parametrize("ruled", [True, False])
def test_wrapped_cells_stay_in_their_row_with_rules_and_without(ruled: bool) -> None:
    parts = [
        papers.paragraph("Before the log."),
        papers.table(LOG, widths=WIDTHS, ruled=ruled),
        papers.paragraph("After."),
    ]
    content = papers.pdf(parts)
    assert cells(content) == [plain(row) for row in LOG]
    assert rows(content)[3].cells[2] == ("Owner", "C Chair")


@pytest.mark.parametrize("ruled", [True, False])
def test_an_empty_cell_leaves_the_others_in_their_columns(ruled: bool) -> None:
    log = [*LOG[:1], ["A1", "", "A Lead"], ["A2", "Count the beds", ""], ["A3", "Close the log", "B Clerk"]]
    found = rows(papers.pdf([papers.table(log, widths=WIDTHS, ruled=ruled)]))
    assert [row.cells for row in found[1:]] == [
        (("Ref", "A1"), ("Owner", "A Lead")),
        (("Ref", "A2"), ("Action", "Count the beds")),
        (("Ref", "A3"), ("Action", "Close the log"), ("Owner", "B Clerk")),
    ]


@pytest.mark.parametrize("ruled", [True, False])
@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_no_row_is_lost_over_pages_whose_headings_are_printed_again(ruled: bool, data: st.DataObject) -> None:
    count = data.draw(st.integers(4, 90), "rows")
    words = data.draw(st.lists(st.integers(1, 24), min_size=count, max_size=count), "words")
    log = [LOG[0], *([f"A{n}", " ".join(["Report"] * many), f"Lead {n}"] for n, many in enumerate(words))]
    found = rows(papers.pdf([papers.table(log, repeat=1, widths=WIDTHS, ruled=ruled)]))
    assert [dict(row.cells)["Ref"] for row in found[1:]] == [f"A{n}" for n in range(count)]
    assert [dict(row.cells)["Action"].count("Report") for row in found[1:]] == words
    assert [dict(row.cells)["Owner"] for row in found[1:]] == [f"Lead {n}" for n in range(count)]


def test_merged_cells_count_once_and_lose_no_row() -> None:
    log = [
        ["<b>Ref</b>", "<b>Action</b>", "<b>Owner</b>", "<b>Due</b>"],
        ["<b>Open</b>", "", "", ""],
        ["A1", "Write to the landlord", "A Lead", "May"],
        ["", "Tell the committee", "B Clerk", "June"],
        ["A2", "Count the beds", "", "July"],
    ]
    merged = [((0, 1), (3, 1)), ((0, 2), (0, 3)), ((1, 4), (2, 4))]
    found = rows(papers.pdf([papers.table(log, widths=[60, 200, 80, 60], merged=merged)]))
    assert [[text for _, text in row.cells] for row in found] == [plain(row) for row in log]
    assert found[3].cells == (("Action", "Tell the committee"), ("Owner", "B Clerk"), ("Due", "June"))
    assert found[4].cells == (("Ref", "A2"), ("Action", "Count the beds"), ("Due", "July"))


def test_a_list_of_names_and_posts_in_two_columns_is_rows() -> None:
    people = [["A One", "Chair"], ["B Two", "Chief Executive"], ["C Three", "Director of Finance"], ["D Four", "Clerk"]]
    parts = [
        papers.heading("Present"),
        papers.table(people, widths=[160, 200], ruled=False),
        papers.heading("1. Welcome"),
    ]
    assert cells(papers.pdf(parts)) == people


def test_two_columns_of_prose_are_no_table() -> None:
    left = [f"the left column of prose runs on in line {n}" for n in range(12)]
    right = [f"and so does the right one beside it in {n}" for n in range(12)]
    assert lines(papers.two_columns(left, right, "A title over both")) == ["A title over both", *left, *right]


def test_numbers_before_paragraphs_and_labels_of_a_form_are_no_columns() -> None:
    agenda = [[f"{n}.", title] for n, title in enumerate(("Welcome", "Apologies", "Estates", "Close"), 1)]
    form = [["Date:", "4 May 2031"], ["Time:", "10.00"], ["Place:", "Town Hall"], ["Chair:", "A One"]]
    found = lines(papers.pdf([papers.table(agenda, widths=[40, 300], ruled=False), papers.table(form, ruled=False)]))
    assert found == [" ".join(row) for row in (*agenda, *form)]


def test_two_rows_side_by_side_are_no_table() -> None:
    signed = [["Signed", "Dated"], ["A One", "4 May 2031"]]
    assert lines(papers.pdf([papers.table(signed, widths=[200, 100], ruled=False)])) == [
        "Signed Dated",
        "A One 4 May 2031",
    ]


@given(
    st.lists(
        st.tuples(
            st.integers(0, 40),
            st.integers(0, 12),
            st.sampled_from(["Word", "1.", "•", "and", "£5", "Lead:"]),
            st.booleans(),
        ),
        max_size=80,
    )
)
def test_no_word_is_lost_or_doubled_wherever_words_stand(places: list[tuple[int, int, str, bool]]) -> None:
    words = [
        Printed(text, Box(12.0 * x, 14.0 * y, 12.0 * x + 6 * len(text), 14.0 * y + 11), 11.0, bold)
        for x, y, text, bold in places
    ]
    tables, rest = aligned(stretches(words), 500.0)
    kept = [word for table in tables for row in table.rows for space in row for word in space.words]
    kept += [word for part in rest for word in part.words]
    assert sorted(map(id, kept)) == sorted(map(id, words))
