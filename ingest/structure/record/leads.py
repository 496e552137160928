"""Lines that open a list of decisions, and what stands under them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.structure.place import Placed
from ingest.structure.record.pieces import DECISION_COLUMN, Piece
from ingest.structure.record.told import leads
from ingest.structure.record.verbs import verb
from ingest.structure.sentences import points, sentences

_OPEN = re.compile(r"(?:(?:the\s+)?(?:[\w&/-]+\s+){0,6})?(?:that|to)?\s*:?\s*[-–]?", re.I)
NOTHING = re.compile(
    r"\W*(?:none|nil|n/?a|not applicable|no (?:decisions?|resolutions?|outcomes?|further (?:action|"
    r"decision)s?)\b.{0,40}|tbc|as above)?\W*|"
    # who sent apologies is attendance, wherever it is printed
    r"\W*(?:Minutes:\s+)?Apologies(?:\s+for\s+absence)?\s+(?:was|were|had been|have been)\s+(?:also\s+)?received\b.*",
    re.I | re.S,
)
POINT = re.compile(r"\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s+")
BEGINS = re.compile(
    r"\W*(?:(?:also|formally|unanimously|retrospectively|then|to)\s+)?(?:approv|not(?:ed|e|ing)\b|agree|endors|ratif|"
    r"adopt|did\s+not|"
    r"support|delegat|receiv|resolv|reject|defer|accept|authori[sz]|confirm|decid|recommend|consider|review|discuss|"
    r"acknowledg|request|ask|thank|welcom|commend|appoint|elect)\w*\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Lead:
    """The line that a list of decisions stands under; whole says that a heading opened it, which only the next ends."""

    text: str
    marked: bool
    depth: int = 0
    whole: bool = False
    verbless: bool = False


def headed(here: Placed) -> Lead | None:
    """The lead that a heading opens: "Decisions" over a list."""
    return Lead("", True, whole=True) if DECISION_COLUMN.fullmatch(here.block.text) else None


def next_lead(lead: Lead | None, piece: Piece, own: str) -> Lead | None:
    """The lead that stands after a piece that is not under one."""
    if piece.mark == "decision":
        return opened(piece)
    return (spoken(piece, own) or (lead if lead and lead.whole else None)) if piece.mark == "" else None


def opened(piece: Piece) -> Lead | None:
    """The lead that a label opens: "Resolved: The Board:", or a label with nothing after it."""
    text = piece.text.strip()
    if points(text)[1] or piece.column:
        return None
    if text.endswith((":", ":-", ":–")) or _OPEN.fullmatch(text):
        return Lead(text, True, piece.here.block.depth)
    return None


def spoken(piece: Piece, own: str) -> Lead | None:
    """The lead that a line of prose, or a paragraph's last sentence, opens: "The Board agreed to:"."""
    text = piece.text.strip()
    if len(text) < 200 and leads(text, own) and piece.here.place.kind == "discussion":
        return _formal(text, piece)
    last = sentences(text)[-1:] if text.endswith((":", ":-")) else []
    return _formal(last[0], piece) if last and last[0] != text and leads(last[0], own) else None


def _formal(text: str, piece: Piece) -> Lead:
    """A lead of prose: a formal one ("The Board resolved to:") marks what stands under it."""
    kind = verb(text)
    return Lead(text, kind not in ("other", "noted", "received"), piece.here.block.depth, verbless=kind == "other")


def under(lead: Lead, piece: Piece) -> str:
    """The text of a bullet, or of a paragraph that goes on with the lead, that is one decision; else ""."""
    text, block = piece.text.strip(), piece.here.block
    if NOTHING.fullmatch(text) or piece.within:
        return ""
    if block.kind == "bullet":
        own = POINT.sub("", text, count=1) if POINT.match(text) else text
        if block.depth < lead.depth or (lead.verbless and not BEGINS.match(own)):
            return ""
        return own
    if block.kind != "paragraph":
        return ""
    point = POINT.match(text)
    goes_on = point or BEGINS.match(text) or text.startswith(("That ", "that ", "to ", "THAT "))
    open_ended = lead.whole or not lead.text or lead.text.rstrip(" :-–").lower().endswith("that")
    if (goes_on and (point or lead.marked)) or (open_ended and verb(text) != "other"):
        return text[point.end() :] if point else text
    return ""


def deeper(lead: Lead, piece: Piece) -> Lead | None:
    """The lead for the next block: a bullet that ends openly leads what stands inside it."""
    block, text = piece.here.block, piece.text.strip()
    if block.kind == "bullet" and text.endswith(":"):
        return replace(lead, text=text, depth=block.depth, verbless=False)
    if block.kind == "bullet" or lead.whole or POINT.match(text) or BEGINS.match(text):
        return lead
    return None
