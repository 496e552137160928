"""Pictures of pages into words, by tesseract; what a caller may pass in to reading instead."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from ingest.read.limits import OCR_PAGE_SECONDS

if TYPE_CHECKING:
    from PIL.Image import Image

PROGRAM = "tesseract"
INSTALL = "install tesseract-ocr (apt-get install tesseract-ocr)"
SETTINGS = "--oem 1 --psm 3"  # the neural reader; columns and blocks found by itself
DISC = 0.38  # of its line's height, at most: a list mark's height and width
DISC_LETTERS = frozenset("eocas©®¢*°»«•+@¥")  # what a disc, a ring or a square is read as
LEAST = 0.3  # confidence of a word, below which it is a smudge or a piece of a drawing


@dataclass(frozen=True, slots=True)
class SeenWord:
    """One word in a picture: its box in pixels from the top left, the height of its line's print, 0 to 1 confidence."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    height: float
    confidence: float


Table = dict[str, list[int | float | str]]
Ocr = Callable[["Image"], Sequence[SeenWord]]


@dataclass(frozen=True, slots=True)
class Scans:
    """What is done about pages that are pictures.

    They are read by ocr, or left where it is None, and advice then says what to do. every takes all pages for
    pictures. count asks which they are instead of reading them: reading raises ScannedPages where there are any.
    """

    ocr: Ocr | None = None
    every: bool = False
    count: bool = False
    advice: str = "use --ocr auto"


UNREAD = Scans()  # nothing is done about them


class OcrFailed(Exception):
    """A picture could not be read, with the reason as a clause; never leaves ingest."""


def installed() -> bool:
    """Whether tesseract can be run here."""
    return shutil.which(PROGRAM) is not None


def scans_of(mode: str, read: bool) -> Scans:
    """What is done in a mode (auto, never, always): pages that are pictures are read, or only counted.

    Without tesseract nothing is read, and the advice is to install it.
    """
    if mode == "never":
        return Scans()
    if not installed():
        return Scans(advice=INSTALL)
    return Scans(tesseract if read else None, every=mode == "always", count=not read)


def tesseract(picture: Image) -> list[SeenWord]:
    """The words of a picture, by tesseract, in its reading order.

    Raises OcrFailed where it does not end within limits.OCR_PAGE_SECONDS, or breaks.
    """
    import pytesseract  # it brings numpy, which only a reading of scans pays for

    try:
        table = pytesseract.image_to_data(
            picture, config=SETTINGS, timeout=OCR_PAGE_SECONDS, output_type=pytesseract.Output.DICT
        )
    except (RuntimeError, OSError, ValueError) as error:
        reason = "took too long" if "timeout" in str(error).lower() else "tesseract could not read it"
        raise OcrFailed(reason) from error
    return _words(table)


def _words(table: Table) -> list[SeenWord]:
    """The rows of tesseract's table (TSV) that are words. Source: tesseract(1), configuration file tsv."""
    rows = [row for row, text in enumerate(table["text"]) if str(text).strip()]
    heights = _heights(table, rows)
    found: list[SeenWord] = []
    line: tuple[int, ...] = ()
    for row in rows:
        text, confidence, height = str(table["text"][row]).strip(), float(table["conf"][row]) / 100, heights[row]
        x, y, wide, high = (float(table[name][row]) for name in ("left", "top", "width", "height"))
        first, line = _line(table, row) != line, _line(table, row)
        if first and text in DISC_LETTERS and high < DISC * height and wide < DISC * height:
            text = "\u2022"  # a list's disc is read as the letter that looks like one
        if confidence >= LEAST:
            found.append(SeenWord(text, x, y, x + wide, y + high, height, min(confidence, 1.0)))
    return found


def _line(table: Table, row: int) -> tuple[int, ...]:
    return tuple(int(table[name][row]) for name in ("block_num", "par_num", "line_num"))


def _heights(table: Table, rows: Sequence[int]) -> dict[int, float]:
    """The height of the print (ascent to descent) of each word's line, in pixels.

    A word's box is as tall as its letters: what they reach up and down tells the height of the type. Lines near the
    page's usual height count as of that height.
    """
    lines: dict[tuple[int, ...], list[float]] = {}
    for row in rows:
        text = str(table["text"][row]).strip()
        if len(text) > 1:
            lines.setdefault(_line(table, row), []).append(float(table["height"][row]) / _reach(text))
    usual = median(height for heights in lines.values() for height in heights) if lines else 0.0
    heights = {line: median(heights) for line, heights in lines.items()}
    settled = {line: usual if abs(height - usual) <= 0.13 * usual else height for line, height in heights.items()}
    return {row: settled.get(_line(table, row), usual) or float(table["height"][row]) for row in rows}


def _reach(text: str) -> float:
    """The share of its type's height that a word's letters fill; those of common book and office faces are alike."""
    up = any(letter.isupper() or letter.isdigit() or letter in "bdfhijklt()[]/\"'!?£&" for letter in text)
    down = any(letter in "gjpqy()[]/,;Q" for letter in text)
    return (0.63 if up else 0.46) + (0.17 if down else 0.0)
