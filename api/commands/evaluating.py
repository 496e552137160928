"""minutebook evaluate."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.commands.options import CollectionName, Json, LibraryFolder, ModelName, searcher, settings


def evaluate(
    questions: Annotated[Path, typer.Argument(metavar="QUESTIONS.jsonl", help="Judged questions.")],
    unanswerable: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Questions that the documents do not answer.")
    ] = None,
    library: LibraryFolder = None,
    collection: CollectionName = None,
    name: ModelName = None,
    as_json: Json = False,
) -> None:
    """Measure the search on judged questions: is the right passage found, how high, and rightly cited."""
    from api.evaluation import declined, judged, measured
    from api.shape import as_json as text

    asked = judged(questions)
    hopeless = judged(unanswerable, answerable=False) if unanswerable else []
    ready = searcher(settings(library=library, collection=collection, model=name))
    report = measured(asked, ready)
    if hopeless:
        shares = {"unanswerable_declined": declined(hopeless, ready), "answerable_declined": declined(asked, ready)}
        report = {"overall": report["overall"] | shares} | report
    if as_json:
        print(text(report, indent=2))
        return
    for kind, values in report.items():
        figures = "  ".join(f"{name} {value:.3f}" for name, value in values.items() if name != "n")
        print(f"{kind:<16} {values['n']:>4.0f} questions  {figures}")
