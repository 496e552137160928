"""A pack's sections: agenda, minutes, papers with cover sheets, and what stands before or between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ingest.model import Block
from ingest.structure.agenda_rows import agenda_columns as agenda_columns
from ingest.structure.agenda_rows import rows
from ingest.structure.attendance import attendance, roster_end, standing
from ingest.structure.bodies import body, body_among, part
from ingest.structure.dates import Printed, dates, yearless
from ingest.structure.headings import heads
from ingest.structure.opening import AHEAD, day_of, place_of, quorum_of, state_of

Kind = Literal["front", "agenda", "minutes", "paper"]
NUMBERED = re.compile(r"^\d{1,2}(?:\.\d{1,2})*[.)]?\s")
COVER = re.compile(
    r"^agenda\s+(?:item|number|no)\b[\s.:]*(?:number|no\b)?[\s.:]*(?P<number>[A-Z0-9][\w./-]{0,15}?)\.?$", re.I
)
LABELLED = re.compile(r"^(?!minutes|notes)[\w ]{3,20}:\s+\S", re.I)  # "Outcome: the minutes of ..."
MINUTES = re.compile(r"\b(?:minutes?|notes|record of|summary of (?:the )?(?:meeting|discussion))\b", re.I)
MEETING = re.compile(r"\bmeeting\b", re.I)
NO_MINUTES = re.compile(
    r"\b(?:terms of reference|action log|guidance|template|how to|constitution|standing orders|policy|"
    r"annual report)\b",
    re.I,
)
NEXT = re.compile(r"\b(?:next|future|forthcoming)\b.{0,25}\bmeeting", re.I)  # the date beside it is another's
YEAR = 2000  # any year with a 29 February: whether a title prints a date at all
LIST_AHEAD = 45  # blocks after a title in which a list of those present begins
OPENING = 40  # blocks in which a document that is one set of minutes names its meeting
TOLD = 12  # words that minutes hold under each of their items, on the whole


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks first:last of one kind.

    body and day say which meeting it records or was made for ("" and None where unknown); number is a paper's agenda
    number, title the printed title; place, quorum and state are what minutes say of their meeting.
    """

    kind: Kind
    first: int
    last: int
    title: str = ""
    body: str = ""
    day: Printed | None = None
    part: str = ""
    number: str = ""
    place: str = ""
    quorum: str = ""
    state: Literal["draft", "confirmed", ""] = ""


def sections(blocks: Sequence[Block], names: Sequence[str] = ()) -> list[Section]:
    """Sections in page order; together they hold every block once.

    names are the document's title and its file's name, which may give the date or body that minutes on their own
    leave out.
    """
    name = " | ".join(filter(None, names))
    starts: list[Section] = []
    for index, _block in enumerate(blocks):
        found = _minutes(blocks, index, name) or _agenda(blocks, index, starts) or _paper(blocks, index)
        if found and (not starts or found.first > starts[-1].first):
            starts.append(found)
    if all(found.kind == "agenda" for found in starts) and len(starts) < 2 and (whole := _whole(blocks, name, starts)):
        starts = [whole]
    if not starts or starts[0].first > 0:
        starts.insert(0, Section("front", 0, 0))
    ends = [section.first for section in starts[1:]] + [len(blocks)]
    return [_told(blocks, replace(found, last=end)) for found, end in zip(starts, ends, strict=True)]


def _told(blocks: Sequence[Block], section: Section) -> Section:
    """A section of minutes with what its first lines say of the meeting."""
    if section.kind != "minutes":
        return section
    own = blocks[section.first : section.last]
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


