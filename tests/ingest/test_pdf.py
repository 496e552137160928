"""Reading PDFs: order, tables, furniture, broken words and carried paragraphs."""

from __future__ import annotations

from ingest.model import Document, Row, Source
from ingest.read.pdf import read_pdf
from ingest.reading import read_bytes
from ingest.structure.blocks import blocks
from ingest.structure.furniture import furniture
from tests.ingest import papers


def read(content: bytes) -> Document:
    return read_pdf(Source("paper.pdf", "0" * 64, "pdf"), content)


def texts(content: bytes) -> list[str]:
    document = read(content)
    return [block.text for block in blocks(document, furniture(document.pages))]


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [f"left line {n} of a column of prose text" for n in range(8)]
    right = [f"right line {n} of a column of prose text" for n in range(8)]
    text = read(papers.two_columns(left, right, "A title over both")).pages[0].text
    assert text.split("\n")[:-1] == ["A title over both", *left, *right]


def test_letters_beyond_the_first_plane_of_unicode_are_read() -> None:
    shown = {"B": "\U0001d401", "o": "\U0001d428"}  # mathematical bold letters, with which some programs print headings
    (page,) = read(papers.meant([papers.paragraph("Board approved the lease")], shown)).pages
    assert page.text.strip() == "Board approved the lease"


def test_a_ruled_table_is_rows_that_know_their_column_headings() -> None:
    rows = [["Organisation", "Plan", "Actual"], ["Hospital trust", "68.5", "44.8"], ["Mental health trust", "", "18.0"]]
    document = read(papers.pdf([papers.table(rows)]))
    found = [block for block in blocks(document, furniture(document.pages)) if block.kind == "row"]
    assert found[1].cells == (("Organisation", "Hospital trust"), ("Plan", "68.5"), ("Actual", "44.8"))
    assert found[2].cells == (("Organisation", "Mental health trust"), ("Actual", "18.0"))


def test_an_underline_inside_a_cell_is_no_row() -> None:
    rows = [["No", "Action"], ["54", "<u>Equality actions reviewed by the committee</u> Report to the next meeting."]]
    page = read(papers.pdf([papers.table(rows, widths=[60, 200])])).pages[0]
    assert len([part for part in page.parts if isinstance(part, Row)]) == 2


def test_a_table_over_two_pages_keeps_its_headings_and_loses_no_row() -> None:
    rows = [["Ref", "Risk"], *([f"R{n}", f"Risk number {n} of the register"] for n in range(70))]
    document = read(papers.pdf([papers.table(rows, repeat=1)]))
    assert len(document.pages) == 2
    found = [block for block in blocks(document, furniture(document.pages)) if block.kind == "row"]
    assert [dict(block.cells).get("Ref") for block in found[1:]] == [f"R{n}" for n in range(70)]


def test_two_tables_under_each_other_stay_two() -> None:
    first, second = [["A", "B"], ["one", "two"]], [["C", "D"], ["three", "four"]]
    document = read(papers.pdf([papers.table(first), papers.paragraph("Between them."), papers.table(second)]))
    found = [block for block in blocks(document, furniture(document.pages)) if block.kind == "row"]
    assert [block.table for block in found] == [0, 0, 1, 1]
    assert found[3].cells == (("C", "three"), ("D", "four"))


def test_running_lines_and_page_numbers_stay_out_and_the_number_becomes_the_label() -> None:
    parts = [papers.paragraph("First page text."), papers.new_page(), papers.paragraph("Second page text.")]
    content = papers.pdf([*parts, papers.new_page(), papers.paragraph("Third page text.")], "Board papers, page #", "#")
    reading = read_bytes("paper.pdf", content)
    assert [page.label for page in reading.document.pages] == ["1", "2", "3"]
    assert texts(content) == ["First page text.", "Second page text.", "Third page text."]


def test_a_word_broken_at_a_line_end_is_joined_when_the_document_knows_it() -> None:
    left = ["The stewardship approach was", "discussed at length and the steward-", "ship programme was extended to"]
    assert any("stewardship programme" in text for text in texts(papers.two_columns([*left, "all of the places."], [])))


def test_a_paragraph_carried_over_a_page_is_one_block_with_two_spans() -> None:
    long = "The system had agreed a plan for the year that was to be met by all partners together, and which would"
    parts = [papers.paragraph(long), papers.new_page(), papers.paragraph("be reviewed in the autumn by the board.")]
    document = read(papers.pdf(parts))
    (block,) = blocks(document, furniture(document.pages))
    assert [span.page for span in block.spans] == [1, 2]
    assert block.text.endswith("which would be reviewed in the autumn by the board.")


def test_every_span_quotes_the_page_and_has_boxes_on_it() -> None:
    parts = [papers.heading("1. Welcome"), papers.paragraph("The chair welcomed everyone to the meeting. " * 9)]
    reading = read_bytes("paper.pdf", papers.pdf(parts))
    for passage in reading.passages:
        for span in passage.spans:
            page = reading.document.pages[span.page - 1]
            assert page.text[span.start : span.end].strip()
            assert span.boxes
            assert all(0 <= box.left < box.right <= page.width for box in span.boxes)
            assert all(0 <= box.top < box.bottom <= page.height for box in span.boxes)


def test_a_raised_ending_is_part_of_its_date() -> None:
    date = (
        "Minutes of the meeting held on 25<super>th</super> July 2031 and on 31<super rise=4 size=6>st</super> August"
    )
    content = papers.pdf([papers.heading(date), papers.paragraph(date + ".")])
    assert texts(content) == [
        "Minutes of the meeting held on 25th July 2031 and on 31st August",
        "Minutes of the meeting held on 25th July 2031 and on 31st August.",
    ]


def test_a_footnotes_mark_does_not_break_its_paragraph() -> None:
    text = "The Board heard of the code<super>1</super> that all partners<super>2</super> had signed. " * 3
    (found,) = texts(papers.pdf([papers.paragraph(text)]))
    assert found.startswith("The Board heard of the code 1 that all partners 2 had signed.")


def test_a_footnote_does_not_cut_a_paragraph_that_goes_on_over_the_page() -> None:
    first = [
        "The partners had agreed a plan for the year that was to be",
        "met by all of them together before the spring, and the",
    ]
    note = ["1 The code is printed in the papers of the meeting before."]
    second = ["plan would then be brought back to the board for a decision."]
    content = papers.footed([(["Some words that end here.", *first], note), (second, [])])
    found = texts(content)
    assert " ".join([*first, *second]) in found
    assert note[0] in found


def test_bullets_know_how_deep_they_stand() -> None:
    content = papers.pdf([papers.bullets("noted the plan:", ["its cost", "its risk"], "agreed it")])
    document = read(content)
    found = [block for block in blocks(document, furniture(document.pages)) if block.kind == "bullet"]
    assert [(block.text, block.depth) for block in found] == [
        ("noted the plan:", 0),
        ("its cost", 1),
        ("its risk", 1),
        ("agreed it", 0),
    ]
