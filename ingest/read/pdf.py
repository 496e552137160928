"""The PDF reader: pdfium for words, boxes and rules; pypdf for outline, labels, passwords and repair."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pypdfium2 as pdfium

from ingest.errors import DamagedDocument, NoText, TooLarge
from ingest.model import Cell, Document, Line, Page, Row, Source, Word
from ingest.read.glyphs import Printed, printed
from ingest.read.grid import Grid, Space, grids
from ingest.read.order import Stretch, lines
from ingest.read.pdf_facts import pdf_facts
from ingest.read.rules import rules

MOST_PAGES = 5_000
WIDEST = 14_400.0  # points, 200 inches: the largest page that PDF allows
BULLETS = frozenset("•‣◦▪▫●○■□∙·➢➤✓❖")
DASHES = frozenset("-–—*o")


def read_pdf(source: Source, content: bytes) -> Document:
    """Pages of a PDF in reading order, tables as rows where rules are drawn.

    Raises EncryptedDocument, DamagedDocument, TooLarge or NoText.
    """
    facts = pdf_facts(source.name, content)
    opened = _opened(source.name, content, facts.repaired)
    try:
        count = len(opened)
        if count == 0:
            raise DamagedDocument(source.name, "it has no pages")
        if count > MOST_PAGES:
            raise TooLarge(source.name, f"it has {count} pages and at most {MOST_PAGES} are read; split it")
        pages, warnings = [], list(facts.warnings)
        for number in range(1, count + 1):
            label = facts.labels[number - 1] if number <= len(facts.labels) else ""
            try:
                pages.append(_page(opened, number, label))
            except pdfium.PdfiumError:
                warnings.append(f"page {number} cannot be read and was left out")
                pages.append(Page(number, label, 0.0, 0.0, "", ()))
    finally:
        opened.close()
    if not any(page.text.strip() for page in pages):
        raise NoText(source.name, "it has no text layer (a scan?); run it through OCR and ingest the result")
    titled = Source(source.name, source.sha256, source.media, source.title or facts.title)
    return Document(titled, tuple(pages), facts.outline, tuple(warnings))


def _opened(name: str, content: bytes, repaired: bytes | None) -> pdfium.PdfDocument:
    for candidate in (content, repaired):
        if candidate:
            try:
                return pdfium.PdfDocument(candidate, password="")
            except pdfium.PdfiumError:
                continue
    raise DamagedDocument(name, "it is not a PDF that can be opened; save it again from the program that made it")


def _page(opened: pdfium.PdfDocument, number: int, label: str) -> Page:
    page = opened[number - 1]
    try:
        width, height = page.get_size()
        words = [word for word in printed(page) if word.box.right > word.box.left]
        tables, rest = grids(rules(page), words)
    finally:
        page.close()
    return _laid_out(number, label, min(width, WIDEST), min(height, WIDEST), lines(rest, width), tables)


def _laid_out(
    number: int, label: str, width: float, height: float, printed_lines: Sequence[Stretch], tables: Sequence[Grid]
) -> Page:
    """The page's text written line by line and row by row, each table before the first line that stands below it."""
    sheet = _Sheet()
    waiting = list(tables)
    for line in printed_lines:
        while waiting and waiting[0].box.top < line.box.top and waiting[0].box.left < line.box.right:
            sheet.table(waiting.pop(0))
        sheet.line(line)
    for table in waiting:
        sheet.table(table)
    return Page(number, label, width, height, "".join(sheet.text), tuple(sheet.parts), tuple(sheet.words))


class _Sheet:
    """A page's text as it is written out, with the parts and words that point into it."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.parts: list[Line | Row] = []
        self.words: list[Word] = []
        self.at = 0
        self.tables = 0

    def write(self, text: str) -> None:
        self.text.append(text)
        self.at += len(text)

    def run(self, words: Sequence[Printed]) -> tuple[int, int]:
        """Words with single spaces between them; the stretch of text that they fill."""
        start = self.at
        for index, word in enumerate(words):
            if index:
                self.write(" ")
            self.words.append(Word(self.at, self.at + len(word.text), word.box))
            self.write(word.text)
        return start, self.at

    def line(self, line: Stretch) -> None:
        words = list(line.words)
        bullet = words[0].text in BULLETS or (words[0].text in DASHES and len(words) > 1)
        if bullet:
            self.run(words[:1])
            self.write(" ")
            words = words[1:]
        elif words[0].text[0] in BULLETS and len(words[0].text) > 1:
            bullet = True
            first = words[0]
            words[0] = Printed(re.sub(r"^\W+", "", first.text) or first.text, first.box, first.size, first.bold)
        start, end = self.run(words)
        self.parts.append(Line(start, end, line.box, line.size, line.bold, 0, bullet))
        self.write("\n")

    def table(self, grid: Grid) -> None:
        for index, row in enumerate(grid.rows):
            cells: list[Cell] = []
            for space in row:
                if not space.words:
                    continue
                if cells:
                    self.write("\t")
                start, end = self.cell(space)
                bold = all(word.bold for word in space.words)
                cells.append(Cell(start, end, space.first, space.last - space.first, bold))
            self.parts.append(
                Row(tuple(cells), self.tables, grid.columns, False, index == 0 and grid.open_top, grid.box)
            )
            self.write("\n")
        self.tables += 1

    def cell(self, space: Space) -> tuple[int, int]:
        """A cell's printed lines, parted by line feeds."""
        start = self.at
        for index, line in enumerate(lines(space.words, 0.0)):
            if index:
                self.write("\n")
            self.run(line.words)
        return start, self.at
