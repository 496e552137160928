"""A passage's words with those marked that were asked for, and its most telling part where it is long."""

from __future__ import annotations

import re
from dataclasses import dataclass

from search.model import Ranges

LONGEST = 480  # characters of a passage that are shown before it is opened
SPARED = 160  # characters that are not folded away: a reader gains nothing by them
_BREAK = re.compile(r"(?<=[.;:!?])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of a passage's words, marked or not."""

    text: str
    marked: bool = False


Paragraph = tuple[Piece, ...]


def paragraphs(text: str, ranges: Ranges, start: int = 0, end: int | None = None) -> tuple[Paragraph, ...]:
    """The lines of text[start:end] that say anything; cells of a table row are set apart by a bar.

    >>> paragraphs("The lease", ((4, 9),))
    ((Piece(text='The ', marked=False), Piece(text='lease', marked=True)),)
    """
    last = len(text) if end is None else end
    lines: list[Paragraph] = []
    at = start
    for line in text[start:last].splitlines(keepends=True):
        if line.strip():
            lines.append(_pieces(text, ranges, at, at + len(line.rstrip())))
        at += len(line)
    return tuple(lines)


def window(text: str, ranges: Ranges, longest: int = LONGEST) -> tuple[int, int]:
    """The run of whole sentences or lines, about longest characters of them, that holds most of what is marked.

    Different words count before one word many times, and what stands earlier before what stands later; the whole text
    where hardly more is left. A sentence longer than that is cut between words.
    """
    if len(text) <= longest + SPARED:
        return 0, len(text)
    starts = [0, *(found.end() for found in _BREAK.finditer(text) if found.end() < len(text))]
    ends = [*starts[1:], len(text)]
    best, most = (0, longest), (-1, -1)
    for first, start in enumerate(starts):
        fitting = [end for end in ends[first:] if end - start <= longest]
        end = fitting[-1] if fitting else _cut(text, start + longest)
        inside = [text[one:two].casefold() for one, two in ranges if start <= one and two <= end]
        if (len(set(inside)), len(inside)) > most:
            best, most = (start, end), (len(set(inside)), len(inside))
    return best


def _cut(text: str, at: int) -> int:
    """The end of the last whole word before a place, or the place itself where there is no other."""
    space = text.rfind(" ", at - LONGEST // 4, at)
    return space if space > 0 else min(at, len(text))


def _pieces(text: str, ranges: Ranges, start: int, end: int) -> Paragraph:
    found: list[Piece] = []
    at = start
    for first, last in ranges:
        if first < at or last > end:
            continue
        found += [Piece(_plain(text[at:first])), Piece(_plain(text[first:last]), True)]
        at = last
    return tuple(piece for piece in (*found, Piece(_plain(text[at:end]))) if piece.text)


def _plain(text: str) -> str:
    return text.replace("\t", " | ")
