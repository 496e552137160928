"""minutebook evaluate."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.options import CollectionName, Json, LibraryFolder, ModelName, RerankerName, searcher, settings
from api.errors import UnusableArgument

if TYPE_CHECKING:
    from search.searcher import Searcher


def evaluate(
    questions: Annotated[Path | None, typer.Argument(metavar="QUESTIONS.jsonl", help="Judged questions.")] = None,
    unanswerable: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Questions that the documents do not answer.")
    ] = None,
    structure: Annotated[
        Path | None, typer.Option(metavar="FILE.json", help="Judged meetings, in the form of `export --structure`.")
    ] = None,
    precedents: Annotated[
        Path | None, typer.Option(metavar="FILE.jsonl", help="Judged requests for precedents, in place of QUESTIONS.")
    ] = None,
    drafts: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Where the drafts of --precedents are. [default: drafts, beside it]"),
    ] = None,
    misses: Annotated[bool, typer.Option("--misses", help="List the questions that went wrong.")] = False,
    k: Annotated[int, typer.Option("--k", min=1, max=10, help="A miss is not among the first k.")] = 5,
    save: Annotated[Path | None, typer.Option(metavar="FILE.json", help="Keep this run for --against.")] = None,
    against: Annotated[
        Path | None, typer.Option(metavar="FILE.json", help="Compare with a run that --save kept.")
    ] = None,
    report: Annotated[
        Path | None, typer.Option(metavar="FILE.html", help="Write a page with tables and plots.")
    ] = None,
    library: LibraryFolder = None,
    collection: CollectionName = None,
    name: ModelName = None,
    reranker: RerankerName = None,
    as_json: Json = False,
) -> None:
    """Measure the search on judged questions: is the right passage found, how high, rightly cited, or refused."""
    from api.commands.measured import calibrated, changed, figures, missed
    from api.evaluation import runs
    from api.evaluation.ask import ask, ask_hopeless
    from api.evaluation.calibration import calibration, calibration_fields
    from api.evaluation.comparison import compared, comparison_fields
    from api.evaluation.misses import misses as wrongly
    from api.evaluation.misses import misses_fields
    from api.evaluation.questions import judged
    from api.evaluation.summary import report_fields
    from api.paper_scores import judged_papers, paper_scores, papers_of
    from api.shape import as_json as text
    from api.structure_file import judged_structure, minutes
    from api.structure_scores import scored
    from api.structure_shape import structure_fields

    others = (questions, unanswerable, structure, save, against, report)
    if precedents:
        if any(others):
            raise UnusableArgument("evaluate: --precedents goes with --drafts, --misses and --json alone")
        ready = searcher(settings(library=library, collection=collection, model=name, reranker=reranker), "evaluate")
        _precedents(precedents, drafts or precedents.parent / "drafts", ready, misses, as_json)
        return
    if questions is None or drafts:
        raise UnusableArgument("evaluate: give QUESTIONS, or --precedents FILE with or without --drafts FOLDER")
    asked = judged(questions)
    hopeless = judged(unanswerable, answerable=False) if unanswerable else []
    wanted = judged_structure(structure) if structure else []
    papers = judged_papers(structure) if structure else ([], [])
    earlier = runs.saved(against) if against else None
    chosen = settings(library=library, collection=collection, model=name, reranker=reranker)
    ready = searcher(chosen, "evaluate")
    named = ", ".join(filter(None, [ready.model.name, chosen.reranker]))
    run = runs.Run(questions.name, named, (*ask(asked, ready), *ask_hopeless(hopeless, ready)))
    comparison = compared(earlier, run, against.name) if earlier and against else None
    confidence, wrong = calibration(run.scored), wrongly(run, k)
    agreement: dict[str, dict[str, float]] = {}
    if structure:
        held = structure_fields(ready.library)
        agreement = scored(wanted, [minutes(one) for one in held["meetings"]])
        agreement |= paper_scores(papers, papers_of(held))
    if save:
        runs.save(run, save)
    if report:
        from api.evaluation.report import report as page

        runs.written(report, page(run, wrong, comparison))
    if as_json:
        fields = report_fields(run)
        fields |= {"calibration": calibration_fields(confidence)} if confidence else {}
        fields |= {"comparison": comparison_fields(comparison)} if comparison else {}
        fields |= {"misses": misses_fields(wrong)} if misses else {}
        fields |= {"structure": agreement} if wanted else {}
        print(text(fields, indent=2))
        return
    printed = list(figures(run))
    printed += calibrated(confidence) if confidence else []
    printed += changed(comparison) if comparison else []
    printed += missed(wrong) if misses else []
    printed += [""] if agreement else []
    printed += [_line(part, values) for part, values in agreement.items()]
    print("\n".join(printed))


def _precedents(judged: Path, drafts: Path, ready: Searcher, misses: bool, as_json: bool) -> None:
    """Measure precedents on judged requests."""
    from api.commands.sought import sought_figures, sought_misses
    from api.evaluation.precedents import requests, sought, sought_fields
    from api.shape import as_json as text

    done = sought(requests(judged), drafts, ready.precedents)
    if as_json:
        print(text(sought_fields(done), indent=2))
    else:
        print("\n".join([*sought_figures(done), *(sought_misses(done) if misses else [])]))


def _line(name: str, values: dict[str, float]) -> str:
    figures = "  ".join(f"{measure} {value:.3f}" for measure, value in values.items() if measure != "n")
    return f"{name:<16} {values['n']:>4.0f} judged  {figures}"
