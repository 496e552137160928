"""A pack's sections: agenda, minutes, papers with cover sheets, and what stands before or between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ingest.model import Block
from ingest.structure.attendance import standing
from ingest.structure.bodies import body, part
from ingest.structure.dates import Printed, dates

Kind = Literal["front", "agenda", "minutes", "paper"]
NUMBERED = re.compile(r"^\d{1,2}(?:\.\d{1,2})*[.)]?\s")
COVER = re.compile(
    r"^agenda\s+(?:item|number|no)\b[\s.:]*(?:number|no\b)?[\s.:]*(?P<number>[A-Z0-9][\w./-]{0,15}?)\.?$", re.I
)
LABELLED = re.compile(r"^[\w ]{3,20}:\s+\S")  # "Outcome: the minutes of ..." speaks of minutes and is no title
AHEAD = 8  # blocks after a title in which its date stands
LIST_AHEAD = 45  # blocks after a title in which a list of those present begins


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks first:last of one kind.

    body and day say which meeting it records or was made for ("" and None where unknown); number is a paper's agenda
    number, title the printed title.
    """

    kind: Kind
    first: int
    last: int
    title: str = ""
    body: str = ""
    day: Printed | None = None
    part: str = ""
    number: str = ""


def sections(blocks: Sequence[Block]) -> list[Section]:
    """Sections in page order; together they hold every block once."""
    starts: list[Section] = []
    for index, _block in enumerate(blocks):
        found = _minutes(blocks, index) or _agenda(blocks, index, starts) or _paper(blocks, index)
        if found and (not starts or found.first > starts[-1].first):
            starts.append(found)
    if not starts and (whole := _whole(blocks)):
        starts.append(whole)
    if not starts or starts[0].first > 0:
        starts.insert(0, Section("front", 0, 0))
    ends = [section.first for section in starts[1:]] + [len(blocks)]
    return [
        Section(found.kind, found.first, end, found.title, found.body, found.day, found.part, found.number)
        for found, end in zip(starts, ends, strict=True)
    ]


def _whole(blocks: Sequence[Block]) -> Section | None:
    """A document that is one set of minutes and says so only somewhere in its first lines."""
    opening = [block for block in blocks[:AHEAD] if len(block.text) < 200]
    if not any(re.search(r"\bminutes\b", block.text, re.I) for block in opening):
        return None
    name = next((name for block in opening if (name := body(block.text))), "")
    day = _day(blocks[:LIST_AHEAD])
    return Section("minutes", 0, 0, opening[0].text, name, day, part(opening[0].text)) if name and day else None


def _stands_out(block: Block) -> bool:
    return block.kind == "heading" or (block.kind == "paragraph" and block.bold)


def _day(blocks: Sequence[Block]) -> Printed | None:
    return next((found for block in blocks if block.kind != "row" for found in dates(block.text)), None)


def _minutes(blocks: Sequence[Block], index: int) -> Section | None:
    """A heading that says minutes and names a body, with a date and a list of those present close behind it."""
    block = blocks[index]
    if not (_stands_out(block) or index < 3) or NUMBERED.match(block.text) or len(block.text) > 200:
        return None
    title = block.text
    if not re.search(r"\b(?:minutes|notes)\b", title, re.I) or LABELLED.match(title):
        return None
    name = body(title) or next(
        (name for near in blocks[max(0, index - 3) : index + 4] if (name := body(near.text))), ""
    )
    day = _day(blocks[index : index + AHEAD])
    present = any(
        standing(near.text)
        for near in blocks[index + 1 : index + LIST_AHEAD]
        if _stands_out(near) or len(near.text) < 40
    )
    if not name or not day or not present:
        return None
    return Section("minutes", index, 0, title, name, day, part(title))


def _agenda(blocks: Sequence[Block], index: int, starts: Sequence[Section]) -> Section | None:
    """A short heading that says agenda, with a table under it whose headings name items and who leads them."""
    block = blocks[index]
    words = block.text.split()
    if (
        not _stands_out(block)
        or not re.search(r"\bagenda\b", block.text, re.I)
        or len(words) > 8
        or COVER.match(block.text)
    ):
        return None
    table = [near for near in blocks[index + 1 : index + 12] if near.kind == "row"]
    if not table or not any(agenda_columns(near.text.split("\t")) for near in table[:3]):
        return None
    floor = max([section.first + 1 for section in starts if section.kind != "front"] or [0])
    before = range(max(floor, index - AHEAD), index + 1)
    name_at = next((at for at in before if body(blocks[at].text)), index)
    day = _day(blocks[name_at : index + AHEAD])
    title = blocks[name_at].text
    return Section("agenda", name_at, 0, title, body(title), day, part(block.text) or part(title))


def agenda_columns(heads: Sequence[str]) -> dict[str, int]:
    """Which columns of an agenda table hold number, title and lead; empty where it is no agenda table.

    >>> agenda_columns(["No", "Time", "Title", "Action", "Papers", "Lead / Presenter", "Page No"])
    {'number': 0, 'title': 2, 'lead': 5}
    """
    forms = {
        "number": r"^(?:no|item|item no|number|ref|reference|agenda (?:no|item|number))\b\.?$",
        "title": r"^(?:title|item|subject|topic|agenda item|business|item title|description)\b",
        "lead": r"\b(?:lead|presenter|presented by|presenting|speaker|led by|who)\b",
    }
    found: dict[str, int] = {}
    for name, form in forms.items():
        at = next(
            (at for at, head in enumerate(heads) if re.search(form, head.strip(), re.I) and at not in found.values()),
            None,
        )
        if at is not None:
            found[name] = at
    return found if {"title", "lead"} <= found.keys() else {}


def _paper(blocks: Sequence[Block], index: int) -> Section | None:
    """A cover sheet: a line or a table row that gives the paper's agenda number; the title stands after it."""
    block = blocks[index]
    text = block.text
    if block.kind == "row" and len(block.cells) >= 2:
        text = " ".join(text for _, text in block.cells[:2])
    elif not (_stands_out(block) or len(text) < 40):
        return None
    found = COVER.match(text.strip())
    if not found or not re.search(r"\d", found["number"]):
        return None
    first = index
    while first > 0 and index - first < 2 and _stands_out(blocks[first - 1]) and dates(blocks[first - 1].text):
        first -= 1
    title = next((near.text for near in blocks[index + 1 : index + 4] if _stands_out(near)), "")
    day = _day(blocks[first : index + 1])
    return Section("paper", first, 0, title, body(blocks[first].text), day, "", found["number"])
