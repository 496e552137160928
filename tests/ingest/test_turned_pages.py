"""Pages that a PDF turns, pages that lie on their side, and both mixed: read as they are seen, with boxes that fit."""

from __future__ import annotations

import io
import json
from collections.abc import Callable

import pytest
from PIL import Image
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from api.picture import picture
from ingest.model import Box, Page, Row, Source
from ingest.read.pdf import read_pdf
from ingest.reading import read_bytes

WIDE, HIGH = A4  # of a page as it is held
LINES = [f"{number}. The Board approved the plan for ward {number} and asked for a report" for number in range(1, 13)]
CELLS = [("Ref", "Risk", "Owner"), *((f"R{n}", f"Risk number {n}", f"Owner {n}") for n in range(1, 9))]
COLUMNS = (60.0, 120.0, 320.0, 500.0)
RED = "vermilion"
# how far a viewer turns a page, and how far its print is turned against that
EVERY_WAY = [(viewer, lying) for viewer in (0, 90, 180, 270) for lying in (0, 90, 180, 270)]


def written(canvas: Canvas) -> None:
    """Twelve lines of prose, and one word in red."""
    canvas.setFont("Helvetica", 11)
    for index, line in enumerate(LINES):
        canvas.drawString(60, HIGH - 80 - 20 * index, line)
    canvas.setFillColor(colors.red)
    canvas.drawString(200, HIGH - 400, RED)


def ruled(canvas: Canvas) -> None:
    """A ruled table of three columns."""
    rows = [HIGH - 80 - 20 * index for index in range(len(CELLS) + 1)]
    canvas.grid(COLUMNS, rows)
    canvas.setFont("Helvetica", 10)
    for top, cells in zip(rows, CELLS, strict=False):
        for left, cell in zip(COLUMNS, cells, strict=False):
            canvas.drawString(left + 4, top - 14, cell)


def turned(ways: list[tuple[int, int]], draw: Callable[[Canvas], None]) -> bytes:
    """A PDF of one page for each way, all alike to whoever holds them so that the print stands upright."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for viewer, lying in ways:
        sheet = (WIDE, HIGH) if lying % 180 == 0 else (HIGH, WIDE)
        canvas.setPageSize(sheet)
        canvas.setPageRotation(viewer)
        angle = (viewer + lying) % 360
        canvas.translate(*{0: (0, 0), 90: (HIGH, 0), 180: (WIDE, HIGH), 270: (0, WIDE)}[angle])
        canvas.rotate(angle)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def read(content: bytes) -> tuple[Page, ...]:
    return read_pdf(Source("paper.pdf", "0" * 64, "pdf"), content).pages


def near(one: Box, other: Box) -> bool:
    edges = zip(
        (one.left, one.top, one.right, one.bottom), (other.left, other.top, other.right, other.bottom), strict=True
    )
    return all(abs(a - b) <= 0.5 for a, b in edges)


def test_every_way_of_turning_a_page_gives_its_lines_and_boxes_as_they_are_held() -> None:
    first, *rest = read(turned(EVERY_WAY, written))
    assert first.text.split("\n")[:-1] == [*LINES, RED]
    for page in rest:
        assert page.text == first.text
        assert (page.width, page.height) == pytest.approx((first.width, first.height))
        assert all(near(a.box, b.box) for a, b in zip(page.words, first.words, strict=True))


def test_a_ruled_table_keeps_its_rows_and_columns_however_the_page_is_turned() -> None:
    for page in read(turned(EVERY_WAY, ruled)):
        rows = [part for part in page.parts if isinstance(part, Row)]
        assert [tuple(page.text[cell.start : cell.end] for cell in row.cells) for row in rows] == CELLS


def test_a_mark_at_the_head_or_across_a_page_is_seen_however_the_page_is_turned() -> None:
    def marked(canvas: Canvas) -> None:
        written(canvas)
        canvas.drawString(60, HIGH - 25, "Part II - Confidential")
        canvas.translate(120, 200)
        canvas.rotate(50)
        canvas.setFont("Helvetica-Bold", 60)
        canvas.drawString(0, 0, "NOT FOR PUBLICATION")

    found = read_bytes("paper.pdf", turned(EVERY_WAY, marked)).markings
    for page in range(1, len(EVERY_WAY) + 1):
        assert {(one.mark, one.place) for one in found if one.page == page} == {
            ("Confidential", "header"),
            ("Part II", "header"),
            ("Not for publication", "stamp"),
        }


def test_the_box_of_a_word_lies_over_the_word_in_the_picture() -> None:
    content = turned(EVERY_WAY, written)
    for page in read(content):
        order = json.dumps({"page": page.number, "scale": 1.0, "boxes": [], "pixels": 4_000_000}).encode()
        with Image.open(io.BytesIO(picture("paper.pdf", order + b"\n" + content))) as drawn:
            red, green, _ = drawn.convert("RGB").split()
        assert drawn.size == (round(WIDE + 0.5), round(HIGH + 0.5))
        inked = Image.eval(green, lambda value: 255 * (value < 128))
        inked.paste(0, mask=Image.eval(red, lambda value: 255 * (value < 128)))
        seen = inked.getbbox()
        (word,) = [word for word in page.words if page.text[word.start : word.end] == RED]
        assert seen is not None
        assert word.box.left - 1 <= seen[0] <= word.box.left + 2
        assert word.box.right - 2 <= seen[2] <= word.box.right + 1
        assert word.box.top - 1 <= seen[1] < seen[3] <= word.box.bottom + 1


def test_a_title_up_the_side_of_a_page_turns_nothing() -> None:
    def titled(canvas: Canvas) -> None:
        written(canvas)
        canvas.translate(30, 100)
        canvas.rotate(90)
        canvas.drawString(
            0, 0, "A long title that is printed up the side of the page, as reports have it, for ornament"
        )

    (page,) = read(turned([(0, 0)], titled))
    assert page.text.split("\n")[:12] == LINES
    assert page.width == pytest.approx(WIDE, abs=1)


def test_a_divider_with_few_words_up_its_side_stays_as_it_is_shown() -> None:
    def side(canvas: Canvas) -> None:
        canvas.translate(300, 100)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Appendices")

    shown, _ = read(
        turned([(0, 0), (0, 0)], lambda canvas: side(canvas) if canvas.getPageNumber() == 1 else written(canvas))
    )
    assert shown.width == pytest.approx(WIDE, abs=1)
