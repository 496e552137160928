"""Where every block stands: which meeting, item and kind of text, and the headings above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.model import Block, Item, Meeting, PassageKind
from ingest.structure.actions import actions
from ingest.structure.attendance import attendance
from ingest.structure.decisions import decisions
from ingest.structure.items import listed, minuted
from ingest.structure.meetings import reading_of
from ingest.structure.place import ACTION, DECIDED, Place, Placed
from ingest.structure.sections import Section

# Tables bound into a pack: words of their headings, words of the agenda item that is theirs, kind of their rows.
BOUND: tuple[tuple[tuple[str, ...], str, PassageKind], ...] = (
    (("interest", "nature"), "interest", "interest"),
    (("action", "lead", "status"), "action log", "action"),
    (("action", "owner"), "action log", "action"),
)
PLAN = re.compile(r"\b(?:plan|strategy|strategic framework)\b", re.I)


def placed(blocks: Sequence[Block], found: Sequence[Section], title: str) -> tuple[list[Placed], list[Meeting]]:
    """Every block with its place, and the meetings that the sections tell of.

    title is the document's own, for documents that are no meeting's papers.
    """
    lists = {at: attendance(blocks[section.first : section.last]) for at, section in enumerate(found)}
    everyone = [person for people in lists.values() for person in people]
    agenda = next((section for section in found if section.kind == "agenda"), None)
    out: list[Placed] = []
    meetings: list[Meeting] = []
    rows: list[tuple[int, Item]] = []
    for at, section in enumerate(found):
        people = lists[at]
        if section.kind == "minutes":
            items = minuted(blocks, section.first, section.last, people)
            meeting = reading_of(section, agenda, [item for _, item in items], people, blocks[section.first].spans[0])
            meetings.append(meeting)
            ours = Place("agenda item", meetings[0].body, meetings[0].date) if rows and meetings else None
            bound = ours if ours and ours.body == meeting.body else None
            spread = list(_minutes(blocks, section, items, meeting, bound, [item for _, item in rows]))
            meetings[-1] = replace(meeting, decisions=tuple(decisions(spread)), actions=tuple(actions(spread, people)))
            out += spread
        elif section.kind == "agenda":
            rows = listed(blocks, section.first, section.last, everyone)
            meeting = reading_of(section, agenda, [item for _, item in rows], (), blocks[section.first].spans[0])
            meetings.append(meeting)
            out += _agenda(blocks, section, rows, meeting)
        else:
            out += _papers(blocks, section, agenda, [item for _, item in rows], title)
    return out, meetings


def _minutes(
    blocks: Sequence[Block],
    section: Section,
    items: Sequence[tuple[int, Item]],
    meeting: Meeting,
    pack: Place | None,
    agenda: Sequence[Item],
) -> Iterator[Placed]:
    """Blocks under the items minuted; an action log bound behind the body's own minutes is for the pack's meeting."""
    logs: dict[int, Place] = {}
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
        elif block.kind == "row" and pack and _of_log(block, logs, pack, agenda):
            yield Placed(block, logs[block.table], head=_is_heading_row(block))
        else:
            yield Placed(block, replace(place, headings=_texts(trail), kind=_said(block, place.kind)))


def _of_log(block: Block, logs: dict[int, Place], pack: Place, agenda: Sequence[Item]) -> bool:
    """Whether a row belongs to a table that its headings show to be a log or a register; remembers its place."""
    if block.table not in logs:
        place = _table_place(block, agenda, pack)
        if place.kind == pack.kind:
            return False
        logs[block.table] = place
    return True


def _is_heading_row(block: Block) -> bool:
    return all(not head for head, _ in block.cells) and (block.bold or len(block.cells) > 3)


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
    heads: dict[int, Place] = {}
    for index in range(section.first, section.last):
        block = blocks[index]
        if index in items:
            item = items[index]
            yield Placed(block, replace(base, item=item.number, title=item.title, presenters=item.presenters))
        elif block.kind == "row":
            if block.table not in heads:
                heads[block.table] = _table_place(block, [item for _, item in rows], base)
            yield Placed(block, heads[block.table], head=_is_heading_row(block))
        else:
            yield Placed(block, base, head=block.kind == "heading")


def _table_place(block: Block, items: Sequence[Item], base: Place) -> Place:
    heads = " ".join([*(head for head, _ in block.cells), block.text]).lower()
    for marks, wanted, kind in BOUND:
        if all(mark in heads for mark in marks):
            item = next((item for item in items if wanted in item.title.lower()), None)
            known = Place(kind, base.body, base.date)
            return replace(known, item=item.number, title=item.title, presenters=item.presenters) if item else known
    return base


def _papers(
    blocks: Sequence[Block], section: Section, agenda: Section | None, items: Sequence[Item], title: str
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
    trail: list[Block] = []
    for block in blocks[section.first : section.last]:
        if block.kind == "heading":
            if block.level == 1 and section.number:
                other = _titled(block.text, items)
                if other:
                    base = Place(kind, base.body, base.date, other.number, other.title, other.presenters)
            trail = _trail(trail, block)
            yield Placed(block, replace(base, headings=_texts(trail)), head=True)
            continue
        here: PassageKind = "table row" if block.kind == "row" else kind
        if kind == "report" and trail and re.search(r"\brecommend", trail[-1].text, re.I) and block.kind != "row":
            here = "recommendation"
        if DECIDED.match(block.text) and section.kind == "front":
            here = "decision"
        yield Placed(block, replace(base, kind=here, headings=_texts(trail)))


def _titled(heading: str, items: Sequence[Item]) -> Item | None:
    """The one item whose title's words are all in the heading, or hold all of the heading's (figures aside)."""

    def words(text: str) -> set[str]:
        return {word for word in re.findall(r"[a-z]{3,}", text.lower()) if word not in ("the", "and", "for", "report")}

    wanted = words(heading)
    fits = [item for item in items if len(words(item.title)) >= 2 and len(wanted) >= 2]
    fits = [item for item in fits if words(item.title) <= wanted or wanted <= words(item.title)]
    return fits[0] if len(fits) == 1 else None


def _trail(trail: Sequence[Block], heading: Block) -> list[Block]:
    return [*(above for above in trail if above.level < heading.level), heading]


def _texts(trail: Sequence[Block]) -> tuple[str, ...]:
    return tuple(heading.text for heading in trail[-3:])
