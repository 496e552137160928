"""What a worker of the cluster is asked to do: read one document, embed the texts of one document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from threading import Lock
from time import perf_counter

from api.reading import read_apart
from ingest import scratch
from ingest.correcting import corrections_of
from ingest.errors import UnreadableDocument
from ingest.model import READER
from ingest.parcel import pack
from search.add import embed as embedded
from search.address import content_hash
from search.embed import Model
from search.errors import ModelMissing
from search.vectors import Made, Unembedded, unembedded

Load = Callable[[str], Model]
LOADING = Lock()


class UnfitWorker(Exception):
    """A worker lacks what every document needs: the same version of minutebook, the model. The text says which."""


@dataclass(frozen=True, slots=True)
class Job:
    """One document to be read under limits of time and memory, given being its corrections as JSON.

    What a worker writes into its log of a task that failed holds no word of the document.
    """

    name: str = field(repr=False)
    content: bytes = field(repr=False)
    ocr: str
    seconds: float
    megabytes: int
    given: str = field(repr=False)
    reader: int = READER


@dataclass(frozen=True, slots=True)
class Parcel:
    """What became of a job: the packed reading with its times, or the packed refusal; and its texts by content hash."""

    packed: bytes = field(repr=False)
    texts: dict[str, Unembedded] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Texts:
    """What is to be embedded for one document, by content hash, and by which model."""

    model: str
    texts: dict[str, Unembedded] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Embedded:
    """The vectors of all texts by content hash, and the seconds that making them took."""

    made: dict[str, Made] = field(repr=False)
    seconds: float


def read(job: Job) -> Parcel:
    """The document read in a process of its own on the worker's machine. Raises UnfitWorker."""
    if job.reader != READER:
        raise UnfitWorker("has another version of minutebook; install the same on all")
    _swept()
    try:
        given = corrections_of(job.given)
        taken = read_apart(job.name, job.content, job.ocr, job.seconds, job.megabytes, given)
    except UnreadableDocument as error:
        return Parcel(pack(("error", error)), {})
    texts = {content_hash(passage.indexed): unembedded(passage) for passage in taken[0].passages}
    return Parcel(pack(("value", taken)), texts)


def embed(load: Load, wanted: Texts) -> Embedded:
    """The vectors of the texts; load gives the model of a name, once in each process. Raises UnfitWorker."""
    try:
        with LOADING:
            model = _model(load, wanted.model)
    except ModelMissing as error:
        raise UnfitWorker(str(error)) from error
    began = perf_counter()
    return Embedded(embedded(model, wanted.texts), perf_counter() - began)


@cache
def _model(load: Load, name: str) -> Model:
    return load(name)


@cache
def _swept() -> None:
    scratch.sweep()
