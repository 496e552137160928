"""Words of a PDF page with their boxes, from pdfium's characters."""

from __future__ import annotations

import ctypes
import unicodedata
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ingest.model import Box

MOST_CHARACTERS = 200_000  # of one page; a page of dense print holds under 10,000
SOFT_HYPHENS = {0xFFFE: "-", 0x00AD: "-", 0x0002: "-"}  # pdfium writes U+FFFE or U+0002 for a hyphen at a line's end
BLANK = frozenset((0, 9, 10, 13, 32, 0xA0, 0x2002, 0x2003, 0x2009, 0x202F, 0x200B, 0xFEFF))
BOLD_NAMES = ("bold", "black", "heavy", "semibold", "demi")
BOLD_WEIGHT = 600


@dataclass(frozen=True, slots=True)
class Printed:
    """One printed word: its text, box, glyph height in points (ascent to descent) and whether its font is bold."""

    text: str
    box: Box
    size: float
    bold: bool


def printed(page: pdfium.PdfPage) -> list[Printed]:
    """The words of a page in the order of its content stream, boxes from the top left corner as the page is shown.

    A word ends at a blank, at a new line, or at a gap wider than a quarter of its height.
    """
    text = page.get_textpage()
    try:
        return _words(page, text)
    finally:
        text.close()


def _words(page: pdfium.PdfPage, text: pdfium.PdfTextPage) -> list[Printed]:
    place = _Placer(page)
    words: list[Printed] = []
    rect, byref = raw.FS_RECTF(), ctypes.byref
    unicode_at, box_at = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox
    letters: list[str] = []
    left = top = right = bottom = 0.0
    first = 0

    def close() -> None:
        if letters:
            shown = unicodedata.normalize("NFKC", "".join(letters)) if not "".join(letters).isascii() else "".join(letters)
            if shown.strip():
                words.append(Printed(shown, place(left, top, right, bottom), abs(top - bottom), _bold(text, first)))
            letters.clear()

    for index in range(min(text.count_chars(), MOST_CHARACTERS)):
        code = unicode_at(text.raw, index)
        if code in BLANK:
            close()
            continue
        if not box_at(text.raw, index, byref(rect)):
            continue
        letter = SOFT_HYPHENS.get(code) or chr(code)
        if unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Co", "Cn"):
            continue
        if letters and (
            abs(rect.bottom - bottom) > 0.4 * abs(top - bottom)
            or not -0.5 * abs(top - bottom) < rect.left - right < 0.25 * abs(top - bottom)
        ):
            close()
        if not letters:
            left, top, right, bottom, first = rect.left, rect.top, rect.right, rect.bottom, index
        letters.append(letter)
        right, top, bottom = max(right, rect.right), max(top, rect.top), min(bottom, rect.bottom)
    close()
    return words


class _Placer:
    """Turns a box of the page's own space (from the bottom left, unrotated) into one as shown (from the top left)."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self.left, self.bottom, self.right, self.top = page.get_cropbox()
        self.turn = page.get_rotation()

    def __call__(self, left: float, top: float, right: float, bottom: float) -> Box:
        x0, x1, y0, y1 = left - self.left, right - self.left, self.top - top, self.top - bottom
        wide, high = self.right - self.left, self.top - self.bottom
        if self.turn == 90:
            x0, x1, y0, y1 = high - y1, high - y0, x0, x1
        elif self.turn == 180:
            x0, x1, y0, y1 = wide - x1, wide - x0, high - y1, high - y0
        elif self.turn == 270:
            x0, x1, y0, y1 = y0, y1, wide - x1, wide - x0
        return Box(round(min(x0, x1), 1), round(min(y0, y1), 1), round(max(x0, x1), 1), round(max(y0, y1), 1))


def _bold(text: pdfium.PdfTextPage, index: int) -> bool:
    """Whether the font of one character is bold, by its weight or by its name."""
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    raw.FPDFText_GetFontInfo(text.raw, index, name, 128, ctypes.byref(flags))
    shown = name.value.decode("utf-8", "replace").lower()
    return any(mark in shown for mark in BOLD_NAMES) or raw.FPDFText_GetFontWeight(text.raw, index) >= BOLD_WEIGHT


def placer(page: pdfium.PdfPage) -> _Placer:
    """The same turning for other things drawn on the page (ruling lines)."""
    return _Placer(page)
