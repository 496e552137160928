"""Board papers made for one test: real PDF files with chosen lines, tables and columns."""

from __future__ import annotations

import io
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import pypdfium2 as pdfium
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    Flowable,
    ListFlowable,
    ListItem,
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

PLAIN = TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP")])


def paragraph(text: str) -> Flowable:
    """Body text; <b> and <u> are allowed."""
    return Paragraph(text, BODY)


def heading(text: str) -> Flowable:
    """A bold, larger line."""
    return Paragraph(text, HEADING)


def bullets(*texts: str | Sequence[str]) -> Flowable:
    """A bulleted list; a sequence is a list inside the item before it."""
    items: list[list[Flowable]] = []
    for text in texts:
        if isinstance(text, str):
            items.append([Paragraph(text, BODY)])
        else:
            items[-1].append(bullets(*text))
    return ListFlowable([ListItem(item) for item in items], bulletType="bullet", start="•")


def table(
    rows: Sequence[Sequence[str]],
    repeat: int = 0,
    widths: Sequence[float] | None = None,
    merged: Sequence[tuple[tuple[int, int], tuple[int, int]]] = (),
    ruled: bool = True,
) -> Flowable:
    """A table; the first `repeat` rows are printed again on every page.

    merged names the first and last (column, row) of cells that are one.
    """
    cells = [[Paragraph(cell, BODY) for cell in row] for row in rows]
    spans = [("SPAN", first, last) for first, last in merged]
    style = TableStyle(spans, parent=RULED if ruled else PLAIN)
    return Table(cells, repeatRows=repeat, style=style, colWidths=widths)


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


def meant(parts: Sequence[Flowable], letters: Mapping[str, str]) -> bytes:
    """The parts as a PDF that says of some letters which others they are meant to be, as fonts for formulas do."""
    lines = [f"<{code:02x}> <{_utf16(letters.get(chr(code), chr(code)))}>" for code in range(32, 127)]
    says = f"begincmap 1 begincodespacerange <00> <ff> endcodespacerange {len(lines)} beginbfchar {' '.join(lines)}"
    made, out = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(parts)))), io.BytesIO()
    stream = DecodedStreamObject()
    stream.set_data(f"{says} endbfchar endcmap".encode())
    held = made._add_object(stream)
    for page in made.pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            font.get_object()[NameObject("/ToUnicode")] = held
    made.write(out)
    return out.getvalue()


def _utf16(letter: str) -> str:
    return letter.encode("utf-16-be").hex()


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


def scanned(content: bytes, pages: Collection[int] = (), dots: int = 200) -> bytes:
    """The PDF with these pages (all where none are named) as pictures of themselves, at so many dots an inch."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    with pdfium.PdfDocument(content) as opened:
        for number, page in enumerate(opened, 1):
            width, height = page.get_size()
            if number in pages or not pages:
                picture = page.render(scale=dots / 72, grayscale=True).to_pil()
                canvas.drawImage(ImageReader(picture), 0, 0, width, height)
            else:
                for line in page.get_textpage().get_text_range().splitlines():
                    canvas.drawString(72, 700, line)
            canvas.showPage()
    canvas.save()
    return out.getvalue()


def poster(width: float, height: float) -> bytes:
    """One page of so many points, all of it a picture."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(width, height), invariant=1)
    canvas.drawImage(ImageReader(Image.new("L", (8, 8), 128)), 0, 0, width, height)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def footed(pages: Sequence[tuple[Sequence[str], Sequence[str]]]) -> bytes:
    """Pages of lines that reach down to footnotes in small print."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for lines, notes in pages:
        canvas.setFont("Helvetica", 11)
        for index, line in enumerate(reversed(lines)):
            canvas.drawString(60, 120 + 13 * index, line)
        canvas.setFont("Helvetica", 8)
        for index, note in enumerate(notes):
            canvas.drawString(60, 90 - 10 * index, note)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
