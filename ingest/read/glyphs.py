"""Words of a PDF page with their boxes, from pdfium's characters."""

from __future__ import annotations

import ctypes
import itertools
import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ingest.model import Box
from ingest.read.upright import STRAIGHT, stand

MOST_CHARACTERS = 200_000  # of one page; a page of dense print holds under 10,000
SOFT_HYPHENS = {0xFFFE: "-", 0x00AD: "-", 0x0002: "-"}  # pdfium writes U+FFFE or U+0002 for a hyphen at a line's end
BLANK = frozenset((0, 9, 10, 13, 32, 0xA0, 0x2002, 0x2003, 0x2009, 0x202F, 0x200B, 0xFEFF))
BOLD_NAMES = ("bold", "black", "heavy", "semibold", "demi")
BOLD_WEIGHT = 600
HIGH, LOW, END = 0xD800, 0xDC00, 0xE000  # halves of a character in UTF-16: first ones, second ones
_NAME_LETTERS = 128
_NAME, _FLAGS = ctypes.create_string_buffer(_NAME_LETTERS), ctypes.c_int()  # pdfium is used by one thread


@dataclass(frozen=True, slots=True)
class Printed:
    """One printed word: its text, box, glyph height in points (ascent to descent) and whether its font is bold.

    turned says that it does not run from left to right as the page is shown; it may then be a part of a word.
    """

    text: str
    box: Box
    size: float
    bold: bool
    turned: bool = False


def printed(page: pdfium.PdfPage) -> list[Printed]:
    """The words of a page in the order of its content stream, boxes from the top left corner as the page is shown.

    A page that lies on its side is turned upright first, for all that is asked of it afterwards. A word ends at a
    blank, at a new line, or at a gap wider than a quarter of its height.
    """
    text = stand(page)
    try:
        return _words(page, text)
    finally:
        text.close()


@cache
def _letter(code: int) -> str:
    """The character to write for a code, "" for one that prints nothing."""
    letter = SOFT_HYPHENS.get(code) or chr(code)
    return "" if unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Co", "Cn") else letter


def _words(page: pdfium.PdfPage, text: pdfium.PdfTextPage) -> list[Printed]:
    place = _Placer(page)
    straight, upright = place.turn == 0, place.upright
    words: list[Printed] = []
    rect, handle = raw.FS_RECTF(), text.raw
    shape = ctypes.byref(rect)
    box_at = raw.FPDFText_GetLooseCharBox
    letters: list[str] = []
    left = top = right = bottom = 0.0
    first = 0

    def close() -> None:
        if letters:
            shown = "".join(letters)
            letters.clear()
            if not shown.isascii():
                shown = unicodedata.normalize("NFKC", shown).strip()
            if shown:
                box, high = place.box(left, top, right, bottom), abs(top - bottom)
                words.append(Printed(shown, box, high, _bold(handle, first), place.turned(handle, first)))

    for index, code in enumerate(_codes(handle, min(text.count_chars(), MOST_CHARACTERS))):
        if code in BLANK:
            if letters:
                close()
            continue
        letter = _letter(code)
        if not letter or not box_at(handle, index, shape):
            continue
        here_left, here_top, here_right, here_bottom = rect.left, rect.top, rect.right, rect.bottom
        if not straight:
            here_left, here_top, here_right, here_bottom = upright(here_left, here_top, here_right, here_bottom)
        if letters:
            high = abs(top - bottom)
            if abs(here_bottom - bottom) > 0.4 * high or not -0.5 * high < here_left - right < 0.25 * high:
                close()
        if letters:
            right = here_right if here_right > right else right  # half a million characters a pack: no calls
            top = here_top if here_top > top else top
            bottom = here_bottom if here_bottom < bottom else bottom
        else:
            left, top, right, bottom, first = here_left, here_top, here_right, here_bottom, index
        letters.append(letter)
    close()
    return words


def _codes(handle: raw.FPDF_TEXTPAGE, count: int) -> Sequence[int]:
    """The Unicode numbers of a page's first characters, pdfium's own: asked for one by one only where some have none.

    One that takes two units of UTF-16 (mathematical letters) is two characters to pdfium; it is the first of them here.
    """
    units = (ctypes.c_ushort * (count + 1))()
    if raw.FPDFText_GetText(handle, 0, count, units) != count + 1:
        return [raw.FPDFText_GetUnicode(handle, index) for index in range(count)]
    found = units[:count]
    if found and max(found) >= HIGH:
        for index, (high, low) in enumerate(itertools.pairwise(found)):
            if HIGH <= high < LOW <= low < END:
                found[index] = 0x10000 + ((high - HIGH) << 10) + (low - LOW)
    return found


class _Placer:
    """Turns a box of the page's own space (from the bottom left, unrotated) into one as shown (from the top left)."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self.left, self.bottom, self.right, self.top = page.get_cropbox()
        self.turn = page.get_rotation()
        wide, high = self.right - self.left, self.top - self.bottom
        corners = {90: (0.0, wide), 180: (0.0, high), 270: (0.0, wide)}
        self.side, self.head = corners.get(self.turn, (self.left, self.top))

    def __call__(self, left: float, top: float, right: float, bottom: float) -> Box:
        return self.box(*self.upright(left, top, right, bottom))

    def upright(self, left: float, top: float, right: float, bottom: float) -> tuple[float, float, float, float]:
        """Left, top, right and bottom as the page is shown, still from the bottom up."""
        if self.turn == 90:
            return bottom - self.bottom, self.right - left, top - self.bottom, self.right - right
        if self.turn == 180:
            return self.right - right, self.top - bottom, self.right - left, self.top - top
        if self.turn == 270:
            return self.top - top, right - self.left, self.top - bottom, left - self.left
        return left, top, right, bottom

    def box(self, left: float, top: float, right: float, bottom: float) -> Box:
        """The box of an upright one, from the top left corner as the page is shown."""
        x0, x1 = round(left - self.side, 1), round(right - self.side, 1)
        y0, y1 = round(self.head - top, 1), round(self.head - bottom, 1)
        x0, x1 = (x0, x1) if x0 <= x1 else (x1, x0)
        return Box(x0, y0, x1, y1) if y0 <= y1 else Box(x0, y1, x1, y0)

    def turned(self, handle: raw.FPDF_TEXTPAGE, index: int) -> bool:
        """Whether one character does not stand upright as the page is shown."""
        angle: float = math.degrees(raw.FPDFText_GetCharAngle(handle, index)) + self.turn
        return STRAIGHT < angle % 360 < 360 - STRAIGHT


def _bold(handle: raw.FPDF_TEXTPAGE, index: int) -> bool:
    """Whether the font of one character is bold, by its weight or by its name."""
    if raw.FPDFText_GetFontWeight(handle, index) >= BOLD_WEIGHT:
        return True
    raw.FPDFText_GetFontInfo(handle, index, _NAME, _NAME_LETTERS, ctypes.byref(_FLAGS))
    return _bold_name(_NAME.value)


@lru_cache(maxsize=1024)
def _bold_name(name: bytes) -> bool:
    shown = name.decode("utf-8", "replace").lower()
    return any(mark in shown for mark in BOLD_NAMES)


def placer(page: pdfium.PdfPage) -> _Placer:
    """The same turning for other things drawn on the page (ruling lines)."""
    return _Placer(page)
