"""A library's database moved from its folder to a server, by something that can be done again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from search import catalogue, engine, migrate, postgres, rows
from search.copying import copy, told
from search.dialect import unfit
from search.errors import LibraryUnusable
from search.library import Library, explained
from search.lock import sole_writer

OTHER = "the database at that address holds another library; name an empty one"
DIFFERS = "what was written there is not what is here ({}); nothing was changed"
THERE = "its database is at another address already; to move it on, copy that one with pg_dump and change the file {}"


@dataclass(frozen=True, slots=True)
class Moved:
    """What stands in the new place: documents and passages, and rows of all tables. again says that it was there."""

    documents: int
    passages: int
    rows: int
    again: bool


def move(folder: Path, address: str) -> Moved:
    """Copy the database of the library in folder to a server in one transaction, and let the folder name it.

    Every table is compared by the number of its rows and a digest of them before anything counts. The file that was
    the database stays. Done again it changes nothing. Raises LibraryMissing, LibraryUnusable, LibraryBusy.
    """
    said = catalogue.checked(folder, address)
    before = catalogue.address(folder)
    if before and before != said:
        raise LibraryUnusable(folder, THERE.format(catalogue.NAME))
    if not before:
        with sole_writer(folder), Library.open(folder, write=True) as library, library.read() as source:
            _copied(folder, source, said)
            catalogue.settle(folder, said)
    with Library.open(folder, write=False) as library, library.read() as connection:
        held = rows.coverage(connection)
        counts = told(connection)
    return Moved(held.documents, held.passages, sum(count for count, _ in counts.values()), bool(before))


def _copied(folder: Path, source: Connection, address: str) -> None:
    writer = postgres.writing(address, engine.BUSY_MS)
    try:
        with explained(folder), writer.begin() as target:
            if wrong := unfit(target):
                raise LibraryUnusable(folder, wrong)
            if migrate.revision(target) and rows.value(target, "library") not in ("", rows.value(source, "library")):
                raise LibraryUnusable(folder, OTHER)
            migrate.migrate(target)
            copy(source, target)
            here, there = told(source), told(target)
            if wrong := ", ".join(name for name in here if here[name] != there[name]):
                raise LibraryUnusable(folder, DIFFERS.format(wrong))
    finally:
        writer.dispose()
