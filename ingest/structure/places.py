"""Where every block stands: which meeting, item and kind of text, and the headings above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.model import Block, Correction, Item, Meeting, PassageKind
from ingest.structure.corrected import with_presenters
from ingest.structure.meeting.items import listed, minuted
from ingest.structure.meeting.meetings import reading_of
from ingest.structure.papers.appendices import Appendix, appendices, owner
from ingest.structure.papers.sheet_labels import labels
from ingest.structure.people.attendance import attendance
from ingest.structure.place import ACTION, DECIDED, Place, Placed
from ingest.structure.record.actions import actions
from ingest.structure.record.decisions import decisions
from ingest.structure.record.declarations import declarations
from ingest.structure.registers.bound import Bound
from ingest.structure.registers.columns import is_heading
from ingest.structure.sections import Section

ASKED = re.compile(
    r"\b(?:board|committee|body|cabinet|council|meeting|panel|group|members|trustees|governors)\s+(?:is|are)\s+"
    r"(?:asked|invited|requested|recommended)\s+to\b",
    re.I,
)
PLAN = re.compile(r"\b(?:plan|strategy|strategic framework)\b", re.I)


def placed(
    blocks: Sequence[Block], found: Sequence[Section], title: str, corrections: Sequence[Correction] = ()
) -> tuple[list[Placed], list[Meeting]]:
    """Every block with its place, and the meetings that the sections tell of.

    title is the document's own, for documents that are no meeting's papers; corrections name presenters.
    """
    lists = {at: attendance(blocks[section.first : section.last]) for at, section in enumerate(found)}
    everyone = [person for people in lists.values() for person in people]
    agenda = next((section for section in found if section.kind == "agenda"), None)
    listed_in = appendices(blocks, found)
    out: list[Placed] = []
    meetings: list[Meeting] = []
    rows: list[tuple[int, Item]] = []
    for at, section in enumerate(found):
        people = lists[at]
        if section.kind == "minutes":
            read = minuted(blocks, section.first, section.last, people)
            items = with_presenters(read, section.origin, corrections)
            meeting = reading_of(section, agenda, [item for _, item in items], people, blocks[section.first].spans[0])
            meetings.append(meeting)
            bound = _bound_behind(blocks, section, meeting, meetings[0] if rows else None, [item for _, item in rows])
            spread = list(_minutes(blocks, section, items, meeting, bound))
            own = [here for here in spread if not bound.known.get(here.block.table)]
            meetings[-1] = replace(
                meeting,
                decisions=tuple(decisions(own, people)),
                actions=tuple(actions(own, people)),
                declarations=tuple(declarations(own, people)),
            )
            out += spread
        elif section.kind == "agenda":
            read = listed(blocks, section.first, section.last, everyone)
            rows = with_presenters(read, section.origin, corrections)
            meeting = reading_of(section, agenda, [item for _, item in rows], (), blocks[section.first].spans[0])
            meetings.append(meeting)
            out += _agenda(blocks, section, rows, meeting)
        else:
            out += _papers(blocks, section, agenda, [item for _, item in rows], title, listed_in)
    return out, meetings


def _bound_behind(
    blocks: Sequence[Block], section: Section, meeting: Meeting, pack: Meeting | None, agenda: Sequence[Item]
) -> Bound:
    """The logs and registers behind minutes: behind a pack's own body's they are for the meeting of the pack."""
    if pack and pack.body == meeting.body:
        return Bound(blocks, section.first, section.last, Place("agenda item", pack.body, pack.date), agenda)
    return Bound(blocks, section.first, section.last, Place("agenda item", meeting.body, meeting.date), sure=True)


def _minutes(
    blocks: Sequence[Block], section: Section, items: Sequence[tuple[int, Item]], meeting: Meeting, bound: Bound
) -> Iterator[Placed]:
    """Blocks under the items minuted."""
    starts = dict(items)
    place = Place("attendance", meeting.body, meeting.date)
    trail: list[Block] = []
    for index in range(section.first, section.last):
        block = blocks[index]
        if index in starts:
            item = starts[index]
            place = Place("discussion", meeting.body, meeting.date, item.number, item.title, item.presenters)
            trail = []
            yield Placed(block, place, head=True)
        elif block.kind == "heading" and not DECIDED.match(block.text) and not ACTION.match(block.text):
            trail = _trail(trail, block)
            yield Placed(block, replace(place, headings=_texts(trail)), head=True)
        elif block.kind == "row" and (known := bound.place(index)):
            yield Placed(block, replace(known, headings=known.headings or _texts(trail)), head=is_heading(block))
        else:
            yield Placed(block, replace(place, headings=_texts(trail), kind=_said(block, place.kind)))


def _said(block: Block, kind: PassageKind) -> PassageKind:
    if DECIDED.match(block.text):
        return "decision"
    if ACTION.match(block.text):
        return "action"
    return "table row" if block.kind == "row" and kind == "discussion" else kind


def _agenda(
    blocks: Sequence[Block], section: Section, rows: Sequence[tuple[int, Item]], meeting: Meeting
) -> Iterator[Placed]:
    """Agenda rows under their items; a register or an action log bound behind, under the item that it is for."""
    items = dict(rows)
    base = Place("agenda item", meeting.body, meeting.date)
    bound = Bound(blocks, section.first, section.last, base, [item for _, item in rows])
    for index in range(section.first, section.last):
        block = blocks[index]
        if index in items:
            item = items[index]
            yield Placed(block, replace(base, item=item.number, title=item.title, presenters=item.presenters))
        elif block.kind == "row":
            yield Placed(block, bound.place(index) or base, head=is_heading(block))
        else:
            yield Placed(block, base, head=block.kind == "heading")


def _papers(
    blocks: Sequence[Block],
    section: Section,
    agenda: Section | None,
    items: Sequence[Item],
    title: str,
    listed_in: Sequence[Appendix],
) -> Iterator[Placed]:
    """A paper under its agenda item. A document bound behind it whose title is another item's goes to that item."""
    meeting = agenda or section
    kind: PassageKind = "plan" if section.kind == "front" and PLAN.search(title) else "report"
    item = next((item for item in items if item.number == section.number), None)
    name = item.title if item else section.title
    day = meeting.day.day.isoformat() if meeting.day else ""
    base = Place(kind, meeting.body, day, section.number, name, item.presenters if item else ())
    if section.kind == "front" and not section.number:
        base = Place(kind, title=title if kind == "plan" else "")
    bound = Bound(blocks, section.first, section.last, base, title=section.title or title, sure=section.kind == "paper")
    trail: list[Block] = []
    for index in range(section.first, section.last):
        block = blocks[index]
        if block.kind == "row" and (known := bound.place(index)):
            yield Placed(block, replace(known, headings=known.headings or _texts(trail)), head=is_heading(block))
            continue
        if block.kind == "heading":
            if block.level == 1 and section.number:
                other = owner(block.text, section.number, items, listed_in)
                if other:
                    base = Place(kind, base.body, base.date, other.number, other.title, other.presenters)
            trail = _trail(trail, block)
            yield Placed(block, replace(base, headings=_texts(trail)), head=True)
            continue
        here = _told(block, kind, trail, section.kind == "front")
        yield Placed(block, replace(base, kind=here, headings=_texts(trail)))


def _told(block: Block, kind: PassageKind, trail: Sequence[Block], alone: bool) -> PassageKind:
    """What a block of a paper is: what the paper asks is a recommendation, however it is labelled."""
    if kind == "report" and (ASKED.search(block.text, 0, 200) or _under_recommendation(block, trail)):
        return "recommendation"
    if DECIDED.match(block.text) and alone:
        return "decision"
    return "table row" if block.kind == "row" else kind


def _under_recommendation(block: Block, trail: Sequence[Block]) -> bool:
    if block.kind == "row":
        return bool(block.cells) and "recommendation" in labels(block.cells[0][1])
    return bool(trail) and bool(re.search(r"\brecommend", trail[-1].text, re.I))


def _trail(trail: Sequence[Block], heading: Block) -> list[Block]:
    return [*(above for above in trail if above.level < heading.level), heading]


def _texts(trail: Sequence[Block]) -> tuple[str, ...]:
    return tuple(heading.text for heading in trail[-3:])
