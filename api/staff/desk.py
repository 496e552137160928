"""The desk: what staff do with a document from handing it in to publishing it. The worker does what takes time."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import Connection

from api.errors import NotFound
from api.identity.present import PRESENT, noted
from api.settings import Settings
from api.staff.given import COLLECTIONS, allowance, checked, content_of, file_name, markings, somebody
from ingest.model import Correction
from search import files
from search.model import Declined, Dossier, Job, Unanswered, Upload, Voted
from search.service import jobs, kept, questions, reviews, uploads
from search.service.service import Service

FOLDER = "uploads"


class Desk:
    """Uploads, corrections and what readers left behind, over one service.db. Safe to share between threads.

    It opens no library: what is in them it knows from the worker. Methods raise NotFound for an upload or correction
    that is not there, and Declined where what is asked cannot be done.
    """

    collections = COLLECTIONS

    def __init__(self, settings: Settings, service: Service) -> None:
        self._settings, self._service = settings, service

    @property
    def megabytes(self) -> int:
        """The largest file that is taken, in megabytes (2**20 bytes)."""
        return self._settings.file_megabytes

    def uploads(self) -> tuple[Upload, ...]:
        """Every upload, newest first."""
        with self._service.read() as connection:
            return uploads.every(connection)

    def closed(self) -> frozenset[str]:
        """The ids of the uploads that are for those alone who may know of restricted papers."""
        with self._service.read() as connection:
            return uploads.closed(connection)

    def upload(self, upload: str) -> Dossier:
        """One upload with its review and the corrections that hold."""
        with self._service.read() as connection:
            return _dossier(connection, upload)

    def take(self, name: str, content: BinaryIO, who: str) -> Upload:
        """Keep a file and have it read; bytes that were handed in before give the upload that is there.

        One that could not be read then is read again.
        """
        own = file_name(name)
        found, media = content_of(own, content, self.megabytes)
        sha256 = hashlib.sha256(found).hexdigest()
        with self._service.change() as connection:
            files.keep_at(folder(self._settings) / sha256, found)
            before = uploads.one(connection, sha256[:12])
            if before and before.sha256 != sha256:
                raise Declined(f"{own} cannot be taken: its address is that of {before.name}; delete that one first.")
            by = somebody(who), PRESENT.get().who
            made = before.id if before else uploads.add(connection, own, sha256, media, len(found), *by)
            if not before or before.state == "failed":
                jobs.enqueue(connection, made, "read", somebody(who))
            noted(connection, somebody(who), "upload", made, own)
            return _one(connection, made)

    def correct(self, upload: str, correction: Correction, keeps: Collection[str] = ()) -> None:
        """Put one value right and have the document read again; of one place the last correction holds.

        A visibility moves a published document; keeps are the ids of those that it may not replace there.
        """
        with self._service.change() as connection:
            dossier = _dossier(connection, upload)
            found = dossier.upload
            known = [one.correction for one in dossier.corrections]
            one = checked(correction, dossier.review, found.collection, known)
            kept.keep(connection, found.sha256, one)
            noted(connection, one.who, "correct", found.id, one.field)  # no words: the log outlives the document
            if one.field != "visibility":
                _again(connection, found, one.who)
            elif found.state == "published" and found.collection != one.corrected:
                jobs.enqueue(connection, found.id, "publish", one.who, one.corrected, keeps=keeps)

    def undo(self, upload: str, correction: int, who: str) -> None:
        """Take a correction back by its number and have the document read again; a visibility stays where it is."""
        with self._service.change() as connection:
            dossier = _dossier(connection, upload)
            one = next((each for each in dossier.corrections if each.id == correction), None)
            if one is None:
                raise NotFound(f"upload {dossier.upload.id} has no correction {correction} that holds")
            kept.take_back(connection, dossier.upload.sha256, correction, somebody(who))
            noted(connection, somebody(who), "undo", dossier.upload.id, f"correction {correction}")
            if one.correction.field != "visibility":
                _again(connection, dossier.upload, somebody(who))

    def publish(
        self,
        upload: str,
        collection: str,
        who: str,
        beside: bool = False,
        allowed_by: str = "",
        keeps: Collection[str] = (),
    ) -> Job:
        """Have it put into a collection, in place of the document there with the same file name, or beside it.

        allowed_by is the name of whoever says that a document may be public though it is marked as not for everybody.
        keeps are the ids of documents that it replaces in no case: it is then put beside them.
        """
        if collection not in COLLECTIONS:
            raise Declined("Choose who may see it: public or restricted.")
        with self._service.change() as connection:
            dossier = _dossier(connection, upload)
            held = [one.correction.corrected for one in dossier.corrections if one.correction.field == "visibility"]
            if dossier.review is None:
                raise Declined(f"{dossier.upload.name} has not been read; it can be published when it has been.")
            if collection != "restricted" and "restricted" in held:
                raise Declined(f"{dossier.upload.name} was marked as restricted; undo that correction first.")
            if collection == "public" and "public" not in held and (marked := markings(dossier.review)):
                said = allowance(dossier.upload.name, marked, allowed_by)
                kept.keep(connection, dossier.upload.sha256, said)
                noted(connection, somebody(who), "allow", dossier.upload.id, f"by {said.who}: {marked}")
            noted(connection, somebody(who), "publish", dossier.upload.id, collection)
            return jobs.enqueue(connection, dossier.upload.id, "publish", somebody(who), collection, beside, keeps)

    def withdraw(self, upload: str, who: str) -> Job:
        """Have it taken out of its collection; it stays on the desk."""
        with self._service.change() as connection:
            found = _one(connection, upload)
            pending = found.job.collection if found.job and found.job.kind == "publish" else ""
            collection = found.collection or pending
            if not collection:
                raise Declined(f"{found.name} is not published, so there is nothing to withdraw.")
            jobs.cancel(connection, found.id, "publish")
            noted(connection, somebody(who), "withdraw", found.id, collection)
            return jobs.enqueue(connection, found.id, "withdraw", somebody(who), collection)

    def delete(self, upload: str, who: str) -> None:
        """Forget an upload that is not published: its file, its review and its corrections."""
        with self._service.change() as connection:
            found = _one(connection, upload)
            if found.collection:
                raise Declined(f"{found.name} is published; withdraw it before it is deleted.")
            if found.job and (found.job.state == "running" or found.job.kind != "read"):
                raise Declined(f"{found.name} is being worked on; delete it when that has ended.")
            kept.take_all_back(connection, found.sha256, somebody(who))
            uploads.forget(connection, found.id)
            noted(connection, somebody(who), "delete", found.id, found.name)
        (folder(self._settings) / found.sha256).unlink(missing_ok=True)
        self._service.erase()

    def unanswered(self) -> tuple[Unanswered, ...]:
        """Questions that found nothing, newest day first and the most asked before others."""
        with self._service.read() as connection:
            return questions.every_miss(connection)

    def votes(self) -> tuple[Voted, ...]:
        """What was found useful and what was not, newest day first."""
        with self._service.read() as connection:
            return questions.every_vote(connection)


def folder(settings: Settings) -> Path:
    """Where the files that were handed in lie, each under the hash of its bytes."""
    return settings.library / FOLDER


def _again(connection: Connection, upload: Upload, who: str) -> None:
    jobs.enqueue(connection, upload.id, "read", who)
    if upload.state == "published":
        jobs.enqueue(connection, upload.id, "publish", who, upload.collection)


def _one(connection: Connection, upload: str) -> Upload:
    found = uploads.one(connection, upload)
    if found is None:
        raise NotFound(f"there is no upload {upload[:64]} here")
    return found


def _dossier(connection: Connection, upload: str) -> Dossier:
    found = _one(connection, upload)
    return Dossier(found, reviews.unpacked(uploads.review(connection, found.id)), kept.held(connection, found.sha256))
