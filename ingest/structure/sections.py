"""A pack's sections: agenda, minutes, papers with cover sheets, and what stands before or between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Block
from ingest.structure.meeting.agenda_rows import agenda_columns as agenda_columns
from ingest.structure.meeting.agenda_rows import rows
from ingest.structure.meeting.bodies import body, body_among, part
from ingest.structure.meeting.dates import Printed, dates, yearless
from ingest.structure.meeting.opening import AHEAD, dated_around, day_of, place_of, quorum_of, state_of
from ingest.structure.people.attendance import roster_end, standing
from ingest.structure.section import Section as Section
from ingest.structure.sole import NUMBERED, OPENING, sole

COVER = re.compile(
    r"^agenda\s+(?:item|number|no)\b[\s.:]*(?:number|no\b)?[\s.:]*(?P<number>[A-Z0-9][\w./-]{0,15}?)\.?$", re.I
)
LABELLED = re.compile(r"^(?!minutes|notes)[\w ]{3,20}:\s+\S", re.I)  # "Outcome: the minutes of ..."
NEXT = re.compile(r"\b(?:next|future|forthcoming)\b.{0,25}\bmeeting", re.I)  # the date beside it is another's
YEAR = 2000  # any year with a 29 February: whether a title prints a date at all
LIST_AHEAD = 45  # blocks after a title in which a list of those present begins


def sections(blocks: Sequence[Block], names: Sequence[str] = ()) -> list[Section]:
    """Sections in page order; together they hold every block once.

    names are the document's title and its file's name, which may give the date or body that minutes on their own
    leave out.
    """
    name = " | ".join(filter(None, names))
    starts: list[Section] = []
    for index, _block in enumerate(blocks):
        found = _minutes(blocks, index, name, not starts) or _agenda(blocks, index, starts) or _paper(blocks, index)
        if found and (not starts or found.first > starts[-1].first):
            starts.append(found)
    if all(found.kind == "agenda" for found in starts) and len(starts) < 2 and (whole := sole(blocks, name, starts)):
        starts = [whole]
    if not starts or starts[0].first > 0:
        starts.insert(0, Section("front", 0, 0))
    ends = [section.first for section in starts[1:]] + [len(blocks)]
    alone = all(found.kind != "agenda" for found in starts)
    return [_told(blocks, replace(found, last=end), alone) for found, end in zip(starts, ends, strict=True)]


def _told(blocks: Sequence[Block], section: Section, alone: bool) -> Section:
    """A section of minutes with what its first lines say of the meeting; alone: no pack's date stands beside it.

    Of an agenda, they say where the meeting is to be.
    """
    if section.kind == "agenda":
        opening = blocks[section.first : min(section.last, section.first + AHEAD)]
        return replace(section, place=place_of([block for block in opening if block.kind != "row"]))
    if section.kind != "minutes":
        return section
    own = blocks[section.first : section.last]
    if alone and section.day and not section.day.note:
        section = replace(section, day=dated_around(section.day, own))
    head = own[: max(AHEAD, min(roster_end(own), LIST_AHEAD))]
    above = [block for block in blocks[max(0, section.first - 2) : section.first] if len(block.text) < 40]
    return replace(
        section,
        place=place_of(head),
        quorum=quorum_of(own[:OPENING]),
        state=state_of([*above, *own[:AHEAD]]),
        part=section.part
        or next((found for block in own[:AHEAD] if len(block.text) < 80 and (found := part(block.text))), ""),
    )


def _stands_out(block: Block) -> bool:
    return block.kind == "heading" or (block.kind == "paragraph" and block.bold)


def _day(blocks: Sequence[Block]) -> Printed | None:
    lines = [block.text for block in blocks if block.kind != "row" and not NEXT.search(block.text[:200])]
    return next((found for line in lines for found in dates(line)), None)


def _minutes(blocks: Sequence[Block], index: int, name: str, opens: bool) -> Section | None:
    """A heading that says minutes and names a body, with a date and a list of those present close behind it.

    opens says that no section stands before it.
    """
    block = blocks[index]
    if not (_stands_out(block) or index < 3) or NUMBERED.match(block.text) or len(block.text) > 200:
        return None
    title = block.text
    if not re.search(r"\b(?:minutes|notes)\b", title, re.I) or LABELLED.match(title):
        return None
    near = [block.text for block in blocks[max(0, index - 3) : index + 4] if len(block.text) < 200]
    above = [block.text for block in blocks[max(0, index - 3) : index] if len(block.text) < 200]
    own = body(title)
    body_name = (body_among([title, *above]) if own and " " not in own else own) or body_among(near)
    first = 0 if opens and index < AHEAD else index  # a document's own title may have its body and date above it
    day = _day(blocks[index : index + AHEAD]) or _day(blocks[first:index])
    if not day and yearless(title, (YEAR,)):
        day = day_of(blocks[index : index + AHEAD], name, blocks[: OPENING * 3])
    present = any(
        standing(line)
        for block in blocks[index + 1 : index + LIST_AHEAD]
        for line in (block.text.split("\t")[:3] if block.kind == "row" else [block.text.split(":")[0]])
        if _stands_out(block) or len(line) < 40
    )
    if not body_name or not day or not present:
        return None
    return Section("minutes", first, 0, title, body_name, day, part(title))


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
    last = starts[-1] if starts else None
    if last and last.kind == "agenda" and not rows(blocks, last.first, index):
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
