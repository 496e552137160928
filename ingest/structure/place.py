"""A block's place in a pack, and the labels that say what a block of minutes is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.model import Block, PassageKind

DECIDED = re.compile(r"^\W*(?:resolved|resolutions?|outcomes?|decisions?|decided|agreed)\b\W{0,3}[:–-]", re.I)
ACTION = re.compile(r"^\W*actions?\b(?:\s+(?:no\.?\s*)?\d+)?\s*[:–-]\s*\S", re.I)


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
