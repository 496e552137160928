"""One decision that several documents print: the same minutes as a file of their own, in a pack, or in two formats."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from search.links.held import HeldDecision
from search.links.likeness import plain_item

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Copy:
    """Rows of a decision and of the one, in another document, that stands for it."""

    decision: int
    of: int


def copies(decisions: Sequence[HeldDecision]) -> list[Copy]:
    """The decisions of one body that repeat one of another document: same day, part, item and words.

    The document with the lowest rows stands for all; a sentence that one document prints twice stays twice.
    """
    first: dict[tuple[object, ...], HeldDecision] = {}
    counted: dict[tuple[object, ...], int] = {}
    found = []
    for one in sorted(decisions, key=lambda one: one.row):
        meeting = one.meeting
        said = " ".join(_WORD.findall(one.text.casefold()))
        place = (meeting.date, meeting.part, plain_item(one.item), one.verb, said)
        if not meeting.date:
            continue
        nth = counted[place, meeting.row] = counted.get((place, meeting.row), 0) + 1
        kept = first.setdefault((place, nth), one)
        if kept.meeting.document != meeting.document:
            found.append(Copy(one.row, kept.row))
    return found
