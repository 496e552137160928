"""The lines of a draft that head what follows them, though nothing in their print says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Block
from ingest.structure.meeting.dates import dates
from ingest.structure.papers.recommended import DOING, ENUMERATOR
from ingest.structure.papers.sheet_labels import ASKING, labels

WORDS = 8  # of such a line
TOLD = 10  # words of a paragraph that a line without a number may head
NUMBER = re.compile(r"\d{1,2}[.)]?\s")


def headed(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, those lines made headings: labels, and short lines over a paragraph; entries of lists stay."""
    following: list[Block | None] = [*blocks[1:], *([None] if blocks else [])]
    return [
        replace(block, kind="heading", level=6) if _heads(block, after) else block
        for block, after in zip(blocks, following, strict=True)
    ]


def _heads(block: Block, after: Block | None) -> bool:
    text = block.text
    if block.kind != "paragraph" or len(text.split()) > WORDS or text[-1:] in ".,;?!" or after is None:
        return False
    named = labels(text)
    if named and (named != ("other",) or not text.endswith(":")):
        return True
    if after.kind != "paragraph" or DOING.match(text) or ASKING.match(text) or text.endswith(":") or dates(text):
        return False
    if NUMBER.match(text):
        return not NUMBER.match(after.text)
    opens = text[:1].isupper() and not ENUMERATOR.match(text) and ":" not in text[:20]
    return opens and len(after.text.split()) >= TOLD
