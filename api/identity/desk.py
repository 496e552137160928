"""The desk as one role may use it."""

from __future__ import annotations

from dataclasses import replace
from typing import BinaryIO

from api.errors import NotFound
from api.identity.model import COLLECTIONS, RESTRICTED, Access, NotAllowed
from api.identity.present import PRESENT
from api.staff.desk import Desk
from api.staff.given import file_name
from ingest.model import Correction
from search.model import Dossier, Job, Unanswered, Upload, Voted
from search.service.service import now


class RoledDesk:
    """A desk that does what an access allows, in the name of whoever the request is from; see Desk.

    Methods raise NotAllowed for what is not allowed. A document that somebody is shut out of is not there for them, nor
    is another file of its name; nor, for who may neither read nor publish restricted papers, is one that is restricted,
    was or shall be so, or is marked. For a program that may not publish nothing is there but what it handed in itself.
    The names that forms give count for nothing.
    """

    def __init__(self, desk: Desk, access: Access) -> None:
        self._desk, self._access = desk, access

    @property
    def collections(self) -> tuple[str, ...]:
        """Where this role may publish."""
        return tuple(name for name in COLLECTIONS if name in self._access.publishes)

    @property
    def megabytes(self) -> int:
        """The largest file that is taken, in megabytes (2**20 bytes)."""
        return self._desk.megabytes

    def uploads(self) -> tuple[Upload, ...]:
        """The uploads that may be seen, newest first."""
        every = self._desk.uploads()
        closed = frozenset[str]() if self._access.restricted else self._desk.closed()
        names = {one.name for one in every if one.id in self._access.shut}
        seen = (one for one in every if one.id not in self._access.shut | closed and one.name not in names)
        if self._access.program and not self._access.publishes:
            seen = (one for one in seen if one.owner == PRESENT.get().who)
        return tuple(seen)

    def upload(self, upload: str) -> Dossier:
        """One upload with its review and the corrections that hold."""
        if not any(one.id == upload for one in self.uploads()):
            raise NotFound(f"there is no upload {upload[:64]} here")
        found = self._desk.upload(upload)
        if found.review is None:
            return found
        older = (one for one in found.review.older if not {one.document, *one.versions} & self._access.shut)
        return replace(
            found, review=replace(found.review, older=tuple(one for one in older if self._known(one.collection)))
        )

    def take(self, name: str, content: BinaryIO, who: str) -> Upload:
        """Keep a file and have it read.

        Of one that is there and may not be seen nothing is told but what was just given.
        """
        self._uploads()
        found = self._desk.take(name, content, _name())
        if any(one.id == found.id for one in self.uploads()):
            return found
        given = replace(found, name=file_name(name), who=_name(), added=now())
        return replace(given, state="unread", collection="", reason="", job=None)

    def correct(self, upload: str, correction: Correction) -> None:
        """Put one value right and have the document read again; what they may not see is never replaced by a move."""
        self._uploads()
        self._publishes(self.upload(upload).upload.collection)
        if correction.field == "visibility":
            self._publishes(correction.corrected)
        given = {name: getattr(correction, name) for name in ("body", "date", "item", "title")}
        by = Correction(correction.field, correction.printed, correction.corrected, **given, who=_name())
        self._desk.correct(upload, by, self._access.shut)

    def undo(self, upload: str, correction: int, who: str) -> None:
        """Take a correction back and have the document read again."""
        self._uploads()
        self._publishes(self.upload(upload).upload.collection)
        self._desk.undo(upload, correction, _name())

    def publish(self, upload: str, collection: str, who: str, beside: bool = False, allowed_by: str = "") -> Job:
        """Have it put into a collection; allowed_by is who says that a marked document may be public.

        It is put beside a document of its name that they are shut out of: who may not see it cannot take it away.
        """
        self._publishes(collection)
        self._publishes(self.upload(upload).upload.collection)
        return self._desk.publish(upload, collection, _name(), beside, allowed_by, self._access.shut)

    def withdraw(self, upload: str, who: str) -> Job:
        """Have it taken out of its collection."""
        found = self.upload(upload).upload
        self._publishes(found.collection or (found.job.collection if found.job else ""))
        return self._desk.withdraw(upload, _name())

    def delete(self, upload: str, who: str) -> None:
        """Forget an upload that is not published."""
        self._uploads()
        self.upload(upload)
        self._desk.delete(upload, _name())

    def unanswered(self) -> tuple[Unanswered, ...]:
        """Questions that found nothing, for who may know of all papers, as readers may ask for one by name."""
        return () if self._access.shut or not self._access.restricted else self._desk.unanswered()

    def votes(self) -> tuple[Voted, ...]:
        """What was found useful and what was not, for who may know of all papers."""
        return () if self._access.shut or not self._access.restricted else self._desk.votes()

    def _known(self, collection: str) -> bool:
        return collection != RESTRICTED or self._access.restricted

    def _uploads(self) -> None:
        if not self._access.uploads:
            raise NotAllowed("your role does not allow you to hand in or to correct documents")

    def _publishes(self, collection: str) -> None:
        if collection in COLLECTIONS and collection not in self._access.publishes:
            raise NotAllowed(f"your role does not allow you to change what is published as {collection}")


def _name() -> str:
    return PRESENT.get().name
