"""minutebook precedents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.exported_precedents import export
from api.commands.found_precedents import found_precedents
from api.commands.options import CollectionName, Json, LibraryFolder, ModelName, searcher, settings
from api.errors import UnusableArgument

if TYPE_CHECKING:
    from ingest.model import Proposal


def precedents(
    draft: Annotated[
        Path | None, typer.Argument(metavar="DRAFT", help="A paper that is being written: DOCX, PDF, Markdown, text.")
    ] = None,
    sentence: Annotated[
        str | None, typer.Option(metavar="TEXT", help="What is to be decided, in place of a DRAFT.")
    ] = None,
    k: Annotated[int, typer.Option("--k", min=1, max=50, help="Matters to find.")] = 10,
    library: LibraryFolder = None,
    collection: CollectionName = None,
    name: ModelName = None,
    docx: Annotated[Path | None, typer.Option(metavar="OUT.docx", help="Also as a Word file.")] = None,
    markdown: Annotated[Path | None, typer.Option(metavar="OUT.md", help="Also as Markdown.")] = None,
    csl: Annotated[Path | None, typer.Option(metavar="OUT.json", help="Its citations as CSL-JSON.")] = None,
    as_json: Json = False,
) -> None:
    """Find how things like a draft were decided before: what was asked and decided, by whom, and what came of it."""
    from api.precedent_shape import precedents_fields
    from api.shape import as_json as text

    if (draft is None) == (sentence is None):
        raise UnusableArgument("precedents: give a DRAFT, or --sentence TEXT")
    proposal = _read(draft) if draft else _typed(sentence or "")
    chosen = settings(library=library, collection=collection, model=name)
    found = searcher(chosen, "precedents").precedents(proposal, k)
    export(found, draft.name if draft else "", {"docx": docx, "md": markdown, "csl.json": csl}, chosen)
    if as_json:
        print(text(precedents_fields(found), indent=2))
    else:
        print(found_precedents(found))


def _read(draft: Path) -> Proposal:
    """What a draft's file proposes. Raises UnusableArgument where there is no such file, else an UnreadableDocument."""
    from api.drafted import MEGABYTES, drafted
    from ingest.read.limits import MEBIBYTE

    try:
        with draft.open("rb") as file:
            content = file.read(MEGABYTES * MEBIBYTE + 1)
    except OSError as error:
        raise UnusableArgument(f"{draft}: cannot be read ({error.strerror})") from error
    return drafted(draft.name, content)


def _typed(sentence: str) -> Proposal:
    from api.drafted import typed
    from ingest.errors import UnreadableDocument

    try:
        return typed(sentence)
    except UnreadableDocument as error:
        raise UnusableArgument(f"--sentence: {error.reason}") from error
