"""Tables without rules: rows whose words stand in the same columns. Doubtful ones stay lines."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from ingest.model import Box
from ingest.read.glyphs import Printed
from ingest.read.grid import Grid, Space
from ingest.read.order import COLUMN_SHARE, Stretch, narrowed, rows_of, stretch
from ingest.read.sheet import is_bullet

MOST_ROWS = 2_000  # of a page; one of more is no paper of a board
MOST_REGION = 300  # rows of one table on a page
LEAST_ROWS = 3  # rows with several cells that make a table
FARTHEST = 3.2  # times its height that a row stands under the one before, at most
LOOSE = 2.0  # times the table's usual step: a wider one ends it
STRAIGHT = 3.5  # points within which cells of a column begin, end or have their middle
ALIGNED = 0.75  # of a column's cells that stand straight
FILLED = 0.6  # of a table's rows that have several cells
TIGHT = 1.3  # of its height: a smaller step goes on in the same row, where other rows stand further apart
PARTING = 0.6  # of its height: the least white before a word that begins a column
PAIR_LINES = 3  # of a cell where there are two columns: more is prose beside something
CELL_LINES = 6  # of a column's cells on average
LOWER = 0.3  # of a wide column's cells that begin in lower case: more is prose
MARK = re.compile(r"\(?[\w./-]{0,15}\d[\w./-]{0,15}[.):]?|\(?(?:[a-z]|[ivxlc]{1,6})[.)]", re.IGNORECASE)
Strip = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Region:
    """Rows that share white strips between their columns, from the top down."""

    rows: tuple[tuple[Stretch, ...], ...]
    strips: tuple[Strip, ...]

    @property
    def columns(self) -> int:
        return len(self.strips) + 1

    def column(self, x: float) -> int:
        """The column that a place across the page falls into."""
        return sum(x > (start + end) / 2 for start, end in self.strips)

    def reach(self, part: Stretch) -> tuple[int, int]:
        """The first column that a stretch stands in, and the one after its last."""
        return self.column(part.box.left + 1), self.column(part.box.right - 1) + 1


def aligned(parts: Sequence[Stretch], width: float, before: Sequence[float] = ()) -> tuple[list[Grid], list[Stretch]]:
    """The tables among the printed stretches of a page of this width, from the top down, and what is outside them.

    before are the left edges of the columns of the table that the page before ends with: rows in the same columns go
    on with it, however few.
    """
    rows = [tuple(row) for row in rows_of(parts)]
    if not 0 < sum(len(row) > 1 for row in rows) <= len(rows) <= MOST_ROWS:
        return [], list(parts)
    found: list[Grid] = []
    rest: list[Stretch] = []
    index = 0
    while index < len(rows):
        region = _region(rows, index, width)
        if region and (grid := _grid(region, width, before)):
            found.append(grid)
            index += len(region.rows)
        else:
            rest += rows[index]
            index += 1
    return found, rest


def edges(grid: Grid) -> tuple[float, ...]:
    """The left edges of a table's columns, from the left; only of three columns or more, else none."""
    left: dict[int, float] = {}
    for space in itertools.chain.from_iterable(grid.rows):
        at = min(word.box.left for word in space.words)
        left[space.first] = min(left.get(space.first, at), at)
    return tuple(left[column] for column in sorted(left)) if grid.columns > 2 and len(left) == grid.columns else ()


def _region(rows: Sequence[tuple[Stretch, ...]], first: int, width: float) -> _Region | None:
    """The rows from first on that share their white strips, as far as they go on as one table."""
    if len(rows[first]) < 2 or is_bullet(rows[first][0]):
        return None
    kept = [rows[first]]
    left, right = rows[first][0].box.left, rows[first][-1].box.right
    strips = _inner(narrowed([(0.0, width)], rows[first]), left, right)
    if not strips:
        return None
    steps: list[float] = []
    for row in rows[first + 1 : first + MOST_REGION]:
        step = row[0].box.bottom - kept[-1][0].box.bottom
        loose = len(steps) > 1 and step > LOOSE * median(steps[-9:])
        if loose or step > FARTHEST * row[0].size or is_bullet(row[0]):
            break
        alone = len(row) == 1
        if alone and row[0].bold and not all(part.bold for part in kept[-1]):
            break  # a heading between two tables
        row = _parted(row, strips)
        left, right = min(left, row[0].box.left), max(right, row[-1].box.right)
        fewer = _inner(narrowed(strips, row), left, right)
        if len(fewer) < len(strips) and (alone or len(kept) > 1 or not fewer):
            break
        strips = fewer
        kept.append(row)
        steps.append(step)
    while kept and len(kept[-1]) < 2 and kept[-1][0].box.left < strips[0][0]:
        kept.pop()
    return _Region(tuple(kept), tuple(strips))


def _parted(row: tuple[Stretch, ...], strips: Sequence[Strip]) -> tuple[Stretch, ...]:
    """The row with stretches parted where a word begins at a column's left edge, however little white is before it."""
    out: list[Stretch] = []
    for part in row:
        words: list[Printed] = []
        for word in part.words:
            gap = word.box.left - words[-1].box.right if words else 0.0
            if gap > PARTING * word.size and any(abs(word.box.left - end) <= STRAIGHT for _, end in strips):
                out.append(stretch(words))
                words = []
            words.append(word)
        out.append(stretch(words))
    return tuple(out)


