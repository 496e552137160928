"""The PDF reader: pdfium for words, boxes and rules; pypdf for outline, labels, passwords and repair."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2 as pdfium

from ingest.errors import DamagedDocument, NoText, ScannedPages, TooLarge
from ingest.model import Document, Page, Source
from ingest.ocr import UNREAD, OcrFailed, Scans
from ingest.read.aligned import aligned, edges
from ingest.read.footnotes import footnotes_aside
from ingest.read.glyphs import printed
from ingest.read.grid import grids
from ingest.read.limits import OCR_PAGES
from ingest.read.order import ordered, stretches
from ingest.read.pdf_facts import pdf_facts
from ingest.read.raised import settled
from ingest.read.rules import rules
from ingest.read.scans import Seen, has_picture, seen, told, with_confidence
from ingest.read.sheet import laid_out
from ingest.read.stamps import stamps, unstamped

MOST_PAGES = 5_000
WIDEST = 14_400.0  # points, 200 inches: the largest page that PDF allows


def read_pdf(source: Source, content: bytes, scans: Scans = UNREAD) -> Document:
    """Pages of a PDF in reading order, tables as rows where rules are drawn or columns stand aligned.

    scans says what is done about pages that are pictures. Raises EncryptedDocument, DamagedDocument, TooLarge, NoText,
    or ScannedPages where scans asks for them.
    """
    facts = pdf_facts(source.name, content)
    opened = _opened(source.name, content, facts.repaired)
    try:
        reader = _Pages(source.name, opened, scans)
        for number in range(1, reader.count + 1):
            reader.read(number, facts.labels[number - 1] if number <= len(facts.labels) else "")
    finally:
        opened.close()
    pages = reader.finished()
    warnings = (*facts.warnings, *reader.warnings, *told(pages, reader.left, scans))
    if not any(page.text.strip() for page in pages):
        advice = f"it has no text, only pictures of pages; {scans.advice} and ingest it again"
        unread = advice if reader.left else "it holds no text; check that this is the right file"
        raise NoText(source.name, unread)
    titled = Source(source.name, source.sha256, source.media, source.title or facts.title)
    return Document(titled, pages, facts.outline, warnings)


def _opened(name: str, content: bytes, repaired: bytes | None) -> pdfium.PdfDocument:
    for candidate in (content, repaired):
        if candidate:
            try:
                return pdfium.PdfDocument(candidate, password="")
            except pdfium.PdfiumError:
                continue
    raise DamagedDocument(name, "it is not a PDF that can be opened; save it again from the program that made it")


class _Pages:
    """Reads the pages of one PDF in order. left are the pictures among them that were not read."""

    def __init__(self, name: str, opened: pdfium.PdfDocument, scans: Scans) -> None:
        self.count = len(opened)
        if self.count == 0:
            raise DamagedDocument(name, "it has no pages")
        if self.count > MOST_PAGES:
            raise TooLarge(name, f"it has {self.count} pages and at most {MOST_PAGES} are read; split it")
        if scans.count and scans.every:
            raise ScannedPages(name, tuple(range(1, min(self.count, OCR_PAGES) + 1)))
        self.warnings: list[str] = []
        self.left: list[int] = []
        self._name, self._opened, self._scans = name, opened, scans
        self._pages: list[Page] = []
        self._seen = 0
        self._columns: tuple[float, ...] = ()  # of the last table without rules on the page before

    def read(self, number: int, label: str) -> None:
        """The next page; one that is broken is left empty, with a warning."""
        try:
            page = self._opened[number - 1]
        except pdfium.PdfiumError:
            self._broken(number, label)
            return
        try:
            every = [word for word in printed(page) if word.box.right > word.box.left]
            width, height = page.get_size()
            words, asides = unstamped(every), stamps(page, every)
            drawn = rules(page)
            by_ocr = self._by_ocr(page, number, bool(words))
            if by_ocr:
                words, drawn = by_ocr.words, [*drawn, *by_ocr.rules]
            tables, rest = grids(drawn, settled(words))
        except pdfium.PdfiumError:
            self._broken(number, label)
            return
        finally:
            page.close()
        plain, parts = aligned(stretches(rest), width, self._columns)
        self._columns = edges(plain[-1]) if plain else ()
        tables = sorted([*tables, *plain], key=lambda table: (table.box.top, table.box.left))
        found = footnotes_aside(ordered(parts, width))
        made = replace(laid_out(number, label, min(width, WIDEST), min(height, WIDEST), found, tables), asides=asides)
        self._pages.append(with_confidence(made, by_ocr.confidence) if by_ocr else made)

    def finished(self) -> tuple[Page, ...]:
        """All pages. Raises ScannedPages where scans asks which pages are pictures."""
        if self._scans.count and self.left:
            raise ScannedPages(self._name, tuple(self.left[:OCR_PAGES]))
        return tuple(self._pages)

    def _by_ocr(self, page: pdfium.PdfPage, number: int, has_words: bool) -> Seen | None:
        """What OCR sees of a page that is a picture; None for any other, and for one that is not read."""
        if not self._scans.every and (has_words or not has_picture(page)):
            return None
        if self._scans.ocr is None or self._seen >= OCR_PAGES:
            if not has_words:
                self.left.append(number)
            return None
        self._seen += 1
        try:
            return seen(page, self._scans.ocr)
        except OcrFailed as error:
            self.warnings.append(f"page {number} could not be read by OCR: {error}")
            return None

    def _broken(self, number: int, label: str) -> None:
        self.warnings.append(f"page {number} cannot be read and was left out")
        self._pages.append(Page(number, label, 0.0, 0.0, "", ()))
