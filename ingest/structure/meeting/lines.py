"""Items headed by nothing but a short line on its own, as in plain text and pages of the web."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.model import Block
from ingest.structure.meeting.usual import is_usual

FEW = 3  # such lines that make a document of this style
WORDS = 9  # of such a line at most
# What a web page sets behind a title: the link to its paper.
LINKED = re.compile(r"\s+(?:pdf icon\s+)?(?:PDF|DOCX?)\s+[\d.,]+\s?[KM]B\b.*$")
_LIKE_A_TITLE = re.compile(r"(?:[A-Z]|[a-z]-[A-Z])[^.;!?\t]*$")
_SENTENCE = re.compile(
    r"\b(?:was|were|is|are|has|had|have|will|would|noted|agreed|said|asked|reported|thanked|welcomed|none|opened|"
    r"closed|present|counted|announced|he|she|they|we|it)\b",
    re.I,
)


def unlinked(title: str) -> str:
    """A title without the link to its paper.

    >>> unlinked("Record of decisions pdf icon PDF 55 KB")
    'Record of decisions'
    """
    return LINKED.sub("", title)


def bare_lines(blocks: Sequence[Block], start: int, end: int, last: int) -> list[int]:
    """The blocks among start:last that are such lines; none where hardly any is an item that every meeting has.

    Such a line holds few words and no sentence, and a paragraph stands under it. Where the usual ones end in a colon,
    so do the others. They begin at the first usual one, or at end, behind the lists of those present.
    """
    opening = next((at for at in range(start, min(end, last)) if _opens(blocks, at, last)), end)
    found = [at for at in range(opening, last) if _stands_alone(blocks, at, last)]
    usual = [at for at in found if is_usual(unlinked(blocks[at].text))]
    open_ended = [at for at in usual if blocks[at].text.rstrip().endswith(":")]
    if len(open_ended) * 2 > len(usual):
        found = [at for at in found if blocks[at].text.rstrip().endswith(":")]
    return found if usual and len(found) >= FEW else []


def _stands_alone(blocks: Sequence[Block], at: int, last: int) -> bool:
    block, text = blocks[at], unlinked(blocks[at].text).strip()
    if block.kind != "paragraph" or len(text.split()) > WORDS or not _LIKE_A_TITLE.match(text):
        return False
    if is_usual(text):
        return at + 1 < last
    if _SENTENCE.search(text) or re.match(r"[^:]+:\s*\S", text):
        return False
    after = blocks[at + 1] if at + 1 < last else None
    return bool(after and after.kind == "paragraph" and _prose(after.text))


def _opens(blocks: Sequence[Block], at: int, last: int) -> bool:
    """Whether a line is a usual item, and no heading of a list of people."""
    text = unlinked(blocks[at].text).strip()
    if not is_usual(text) or re.match(r"(?:minutes|notes)\b\W*$", text, re.I) or at + 1 >= last:
        return False
    after = blocks[at + 1].text
    return not text.lower().startswith("apologies") or bool(re.match(r"[A-Z][a-z]+(?: [a-z]+){3,}.*\.$", after))


def _prose(text: str) -> bool:
    return len(text.split()) > WORDS and text.rstrip()[-1:] in ".:;?!"
