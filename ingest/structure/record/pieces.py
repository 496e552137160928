"""Stretches of a block of minutes, each with the label or the column heading that says what it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from ingest.structure.place import ACTION, DECIDED, Placed
from ingest.structure.sentences import LONGEST

Mark = Literal["decision", "action", "motion", ""]
MOTION = re.compile(
    r"^\W*(?:Motion|MOTION|Proposal|PROPOSAL|Proposed [Rr]esolution|Recommendation)"
    r"(?:\s+(?:[Nn]o\.?\s*)?(?=[\w./-]{0,19}\d)[\w./-]{1,20})?\s{0,2}(?:[:–—]|\s-|-\s)\s*(?=\S)"
)
DECISION_COLUMN = re.compile(
    r"\W*(?:(?:key\s+)?decisions?(?:\s+(?:made|taken|reached))?|resolutions?|resolved|agreed)\W*", re.I
)
ACTION_COLUMN = re.compile(
    r"\W*(?:(?:agreed|key)\s+)?actions?(?:\s+(?:points?|items?|required|agreed|needed|by|by whom|owner|lead))?"
    r"(?:\s*(?:/|&|and|\|)\s*(?:leads?|owners?|who|by whom|decisions?|responsible|responsibility))?\W*",
    re.I,
)
# Where a label may stand within a paragraph: after a sentence or in brackets at its end.
_WITHIN = re.compile(r"(?<=[.;:!?)\]”’\"])\s+[\[(*_]{0,4}(?=(?:A|Outst|New|Furth|D|R|Outc|Comm|Board)[A-Za-z])")
_OPENS = re.compile(r"[\s\[(*_]+$")
_AFTER = re.compile(r"[\])*_\s]+$")


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch: mark says what its label makes it, printed is that label ("" for none), text what stands after it.

    column is the heading of its table cell; within says that the label stood in the midst of a paragraph.
    """

    here: Placed
    mark: Mark
    printed: str
    text: str
    column: str = ""
    within: bool = False


def pieces(here: Placed) -> list[Piece]:
    """The stretches of one block, in order; a row's cells one by one."""
    if here.block.kind != "row":
        return _split(here, here.block.text, "")
    out: list[Piece] = []
    for column, text in here.block.cells:
        if here.head and here.place.title:
            text = text.removeprefix(here.place.title).lstrip(" .:;–-") or text
        if column and DECISION_COLUMN.fullmatch(column):
            out.append(Piece(here, "decision", "", text, column))
        elif column and ACTION_COLUMN.fullmatch(column):
            out.append(Piece(here, "action", "", text, column))
        else:
            out += _split(here, text, column)
    return out


def _split(here: Placed, text: str, column: str) -> list[Piece]:
    text = text[:LONGEST]
    starts = [0] + [found.end() for found in _WITHIN.finditer(text) if marked(text[found.end() :])]
    out: list[Piece] = []
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        stretch = _OPENS.sub("", text[start:end]) if end < len(text) else text[start:end].strip()
        mark = marked(stretch)
        length = label(stretch) if mark else 0
        bare = stretch[length:]
        if start and re.search(
            r"[\[(][\s*_]*$", text[:start]
        ):  # the bracket that opened before the label closes after it
            bare = _AFTER.sub("", bare)
        if bare or length:
            out.append(Piece(here, mark, stretch[:length], bare, column, start > 0))
    return out


def marked(text: str) -> Mark:
    """What a label at the text's beginning makes of it.

    >>> marked("Action: AB to write."), marked("Decision 3 – agreed"), marked("The Board met.")
    ('action', 'decision', '')
    """
    if ACTION.match(text):
        return "action"
    if DECIDED.match(text):
        return "decision"
    return "motion" if MOTION.match(text) else ""


def label(text: str) -> int:
    """How many characters of the text its label takes; "RESOLVED that" belongs to what it says and takes none."""
    found = ACTION.match(text) or DECIDED.match(text) or MOTION.match(text)
    if not found or (found[0].rstrip(" *_")[-1:].isalpha() and not ACTION.match(text)):
        return 0
    spare = re.match(r"[\s*_]*", text[found.end() :])
    return found.end() + (spare.end() if spare else 0)