def _inner(strips: Sequence[Strip], left: float, right: float) -> list[Strip]:
    """The strips that have words on both sides, which reach from left to right."""
    return [(start, end) for start, end in strips if left < start and end < right]


def _grid(region: _Region, width: float, before: Sequence[float]) -> Grid | None:
    """The region as a table, or None where it may be anything else."""
    rows = _logical(region)
    found = Grid(_around(region), region.columns, tuple(tuple(row) for row in rows))
    here = edges(found)
    if before and len(here) == len(before) and all(abs(a - b) <= STRAIGHT for a, b in zip(here, before, strict=True)):
        return found
    many = sum(len(row) > 1 for row in rows)
    if many < LEAST_ROWS or many < FILLED * len(rows) or _prose([space for row in rows for space in row]):
        return None
    columns = [
        [space for row in rows for space in row if (space.first, space.last) == (at, at + 1)]
        for at in range(region.columns)
    ]
    if any(not _straight(column) for column in columns):
        return None
    wide = [at for at, column in enumerate(columns) if _width(column) >= COLUMN_SHARE * width]
    if any(_prose(columns[at]) for at in wide) or len(wide) == region.columns:
        return None
    tall = [_lines(space) for column in columns for space in column]
    if region.columns == 2 and (_labelled(columns[0]) or max(tall) > PAIR_LINES):
        return None
    if any(sum(_lines(space) for space in column) > CELL_LINES * len(column) for column in columns):
        return None
    return found


def _around(region: _Region) -> Box:
    boxes = [part.box for row in region.rows for part in row]
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def _logical(region: _Region) -> list[list[Space]]:
    """The rows of the table: a printed line that only carries on cells of the row above belongs to it."""
    steps = [low[0].box.bottom - high[0].box.bottom for high, low in itertools.pairwise(region.rows)]
    size = median(part.size for row in region.rows for part in row)
    apart = bool(steps) and max(steps) > 1.25 * min(steps) and min(steps) <= TIGHT * size
    out: list[list[Space]] = []
    for index, row in enumerate(region.rows):
        spaces = [Space(len(out), *region.reach(part), part.words) for part in row]
        above = out[-1] if out else []
        step = steps[index - 1] if index else 0.0
        goes_on = step <= min(TIGHT * size, 1.1 * min(steps)) if apart else spaces[0].first > 0 and step <= TIGHT * size
        merged = _merged(above, spaces) if above and goes_on else None
        if merged:
            out[-1] = merged
        else:
            out.append(_joined(spaces))
    return out


def _merged(above: Sequence[Space], spaces: Sequence[Space]) -> list[Space] | None:
    """The row above with the words of one more line; None where a cell would begin that the row above lacks."""
    places = {(space.first, space.last): space for space in above}
    for space in spaces:
        host = next((key for key in places if key[0] <= space.first and space.last <= key[1]), None)
        if host is None:
            if len(above) == 1 or any(one.first <= space.first < one.last for one in above):
                return None
            places[space.first, space.last] = Space(above[0].row, space.first, space.last, space.words)
        else:
            one = places[host]
            places[host] = Space(one.row, one.first, one.last, one.words + space.words)
    return [places[key] for key in sorted(places)]


def _joined(spaces: Sequence[Space]) -> list[Space]:
    """The spaces of one line, those of the same or overlapping columns as one."""
    out: list[Space] = []
    for space in spaces:
        if out and space.first < out[-1].last:
            last = out[-1]
            out[-1] = Space(last.row, last.first, max(last.last, space.last), last.words + space.words)
        else:
            out.append(space)
    return out


def _straight(column: Sequence[Space]) -> bool:
    """Whether the cells of a column begin, or end, or have their middle, at one place."""
    if not column:
        return False
    edges = [(min(w.box.left for w in space.words), max(w.box.right for w in space.words)) for space in column]
    for places in ([left for left, _ in edges], [right for _, right in edges], [(a + b) / 2 for a, b in edges]):
        usual = median(places)
        if sum(abs(place - usual) <= STRAIGHT for place in places) >= ALIGNED * len(places):
            return True
    return False


def _width(column: Sequence[Space]) -> float:
    """How wide the printed lines of a column are on average."""
    return sum(max(w.box.right for w in s.words) - min(w.box.left for w in s.words) for s in column) / len(column)


def _lines(space: Space) -> int:
    """How many printed lines a cell has."""
    return len({round(word.box.bottom / word.size) for word in space.words})


def _prose(column: Sequence[Space]) -> bool:
    """Whether a column's cells read on from one to the next, as lines of prose do."""
    starts = [space.words[0].text[:1] for space in column]
    return sum(letter.islower() for letter in starts) > LOWER * len(starts)


def _labelled(column: Sequence[Space]) -> bool:
    """Whether a column holds the marks of a list or the labels of a form, which stand before what they belong to."""
    texts = [" ".join(word.text for word in space.words) for space in column]
    return sum(bool(MARK.fullmatch(text)) or text.endswith(":") for text in texts) > LOWER * len(texts)
