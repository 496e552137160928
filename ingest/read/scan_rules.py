"""Ruling lines in the picture of a page: found for the tables that they draw, and wiped out before OCR."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ingest.read.rules import Rule, joined

if TYPE_CHECKING:
    from PIL.Image import Image

DARK = 140  # of 255: anything darker is ink
LONG = 36.0  # points; a shorter stroke is a letter's
THICK = 3.5  # points; a thicker bar is a drawing
MOST_STRETCHES = 20_000  # of one page; a picture of more is no table


def without_rules(picture: Image, scale: float) -> tuple[Image, list[Rule]]:
    """The picture (grey, scale pixels a point) with its rules painted over, and those rules in points.

    OCR takes a ruled table for a drawing and passes over its words.
    """
    import numpy as np  # only a reading of scans pays for it
    import PIL.Image

    grey = np.array(picture.convert("L"))
    ink = grey < DARK
    found: list[Rule] = []
    for axis in (1, 0):
        lines = _runs(ink, int(LONG * scale), axis)
        lines &= ~_runs(lines, int(THICK * scale) + 1, 1 - axis)
        found += _rules(lines if axis else lines.T, bool(axis), scale)
        grey[_wider(lines, 1 - axis)] = 255
    return PIL.Image.fromarray(grey), joined(found)


def _runs(ink: Any, length: int, axis: int) -> Any:
    """Which pixels lie in a run of at least so many dark ones along an axis."""
    import numpy as np

    ink = ink if axis else ink.T
    high, wide = ink.shape
    out = np.zeros((high, wide), dtype=bool)
    if wide >= length:
        counts = np.zeros((high, wide + 1), dtype=np.int16)
        np.cumsum(ink, axis=1, out=counts[:, 1:])
        starts = counts[:, length:] - counts[:, :-length] == length
        edges = np.zeros((high, wide + 1), dtype=np.int16)
        edges[:, : starts.shape[1]] += starts
        edges[:, length:] -= starts
        out = np.cumsum(edges[:, :-1], axis=1, dtype=np.int16) > 0
    return out if axis else out.T


def _wider(lines: Any, axis: int) -> Any:
    """The lines with a pixel more at either side, where ink is grey."""
    import numpy as np

    return lines | np.roll(lines, 1, axis) | np.roll(lines, -1, axis)


def _rules(lines: Any, level: bool, scale: float) -> list[Rule]:
    """The stretches of every row of pixels, as rules."""
    import numpy as np

    padded = np.pad(lines, ((0, 0), (1, 1)))
    rows, places = np.nonzero(padded[:, 1:] != padded[:, :-1])
    if len(rows) > 2 * MOST_STRETCHES:
        return []
    return [
        Rule(level, float(row) / scale, float(start) / scale, float(end) / scale)
        for row, start, end in zip(rows[::2], places[::2], places[1::2], strict=True)
    ]
