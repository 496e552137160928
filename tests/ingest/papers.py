"""Board papers made for one test: real PDF files with chosen lines, tables and columns."""

from __future__ import annotations

import io
from collections.abc import Sequence

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    Flowable,
    ListFlowable,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

STYLES = getSampleStyleSheet()
BODY = ParagraphStyle("body", parent=STYLES["BodyText"], fontSize=11, leading=13)
HEADING = ParagraphStyle("head", parent=STYLES["Heading2"], fontSize=14, leading=17)
RULED = TableStyle([("GRID", (0, 0), (-1, -1), 0.7, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")])


def paragraph(text: str) -> Flowable:
    """Body text; <b> and <u> are allowed."""
    return Paragraph(text, BODY)


def heading(text: str) -> Flowable:
    """A bold, larger line."""
    return Paragraph(text, HEADING)


def bullets(*texts: str) -> Flowable:
    """A bulleted list."""
    return ListFlowable([Paragraph(text, BODY) for text in texts], bulletType="bullet", start="•")


def table(rows: Sequence[Sequence[str]], repeat: int = 0, widths: Sequence[float] | None = None) -> Flowable:
    """A ruled table; the first `repeat` rows are printed again on every page."""
    cells = [[Paragraph(cell, BODY) for cell in row] for row in rows]
    return Table(cells, repeatRows=repeat, style=RULED, colWidths=widths)


def new_page() -> Flowable:
    """A page's end."""
    return PageBreak()


def space() -> Flowable:
    """White between two parts."""
    return Spacer(1, 12)


def pdf(parts: Sequence[Flowable], header: str = "", footer: str = "") -> bytes:
    """The parts as an A4 PDF; header and footer stand on every page, "#" in them is the page's number."""

    def furnish(canvas: Canvas, _: SimpleDocTemplate) -> None:
        canvas.setFont("Helvetica", 9)
        canvas.drawString(60, A4[1] - 30, header.replace("#", str(canvas.getPageNumber())))
        canvas.drawString(280, 25, footer.replace("#", str(canvas.getPageNumber())))

    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4, invariant=1).build(list(parts), onFirstPage=furnish, onLaterPages=furnish)
    return out.getvalue()


def two_columns(left: Sequence[str], right: Sequence[str], title: str = "") -> bytes:
    """One page with a title over two columns of lines."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.setFont("Helvetica-Bold", 20)
    canvas.drawString(60, 780, title)
    canvas.setFont("Helvetica", 11)
    for x, column in ((60, left), (320, right)):
        for index, line in enumerate(column):
            canvas.drawString(x, 740 - 14 * index, line)
    canvas.showPage()
    canvas.save()
    return out.getvalue()
