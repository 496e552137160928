"""What a register's chart shows: the same figures are drawn and stand in a table beside the picture."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from search.model import Lasting, Tally

MOST_MONTHS, MOST_PANELS = 120, 8
WIDE, NARROW = 720, 320  # pixels
PANEL, FOOT = 76, 42  # heights in pixels
UNKNOWN = "Body not known"


@dataclass(frozen=True, slots=True)
class Panel:
    """One row of a chart: its name and a figure for each month."""

    name: str
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Figures by month ("2025-01"), without gaps, the oldest first. said is what the chart shows, in a clause.

    rows are the figures of its table: cells under heads. note says what the figures rest on and leave out.
    """

    form: Literal["bars", "line"]
    said: str
    months: tuple[str, ...]
    panels: tuple[Panel, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str

    @property
    def drawn(self) -> bool:
        """Whether there is anything to draw."""
        return bool(self.months)

    @property
    def alt(self) -> str:
        """The picture in words."""
        kind = "Bar chart" if self.form == "bars" else "Line chart"
        return f"{kind} of {self.said}, {self.spoken}. The same figures are in the table that follows."

    @property
    def spoken(self) -> str:
        """The time that it covers, in words."""
        first, last = month_name(self.months[0]), month_name(self.months[-1])
        return first if first == last else f"{first} to {last}"

    def size(self, narrow: bool) -> tuple[int, int]:
        """Width and height of the picture in pixels."""
        rows = len(self.panels) if self.form == "bars" else 2.5
        return (NARROW if narrow else WIDE), round(PANEL * rows) + FOOT


Draw = Callable[[Chart, bool], bytes]  # a chart as SVG, for a narrow screen or a wide one


def decided(tallies: Iterable[Tally]) -> Chart:
    """Decisions by body and month: the bodies with most decisions in rows of their own, the others in one."""
    held: Counter[tuple[str, str]] = Counter()
    for tally in tallies:
        held[tally.month, tally.body or UNKNOWN] += tally.count
    undated = sum(count for (month, _), count in held.items() if not month)
    months, early = _latest({month for month, _ in held if month})
    shown = {key: count for key, count in held.items() if key[0] in months}
    bodies: Counter[str] = Counter()
    for (_, body), count in shown.items():
        bodies[body] += count
    ranked = [body for body, _ in sorted(bodies.items(), key=lambda one: (-one[1], one[0]))]
    alone = ranked if len(ranked) <= MOST_PANELS else ranked[: MOST_PANELS - 1]
    panels = [Panel(body, tuple(shown.get((month, body), 0) for month in months)) for body in alone]
    if others := ranked[len(alone) :]:
        values = tuple(sum(shown.get((month, body), 0) for body in others) for month in months)
        panels.append(Panel(f"{len(others)} other bodies", values))
    rows = [(month_name(month), body, f"{count:,}") for (month, body), count in sorted(shown.items())]
    note = "A decision that several documents print is counted once."
    note += _left_out(undated, "decision", "of a meeting without a date") + early
    heads = ("Month", "Body", "Decisions")
    return Chart("bars", "decisions by body and month", months, tuple(panels), heads, tuple(rows), note)


def standing(lastings: Sequence[Lasting]) -> Chart:
    """Actions that were open at the end of each month, up to the month of the newest minutes or log."""
    dated = [one for one in lastings if one.raised]
    days = [day for one in dated for day in (one.raised, one.closed, one.last) if day]
    months, early = _latest({day[:7] for day in days})
    values = []
    for month in months:
        end = f"{month}-{monthrange(int(month[:4]), int(month[5:]))[1]:02}"
        values.append(sum(one.raised <= end and (not one.closed or one.closed > end) for one in dated))
    note = (
        "An action counts as open from the meeting that asked for it until the first minutes or action log that give "
        "it as closed or completed. Where no later log is held here, it still counts as open."
    )
    note += _left_out(len(lastings) - len(dated), "action", "without a date") + early
    rows = tuple((month_name(month), f"{count:,}") for month, count in zip(months, values, strict=True))
    panels = (Panel("Open actions", tuple(values)),) if months else ()
    return Chart("line", "open actions at the end of each month", months, panels, ("Month", "Open actions"), rows, note)


def month_name(month: str, short: bool = False) -> str:
    """A month in words.

    >>> month_name("2025-01"), month_name("2025-01", short=True)
    ('January 2025', 'Jan 2025')
    """
    day = date(int(month[:4]), int(month[5:]), 1)
    return f"{day:%b %Y}" if short else f"{day:%B %Y}"


def _latest(held: Iterable[str]) -> tuple[tuple[str, ...], str]:
    """All months from the first to the last, the latest where they are too many, and a sentence that says so."""
    numbers = [int(month[:4]) * 12 + int(month[5:]) - 1 for month in held]
    if not numbers:
        return (), ""
    first, last = min(numbers), max(numbers)
    start = max(first, last - MOST_MONTHS + 1)
    months = tuple(f"{number // 12:04}-{number % 12 + 1:02}" for number in range(start, last + 1))
    return months, f" Months before {month_name(months[0])} are left out." if start > first else ""


def _left_out(number: int, one: str, why: str) -> str:
    if not number:
        return ""
    return f" {number:,} {one if number == 1 else one + 's'} {why} {'is' if number == 1 else 'are'} left out."
