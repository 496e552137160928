"""A document read, with the time that its two stages took: what a process of its own runs for an ingest."""

from __future__ import annotations

from time import perf_counter

from ingest.correcting import corrections_of
from ingest.model import Reading
from ingest.ocr import scans_of
from ingest.reading import read_document, understood


def read_timed(
    name: str, content: bytes, ocr: str = "never", step: str = "count", given: str = "[]"
) -> tuple[Reading, float, float]:
    """The reading, and the seconds that reading the pages and understanding them took.

    step says whether pages that are pictures are only counted, or read; given are corrections as JSON. Raises an
    UnreadableDocument that names the file; a ScannedPages where pages are to be read by OCR and step is "count".
    """
    began = perf_counter()
    document = read_document(name, content, scans_of(ocr, read=step == "read"))
    read = perf_counter()
    reading = understood(document, corrections_of(given))
    return reading, read - began, perf_counter() - read
