"""The lines of a draft that head what follows them, though nothing in their print says so."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from ingest.model import Block
from ingest.structure.meeting.dates import dates
from ingest.structure.papers.recommended import DOING, ENUMERATOR
from ingest.structure.papers.sheet_labels import ASKING, labels

WORDS = 8  # of such a line
TOLD = 10  # words of a paragraph that a line without a number may head
LABEL_WORDS = 12
# How writers head what they ask, beside the labels of cover sheets; read as the plainest of these.
PLAINEST = "Recommendations"
# What stands for a label of the writer's own that no cover sheet has ("Money"): a label that heads nothing asked.
OTHER = "Background"
FINANCE = "Financial implications"
LABELLED = 5  # words of such a label
MONEY = re.compile(r"\b(?:money|costs?|price|funding|budget|value|affordab\w+)\b", re.IGNORECASE)
_WHO = r"(?:\s+(?:of|from|by|to|for)?\s*(?:the\s+|this\s+)?[\w’' ]{2,50})?"
ASKS = re.compile(
    rf"(?:what|which\s+decision)\s+(?:the\s+|this\s+)?[\w’' ]{{2,50}}?\s+(?:is|are)\s+(?:being\s+)?"
    rf"(?:asked|invited|requested)(?:\s+(?:to\s+\w+|for))?|what\s+(?:is|are)\s+(?:we|i|being)\s+(?:asking|asked|requested|proposed|recommended){_WHO}|"
    rf"what\s+(?:we|i)\s+(?:are|am)\s+(?:asking|seeking|proposing|recommending)(?:\s+for)?{_WHO}|"
    rf"what\s+(?:we|i)\s+(?:need|want|ask|propose|recommend|seek){_WHO}|(?:the|our|my|key)?\s*(?:asks?|requests?){_WHO}|"
    rf"(?:the\s+)?(?:decision|approval|agreement|resolution|authority)s?(?:\s+(?:\(s\)|we|being))?"
    rf"(?:\s+(?:sought|needed|need|requested|required|proposed|recommended|asked\s+for))?{_WHO}|"
    r"(?:proposed|draft|suggested|recommended)\s+(?:decision|resolution|recommendation|action|minute)s?|"
    rf"asked{_WHO}|(?:we|i)\s+(?:recommend|propose|ask)|it\s+is\s+(?:recommended|proposed)|for\s+(?:decision|approval)|proposals?|"
    r"recommended\s+(?:option|way\s+forward|course(?:\s+of\s+action)?)|options?\s+and\s+recommendations?",
    re.IGNORECASE,
)
NUMBER = re.compile(r"\d{1,2}[.)]?\s")


def headed(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, those lines made headings: labels, and short lines over a paragraph; entries of lists stay.

    A heading or a label in a table that heads what is asked, in words of the writer's own, is given as PLAINEST;
    another label of the writer's own, beside labels of cover sheets, as FINANCE or OTHER.
    """
    following: list[Block | None] = [*blocks[1:], *([None] if blocks else [])]
    sheets = {block.table for block in blocks if block.kind == "row" and block.cells and labels(block.cells[0][1])}
    return [
        _named(replace(block, kind="heading", level=6) if _heads(block, after) else block, sheets)
        for block, after in zip(blocks, following, strict=True)
    ]


def _named(block: Block, sheets: Collection[int]) -> Block:
    if block.kind == "row" and len(block.cells) > 1:
        (head, label), *others = block.cells
        own = block.table in sheets and len(others) == 1 and not labels(label) and len(label.split()) <= LABELLED
        other = (FINANCE if MONEY.search(label) else OTHER) if own and label[:1].isupper() else label
        return replace(block, cells=((head, PLAINEST if _asks(label) else other), *others))
    return replace(block, text=PLAINEST) if block.kind == "heading" and _asks(block.text) else block


def _asks(text: str) -> bool:
    """Whether a label heads what is asked."""
    bare = NUMBER.sub("", text, count=1).strip(" :.?*_–-")
    if len(bare.split()) > LABEL_WORDS or "recommendation" in labels(text):
        return False
    return bool(ASKS.fullmatch(bare))


def _heads(block: Block, after: Block | None) -> bool:
    text = block.text
    if block.kind != "paragraph" or len(text.split()) > WORDS or text[-1:] in ".,;?!" or after is None:
        return False
    named = labels(text)
    if _asks(text) and (text[:1].isupper() or NUMBER.match(text)):
        return True
    if named and (named != ("other",) or not text.endswith(":")):
        return True
    if after.kind != "paragraph" or DOING.match(text) or ASKING.match(text) or text.endswith(":") or dates(text):
        return False
    if NUMBER.match(text):
        return not NUMBER.match(after.text)
    opens = text[:1].isupper() and not ENUMERATOR.match(text) and ":" not in text[:20]
    return opens and len(after.text.split()) >= TOLD
