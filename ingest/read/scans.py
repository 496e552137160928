"""Pages that are pictures: which they are, and their words by an OCR that the caller passes in."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ingest.model import Box, Page
from ingest.ocr import Ocr, Scans
from ingest.read.glyphs import Printed
from ingest.read.limits import OCR_PIXELS
from ingest.read.rules import Rule
from ingest.read.scan_rules import without_rules

DOTS = 300 / 72  # pixels a point: what OCR reads best
MOST_OBJECTS = 1_000  # of a page that are looked at for a picture
PICTURES = (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM)  # a form may hold an image


@dataclass(frozen=True, slots=True)
class Seen:
    """A page as OCR sees it: words, ruling lines, and the words' mean confidence (0 where there are none)."""

    words: list[Printed]
    rules: list[Rule]
    confidence: float


def has_picture(page: pdfium.PdfPage) -> bool:
    """Whether an image is drawn on a page."""
    for index in range(min(raw.FPDFPage_CountObjects(page.raw), MOST_OBJECTS)):
        if raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(page.raw, index)) in PICTURES:
            return True
    return False


def seen(page: pdfium.PdfPage, ocr: Ocr) -> Seen:
    """What OCR sees of a page, with boxes in points. Raises what ocr raises."""
    width, height = page.get_size()
    scale = min(DOTS, math.sqrt(OCR_PIXELS / max(width * height, 1.0)))
    picture, drawn = without_rules(page.render(scale=scale, grayscale=True).to_pil(), scale)
    words = ocr(picture)
    found = [
        Printed(
            word.text,
            Box(*(round(edge / scale, 1) for edge in (word.left, word.top, word.right, word.bottom))),
            round(word.height / scale, 1),
            False,
        )
        for word in words
    ]
    return Seen(found, drawn, sum(word.confidence for word in words) / len(words) if words else 0.0)


def told(pages: Sequence[Page], left: Sequence[int], scans: Scans) -> list[str]:
    """Warnings that name the pages read by OCR with their confidence, and those left unread."""
    read = [f"page {page.number} ({page.ocr:.2f})" for page in pages if page.ocr is not None]
    out = [f"read by OCR, with its confidence: {', '.join(read)}"] if read else []
    if left:
        numbers = ", ".join(str(number) for number in left)
        what = f"page {numbers} has" if len(left) == 1 else f"pages {numbers} have"
        advice = f"{scans.advice}, remove the document and ingest it again"
        out.append(f"{what} no text, only pictures, and {'was' if len(left) == 1 else 'were'} not read; {advice}")
    return out


def with_confidence(page: Page, confidence: float) -> Page:
    """The page, marked as read by OCR."""
    return replace(page, ocr=round(confidence, 3))
