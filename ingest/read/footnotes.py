"""Footnotes between a page's last line and its end, read before the paragraph that the page's end cuts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.read.order import Stretch
from ingest.read.sheet import is_bullet

SMALL = 0.9  # of the body's size, at most: a footnote's
MOST_FEET = 3  # running lines that may stand under the footnotes
MOST_NOTES = 30  # lines of footnotes on a page
PITCH = 1.5  # of its size, at most: the step from line to line of one paragraph
MARK = re.compile(r"(?:\d{1,3}|[ivx]{1,4}|[*†‡§])(?:\s+\S|(?=[A-Z(\"“])|$)")
ENDED = re.compile(r"[.:;?!][\"'”’)\]]*$")


def footnotes_aside(lines: Sequence[Stretch]) -> list[Stretch]:
    """The lines of a page in reading order, where a paragraph goes on over the page's end without a note inside it.

    Nothing moves where no footnote is found, or where the last paragraph before it ends on the page.
    """
    notes = _notes(lines)
    if notes is None:
        return list(lines)
    first, last = notes
    start = _paragraph(lines, first)
    if start == 0 or ENDED.search(_text(lines[first - 1])):
        return list(lines)
    return [*lines[:start], *lines[first:last], *lines[start:first], *lines[last:]]


def _notes(lines: Sequence[Stretch]) -> tuple[int, int] | None:
    """Where the footnotes at the foot of a page begin and end among its lines."""
    if len(lines) < 4:
        return None
    sizes = sorted((line.size, len(line.words)) for line in lines)
    body = _median(sizes)
    for end in range(len(lines), len(lines) - MOST_FEET - 1, -1):
        first = end
        while first > 1 and end - first < MOST_NOTES and lines[first - 1].size <= SMALL * body:
            first -= 1
        while first < end and not MARK.match(_text(lines[first])):
            first += 1
        if 1 < first < end and lines[first].box.top >= lines[first - 1].box.bottom - 1:
            return first, end
    return None


def _median(sizes: Sequence[tuple[float, int]]) -> float:
    """The size that half of the words have or pass."""
    half, count = sum(words for _, words in sizes) / 2, 0
    for size, words in sizes:
        count += words
        if count >= half:
            return size
    return 0.0


def _paragraph(lines: Sequence[Stretch], end: int) -> int:
    """Where the paragraph begins whose last line on this page is lines[end - 1]."""
    start = end - 1
    while start > 0:
        line, above = lines[start], lines[start - 1]
        step = line.box.top - above.box.top
        if is_bullet(line) or abs(line.size - above.size) > 0.08 * line.size:
            break
        if not 0 < step <= PITCH * line.size or line.bold != above.bold or ENDED.search(_text(above)):
            break
        start -= 1
    return start


def _text(line: Stretch) -> str:
    return " ".join(word.text for word in line.words)
