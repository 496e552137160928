"""Whether a library and the model fit together."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from api.distant import server
from api.settings import Settings
from ingest.errors import MinutebookError
from search import engine, erase, files, migrate, reread, rows, vectors
from search.add import check_model
from search.embed import DEFAULT, load
from search.errors import LibraryError
from search.files import CACHE
from search.indexes.file import inspected
from search.library import RESTORE, Library, explained
from search.milvus.move import count
from search.restore import set_aside
from search.service import audit
from search.service.service import DATABASE


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: what was found and, where it is not well, what to do."""

    name: str
    ok: bool
    found: str
    advice: str = ""


def checks(settings: Settings) -> list[Check]:
    """Library, database, stored copies, erasing, reading, model, index, reranker and audit log; nothing is written.

    A failure ends the list where nothing can follow.
    """
    folder = settings.folder(settings.collection)
    try:
        with Library.open(folder, write=False) as library:
            return [*_inside(settings, library), *_audited(settings.library), *_set_aside(settings.library)]
    except MinutebookError as error:
        return [Check("library", False, str(error))]


def _inside(settings: Settings, library: Library) -> Iterator[Check]:
    held = library.coverage()
    count = f"{held.documents} documents, {held.pages:,} pages, {held.passages:,} passages, {held.meetings} meetings"
    empty = "" if held.documents else "add papers with `minutebook ingest`"
    yield Check("library", True, f"{library.folder}: {count}, change {library.generation}", empty)
    fault = library.sound()
    yield Check("database", not fault, fault or "sound", RESTORE if fault else "")
    if fault:
        return
    spoilt = [f"{each.name} ({state})" for each in library.documents() if (state := _copy(library.folder, each.sha256))]
    yield Check(
        "stored copies",
        not spoilt,
        ", ".join(spoilt) if spoilt else "all there and whole",
        "ingest their files again with `minutebook ingest`, which puts the copies right" if spoilt else "",
    )
    yield _erased(library)
    yield _reading(library)
    try:
        model = load(settings.model or library.model or DEFAULT)
        check_model(library, model.name)
        yield Check("model", True, f"{model.name}, {model.dimensions} dimensions")
        yield _index(library)
        yield from _collection(settings, library)
    except MinutebookError as error:
        yield Check("model", False, str(error))
    yield from _reranker(settings.reranker)


def _audited(folder: Path) -> Iterator[Check]:
    """Whether the audit log is whole, where there is one."""
    if not (folder / DATABASE).is_file():
        return
    reader = engine.reading(folder, DATABASE)
    try:
        with explained(folder), reader.begin() as connection:
            if migrate.revision(connection) >= audit.FORM:
                found = audit.verify(connection)
                yield Check(
                    "audit log", not found.fault, f"{found.lines} lines, {found.fault or 'whole'}", found.advice
                )
    finally:
        reader.dispose()


def _set_aside(folder: Path) -> Iterator[Check]:
    """What a restore has set aside, where there is any: documents that were taken out since are in it."""
    found = ", ".join(path.name for path in set_aside(folder))
    if found:
        advice = "it still holds what was there, whatever is taken out; delete it when nothing of it is wanted any more"
        yield Check("set aside", True, found, advice)


def _reranker(name: str) -> Iterator[Check]:
    """Whether the cross-encoder can be loaded, where one is named."""
    if not name:
        return
    try:
        reread.load(name)
        yield Check("reranker", True, name)
    except MinutebookError as error:
        yield Check("reranker", False, str(error))


def _erased(library: Library) -> Check:
    """Whether nothing of what was taken out still stands in the files."""
    with library.read() as connection:
        due = erase.due(connection)
    if not due:
        return Check("erased", True, "nothing is left of what was taken out")
    advice = "run `minutebook reindex`, or ingest or remove any document, while no search is held open"
    return Check("erased", False, "a reader kept words of what was taken out from being erased", advice)


def _reading(library: Library) -> Check:
    """Whether every current document was read by the present version."""
    with library.read() as connection:
        old = rows.outdated(connection)
    if not old:
        return Check("reading", True, "all documents read by this version")
    named = ", ".join(old[:5]) + (" ..." if len(old) > 5 else "")
    advice = "ingest their files again with `minutebook ingest`; only passages that are new are embedded"
    return Check("reading", True, f"{len(old)} documents read by an older version: {named}", advice)


def _copy(folder: Path, sha256: str) -> str:
    """What is wrong with a stored copy, "" where its bytes are those that were read."""
    try:
        with files.stored(folder, sha256).open("rb") as copy:
            return "" if hashlib.file_digest(copy, "sha256").hexdigest() == sha256 else "changed"
    except FileNotFoundError:
        return "missing"
    except OSError as error:
        return f"cannot be read: {error.strerror}"


def _collection(settings: Settings, library: Library) -> Iterator[Check]:
    """Whether the Milvus collection shows as many passages as the library, where the settings name a server."""
    where = server(settings, settings.collection)
    if where is None:
        return
    try:
        held, size = count(library, where)
    except LibraryError as error:
        yield Check("milvus", False, str(error))
        return
    advice = "" if held == size else "run `minutebook move --to-milvus`"
    yield Check("milvus", held == size, f"{held:,} of {size:,} passages at {where.address}", advice)


def _index(library: Library) -> Check:
    with library.read() as connection:
        found = inspected(library.folder / CACHE, vectors.state(connection))
    if found == "matches":
        return Check("index", True, f"matches change {library.generation}")
    return Check("index", True, found, "nothing is to be done: it is rebuilt at the next search")
