"""Sums of money as papers print them, read as amounts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from math import floor, log10

# how often the amount stands in the sum, by the word or letter after it
SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "b": 1e9, "bn": 1e9, "billion": 1e9}
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,12}(?:\.\d{1,6})?"
_SCALE = rf"(?:\s?(?:{'|'.join(sorted(SCALES, key=len, reverse=True))})\b)?"
_SUM = re.compile(
    rf"(?:[£€$]|\b(?:GBP|EUR|USD)\s?)\s?(?P<number>{_NUMBER})(?P<scale>{_SCALE})"
    rf"|\b(?P<bare>{_NUMBER})(?P<of>{_SCALE})\s?(?:pounds?|euros?|dollars?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of money: its amount in whole units of its currency, and how it is printed."""

    amount: float
    printed: str

    @property
    def band(self) -> int:
        """Its order of magnitude: 6 for 1 million to below 10 million; 0 for less than 1."""
        return floor(log10(self.amount)) if self.amount >= 1 else 0


def sums(text: str) -> tuple[Sum, ...]:
    """The sums that a text prints with a mark of their currency, in order; figures without one are none.

    >>> [(one.amount, one.printed) for one in sums("£2.4m now, £310,000 later and GBP 3 million of 12,000 pages")]
    [(2400000.0, '£2.4m'), (310000.0, '£310,000'), (3000000.0, 'GBP 3 million')]
    """
    found = []
    for match in _SUM.finditer(text):
        number, scale = match["number"] or match["bare"], (match["scale"] or match["of"] or "").strip()
        times = SCALES[scale.lower()] if scale else 1.0
        found.append(Sum(round(float(number.replace(",", "")) * times, 2), match[0].strip()))
    return tuple(found)


def largest(texts: Iterable[str]) -> Sum | None:
    """The largest sum that any of some texts prints, None where none does: it tells what a matter is worth."""
    return max((one for text in texts for one in sums(text)), key=lambda one: one.amount, default=None)
