"""A block's place in a pack, and the labels that say what a block of minutes is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.model import Block, PassageKind

_NUMBER = r"(?:\s+(?:[Nn]o\.?\s*|[Rr]ef\.?:?\s*)?(?=[\w./-]{0,19}\d)[\w./-]{1,20}(?:\([a-z\d]{1,3}\))?)?"
_DASH = r"\s{0,2}(?:[:–—]|\s-|-\s)"
# "Resolved: ...", "Decision 2024/15 – ...", "Committee decision: ...", "RESOLVED that ...". A label begins with a
# capital letter: a line of prose may well begin with "agreed: ", and "Decision-making" is no label.
DECIDED = re.compile(
    r"^\W*(?:(?:[A-Z][a-z]+\s+)?[Dd]ecisions?|DECISIONS?|(?:Resol|RESOL)(?:ved|VED|utions?|UTIONS?)|Outcomes?|"
    r"OUTCOMES?|"
    rf"Decided|DECIDED|Agreed|AGREED){_NUMBER}(?:\(s\))?(?:\s*\([^)]{{1,60}}\)|\s+(?:[Uu]nanimously|UNANIMOUSLY|"
    rf"[Mm]ade|[Tt]aken|[Rr]eached|[Nn]em\.?\s[Cc]on\.?))?(?:{_DASH}|[*_]{{1,2}}[:–—])"
    r"|^\W*(?:(?:[Ii]t was|IT WAS)\s+)?(?:RESOLVED(?=[\s,]|$)|Resolved(?=\s+(?:unanimously\s+)?(?:that|to)\b))"
)
# "Action: ...", "ACTION 12/24 – ...", "Action (AB): ...", "Action AB: ...", "Outstanding action from 3 May: ..."
ACTION = re.compile(
    r"^\W*(?P<state>(?:Outstanding|OUTSTANDING|New|NEW|Agreed|AGREED|Further|FURTHER)\s+[Aa]|A)(?:ctions?|CTIONS?)"
    r"(?:\s+(?:[Pp]oints?|POINTS?|[Ii]tems?|ITEMS?|[Rr]equired|REQUIRED))?(?:\(s\))?"
    rf"(?P<number>{_NUMBER})(?:\s+from\s[^:]{{1,60}})?"
    r"(?P<who>\s*[(\[][^)\]]{1,60}[)\]]|\s+(?:[Ff]or|FOR|[Bb]y|BY|[Oo]n|ON)\s+[A-Z][^:.;]{1,40}|"
    r"\s+[A-Z]{2,4}(?:\s*[/&,]\s*[A-Z]{2,4}){0,4}|\s+[A-Z]\.?\s[A-Z][a-z'’-]+)?"
    rf"(?:{_DASH}\s*|(?<=[A-Z]{{2}})\s+(?=to\b))(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Place:
    """One block's place. item and title are "" outside items; headings run from the highest down."""

    kind: PassageKind
    body: str = ""
    date: str = ""
    item: str = ""
    title: str = ""
    presenters: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A block with its place; head says that the block is itself the heading of what follows."""

    block: Block
    place: Place
    head: bool = False


def in_one_item(one: Placed, other: Placed) -> bool:
    """Whether two blocks stand under the same item."""
    return (one.place.item, one.place.title) == (other.place.item, other.place.title)


def minuted(placed: Sequence[Placed]) -> list[Placed]:
    """The blocks as they are read for what was said; in minutes without one item, all of them."""
    if any(here.place.kind == "discussion" for here in placed):
        return list(placed)
    return [
        replace(here, place=replace(here.place, kind="discussion")) if here.place.kind == "attendance" else here
        for here in placed
    ]
