"""Drafts read in a process of their own, as every document is: files that are handed in, and words that are typed."""

from __future__ import annotations

from collections.abc import Callable
from threading import BoundedSemaphore

from api.errors import Busy
from ingest.drafting import TYPED, read_draft, read_typed
from ingest.errors import TooLarge
from ingest.isolate import isolated
from ingest.model import Proposal
from ingest.read.limits import MEBIBYTE

MEGABYTES = 20  # of one draft: a paper that is being written, not a pack
SECONDS, MEMORY = 20.0, 768  # that reading one may take, the memory in megabytes
AT_ONCE, PATIENCE = 2, 2.0  # drafts that are read at the same time, and seconds that another waits for its turn
BUSY = "other drafts are being read at the moment; try again in a few seconds"
SENTENCE = 1_000  # characters of typed words that are read without a process of their own


TURNS = BoundedSemaphore(AT_ONCE)


def drafted(name: str, content: bytes) -> Proposal:
    """What the draft in a file proposes. Raises an UnreadableDocument that names it, or Busy."""
    if len(content) > MEGABYTES * MEBIBYTE:
        raise TooLarge(name, f"is larger than {MEGABYTES} MB; leave its appendices out")
    return _apart(read_draft, name, content)


def typed(text: str) -> Proposal:
    """What typed or pasted words propose. Raises an UnreadableDocument where there are none or too many, or Busy."""
    content = text.encode("utf-8", "replace")
    if len(text) <= SENTENCE:
        return read_typed(TYPED, content)
    return _apart(read_typed, TYPED, content)


def _apart(read: Callable[[str, bytes], Proposal], name: str, content: bytes) -> Proposal:
    if not TURNS.acquire(timeout=PATIENCE):
        raise Busy(BUSY)
    try:
        return isolated(read, name, content, seconds=SECONDS, megabytes=MEMORY)
    finally:
        TURNS.release()
