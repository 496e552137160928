"""Charts as SVG: the one file that knows matplotlib, which draws text as shapes and needs no browser."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from matplotlib import rc_context
from matplotlib.axes import Axes as Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

PIXEL = 1 / 96  # inches
# The same figures give the same file, without its day and maker.
BARE = dict.fromkeys(("Date", "Creator", "Format", "Type"))
_one = Lock()  # the settings of matplotlib are those of the whole process


def whole_numbers(axes: Axes, most: int) -> None:
    """Marks the vertical axis at so many whole numbers at most."""
    axes.yaxis.set_major_locator(MaxNLocator(most, integer=True))


@dataclass(frozen=True, slots=True)
class Room:
    """What is left free around each row of axes, in pixels."""

    left: float
    right: float
    top: float
    bottom: float


def svg(
    width: float,
    height: float,
    rows: int,
    draw: Callable[[list[Axes]], None],
    *,
    letters: bool,
    room: Room | None = None,
) -> bytes:
    """A figure of so many rows of axes that share one horizontal axis; width and height in pixels.

    draw is given the axes from top to bottom. With letters text stays text, else it becomes shapes, which look the same
    everywhere. Without room the axes are fitted to their labels, which takes longer. A name with a dollar in it is no
    formula.
    """
    kept = "none" if letters else "path"
    with _one, rc_context({"svg.fonttype": kept, "svg.hashsalt": "minutebook", "text.parse_math": False}):
        figure = Figure(figsize=(width * PIXEL, height * PIXEL), layout=None if room else "constrained")
        if room:
            row = (height - room.bottom) / rows - room.top
            figure.subplots_adjust(
                room.left / width,
                room.bottom / height,
                1 - room.right / width,
                1 - room.top / height,
                hspace=room.top / row,
            )
        axes = [figure.add_subplot(rows, 1, 1)]
        axes += [figure.add_subplot(rows, 1, number, sharex=axes[0]) for number in range(2, rows + 1)]
        for each in axes:
            each.spines[["top", "right"]].set_visible(False)
        draw(axes)
        drawn = io.BytesIO()
        figure.savefig(drawn, format="svg", metadata=BARE)
    return drawn.getvalue()
