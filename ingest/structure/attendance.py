"""Who sat, who was in attendance and who sent apologies, as the lists of minutes print it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.model import Attendance, Block, Standing
from ingest.structure.people import TITLES

_LISTED = re.compile(
    rf"^(?P<name>(?:{TITLES}\s+)?[A-Z][^\s(,]*(?:\s+[A-Z(][^\s,(]*|\s+(?:de|van|von|der|la|le|of)\b){{0,4}}?)[\s,]*"
    r"\((?P<initials>[A-Z][A-Za-z]{1,5})\)\s*[,:;–-]?\s*(?P<role>.*)$",
)
_HEADS: tuple[tuple[str, Standing], ...] = (
    ("apolog", "apologies"),
    ("absent", "apologies"),
    ("in attendance", "attendee"),
    ("other attend", "attendee"),
    ("also present", "attendee"),
    ("observer", "attendee"),
    ("member", "member"),
    ("present", "member"),
    ("attend", "member"),
)


def standing(heading: str) -> Standing | None:
    """What a heading of an attendance list says of those under it; None where it is no such heading."""
    low = heading.lower()
    if len(low.split()) > 6:
        return None
    return next((status for mark, status in _HEADS if mark in low), None)


def attendance(blocks: Sequence[Block]) -> list[Attendance]:
    """The people on the lists among these blocks (those between a meeting's title and its first item)."""
    out: list[Attendance] = []
    status: Standing = "member"
    for block in blocks:
        if block.kind != "bullet":
            status = standing(block.text) or status
        if block.kind == "heading" and standing(block.text):
            continue
        for line in [block.text] if block.kind != "row" else [" ".join(text for _, text in block.cells)]:
            found = _LISTED.match(line)
            if found:
                role = found["role"].strip(" .")
                out.append(Attendance(found["name"].strip(" ,"), found["initials"], role, status, block.spans[0]))
    return out
