"""Files into a library, one transaction each; what could not be read is named and the rest goes on."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from time import perf_counter
from typing import Literal

from api.ahead import ahead
from api.allowing import Allowing
from api.settings import Settings
from api.walk import Candidate
from api.workplace import Here, Taken, Vectors, Workplace
from ingest.errors import UnreadableDocument
from ingest.model import Correction, Reading, digest
from ingest.structure.markings import told
from search import files
from search.add import add, find_unchanged, missing, plan
from search.address import document_id
from search.embed import Model
from search.library import Library
from search.model import StoredDocument

HELD = "was put into restricted by staff; ingest it there, or take that correction back before it goes into {}"
MARKED = (
    "is marked as not for everybody ({}); ingest it with --collection restricted, or, where it may be published "
    'all the same, with --publish-marked "NAME OF WHO SAYS SO"'
)


@dataclass(frozen=True, slots=True)
class Ready:
    """A file's bytes, and what was read of them, or the stored document that makes reading needless.

    given tells the corrections that it was read with.
    """

    content: bytes
    found: StoredDocument | Taken
    given: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file. document is None where it failed, and reason then says why.

    warnings say what of it could not be read, and which pages were read by OCR. publisher is who said that it may be
    published though it is marked as not for everybody, "" where nobody had to.
    """

    name: str
    status: Literal["added", "unchanged", "failed"]
    document: StoredDocument | None
    reason: str = ""
    warnings: tuple[str, ...] = ()
    publisher: str = ""


@dataclass(slots=True)
class Stages:
    """Seconds spent in each stage, over all documents. Reading and structure run beside the others.

    loading is how long the first document waited for the model.
    """

    reading: float = 0.0
    structure: float = 0.0
    loading: float = 0.0
    embedding: float = 0.0
    storing: float = 0.0


@dataclass(frozen=True, slots=True)
class Watch:
    """Who is told how far it has come: a document has begun, has been read, has so many passages embedded, is done."""

    begun: Callable[[str], None] = lambda name: None
    read: Callable[[int, int], None] = lambda pages, passages: None
    embedded: Callable[[int], None] = lambda done: None
    done: Callable[[Outcome], None] = lambda outcome: None


