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
    structure: Annotated[
        Path | None, typer.Option(metavar="FILE.json", help="Judged meetings, in the form of `export --structure`.")
    ] = None,
    library: LibraryFolder = None,
    collection: CollectionName = None,
    name: ModelName = None,
    as_json: Json = False,
) -> None:
    """Measure the search on judged questions: is the right passage found, how high, and rightly cited."""
    from api.evaluation import declined, judged, measured
    from api.paper_scores import judged_papers, paper_scores, papers_of
    from api.shape import as_json as text
    from api.structure_file import judged_structure, minutes
    from api.structure_scores import scored
    from api.structure_shape import structure_fields

    asked = judged(questions)
    hopeless = judged(unanswerable, answerable=False) if unanswerable else []
    wanted = judged_structure(structure) if structure else []
    papers = judged_papers(structure) if structure else ([], [])
    ready = searcher(settings(library=library, collection=collection, model=name))
    report = measured(asked, ready)
    if hopeless:
        shares = {"unanswerable_declined": declined(hopeless, ready), "answerable_declined": declined(asked, ready)}
        report = {"overall": report["overall"] | shares} | report
    agreement: dict[str, dict[str, float]] = {}
    if structure:
        held = structure_fields(ready.library)
        agreement = scored(wanted, [minutes(one) for one in held["meetings"]])
        agreement |= paper_scores(papers, papers_of(held))
    if as_json:
        print(text({**report, "structure": agreement} if wanted else report, indent=2))
        return
    for kind, values in report.items():
        print(_line(kind, "questions", values))
    for part, values in agreement.items():
        print(_line(part, "judged", values))


def _line(name: str, counted: str, values: dict[str, float]) -> str:
    figures = "  ".join(f"{measure} {value:.3f}" for measure, value in values.items() if measure != "n")
    return f"{name:<16} {values['n']:>4.0f} {counted}  {figures}"
