"""One document read, with what it came to and what it cost; runs in the separate process that reads it."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from ingest.errors import UnreadableDocument
from ingest.reading import read_bytes

Outcome = tuple[str, str, int, int, int, float]


def measured(name: str, content: bytes) -> Outcome:
    """(refusal's class or "", its reason, pages, characters, passages, peak memory in MB)."""
    try:
        reading = read_bytes(name, content)
    except UnreadableDocument as refused:
        return type(refused).__name__, refused.reason, 0, 0, 0, peak()
    pages = reading.document.pages
    characters = sum(len("".join(page.text.split())) for page in pages)
    return "", "", len(pages), characters, len(reading.passages), peak()


def peak() -> float:
    """The most memory this process has held, in MB.

    Linux's own figure for the process: getrusage also counts what the parent held when it started us.
    """
    status = Path("/proc/self/status")
    if status.exists():
        found = [line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmHWM:")]
        if found:
            return int(found[0]) / 1024
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
