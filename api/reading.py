"""A document read in a process of its own, and read again with more time where its pages are pictures."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.correcting import written
from ingest.errors import ScannedPages
from ingest.isolate import isolated
from ingest.model import Correction, Reading
from ingest.read.limits import OCR_PAGE_SECONDS, OCR_WRITTEN_MEGABYTES
from ingest.standby import Reader, Standby

Timed = tuple[Reading, float, float]  # seconds of reading the pages, and of understanding them
READ: Reader[Timed] = Reader("ingest.timed", "read_timed")


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
    right in it by hand. standby has processes for READ. Raises an UnreadableDocument.
    """
    given = written(corrections)
    try:
        return isolated(READ, name, content, ocr, "count", given, seconds=seconds, megabytes=megabytes, standby=standby)
    except ScannedPages as scanned:
        longer = seconds + OCR_PAGE_SECONDS * len(scanned.pages)
        return isolated(
            READ,
            name,
            content,
            ocr,
            "read",
            given,
            seconds=longer,
            megabytes=megabytes,
            written_megabytes=OCR_WRITTEN_MEGABYTES,
        )
