"""A decision as it is found in minutes, and the block behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.model import Decision
from ingest.structure.place import Placed, in_one_item


@dataclass(frozen=True, slots=True)
class Found:
    """A decision with the index of its block; marked says that a label, capitals or a column made it one."""

    at: int
    decision: Decision
    marked: bool


def next_block(at: int, placed: Sequence[Placed]) -> Placed | None:
    """The next block, where it is of the same item and no heading."""
    following = placed[at + 1] if at + 1 < len(placed) else None
    return following if following and in_one_item(following, placed[at]) and not following.head else None
