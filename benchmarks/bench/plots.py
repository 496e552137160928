"""What was measured as pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from api.charts import Axes, svg
from benchmarks.bench.tables import NAMES

WIDTH, HEIGHT, ROW = 720, 300, 40
LINES = (("plain", "p50", "#005eb8"), ("plain", "p95", "#d5281b"), ("narrowed", "p95", "#007f3b"))


def ingests(found: Mapping[str, Any]) -> bytes:
    """Every side's ingest as one bar of its wall seconds, as SVG."""

    def draw(axes: list[Axes]) -> None:
        names = [NAMES[name] for name in found][::-1]
        axes[0].barh(names, [one["ingest"]["wall"] for one in found.values()][::-1], color="#005eb8")
        axes[0].set_xlabel("seconds of wall time to ingest the same PDFs")

    return svg(WIDTH, ROW * (len(found) + 2), 1, draw, letters=False)


def grown(found: Sequence[Mapping[str, Any]]) -> bytes:
    """A question's p50 and p95 by the size of the library, by powers of ten, as SVG.

    found is what benchmarks.million measures.
    """

    def draw(axes: list[Axes]) -> None:
        sizes = [one["passages"] for one in found]
        for asked, name, colour in LINES:
            times = [one[asked]["wall"][name] for one in found]
            axes[0].plot(sizes, times, marker="o", color=colour, label=f"{asked}, {name}")
        axes[0].set_xscale("log")
        axes[0].set_xticks(sizes, [f"{size:,}" for size in sizes])  # names of powers would be formulas
        axes[0].set_xticks([], minor=True)
        axes[0].set_ylim(bottom=0)
        axes[0].set_xlabel("passages in the library")
        axes[0].set_ylabel("milliseconds")
        axes[0].legend(frameon=False)

    return svg(WIDTH, HEIGHT, 1, draw, letters=False)
