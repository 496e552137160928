"""minutebook ingest."""

from __future__ import annotations

import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.options import CollectionName, Json, LibraryFolder, ModelName, model, say, settings
from api.errors import DONE, SOME_FAILED, STOPPED, UnusableArgument

if TYPE_CHECKING:
    from api.intake import Outcome, Stages
    from api.settings import Settings
    from api.walk import Candidate, Nothing
    from ingest.standby import Standby

LOCK_SECONDS = 60.0
MOST = 200  # characters of a name
PUBLISHED = "is marked as not for everybody, and published because {} says so"


def ingest(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Documents, or folders of documents.")],
    library: LibraryFolder = None,
    collection: CollectionName = None,
    workers: Annotated[int | None, typer.Option(help="Documents read at the same time. [default: 2]")] = None,
    ocr: Annotated[
        str, typer.Option(help="auto reads pages that are pictures by OCR, always reads all pages so, never none.")
    ] = "auto",
    replaces: Annotated[
        str | None, typer.Option(metavar="DOCUMENT", help="The stored document that the one PATH is a new version of.")
    ] = None,
    publish_marked: Annotated[
        str,
        typer.Option(metavar="NAME", help="Who says that documents marked as not for everybody may be published."),
    ] = "",
    cluster: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="Dask scheduler whose workers read and embed. [default: this machine]"),
    ] = None,
    name: ModelName = None,
    as_json: Json = False,
) -> None:
    """Read documents into the library: PDF, Word, OpenDocument, HTML, Markdown and plain text."""
    from api.reading import READ
    from api.walk import Candidate, walk
    from ingest.ocr import INSTALL, installed
    from ingest.standby import Standby

    chosen = settings(library=library, collection=collection, workers=workers, model=name, cluster=cluster)
    if ocr not in ("auto", "never", "always"):
        raise UnusableArgument(f"--ocr {ocr}: choose auto, never or always")
    if ocr == "always" and not chosen.cluster and not installed():
        raise UnusableArgument(f"--ocr always: tesseract is not here; {INSTALL}")
    found = list(walk(paths))
    candidates = [each for each in found if isinstance(each, Candidate)]
    missing = [each for each in found if not isinstance(each, Candidate)]
    if not candidates:
        raise UnusableArgument("; ".join(f"{each.name}: {each.reason}" for each in missing))
    if replaces and len(candidates) > 1:
        raise UnusableArgument("--replaces: takes one document, and PATH leads to several")
    publisher = " ".join(publish_marked.split())[:MOST]
    apart = 0 if chosen.cluster else min(chosen.workers, len(candidates))
    also = ("ingest.read.pdf",) if any(each.name.lower().endswith(".pdf") for each in candidates) else ()
    with Standby(READ, apart, also) as standby:  # before the database's libraries are imported: both take their time
        raise typer.Exit(_run(chosen, candidates, missing, replaces, ocr, publisher, as_json, standby))


def _run(
    chosen: Settings,
    candidates: list[Candidate],
    missing: list[Nothing],
    replaces: str | None,
    ocr: str,
    publisher: str,
    as_json: bool,
    standby: Standby,
) -> int:
    from contextlib import ExitStack
    from time import perf_counter

    from api.allowing import Allowing
    from api.cluster.connect import connected
    from api.cluster.errors import ClusterLost
    from api.commands.progress import progress
    from api.corrections import kept
    from api.distant import follower
    from api.identity.operator import logged
    from api.intake import Intake, Outcome
    from api.workplace import Here
    from search.add import check_model, known
    from search.engine import there
    from search.errors import LibraryMissing
    from search.library import Library
    from search.lock import sole_writer

    began = perf_counter()
    folder = chosen.folder(chosen.collection)
    if replaces and not there(folder):  # nothing is made for a version of nothing
        raise LibraryMissing(folder)
    outcomes = [Outcome(each.name, "failed", None, each.reason) for each in missing]
    with (
        sole_writer(folder, LOCK_SECONDS, lambda: say(f"{folder}: waiting for another ingest to end")),
        Library.open(folder, write=True, follow=follower(chosen, chosen.collection)) as library,
        progress(candidates) as (watch, line),
        kept(chosen.library) as corrections,
        ExitStack() as stack,
    ):
        if replaces:
            known(library, replaces)  # a mistyped id is found before anything is read
        embedding = model(chosen, library)
        check_model(library, embedding.name)  # unchanged files alone would never ask
        allowing = Allowing(publisher, chosen.library) if publisher else None
        far = stack.enter_context(connected(chosen, embedding, ocr, line)) if chosen.cluster else None
        place = far or Here(embedding, chosen, ocr, standby)
        intake = Intake(library, embedding, chosen, replaces, ocr, corrections, allowing=allowing, workplace=place)
        for outcome in outcomes:
            line(f"failed: {outcome.name}: {outcome.reason}")
        try:
            for outcome in intake.take(candidates, watch):
                outcomes.append(outcome)
                if outcome.status == "added" and outcome.document:  # at once: whatever stops the rest, this is told
                    logged(chosen.library, "ingest", [outcome.document.id], chosen.collection)
                if outcome.status == "failed":
                    line(f"failed: {outcome.name}: {outcome.reason}")
                for warning in outcome.warnings:
                    line(f"note: {outcome.name}: {warning}")
                if outcome.publisher:
                    line(f"note: {outcome.name}: {PUBLISHED.format(outcome.publisher)}")
        except ClusterLost:
            line(f"stopped: {_counts(outcomes)}")
            raise
        except KeyboardInterrupt:
            line(f"stopped: {_counts(outcomes)}; the library holds nothing of the document in hand")
            sys.stderr.flush()
            # Nothing waits for readers that are still at work: they die with this process.
            os._exit(STOPPED)
    _report(outcomes, intake.stages, perf_counter() - began, as_json)
    return SOME_FAILED if any(outcome.status == "failed" for outcome in outcomes) else DONE


def _counts(outcomes: list[Outcome]) -> str:
    added = [each.document for each in outcomes if each.status == "added" and each.document]
    unchanged = sum(each.status == "unchanged" for each in outcomes)
    failed = sum(each.status == "failed" for each in outcomes)
    pages, passages = sum(each.pages for each in added), sum(each.passages for each in added)
    read = f"{len(added)} added ({pages:,} pages, {passages:,} passages)"
    return f"{read}, {unchanged} skipped as unchanged, {failed} failed"


def _report(outcomes: list[Outcome], stages: Stages, seconds: float, as_json: bool) -> None:
    if not as_json:
        print(f"{_counts(outcomes)}, in {seconds:.1f} s")
        return
    from api.shape import as_json as text
    from api.shape import document_fields

    documents = [
        {
            "file": each.name,
            "status": each.status,
            "reason": each.reason,
            "warnings": list(each.warnings),
            "publish_marked": each.publisher,
            "document": document_fields(each.document) if each.document else None,
        }
        for each in outcomes
    ]
    stage_seconds = {name: round(value, 3) for name, value in asdict(stages).items()}
    print(text({"seconds": round(seconds, 3), "stages": stage_seconds, "documents": documents}, indent=2))
