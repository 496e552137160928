"""The one worker: it takes the jobs of the desk in order, each so that it can be begun again wherever it was ended."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from time import monotonic

from api.corrections import reader
from api.distant import follower
from api.identity.operator import operator
from api.intake import Intake, Outcome, Watch
from api.reading import read_apart
from api.settings import Settings
from api.staff.desk import folder
from api.staff.published import documents, key_of, older, settle
from api.staff.review import review_of
from api.walk import Candidate
from ingest.errors import MinutebookError
from search import files
from search.add import check_model, remove
from search.embed import Model
from search.errors import LibraryBusy, LibraryError
from search.library import Library
from search.lock import sole_writer
from search.model import Job, Upload
from search.service import audit, drafts, jobs, questions, reviews, uploads
from search.service.service import Service

STEP = 0.3  # seconds between two notes of how many passages are embedded
MOVED = "it could not be moved into restricted, so it was taken out of public and waits on the desk"


class Worker:
    """Works on the jobs of one service.db; hold its lock meanwhile, so that there is one.

    load gives the model for a library that is open.
    """

    def __init__(self, settings: Settings, service: Service, load: Callable[[Library], Model]) -> None:
        self._settings, self._service, self._load = settings, service, load

    def recover(self) -> None:
        """Take up what a worker before left: its jobs, files that no upload owns, and what the libraries hold."""
        with self._service.change() as connection:
            over = jobs.recover(connection)
            files.sweep_folder(folder(self._settings), uploads.hashes(connection))
        for job in over:
            self._failed(job, self._closed(job, jobs.GIVEN_UP))
        self.settle()

    def settle(self) -> None:
        """Write down where uploads are published, and forget what was kept of questions and drafts long enough."""
        with suppress(LibraryError):  # what is the matter with a library is said where it is asked for
            settle(self._settings, self._service)
        with self._service.change() as connection:
            questions.purge(connection, questions.today(), self._settings.question_days)
            gone = drafts.purge(connection, questions.today(), self._settings.draft_days)
        if gone:
            self._service.erase()

    def step(self) -> bool:
        """Do the next job; False where none waits, or another process writes to its library."""
        with self._service.change() as connection:
            job = jobs.claim(connection)
            upload = uploads.one(connection, job.upload) if job else None
        if job is None or upload is None:
            return False
        try:
            if job.kind == "read":
                self._read(job, upload)
            elif job.kind == "publish":
                self._publish(job, upload)
            else:
                self._withdraw(upload, job.collection)
        except LibraryBusy:
            with self._service.change() as connection:
                jobs.release(connection, job.id, job.attempts - 1, "waiting for another ingest to end")
            return False
        except MinutebookError as error:
            self._end(job, " ".join(str(error).split()))
            return True
        self._end(job)
        return True

    def _read(self, job: Job, upload: Upload) -> None:
        self._note(job, stage="reading")
        path = folder(self._settings) / upload.sha256
        content = Candidate(path, upload.name, "").content(self._settings.file_megabytes)
        limits = self._settings.document_seconds, self._settings.document_megabytes
        given = reader(self._service)(upload.sha256)
        reading, _, _ = read_apart(upload.name, content, "auto", *limits, given)
        packed = reviews.packed(review_of(reading, older(self._settings, upload)))
        with self._service.change() as connection:
            uploads.save_review(connection, upload.id, packed)
            if upload.state in ("unread", "failed"):
                uploads.settle(connection, upload.id, "read", upload.collection)

    def _publish(self, job: Job, upload: Upload) -> None:
        """Into the collection asked for, and only when it is there out of the one that it is in, if that is another.

        Whoever is ended between the two leaves it in both, and takes both up again: at no time it is in neither.
        """
        chosen = self._settings.model_copy(update={"collection": job.collection})
        target = self._settings.folder(job.collection)
        with self._service.read() as connection:
            beside, keeps = jobs.sparing(connection, job.id)
        follow = follower(self._settings, job.collection)
        with sole_writer(target), Library.open(target, write=True, follow=follow) as library:
            model = self._load(library)
            check_model(library, model.name)
            key = key_of(documents(self._settings, job.collection), upload, beside, keeps)
            candidate = Candidate(folder(self._settings) / upload.sha256, upload.name, key)
            intake = Intake(library, model, chosen, corrections=reader(self._service))
            (outcome,) = intake.take([candidate], self._watch(job))
        if outcome.status == "failed":
            raise Unpublished(outcome)
        if upload.collection not in ("", job.collection):
            self._withdraw(upload, upload.collection)

    def _withdraw(self, upload: Upload, collection: str) -> None:
        target = self._settings.folder(collection)
        if any(one.id == upload.id for one in documents(self._settings, collection)):
            follow = follower(self._settings, collection)
            with sole_writer(target), Library.open(target, write=True, follow=follow) as library:
                remove(library, upload.id)

    def _watch(self, job: Job) -> Watch:
        noted = monotonic()

        def read(pages: int, passages: int) -> None:
            self._note(job, stage="embedding", pages=pages, passages=passages)

        def embedded(done: int) -> None:
            nonlocal noted
            if monotonic() - noted > STEP:
                noted = monotonic()
                self._note(job, done=done)

        return Watch(begun=lambda name: self._note(job, stage="reading"), read=read, embedded=embedded)

    def _note(self, job: Job, **values: str | int) -> None:
        with self._service.change() as connection:
            jobs.progress(connection, job.id, **values)

    def _closed(self, job: Job, reason: str) -> str:
        """Why a job failed; what could not be moved into restricted is public no longer all the same, and that is said.

        Somebody said that it is not for everybody. Its file stays on the desk, from where it can be published again.
        """
        with self._service.read() as connection:
            found = uploads.one(connection, job.upload)
        if not found or (job.kind, job.collection, found.collection) != ("publish", "restricted", "public"):
            return reason
        with self._service.change() as connection:
            audit.record(connection, operator(), job.who, "withdraw", found.id, MOVED)
        try:
            self._withdraw(found, "public")
        except MinutebookError:
            with self._service.change() as connection:
                jobs.enqueue(connection, found.id, "withdraw", job.who, "public")
        return f"{reason}; {MOVED}"

    def _end(self, job: Job, reason: str = "") -> None:
        reason = self._closed(job, reason) if reason else reason
        self.settle()
        with self._service.change() as connection:
            jobs.end(connection, job.id, "failed" if reason else "done", reason)
        self._failed(job, reason)

    def _failed(self, job: Job, reason: str) -> None:
        """Say with the upload why its last job failed, or that it did not."""
        with self._service.change() as connection:
            found = uploads.one(connection, job.upload)
            if found:
                state = "failed" if reason and found.state == "unread" else found.state
                uploads.settle(connection, found.id, state, found.collection, reason)


class Unpublished(MinutebookError):
    """A file that could not be taken into a library, with the reason of its outcome."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(f"{outcome.name}: {outcome.reason}")
