"""A document read, with the time that its two stages took, in a process of its own."""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter

from ingest.correcting import corrections_of, written
from ingest.errors import ScannedPages
from ingest.isolate import isolated
from ingest.model import Correction, Reading
from ingest.ocr import scans_of
from ingest.read.limits import OCR_PAGE_SECONDS, OCR_WRITTEN_MEGABYTES
from ingest.reading import read_document, understood
from ingest.standby import Standby

Timed = tuple[Reading, float, float]


def read_apart(
    name: str,
    content: bytes,
    ocr: str,
    seconds: float,
    megabytes: int,
    corrections: Sequence[Correction] = (),
    standby: Standby | None = None,
) -> Timed:
    """The reading and its times, in a process with at most so much time and memory.

    ocr is auto, never or always. Where pages are pictures, the document is read a second time, with time for each of
    them and leave to write temporary files; a document without any never has either. corrections are what people put
    right in it by hand. standby has processes for read_timed. Raises an UnreadableDocument.
    """
    given = written(corrections)
    try:
        return isolated(
            read_timed, name, content, ocr, "count", given, seconds=seconds, megabytes=megabytes, standby=standby
        )
    except ScannedPages as scanned:
        longer = seconds + OCR_PAGE_SECONDS * len(scanned.pages)
        return isolated(
            read_timed,
            name,
            content,
            ocr,
            "read",
            given,
            seconds=longer,
            megabytes=megabytes,
            written_megabytes=OCR_WRITTEN_MEGABYTES,
        )


def read_timed(name: str, content: bytes, ocr: str = "never", step: str = "count", given: str = "[]") -> Timed:
    """The reading, and the seconds that reading the pages and understanding them took.

    step says whether pages that are pictures are only counted, or read; given are corrections as JSON. Raises an
    UnreadableDocument that names the file; a ScannedPages where pages are to be read by OCR and step is "count".
    """
    began = perf_counter()
    document = read_document(name, content, scans_of(ocr, read=step == "read"))
    read = perf_counter()
    reading = understood(document, corrections_of(given))
    return reading, read - began, perf_counter() - read
