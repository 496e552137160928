"""Drafts read in a process of their own, as every document is: files that are handed in, and words that are typed."""

from __future__ import annotations

from ingest.drafting import TYPED, read_draft, read_typed
from ingest.errors import TooLarge
from ingest.isolate import isolated
from ingest.model import Proposal
from ingest.read.limits import MEBIBYTE

MEGABYTES = 20  # of one draft: a paper that is being written, not a pack
SECONDS, MEMORY = 20.0, 768  # that reading one may take, the memory in megabytes
SENTENCE = 1_000  # characters of typed words that are read without a process of their own


def drafted(name: str, content: bytes) -> Proposal:
    """What the draft in a file proposes. Raises an UnreadableDocument that names it."""
    if len(content) > MEGABYTES * MEBIBYTE:
        raise TooLarge(name, f"is larger than {MEGABYTES} MB; leave its appendices out")
    return isolated(read_draft, name, content, seconds=SECONDS, megabytes=MEMORY)


def typed(text: str) -> Proposal:
    """What typed or pasted words propose. Raises an UnreadableDocument where there are none, or too many."""
    content = text.encode("utf-8", "replace")
    if len(text) <= SENTENCE:
        return read_typed(TYPED, content)
    return isolated(read_typed, TYPED, content, seconds=SECONDS, megabytes=MEMORY)
