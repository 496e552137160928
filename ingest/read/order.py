"""Reading order: words into printed lines, and lines of two columns one column after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from ingest.model import Box
from ingest.read.glyphs import Printed

GUTTER = 9.0  # points; the least white between two columns of prose
COLUMN_LINES = 4  # a column of prose has at least so many lines
COLUMN_SHARE = 0.22  # and its lines are at least this share of the page's width on average


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that stand together on one printed line, left to right."""

    words: tuple[Printed, ...]
    box: Box
    size: float

    @property
    def bold(self) -> bool:
        """Whether every word that holds a letter or digit is bold."""
        marked = [word.bold for word in self.words if any(letter.isalnum() for letter in word.text)]
        return bool(marked) and all(marked)


def lines(words: Sequence[Printed], width: float) -> list[Stretch]:
    """The printed lines of a page of this width in reading order.

    Stretches on one baseline are one line, except across the gutter of two columns of prose, which are read one after
    the other (recursive cutting after Nagy and Seth, 1984).
    """
    return ordered(stretches(words), width)


def stretches(words: Sequence[Printed]) -> list[Stretch]:
    """The words in stretches: those of one baseline without wide white between them."""
    rows: list[list[Printed]] = []
    for word in sorted(words, key=lambda word: (word.box.bottom, word.box.left)):
        for row in rows[-4:]:
            base = row[0].box
            if abs(word.box.bottom - base.bottom) <= 0.35 * min(word.size, row[0].size) or (
                base.top <= (word.box.top + word.box.bottom) / 2 <= base.bottom and word.size < 0.85 * row[0].size
            ):
                row.append(word)
                break
        else:
            rows.append([word])
    out: list[Stretch] = []
    for row in rows:
        run: list[Printed] = []
        for word in sorted(row, key=lambda word: word.box.left):
            if run and word.box.left - run[-1].box.right > max(1.2 * word.size, GUTTER):
                out.append(stretch(run))
                run = []
            run.append(word)
        out.append(stretch(run))
    return out


def stretch(words: Sequence[Printed]) -> Stretch:
    """Words of one line, left to right, as one stretch."""
    boxes = [word.box for word in words]
    box = Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )
    return Stretch(tuple(words), box, max(word.size for word in words))


def ordered(parts: Sequence[Stretch], width: float) -> list[Stretch]:
    """The stretches of a page as its lines in reading order: see lines."""
    if not parts:
        return []
    size = median(part.size for part in parts)
    out: list[Stretch] = []
    region: list[Stretch] = []
    free: list[tuple[float, float]] = [(0.0, width)]
    for row in rows_of(parts):
        white = narrowed(free, row)
        large = any(part.size > 1.15 * size for part in row)
        if region and (not white or large):
            out += _columns(region, free, width)
            region, white = [], narrowed([(0.0, width)], row)
        region += row
        free = white
    return out + _columns(region, free, width)


def rows_of(parts: Sequence[Stretch]) -> list[list[Stretch]]:
    """Stretches of one baseline together, from the top down."""
    rows: list[list[Stretch]] = []
    for part in sorted(parts, key=lambda part: (part.box.bottom, part.box.left)):
        if rows and abs(part.box.bottom - rows[-1][0].box.bottom) <= 0.35 * min(part.size, rows[-1][0].size):
            rows[-1].append(part)
        else:
            rows.append([part])
    return [sorted(row, key=lambda part: part.box.left) for row in rows]


def narrowed(free: Sequence[tuple[float, float]], row: Sequence[Stretch]) -> list[tuple[float, float]]:
    """What stays white of the upright white strips when one more line is printed across them."""
    for part in row:
        free = [
            strip
            for start, end in free
            for strip in ((start, min(end, part.box.left)), (max(start, part.box.right), end))
            if strip[1] - strip[0] >= GUTTER and strip[0] < strip[1]
        ]
    return list(free)


def _columns(region: Sequence[Stretch], free: Sequence[tuple[float, float]], width: float) -> list[Stretch]:
    """The region column by column where a white strip parts two columns of prose, else line by line."""
    for start, end in sorted(free, key=lambda strip: strip[0] - strip[1]):
        left = [part for part in region if part.box.right <= start + 1]
        right = [part for part in region if part.box.left >= end - 1]
        if _prose(left, width) and _prose(right, width):
            return _columns(left, [], width) + _columns(right, narrowed([(end, width)], right), width)
    return [stretch([word for part in row for word in part.words]) for row in rows_of(region)]


def _prose(column: Sequence[Stretch], width: float) -> bool:
    if len(rows_of(column)) < COLUMN_LINES:
        return False
    return sum(part.box.right - part.box.left for part in column) / len(column) >= COLUMN_SHARE * width
