"""A desk and its worker in this process, with the honest small model."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from api.settings import Settings
from api.staff.desk import Desk
from api.staff.worker import Worker
from ingest.model import Correction
from search.library import Library
from search.model import StoredDocument, Upload
from search.service.service import Service
from tests.board import JANUARY
from tests.library import SMALL

PRESENTER = Correction(
    "presenter", "Second Person", "Third Person", "Board", "2025-01-16", "7", "Winter funding", who="A Secretary"
)


@dataclass(frozen=True, slots=True)
class Office:
    """A desk, its worker and what they keep."""

    settings: Settings
    service: Service
    desk: Desk
    worker: Worker

    def take(self, text: str = JANUARY, name: str = "2025-01-board.md") -> Upload:
        """A file handed in, not yet read."""
        return self.desk.take(name, io.BytesIO(text.encode()), "A Secretary")

    def work(self) -> None:
        """Every job that waits, done."""
        while self.worker.step():
            pass

    def published(self, text: str = JANUARY, name: str = "2025-01-board.md", collection: str = "public") -> Upload:
        """A file handed in, read and published."""
        upload = self.take(text, name)
        self.work()
        self.desk.publish(upload.id, collection, "A Secretary")
        self.work()
        return self.desk.upload(upload.id).upload

    def held(self, collection: str = "public") -> list[StoredDocument]:
        """The documents of a collection."""
        folder = self.settings.folder(collection)
        if not (folder / "library.db").exists():
            return []
        with Library.open(folder, write=False) as library:
            return library.documents()

    def presenters(self, collection: str = "public", item: str = "7") -> set[str]:
        """The presenters of all passages of an item."""
        with Library.open(self.settings.folder(collection), write=False) as library, library.read() as connection:
            found = connection.exec_driver_sql(
                "SELECT presenters FROM passages JOIN documents ON documents.id = document "
                "WHERE item = ? AND status = 'current'",
                (item,),
            )
            return {str(row[0]) for row in found}


@contextmanager
def office(folder: Path) -> Iterator[Office]:
    """An office over a folder of libraries; another over the same folder takes up what this one leaves."""
    settings = Settings(library=folder, file_megabytes=1, question_days=90)
    with Service.open(folder) as service:
        made = Office(settings, service, Desk(settings, service), Worker(settings, service, lambda library: SMALL))
        made.worker.recover()
        yield made
