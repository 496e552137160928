"""A run as one HTML file that needs nothing else and runs nothing: tables, and plots, each with its table beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from api.evaluation import charts
from api.evaluation.calibration import Calibration, calibration
from api.evaluation.comparison import Comparison
from api.evaluation.intervals import LEVEL, METHOD, Mean
from api.evaluation.misses import Misses, ranked
from api.evaluation.runs import Run
from api.evaluation.scored import DEPTH, MEASURES, SHOWN
from api.evaluation.summary import Means, by_kind, means, refusals, sizes

ENVIRONMENT = Environment(
    loader=PackageLoader("api"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)
KINDS_SHOWN = ("recall@1", "recall@5")
Figures = TypeVar("Figures")


@dataclass(frozen=True, slots=True)
class Plot:
    """One plot. svg is markup of our own."""

    title: str
    svg: Markup


@dataclass(frozen=True, slots=True)
class ReportPage:
    """What the template shows; a plot is None where its figures are not there."""

    run: Run
    method: str
    described: dict[str, str]
    overall: Means
    recall: tuple[Mean, ...]
    kinds: dict[str, Means]
    sizes: dict[str, int]
    kind_measures: Sequence[str]
    refused: Means
    calibration: Calibration | None
    comparison: Comparison | None
    misses: Misses
    curve_plot: Plot | None
    kinds_plot: Plot | None
    refused_plot: Plot | None
    reliability_plot: Plot | None
    changes_plot: Plot | None


def report(run: Run, wrong: Misses, comparison: Comparison | None = None) -> str:
    """The page as HTML, every value escaped."""
    overall, kinds, refused = means(run.scored), by_kind(run.answerable), refusals(run)
    recall = tuple(overall[f"recall@{k}"] for k in range(1, DEPTH + 1) if f"recall@{k}" in overall)
    judged = {kind: {name: row[name] for name in KINDS_SHOWN if name in row} for kind, row in kinds.items()}
    found = calibration(run.scored)
    page = ReportPage(
        run=run,
        method=METHOD,
        described=dict(MEASURES),
        overall={name: overall[name] for name in SHOWN if name in overall},
        recall=recall,
        kinds=kinds,
        sizes=sizes(run.answerable),
        kind_measures=[name for name in SHOWN if any(name in row for row in kinds.values())],
        refused=refused,
        calibration=found,
        comparison=comparison,
        misses=wrong,
        curve_plot=_plot(charts.curve, "curve", "Recall by the number of passages looked at", recall),
        kinds_plot=_plot(charts.bars, "kinds", "Recall by kind of question", judged),
        refused_plot=_plot(
            charts.bars,
            "refused",
            "Share refused, by kind of question without an answer",
            {kind: {"refused": figure} for kind, figure in refused.items()},
        ),
        reliability_plot=_plot(
            charts.reliability,
            "reliability",
            "How often the first passage answers, by confidence",
            found.bins if found else None,
        ),
        changes_plot=_plot(
            charts.differences,
            "changes",
            "Rise of each measure since the earlier run",
            {name: change.difference.mean for name, change in comparison.changes.items()} if comparison else None,
        ),
    )
    return ENVIRONMENT.get_template("evaluation.html").render(page=page, ranked=ranked)


def _plot(
    draw: Callable[[str, str, str, Figures], Markup], name: str, title: str, figures: Figures | None
) -> Plot | None:
    """The figures drawn; None where there are none."""
    if not figures:
        return None
    return Plot(
        title, draw(name, title, f"The figures, with their {LEVEL:.0%} intervals, are in the table below.", figures)
    )