def _whole(blocks: Sequence[Block], name: str, agenda: Sequence[Section]) -> Section | None:
    """A document that is one set of minutes and says so only somewhere in its first lines, or in its name.

    Minutes without a title are known by their date, the people who were there and what was said under their items; an
    agenda that holds all of these is the minutes too.
    """
    opening = [block for block in blocks[:OPENING] if len(block.text) < 200]
    plain = [block.text for block in opening[: AHEAD * 2] if not NUMBERED.match(block.text)]
    titles = plain + [_worded(part) for part in name.split(" | ")]
    if not opening or any(NO_MINUTES.search(title) for title in [*titles[:2], name]):
        return None
    end = roster_end(blocks)
    people = attendance(blocks)
    day = day_of(blocks[: max(AHEAD, end, _front(blocks) + AHEAD)], name, blocks[: OPENING * 3])
    body_name = next((found for title in titles if (found := _field(title))), "")
    body_name = body_name or body_among(sorted(titles, key=lambda title: not MINUTES.search(title)))
    said = any(MINUTES.search(title) for title in titles)
    items = heads(blocks, 0, len(blocks))
    words = sum(len(block.text.split()) for block in blocks[items[0][0] :]) if items else 0
    told = len(items) > 1 and words > TOLD * len(items)
    away = any(person.status == "apologies" for person in people)
    met = len(people) > 1 and told and (said or away or any(MEETING.search(title) for title in titles))
    if agenda and not (met and away and _held(blocks, items)):
        return None
    if not (met or (said and body_name and day and not agenda)) or not (day or body_name):
        return None
    title = next((title for title in titles if MINUTES.search(title)), titles[0])
    return Section("minutes", 0, 0, title, body_name or _plain(titles), day, part(title))


def _worded(name: str) -> str:
    """A file's name in words: without its ending, its strokes and its figures."""
    if not re.fullmatch(r"[\w().-]+\.\w{2,5}", name):
        return name
    return re.sub(r"[\d_.()-]+", " ", name.rpartition(".")[0]).strip().title()


def _held(blocks: Sequence[Block], found: Sequence[tuple[int, str, str]]) -> bool:
    """Whether what an agenda lists is told further on: as many headings with text under them as it has rows."""
    listed = rows(blocks, 0, len(blocks))
    return bool(listed) and bool(found) and found[0][0] > listed[-1].at and len(found) >= 0.6 * len(listed)


def _front(blocks: Sequence[Block]) -> int:
    """How many blocks of front matter a document begins with."""
    last = -1
    for at, block in enumerate(blocks[: 2 * OPENING]):
        if re.match(r"[a-z][\w-]{0,24}:(?:\s|$)", block.text):
            last = at
        elif at - last > 15 or block.kind == "heading":
            break
    return last + 1


def _field(line: str) -> str:
    """The body that a field names: "body: Directors", "Committee: Audit"."""
    found = re.match(
        r"^(?:body|committee|board|group|panel|meeting of|name of (?:the )?(?:body|committee|"
        r"group))\s*:\s*(?P<name>\S.{2,80})$",
        line,
        re.I,
    )
    return found["name"].strip(" .*_") if found and not dates(found["name"]) else ""


def _plain(titles: Sequence[str]) -> str:
    """A title without its date and the words of meetings, for a body whose name holds no usual word."""
    for title in titles:
        if not (MINUTES.search(title) or MEETING.search(title)) or (
            re.match(r"[a-z-]+:\s", title) is None and len(title) > 120
        ):
            continue
        text = re.sub(r"^[a-z-]+:\s+", "", title)
        for found in reversed(dates(text)):
            text = text[: found.start]
        text = re.sub(
            r"\b(?:draft|confirmed|minutes?|notes?|record|of|the|held|on|a|at|meeting notes)\b|[:–|()-]",
            " ",
            text,
            flags=re.I,
        )
        if words := text.split():
            return " ".join(words[:8])
    return ""


def _stands_out(block: Block) -> bool:
    return block.kind == "heading" or (block.kind == "paragraph" and block.bold)


def _day(blocks: Sequence[Block]) -> Printed | None:
    lines = [block.text for block in blocks if block.kind != "row" and not NEXT.search(block.text[:200])]
    return next((found for line in lines for found in dates(line)), None)


def _minutes(blocks: Sequence[Block], index: int, name: str) -> Section | None:
    """A heading that says minutes and names a body, with a date and a list of those present close behind it."""
    block = blocks[index]
    if not (_stands_out(block) or index < 3) or NUMBERED.match(block.text) or len(block.text) > 200:
        return None
    title = block.text
    if not re.search(r"\b(?:minutes|notes)\b", title, re.I) or LABELLED.match(title):
        return None
    near = [block.text for block in blocks[max(0, index - 3) : index + 4] if len(block.text) < 200]
    body_name = body(title) or body_among(near)
    first = 0 if index < AHEAD else index  # a document's own title may have its body and date above it
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