@dataclass(frozen=True, slots=True)
class Intake:
    """What an ingest needs: an open library under its writer lock, a model, and the limits.

    ocr is auto (pages without text), never or always. corrections gives what people put right by hand in the file of a
    hash; a file that they hold for the restricted library alone is refused for any other. allowing is who says that
    documents may be published though they are marked; without one they are refused for the public library, except where
    a correction says so by name. Documents are read and embedded at the workplace, where there is none on this machine.
    """

    library: Library
    model: Model
    settings: Settings
    replaces: str | None = None
    ocr: str = "auto"
    corrections: Callable[[str], tuple[Correction, ...]] = lambda sha256: ()
    stages: Stages = field(default_factory=Stages)
    allowing: Allowing | None = None
    workplace: Workplace | None = None

    def take(self, candidates: Sequence[Candidate], watch: Watch) -> Iterator[Outcome]:
        """Every file in order, each stored before the next; those after it are read meanwhile.

        A file that takes long to read stops nobody: what was read after it is embedded while it is waited for.
        """
        place = self.workplace or Here(self.model, self.settings, self.ocr)
        early: dict[Candidate, Vectors] = {}

        def ready(candidate: Candidate) -> Ready:
            return self._ready(candidate, place)

        def meanwhile(candidate: Candidate, future: Future[Ready]) -> None:
            if not future.exception():
                early[candidate] = self._embedded(future.result(), place)

        for candidate, future in ahead(ready, candidates, place.at_once, meanwhile):
            watch.begun(candidate.name)
            try:
                outcome = self._store(candidate, future.result(), early.pop(candidate, {}), place, watch)
            except UnreadableDocument as error:
                outcome = Outcome(candidate.name, "failed", None, _clause(error))
            watch.done(outcome)
            yield outcome

    def _ready(self, candidate: Candidate, place: Workplace) -> Ready:
        content = candidate.content(self.settings.file_megabytes)
        given = self._given(candidate, content)
        same = self._unchanged(candidate, content, given)
        return Ready(content, same or self._taken(candidate, content, given, place), digest(given))

    def _given(self, candidate: Candidate, content: bytes) -> tuple[Correction, ...]:
        given = self.corrections(hashlib.sha256(content).hexdigest())
        held = next((one.corrected for one in given if one.field == "visibility"), "")
        if held == "restricted" != self.settings.collection:
            raise UnreadableDocument(candidate.name, HELD.format(self.settings.collection))
        return given

    def _taken(self, candidate: Candidate, content: bytes, given: Sequence[Correction], place: Workplace) -> Taken:
        return place.read(candidate.name, content, given, lambda texts: missing(self.library, texts, self.model))

    def _unchanged(self, candidate: Candidate, content: bytes, given: Sequence[Correction]) -> StoredDocument | None:
        if self.replaces:
            return None
        return find_unchanged(self.library, candidate.key, hashlib.sha256(content).hexdigest(), given)

    def _embedded(self, ready: Ready, place: Workplace) -> Vectors:
        """The vectors that a document lacks before its turn has come; none where it may have to be refused."""
        if place.beside or isinstance(ready.found, StoredDocument):
            return {}
        reading, _, _ = ready.found.open()
        if reading.markings and self.settings.collection == "public":
            return {}
        self.stages.loading += place.wait()
        began = perf_counter()
        made = place.embed(plan(self.library, reading, self.model), lambda done: None)
        self.stages.embedding += perf_counter() - began
        return made

    def _store(self, candidate: Candidate, ready: Ready, early: Vectors, place: Workplace, watch: Watch) -> Outcome:
        content, found = ready.content, ready.found
        # Asked again: since it was read, the same bytes may have come from another path, or gone with a changed file.
        given = self._given(candidate, content)
        same = self._unchanged(candidate, content, given)
        if same:
            files.keep(self.library.folder, same.sha256, content)  # a copy that a disk has lost or spoilt is put right
            return Outcome(candidate.name, "unchanged", same)
        if isinstance(found, StoredDocument) or ready.given != digest(given):
            found = self._taken(candidate, content, given, place)
        reading, reading_seconds, structure_seconds = found.open()
        publisher = self._publisher(candidate, reading, given)
        watch.read(len(reading.document.pages), len(reading.passages))
        self.stages.loading += place.wait()
        began = perf_counter()
        made = early | found.made
        lacking = {key: text for key, text in plan(self.library, reading, self.model).items() if key not in made}
        made |= place.embed(lacking, watch.embedded)
        embedded = perf_counter()
        stored = add(self.library, reading, content, candidate.key, made, self.model, self.replaces)
        self.stages.storing += perf_counter() - embedded
        self.stages.embedding += embedded - began + found.embedding
        self.stages.reading += reading_seconds
        self.stages.structure += structure_seconds
        return Outcome(candidate.name, "added", stored, warnings=reading.document.warnings, publisher=publisher)

    def _publisher(self, candidate: Candidate, reading: Reading, given: Sequence[Correction]) -> str:
        """Who said that a marked document may be published, "" for one that is not marked or not to be published."""
        found = reading.markings
        if self.settings.collection != "public" or not found:
            return ""
        if self.allowing:
            self.allowing.note(candidate.name, document_id(reading.document.source.sha256), found)
            return self.allowing.who
        said = next((one.who for one in given if (one.field, one.corrected) == ("visibility", "public")), "")
        if not said:
            raise UnreadableDocument(candidate.name, MARKED.format("; ".join(told(found))))
        return said


def _clause(error: UnreadableDocument) -> str:
    """The reason without the name, which stands beside it."""
    return f"page {error.page}: {error.reason}" if error.page else error.reason
