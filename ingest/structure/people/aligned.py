"""Lists of people set in columns without ruling lines: names over one another, and what stands beside them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.model import Line, Page
from ingest.structure.people.naming import is_name

GAP = 1.8  # times the print's height: the white between two columns is no narrower
SAME = 4.0  # points by which the left edges of one column's entries may differ
PROSE = 16  # words: a line of more is none of a list's
FEW = 3  # lines that make a list
NAMES = 0.6  # share of a list's first cells that are people's names

Cells = tuple[tuple[int, int], ...]


def aligned(page: Page, skip: frozenset[tuple[int, int]]) -> dict[int, Cells]:
    """The lines of a page that are rows of such a list: the line's start -> where each of its cells begins and ends.

    skip are the running lines. A stretch of three or more lines with a wide gap at one place is a list when most of
    them begin with a person's name.
    """
    runs = list(_runs(page, skip))
    out: dict[int, Cells] = {}
    for run in runs:
        out |= _list(page, run)
    places = [_second(page, line, cells) for run in runs for line, cells in run if line.start in out]
    for run in runs:  # a list of one or two stands at the place of a longer one
        at = _second(page, *run[0])
        if run[0][0].start not in out and any(abs(at - place) <= _same(run[0][0]) for place in places):
            out |= _list(page, run, few=1)
    return out


def _runs(page: Page, skip: frozenset[tuple[int, int]]) -> Iterator[list[tuple[Line, Cells]]]:
    """The stretches of lines in columns whose second cells begin at one place."""
    run: list[tuple[Line, Cells]] = []
    for part in [*page.parts, None]:
        if isinstance(part, Line) and (page.number, part.start) in skip:
            continue
        cells = _cells(page, part) if isinstance(part, Line) and not part.bullet else ()
        if isinstance(part, Line) and len(cells) > 1 and (not run or _under(page, run[-1], (part, cells))):
            run.append((part, cells))
            continue
        if run:
            yield run
        run = [(part, cells)] if isinstance(part, Line) and len(cells) > 1 else []


def _cells(page: Page, line: Line) -> Cells:
    """A line cut at its wide gaps."""
    if not line.box:
        text = page.text[line.start : line.end]
        ends = [*(match.start() for match in re.finditer(r"\s{3,}", text)), len(text)]
        starts = [0, *(match.end() for match in re.finditer(r"\s{3,}", text))]
        return tuple((line.start + start, line.start + end) for start, end in zip(starts, ends, strict=True))
    first = bisect_left(page.words, line.start, key=lambda word: word.start)
    words = page.words[first : bisect_left(page.words, line.end, key=lambda word: word.start)] if line.size else ()
    if len(words) > PROSE:
        return ()
    cuts = [at for at in range(1, len(words)) if words[at].box.left - words[at - 1].box.right > GAP * line.size]
    bounds = [0, *cuts, len(words)]
    return tuple((words[a].start, words[b - 1].end) for a, b in pairwise(bounds) if a < b)


def _under(page: Page, above: tuple[Line, Cells], here: tuple[Line, Cells]) -> bool:
    """Whether the second cells of two lines begin at one place."""
    return abs(_second(page, *above) - _second(page, *here)) <= _same(here[0])


def _second(page: Page, line: Line, cells: Cells) -> float:
    """Where a line's second cell begins: in points, or in letters where a page has no boxes."""
    return _left(page, cells[1][0]) if line.box else cells[1][0] - line.start


def _same(line: Line) -> float:
    return SAME if line.box else 2


def _left(page: Page, start: int) -> float:
    return page.words[bisect_left(page.words, start, key=lambda word: word.start)].box.left


def _list(page: Page, run: Sequence[tuple[Line, Cells]], few: int = FEW) -> dict[int, Cells]:
    firsts = [re.sub(r"\s*\([^()]*\)", "", page.text[cells[0][0] : cells[0][1]]).strip() for _, cells in run]
    if len(run) < few or sum(is_name(first) for first in firsts) < NAMES * len(run):
        return {}
    return {line.start: cells for line, cells in run}
