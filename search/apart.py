"""A library as it is for somebody who may not see some of its documents: a copy in memory, in which they never were."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from pathlib import Path

from sqlalchemy import Engine

from search import catalogue, engine, files, migrate, store
from search.add import remove
from search.copying import copy
from search.errors import UnknownDocument
from search.library import Library, explained
from search.model import StoredDocument

NOWHERE = ".apart"  # a folder that is never made: nothing of a copy is written to the disk


class Apart(Library):
    """The copy: of one state of the library that it was made from, whose stored files are the copy's too.

    What several documents say together is derived again, words and vectors are those of what is left: nothing that can
    be asked of the copy tells that there is more. It takes the memory that the library's database takes on the disk.
    """

    def __init__(self, folder: Path, without: Collection[str]) -> None:
        """A copy of the library in folder without these documents, their older and their newer versions.

        Raises LibraryUnusable where the library cannot be read.
        """
        name = uuid.uuid4().hex
        writer = engine.remembered(name, write=True)
        super().__init__(folder / NOWHERE, engine.remembered(name, write=False), writer)
        self._kept = folder
        self._anchor = writer.connect()
        with explained(folder):
            if catalogue.address(folder):
                _copied(folder, writer)
            else:
                engine.remember(folder, name)
        held = self.documents()
        for document in versions(held, without):
            remove(self, document)
        with self.change() as connection:
            store.save_value(connection, "library", name)

    def file(self, document: str) -> Path:
        """The stored copy of a document that may be seen. Raises UnknownDocument."""
        found = next((one for one in self.documents() if one.id == document), None)
        if found is None:
            raise UnknownDocument(self._kept, document)
        return files.stored(self._kept, found.sha256)

    def close(self) -> None:
        """Let go of the copy."""
        super().close()
        self._anchor.close()


def _copied(folder: Path, writer: Engine) -> None:
    """Copy one state of the library whose database is on a server."""
    reader = engine.reading(folder)
    try:
        with reader.begin() as source, writer.begin() as target:
            migrate.migrate(target)
            copy(source, target)
    finally:
        reader.dispose()


def versions(held: Collection[StoredDocument], wanted: Collection[str]) -> set[str]:
    """Those of the documents held that are wanted, or are older or newer versions of one that is."""
    found = {one.id for one in held} & set(wanted)
    replaced = {one.id: one.replaced_by for one in held if one.replaced_by}
    while True:
        more = {after for before, after in replaced.items() if before in found}
        more |= {before for before, after in replaced.items() if after in found}
        if more <= found:
            return found & {one.id for one in held}
        found |= more
