"""Ruled tables of a page: which rules form a table, and the cells that they enclose."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ingest.model import Box
from ingest.read.glyphs import Printed
from ingest.read.rules import Rule

TOUCH = 3.0  # points within which rules meet
LOW = 5.0  # points; a lower band between two rules is a double rule, not a row


@dataclass(frozen=True, slots=True)
class Space:
    """One enclosed space of a table: row band, first and last column band, and the words in it."""

    row: int
    first: int
    last: int
    words: tuple[Printed, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """One ruled table. open_top says that no rule closes its first row from above (it goes on from the page before)."""

    box: Box
    columns: int
    rows: tuple[tuple[Space, ...], ...]
    open_top: bool = field(default=False)


def grids(rules: Sequence[Rule], words: Sequence[Printed]) -> tuple[list[Grid], list[Printed]]:
    """The tables of a page from the top down, and the words outside them.

    A group of rules is a table when it encloses at least two columns and one row, and holds words.
    """
    found: list[Grid] = []
    rest = list(words)
    for group in _groups(rules):
        grid, rest = _grid(group, rest)
        if grid:
            found.append(grid)
    return sorted(found, key=lambda grid: (grid.box.top, grid.box.left)), rest


def _groups(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Rules that meet, directly or through others."""
    level = [rule for rule in rules if rule.level]
    upright = [rule for rule in rules if not rule.level]
    parent = {id(rule): id(rule) for rule in rules}

    def root(key: int) -> int:
        while parent[key] != key:
            parent[key] = key = parent[parent[key]]
        return key

    for across in level:
        for down in upright:
            if (across.start - TOUCH <= down.at <= across.end + TOUCH) and (
                down.start - TOUCH <= across.at <= down.end + TOUCH
            ):
                parent[root(id(across))] = root(id(down))
    groups: dict[int, list[Rule]] = {}
    for rule in rules:
        groups.setdefault(root(id(rule)), []).append(rule)
    return [group for group in groups.values() if len(group) >= 4]


def _places(values: Iterable[float]) -> list[float]:
    """Sorted values with near ones made one."""
    out: list[float] = []
    for value in sorted(values):
        if not out or value - out[-1] > LOW:
            out.append(value)
    return out


def _grid(group: Sequence[Rule], words: Sequence[Printed]) -> tuple[Grid | None, list[Printed]]:
    upright = [rule for rule in group if not rule.level]
    level = [rule for rule in group if rule.level and _walled(rule, upright)]
    if not level or not upright:
        return None, list(words)
    xs = _places([rule.at for rule in upright] + [rule.start for rule in level] + [rule.end for rule in level])
    ys = _places([rule.at for rule in level] + [rule.start for rule in upright] + [rule.end for rule in upright])
    if len(xs) < 3 or len(ys) < 2:
        return None, list(words)
    box = Box(xs[0], ys[0], xs[-1], ys[-1])
    inside = [word for word in words if _within(word, box)]
    if not inside:
        return None, list(words)
    spaces = [_row(index, xs, ys, upright, inside) for index in range(len(ys) - 1)]
    spaces = _stacked(spaces, xs, ys, level)
    rows = tuple(tuple(row) for row in spaces if any(space.words for space in row))
    taken = {id(word) for row in rows for space in row for word in space.words}
    top = [rule for rule in level if abs(rule.at - ys[0]) <= TOUCH]
    grid = Grid(box, len(xs) - 1, rows, open_top=not top)
    return grid, [word for word in words if id(word) not in taken]


def _walled(rule: Rule, upright: Sequence[Rule]) -> bool:
    """Whether a level rule runs from wall to wall; one that does not is an underline inside a cell."""
    return all(any(abs(wall.at - end) <= TOUCH for wall in upright) for end in (rule.start, rule.end))


def _within(word: Printed, box: Box) -> bool:
    x, y = (word.box.left + word.box.right) / 2, (word.box.top + word.box.bottom) / 2
    return box.left <= x <= box.right and box.top <= y <= box.bottom


def _row(
    index: int, xs: Sequence[float], ys: Sequence[float], upright: Sequence[Rule], words: Sequence[Printed]
) -> list[Space]:
    """The spaces of one row band: columns without an upright rule between them are one space.

    A band that no upright rule passes is white between two tables and has none.
    """
    top, bottom = ys[index], ys[index + 1]
    middle = (top + bottom) / 2
    if not any(rule.start <= middle <= rule.end for rule in upright):
        return []
    walls = [0]
    for column in range(1, len(xs) - 1):
        if any(abs(rule.at - xs[column]) <= LOW and rule.start <= middle <= rule.end for rule in upright):
            walls.append(column)
    walls.append(len(xs) - 1)
    out = []
    for first, last in itertools.pairwise(walls):
        box = Box(xs[first], top, xs[last], bottom)
        out.append(Space(index, first, last, tuple(word for word in words if _within(word, box))))
    return out


def _stacked(
    rows: list[list[Space]], xs: Sequence[float], ys: Sequence[float], level: Sequence[Rule]
) -> list[list[Space]]:
    """A space with no rule above it belongs to the same columns' space of the row over it."""
    for index in range(len(rows) - 1, 0, -1):
        for place, space in enumerate(rows[index]):
            x = (xs[space.first] + xs[space.last]) / 2
            if not space.words or any(
                abs(rule.at - ys[index]) <= LOW and rule.start <= x <= rule.end for rule in level
            ):
                continue
            for above, over in enumerate(rows[index - 1]):
                if (over.first, over.last) == (space.first, space.last):
                    rows[index - 1][above] = Space(over.row, over.first, over.last, over.words + space.words)
                    rows[index][place] = Space(space.row, space.first, space.last, ())
    return rows
