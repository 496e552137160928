"""The figures of judged requests for precedents, as lines for a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from api.commands.answered import plain

if TYPE_CHECKING:
    from api.evaluation.precedents import Sought


def sought_figures(done: Sequence[Sought]) -> Iterator[str]:
    """The means with their intervals: over all requests, then over drafts and over sentences."""
    from api.evaluation.intervals import METHOD
    from api.evaluation.precedents import means

    yield f"intervals: {METHOD.replace('question', 'request')}"
    slowest = max(one.seconds for one in done)
    parts = {
        f"precedents: {len(done)} requests, the slowest {slowest:.2f} s": done,
        "of drafts": [one for one in done if one.judged.draft],
        "of sentences": [one for one in done if not one.judged.draft],
    }
    for name, part in parts.items():
        yield name
        for measure, figure in means(part).items():
            yield f"  {measure:<14} {figure.value:.3f} ({figure.low:.3f} to {figure.high:.3f})  n {figure.n}"


def sought_misses(done: Sequence[Sought]) -> Iterator[str]:
    """The requests that fell short, with what was not found and what was found wrongly."""
    short = [one for one in done if any(value < 1 for value in one.figures.values())]
    yield ""
    yield f"fell short: {len(short) or 'none'}"
    for one in short:
        told = ", ".join(f"{name} {value:.2f}" for name, value in one.figures.items())
        yield plain(f"  {one.judged.id} ({one.judged.kind or 'no kind'}; {told}) {one.judged.request}")
        for place in one.missed:
            yield plain(f"    missed: {place.date} {place.body}, item {place.item}")
        for matter in one.wrong:
            yield plain(f"    wrong: {matter.date} {matter.body}, item {matter.citation.item}: {matter.title}")
