"""Whether a library and the model fit together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from api.settings import Settings
from ingest.errors import MinutebookError
from search import files
from search.embed import DEFAULT, Model, load
from search.library import Library
from search.searcher import Searcher


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: what was found and, where it is not well, what to do."""

    name: str
    ok: bool
    found: str
    advice: str = ""


def checks(settings: Settings) -> list[Check]:
    """Library, stored copies, model and index, in that order; a failure ends the list where nothing can follow."""
    folder = settings.folder(settings.collection)
    try:
        with Library.open(folder, write=False) as library:
            return list(_inside(settings, library))
    except MinutebookError as error:
        return [Check("library", False, str(error))]


def _inside(settings: Settings, library: Library) -> Iterator[Check]:
    held = library.coverage()
    count = f"{held.documents} documents, {held.pages:,} pages, {held.passages:,} passages, {held.meetings} meetings"
    empty = "" if held.documents else "add papers with `minutebook ingest`"
    yield Check("library", True, f"{library.folder}: {count}, change {library.generation}", empty)
    gone = [each.name for each in library.documents() if not files.stored(library.folder, each.sha256).is_file()]
    yield Check(
        "stored copies",
        not gone,
        f"missing: {', '.join(gone)}" if gone else "all there",
        "remove these documents and ingest them again" if gone else "",
    )
    try:
        model = load(settings.model or library.model or DEFAULT)
        yield Check("model", True, f"{model.name}, {model.dimensions} dimensions")
        yield _index(library, model)
    except MinutebookError as error:
        yield Check("model", False, str(error))


def _index(library: Library, model: Model) -> Check:
    with Searcher(library, model).view():
        return Check("index", True, f"matches change {library.generation} and {model.name}")
