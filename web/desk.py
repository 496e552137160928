"""What the pages ask of the staff side and of feedback."""

from __future__ import annotations

from typing import BinaryIO, Protocol

from ingest.model import Correction
from search.model import Dossier, Job, PageKind, Unanswered, Upload, Voted


class Desk(Protocol):
    """Uploads, from handing in to publishing. who is the name that somebody gave, until there is sign-in.

    Every method that names an upload or a correction raises the project's not-found error where there is none, and
    Declined with a sentence for the reader where what is asked cannot be done.
    """

    @property
    def collections(self) -> tuple[str, ...]:
        """Where an upload may be published, to be asked for each time."""

    @property
    def megabytes(self) -> int:
        """The largest file that is taken, in megabytes (2**20 bytes)."""

    def uploads(self) -> tuple[Upload, ...]:
        """Every upload, newest first."""

    def upload(self, upload: str) -> Dossier:
        """One upload with its review and the corrections that hold."""

    def take(self, name: str, content: BinaryIO, who: str) -> Upload:
        """Keep a file and have it read; bytes that were handed in before give the upload that is there."""

    def correct(self, upload: str, correction: Correction) -> None:
        """Put one value right and have the document read again; of one place the last correction holds.

        who is taken from the correction, when is filled in here. A visibility moves a published document.
        """

    def undo(self, upload: str, correction: int, who: str) -> None:
        """Take a correction back by its number and have the document read again."""

    def publish(self, upload: str, collection: str, who: str, beside: bool = False, allowed_by: str = "") -> Job:
        """Have it put into a collection, in place of the document there with the same file name, or beside it.

        allowed_by is the name of whoever says that a document may be public though it is marked as not for everybody.
        """

    def withdraw(self, upload: str, who: str) -> Job:
        """Have it taken out of its collection; it stays on the desk."""

    def delete(self, upload: str, who: str) -> None:
        """Forget an upload that is not published: its file, its review and its corrections."""

    def unanswered(self) -> tuple[Unanswered, ...]:
        """Questions that found nothing, newest day first and the most asked before others."""

    def votes(self) -> tuple[Voted, ...]:
        """What was found useful and what was not, newest day first."""


class Feedback(Protocol):
    """What readers leave behind: nothing that tells who they are. Neither method fails where nothing can be kept."""

    def vote(self, kind: PageKind, about: str, useful: bool) -> None:
        """Count one vote; about is the question, which is masked, or a passage's id."""

    def missed(self, question: str, reason: str) -> None:
        """Count one question that was refused, masked."""
