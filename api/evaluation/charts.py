"""The plots of an evaluation, as elements of its page."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from xml.etree import ElementTree

from markupsafe import Markup

from api.charts import Axes, svg
from api.evaluation.calibration import Bin
from api.evaluation.intervals import Mean

SVG, LINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
BLUE, PLUM, GREY = "#005eb8", "#7c2855", "#4c6272"  # each at least 4.5 to 1 on white
INCH, WIDTH = 96, 672  # pixels
HEIGHT, ROW = 3.6, 0.42  # inches
Draw = Callable[[Axes], None]


def curve(name: str, title: str, description: str, points: Sequence[Mean]) -> Markup:
    """A mean for each rank from 1, with its interval as a band."""

    def draw(axes: Axes) -> None:
        ranks = range(1, len(points) + 1)
        axes.fill_between(ranks, [one.low for one in points], [one.high for one in points], color=BLUE, alpha=0.2, lw=0)
        axes.plot(ranks, [one.value for one in points], color=BLUE, marker="o")
        axes.set(xlabel="passages looked at", ylabel="recall", xticks=list(ranks), ylim=(0, 1.02))
        axes.grid(axis="y", alpha=0.3)

    return _svg(name, title, description, HEIGHT, draw)


def bars(name: str, title: str, description: str, rows: Mapping[str, Mapping[str, Mean]]) -> Markup:
    """A row of bars for each name, one for each of at most two measures, with intervals."""
    measures = list(dict.fromkeys(measure for row in rows.values() for measure in row))

    def draw(axes: Axes) -> None:
        thick = 0.8 / max(len(measures), 1)
        for place, (measure, colour) in enumerate(zip(measures, (BLUE, PLUM), strict=False)):
            held = [(number, row[measure]) for number, row in enumerate(rows.values()) if measure in row]
            heights = [number + (place - (len(measures) - 1) / 2) * thick for number, _ in held]
            means = [one for _, one in held]
            axes.barh(heights, [one.value for one in means], thick * 0.9, color=colour, label=measure)
            axes.errorbar(
                [one.value for one in means], heights, xerr=_arms(means), fmt="none", ecolor="black", capsize=2
            )
        axes.set(yticks=range(len(rows)), yticklabels=list(rows), xlim=(0, 1.02))
        axes.invert_yaxis()
        axes.grid(axis="x", alpha=0.3)
        axes.legend(loc="upper left", bbox_to_anchor=(1.0, 1.0), frameon=False)

    return _svg(name, title, description, 1.0 + ROW * len(rows), draw)


def reliability(name: str, title: str, description: str, bins: Sequence[Bin]) -> Markup:
    """The share of right answers by confidence, beside the line on which the two are equal."""

    def draw(axes: Axes) -> None:
        axes.plot([0, 1], [0, 1], color=GREY, linestyle="--", label="as sure as right")
        means = [each.right for each in bins]
        certain = [each.confidence for each in bins]
        axes.errorbar(
            certain,
            [one.value for one in means],
            yerr=_arms(means),
            color=BLUE,
            marker="o",
            capsize=2,
            label="measured",
        )
        axes.set(xlabel="confidence", ylabel="share right", xlim=(0, 1.02), ylim=(0, 1.02))
        axes.grid(alpha=0.3)
        axes.legend(loc="upper left", frameon=False)

    return _svg(name, title, description, HEIGHT + 0.6, draw)


def differences(name: str, title: str, description: str, rows: Mapping[str, Mean]) -> Markup:
    """How much each measure rose, with intervals, about the line of no change."""

    def draw(axes: Axes) -> None:
        means = list(rows.values())
        axes.axvline(0, color=GREY, linestyle="--")
        axes.errorbar([one.value for one in means], range(len(rows)), xerr=_arms(means), fmt="o", color=BLUE, capsize=2)
        axes.set(yticks=range(len(rows)), yticklabels=list(rows), xlabel="rise since the earlier run")
        axes.invert_yaxis()
        axes.grid(axis="x", alpha=0.3)

    return _svg(name, title, description, 1.0 + 0.8 * ROW * len(rows), draw)


def _arms(means: Sequence[Mean]) -> list[list[float]]:
    """How far each interval reaches below and above its mean."""
    return [[max(one.value - one.low, 0) for one in means], [max(one.high - one.value, 0) for one in means]]


def _svg(name: str, title: str, description: str, height: float, draw: Draw) -> Markup:
    """One plot as an element for a page, titled for screen readers. name, unique on the page, makes its ids its own."""
    drawn = svg(WIDTH, height * INCH, 1, lambda axes: draw(axes[0]), letters=True)
    root = ElementTree.fromstring(drawn)
    for element in root.iter():
        for key, value in element.attrib.items():
            if key == "id":
                element.set(key, f"{name}-{value}")
            else:
                element.set(key, re.sub(r"(?<=url\(#)|(?<=^#)(?=\w+$)", f"{name}-", value) if "#" in value else value)
    labels = []
    for number, (tag, text) in enumerate((("title", title), ("desc", description))):
        label = ElementTree.Element(f"{{{SVG}}}{tag}", {"id": f"{name}-{tag}"})
        label.text = text
        root.insert(number, label)
        labels.append(f"{name}-{tag}")
    root.attrib.update({"role": "img", "aria-labelledby": " ".join(labels)})
    ElementTree.register_namespace("", SVG)
    ElementTree.register_namespace("xlink", LINK)
    # Every text in it went through the writer of XML, which escapes it.
    return Markup(ElementTree.tostring(root, encoding="unicode"))
