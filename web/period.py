"""Days as readers type them into a form."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from ingest.model import dates

MONTHS = ("%B %Y", "%b %Y", "%m/%Y", "%Y-%m")
ADVICE = "like 16 January 2025, 16/1/2025 or January 2025"
Edge = Literal["first", "last"]


@dataclass(frozen=True, slots=True)
class Misfit:
    """A field that cannot be used, and what to do about it."""

    field: str
    text: str


def day(typed: str, edge: Edge = "first") -> str:
    """The ISO day that was typed: of a month or a year its first or last day; "" where it says none.

    >>> day("16 January 2025"), day("16/1/2025"), day("January 2025"), day("2025", "last"), day("31 February 2025")
    ('2025-01-16', '2025-01-16', '2025-01-01', '2025-12-31', '')
    """
    said = " ".join(typed.split())
    found = dates(said)
    if found:
        return found[0].day.isoformat() if len(found) == 1 and found[0].text == said else ""
    if re.fullmatch(r"(?:19|20)\d\d", said):
        return f"{said}-01-01" if edge == "first" else f"{said}-12-31"
    for form in MONTHS:
        try:
            month = datetime.strptime(said, form)
        except ValueError:
            continue
        return f"{month:%Y-%m}-{1 if edge == 'first' else monthrange(month.year, month.month)[1]:02}"
    return ""


@dataclass(frozen=True, slots=True)
class Period:
    """A time as typed: its first and last day and a year, each "" where it is open; what lies in all of them counts."""

    since: str = ""
    until: str = ""
    year: str = ""

    @property
    def first(self) -> str:
        """The first ISO day, "" where it is open."""
        return max(day(self.since), f"{self.year}-01-01" if self.year else "")

    @property
    def last(self) -> str:
        """The last ISO day, "" where it is open."""
        ends = (day(self.until, "last"), f"{self.year}-12-31" if self.year else "")
        return min((end for end in ends if end), default="")

    def misfits(self, since: str, until: str) -> tuple[Misfit, ...]:
        """What cannot be used; since and until are the labels of the two fields."""
        first, last = day(self.since), day(self.until, "last")
        named = (("since", since, self.since, first), ("until", until, self.until, last))
        found = [Misfit(name, unread(label)) for name, label, typed, read in named if typed.strip() and not read]
        if self.year and not re.fullmatch(r"(?:19|20)\d\d", self.year):
            found.append(Misfit("year", "Choose the year from the list"))
        if first and last and first > last:
            found.append(Misfit("until", f"“{until}” must be the same as or after “{since}”"))
        return tuple(found)


def unread(label: str) -> str:
    """What to do about a date that cannot be read.

    >>> unread("From")
    '“From” must be a real date, like 16 January 2025, 16/1/2025 or January 2025'
    """
    return f"“{label}” must be a real date, {ADVICE}"
