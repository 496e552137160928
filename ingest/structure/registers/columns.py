"""Which column of a table holds what, by the words of its headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ingest.model import Block
from ingest.structure.place import Placed

LONGEST = 200  # characters of a heading that are read
Forms = Mapping[str, re.Pattern[str]]


def columns(heads: Iterable[str], forms: Forms) -> dict[str, str]:
    """Field -> the heading that names it. A heading names the first field of forms that it fits and that is free.

    >>> columns(["Ref", "Owner"], {"owner": re.compile("lead|owner", re.I), "number": re.compile("ref", re.I)})
    {'number': 'Ref', 'owner': 'Owner'}
    """
    found: dict[str, str] = {}
    for head in heads:
        words = " ".join(head[:LONGEST].split())
        name = next((name for name, form in forms.items() if name not in found and form.search(words)), None)
        if words and name:
            found[name] = head
    return found


def heads(block: Block) -> tuple[str, ...]:
    """The headings that a row tells of: its own texts where it is a heading row, else those of its cells."""
    return tuple(text if is_heading(block) else head for head, text in block.cells)


def is_heading(block: Block) -> bool:
    """Whether a row is a table's heading row: it stands out and no heading stands over its cells.

    A row of two cells in a table without headings may look so too.
    """
    return block.bold and len(block.cells) > 1 and all(not head for head, _ in block.cells)


def cell(block: Block, head: str | None) -> str:
    """The text under a heading; "" where the row has none there."""
    return next((text for name, text in block.cells if name == head), "") if head is not None else ""


def stretches(rows: Sequence[Placed]) -> Iterator[tuple[list[Block], list[Placed]]]:
    """(heading rows, the rows under them) of one table: new headings may stand in its midst."""
    above: list[Block] = []
    under: list[Placed] = []
    for here in rows:
        if not is_heading(here.block):
            under.append(here)
        elif under:
            yield above, under
            above, under = [here.block], []
        else:
            above.append(here.block)
    yield above, under


def named(above: Sequence[Block], under: Sequence[Placed], forms: Forms) -> dict[str, str]:
    """Field -> heading for rows under heading rows; a heading of two lines is known whole from the rows."""
    over_cells = [head for here in under for head, _ in here.block.cells if head]
    printed = [text for block in above[:1] for _, text in block.cells]
    order = {head: at for at, head in enumerate(printed)}
    whole = sorted(dict.fromkeys(over_cells), key=lambda head: order.get(head, _nearest(head, order)))
    return columns(whole or printed, forms)


def _nearest(head: str, order: Mapping[str, int]) -> float:
    """Where a heading of two lines stands: just behind the wide one that it begins with."""
    return next((at + 0.5 for wide, at in order.items() if head.startswith(wide)), len(order))
