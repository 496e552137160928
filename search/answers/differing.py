"""Where another place gives another figure for the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from search.answers.found import Found
from search.answers.model import Statement
from search.answers.prints import cells, letters
from search.model import Hit

MOST = 2  # other figures that are shown
_NUMBER = re.compile(r"\d[\d.,/]*\d|\d")


def differing(found: Found, hit: Hit, said: str) -> Iterator[Statement]:
    """Rows of the same measure, with the same columns, whose figures differ from those of a row."""
    if hit.kind != "table row":
        return
    mine, shown = _row(hit.text), 0
    for other in found.hits:
        if other.kind != "table row" or other.id == hit.id or shown == MOST or not mine:
            continue
        if _differs(mine, _row(other.text)) and found.prints.holds_hit(other):
            yield Statement("differs", other.text, other.citation, True, other.id)
            shown += 1


def _row(text: str) -> dict[str, str]:
    """The cells of a row by the names of their columns, the first by ""."""
    first, *others = cells(text) or [""]
    named = dict(cell.split(": ", 1) for cell in others if ": " in cell)
    return {"": letters(first.split(": ", 1)[-1]), **named} if letters(first) else {}


def _differs(mine: dict[str, str], other: dict[str, str]) -> bool:
    """Whether two rows are of one measure and a column of both holds another figure."""
    if not other or mine[""] != other[""] or _NUMBER.fullmatch(mine[""]):
        return False
    both = [name for name in mine if name and name in other]
    return any(_NUMBER.search(mine[name]) and letters(mine[name]) != letters(other[name]) for name in both)
