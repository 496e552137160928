"""The registers' charts drawn: dark bars or a line on white, told apart by place and label, never by colour alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from textwrap import shorten
from typing import Protocol

from api.charts import Axes, Room, svg, whole_numbers

BLUE, INK, GREY = "#005eb8", "#212b32", "#d8dde0"
SIZE, SMALL, THICKEST = 11, 9, 40  # points
ROOM = Room(left=36, right=10, top=30, bottom=42)
KEPT = 128  # drawings
FIGURES = {False: 26, True: 9}  # months beyond which a bar bears no figure, wide and narrow
LETTERS = {False: 90, True: 34}  # of a name over a row


class Row(Protocol):
    """One row of a chart."""

    @property
    def name(self) -> str:
        """What its figures are of."""

    @property
    def values(self) -> tuple[int, ...]:
        """A figure for each month."""


class Monthly(Protocol):
    """A chart of figures by month; equal ones are drawn once."""

    @property
    def form(self) -> str:
        """Either "bars" or "line"."""

    @property
    def months(self) -> tuple[str, ...]:
        """The months, such as "2025-01", without gaps."""

    @property
    def panels(self) -> Sequence[Row]:
        """The rows, at least one."""

    def size(self, narrow: bool) -> tuple[int, int]:
        """Width and height in pixels."""

    def __hash__(self) -> int:
        """Equal for equal charts."""


@lru_cache(maxsize=KEPT)
def drawn(chart: Monthly, narrow: bool) -> bytes:
    """A chart as SVG, for a narrow screen or a wide one; the same chart gives the same bytes."""

    def draw(axes: list[Axes]) -> None:
        top = max((value for panel in chart.panels for value in panel.values), default=0)
        for each, panel in zip(axes, chart.panels, strict=True):
            (_line if chart.form == "line" else _bars)(each, panel, max(top, 1), narrow)
            each.set_title(
                shorten(panel.name, LETTERS[narrow], placeholder="…"), loc="left", fontsize=SIZE, color=INK, pad=4
            )
            each.tick_params(labelsize=SMALL, colors=INK)
            each.tick_params(axis="x", labelbottom=each is axes[-1])
            each.spines[["left"]].set_visible(False)
        _months(axes[-1], chart.months, narrow)

    return svg(*chart.size(narrow), len(chart.panels), draw, letters=False, room=ROOM)


def _bars(axes: Axes, panel: Row, top: int, narrow: bool) -> None:
    places = range(len(panel.values))
    thick = (axes.bbox.width / axes.figure.dpi * 72) * 0.72 / (len(places) + 0.2)
    axes.vlines(places, 0, panel.values, color=BLUE, linewidth=min(thick, THICKEST))
    if len(panel.values) <= FIGURES[narrow]:
        for place, value in zip(places, panel.values, strict=True):
            if value:
                axes.text(place, value + top * 0.05, f"{value:,}", ha="center", va="bottom", fontsize=SMALL, color=INK)
        axes.set_yticks([])
        axes.set_ylim(0, top * 1.35)
    else:
        axes.set_yticks([0, top])
        axes.grid(axis="y", color=GREY)
        axes.set_ylim(0, top * 1.05)
    axes.set_axisbelow(True)


def _line(axes: Axes, panel: Row, top: int, narrow: bool) -> None:
    places = range(len(panel.values))
    axes.plot(places, panel.values, color=BLUE, linewidth=2, marker="o", markersize=5 if len(places) < 40 else 0)
    if len(panel.values) <= FIGURES[narrow]:
        for place, value in zip(places, panel.values, strict=True):
            axes.annotate(
                *(f"{value:,}", (place, value)),
                xytext=(0, 6),
                textcoords="offset points",
                ha="center",
                fontsize=SMALL,
                color=INK,
            )
    axes.grid(axis="y", color=GREY)
    axes.set_axisbelow(True)
    axes.set_ylim(0, top * 1.2)
    whole_numbers(axes, 5)


def _months(axes: Axes, months: Sequence[str], narrow: bool) -> None:
    """Names the months under the lowest row, so many as there is room for, the year where it begins."""
    step = next((one for one in (1, 2, 3, 6, 12, 24) if len(months) / one <= (5 if narrow else 13)), 24)
    places = range(0, len(months), step)
    names = []
    for number, place in enumerate(places):
        year, month = months[place].split("-")
        told = number == 0 or months[places[number - 1]][:4] != year
        names.append(f"{NAMES[int(month) - 1]}\n{year}" if told else NAMES[int(month) - 1])
    axes.set_xticks(places, names)
    axes.set_xlim(-0.6, len(months) - 0.4)


NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
