"""Who says that documents may be published though they are marked, and where that is written down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from api.identity.operator import logged
from ingest.errors import UnreadableDocument
from ingest.model import Marking
from ingest.structure.markings import told
from search.errors import LibraryError

UNWRITTEN = (
    "is marked as not for everybody, and that {} says it may be published cannot be written into the audit log ({}); "
    "mend that and ingest it again"
)


@dataclass(frozen=True, slots=True)
class Allowing:
    """A person by name, who is the same for all documents of a command; folder is that of the libraries."""

    who: str
    folder: Path

    def note(self, name: str, document: str, found: Sequence[Marking]) -> None:
        """Write into the audit log that a document, by its id, may be published, with its marks and their pages.

        name is the file's. Raises UnreadableDocument where the log cannot be written: what nobody could be asked about
        later is not published.
        """
        try:
            logged(self.folder, "allow", [document], f"by {self.who}: {'; '.join(told(found))}")
        except LibraryError as error:
            raise UnreadableDocument(name, UNWRITTEN.format(self.who, error)) from error
