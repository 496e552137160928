"""A run's figures as lines for a person."""

from __future__ import annotations

from collections.abc import Iterator

from api.evaluation.calibration import Calibration
from api.evaluation.comparison import Comparison
from api.evaluation.intervals import METHOD, Mean
from api.evaluation.misses import Misses, ranked
from api.evaluation.runs import Run
from api.evaluation.scored import SHOWN, Scored
from api.evaluation.summary import Means, by_kind, means, refusals

COLUMNS = ("recall@1", "recall@5", "mrr@10", "cite_place", "cite_presenter", "cite_page", "answer_holds")
CELL = 18


def figures(run: Run) -> Iterator[str]:
    """The means with their intervals: all measures over all questions, the main ones by kind, and refusals."""
    yield f"intervals: {METHOD}"
    yield f"{'overall':<22} {len(run.answerable)} questions" + (
        f", {len(run.hopeless)} without an answer" if run.hopeless else ""
    )
    yield from _rows(means(run.scored, SHOWN))
    kinds = by_kind(run.answerable)
    columns = [name for name in COLUMNS if any(name in row for row in kinds.values())]
    if kinds:
        yield ""
        yield f"{'by kind':<17}" + "".join(f"{name:<{CELL}}" for name in columns).rstrip()
        for kind, row in kinds.items():
            yield f"{kind:<17}" + "".join(f"{_short(row.get(name)):<{CELL}}" for name in columns).rstrip()
    refused = refusals(run)
    if refused:
        yield ""
        yield "refused, by kind of question without an answer"
        yield from _rows(refused)


def calibrated(found: Calibration) -> Iterator[str]:
    """Confidence beside the share of right first passages."""
    yield ""
    yield f"confidence: {found.n} questions  Brier {found.brier:.3f}  expected calibration error {found.error:.3f}"
    for each in found.bins:
        yield f"  {each.low:.1f} to {each.high:.1f}          said {each.confidence:.3f}  right {_long(each.right)}"


def changed(comparison: Comparison) -> Iterator[str]:
    """The differences from an earlier run, and the questions gained and lost."""
    yield ""
    yield f"against {comparison.earlier}: {comparison.shared} questions in both, {comparison.alone} in one alone"
    for name, change in comparison.changes.items():
        rise = change.difference.mean
        interval = f"({rise.low:+.3f} to {rise.high:+.3f})"
        figure = f"{change.then:.3f} -> {change.now:.3f}  {rise.value:+.3f} {interval}"
        yield f"  {name:<22} {figure}  p {change.difference.p:.3f}  n {rise.n}"
    for name, moved in comparison.moved.items():
        for said, questions in (("gained", moved.gained), ("lost", moved.lost)):
            if questions:
                yield f"  {name} {said}: {', '.join(one.id for one in questions)}"


def missed(wrong: Misses) -> Iterator[str]:
    """The questions that went wrong, one under another."""
    parts = (
        (f"not wholly among the first {wrong.k} passages", wrong.unfound),
        ("with an answer, and refused", wrong.refused),
        ("without an answer, and answered", wrong.answered),
    )
    for said, questions in parts:
        yield ""
        yield f"{said}: {len(questions) or 'none'}"
        for one in questions:
            yield from _question(one)


def _question(one: Scored) -> Iterator[str]:
    place = f"; {ranked(one)}" if one.answerable else ""
    yield _plain(f"  {one.id} ({one.kind or 'no kind'}{place}) {one.question}")
    yield _plain(f"    first: {one.first or 'nothing'}")


def _rows(row: Means) -> Iterator[str]:
    for name, figure in row.items():
        yield f"  {name:<22} {_long(figure)}"


def _long(figure: Mean) -> str:
    return f"{figure.value:.3f} ({figure.low:.3f} to {figure.high:.3f})  n {figure.n}"


def _short(figure: Mean | None) -> str:
    return f"{figure.value:.2f} ({figure.low:.2f}-{figure.high:.2f})" if figure else "-"


def _plain(text: str) -> str:
    """Nothing that a terminal would obey."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
