"""A document read, with the time that its two stages took. Runs in the reader's own process."""

from __future__ import annotations

import hashlib
from time import perf_counter

from ingest.model import Reading, Source
from ingest.read.detect import detect
from ingest.reading import _reader, understood


def read_timed(name: str, content: bytes) -> tuple[Reading, float, float]:
    """The reading, and the seconds that reading the pages and understanding them took.

    Raises an UnreadableDocument that names the file.
    """
    began = perf_counter()
    media = detect(name, content)
    document = _reader(media)(Source(name, hashlib.sha256(content).hexdigest(), media), content)
    read = perf_counter()
    reading = understood(document)
    return reading, read - began, perf_counter() - read
