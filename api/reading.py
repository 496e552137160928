"""A document read, with the time that its two stages took. Runs in the reader's own process."""

from __future__ import annotations

from time import perf_counter

from ingest.model import Reading
from ingest.reading import read_document, understood


def read_timed(name: str, content: bytes) -> tuple[Reading, float, float]:
    """The reading, and the seconds that reading the pages and understanding them took.

    Raises an UnreadableDocument that names the file.
    """
    began = perf_counter()
    document = read_document(name, content)
    read = perf_counter()
    reading = understood(document)
    return reading, read - began, perf_counter() - read
