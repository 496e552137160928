"""From the bytes of a draft, or from typed words, to what is proposed."""

from __future__ import annotations

import hashlib

from ingest.errors import EmptyFile, TooLarge
from ingest.model import Proposal, Source

TYPED = "typed text"
TYPED_CHARACTERS = 100_000


def read_draft(name: str, content: bytes) -> Proposal:
    """What a draft proposes; name is its file's, for its ending and for messages.

    Raises an UnreadableDocument that names it. Pages that are pictures are not read.
    """
    # reading is imported where it is done, in a process of its own: who serves the site need not wait for it
    from ingest.reading import read_document
    from ingest.structure.drafts.proposal import proposal

    return proposal(read_document(name, content))


def read_typed(name: str, content: bytes) -> Proposal:
    """What typed or pasted words (UTF-8) propose: one sentence is the one recommendation, more is read as a draft is.

    Raises an UnreadableDocument called name where there are none, or more than TYPED_CHARACTERS.
    """
    if not content.strip():
        raise EmptyFile(name, "there are no words in it; say what is to be decided")
    if len(content) > 4 * TYPED_CHARACTERS:
        raise TooLarge(name, f"is longer than {TYPED_CHARACTERS:,} characters; hand it in as a file")
    from ingest.read.plain import read_plain
    from ingest.structure.drafts.proposal import proposal

    return proposal(read_plain(Source(name, hashlib.sha256(content).hexdigest(), "markdown"), content))
