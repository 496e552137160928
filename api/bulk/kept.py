"""Bulk data as a server gives it: made of one state of the library when first asked for, and kept for that state."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from cachetools import LRUCache

from api.bulk.held import held, settled
from api.bulk.made import Made, Publisher, make
from api.catalogue import Catalogue
from api.errors import Busy, NotFound
from search.errors import LibraryUnusable

STATES = 4  # that are kept: what is being sent of the one before the last change is sent to its end
PATIENCE = 5.0  # seconds that a reader waits for what another one's request is making
MAKING = "the data are being made anew; try again in a minute"


class Shelf:
    """The folders of the last states, shared by all sites of a server. Safe between threads.

    A state is a name for what may be seen, so readers who see the same are given the same files. A folder lies where
    the system has its temporary files, and goes with the shelf.
    """

    def __init__(self) -> None:
        self._kept: LRUCache[str, _Room] = LRUCache(STATES)
        self._making, self._keeping = Lock(), Lock()

    def made(self, catalogue: Catalogue, publisher: Publisher) -> Made:
        """The files of the present state. Raises Busy while another request makes them or the library changes."""
        found = self._found(catalogue)
        if found:
            return found
        if not self._making.acquire(timeout=PATIENCE):
            raise Busy(MAKING)
        try:
            return self._found(catalogue) or self._make(catalogue, publisher)
        finally:
            self._making.release()

    def _found(self, catalogue: Catalogue) -> Made | None:
        state = catalogue.generation()
        with self._keeping:
            kept = self._kept.get(state)
        return kept.made if kept else None

    def _make(self, catalogue: Catalogue, publisher: Publisher) -> Made:
        state, everything = settled(catalogue.generation, lambda: catalogue.gathered(lambda one: [held(one)])[0])
        folder = Path(tempfile.gettempdir())
        try:
            folder = Path(tempfile.mkdtemp(prefix="minutebook-data-"))
            made = make(folder, everything, state, publisher)
        except OSError as error:
            raise LibraryUnusable(folder, f"the data cannot be written ({error.strerror})") from error
        with self._keeping:
            self._kept[state] = _Room(made)
        return made


class _Room:
    """Files that go when nobody keeps them any more."""

    def __init__(self, made: Made) -> None:
        self.made = made
        weakref.finalize(self, shutil.rmtree, made.folder, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class Bulk:
    """Bulk data of the one library that a catalogue is over."""

    shelf: Shelf
    catalogue: Catalogue
    publisher: Publisher

    def made(self) -> Made:
        """The files of the present state. Raises Busy."""
        return self.shelf.made(self.catalogue, self.publisher)

    def file(self, name: str) -> tuple[Path, str]:
        """Where a file lies, and the SHA-256 of its bytes. Raises NotFound and Busy."""
        made = self.made()
        found = made.files.get(name)
        if found is None:
            raise NotFound("there is no such file here")
        return made.folder / name, found.sha256
