"""What stands where in a document: its sections with their pages, meetings and items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.facts import SectionKind
from ingest.model import Block, Paper, PassageKind, Section
from ingest.structure.papers.standing import Sheets, by_page, opening, titled
from ingest.structure.place import Place, Placed
from ingest.structure.places import PLAN
from ingest.structure.registers.interests import TITLE as REGISTER
from ingest.structure.registers.log_columns import TITLE as LOG
from ingest.structure.sections import Section as Stretch

APPENDIX = re.compile(
    r"^\W*(?:appendix|appendices|annex|annexe|enclosure|attachment|schedule)\b(?:\s+[A-Z0-9]{1,3}\b)?", re.I
)
LISTED = re.compile(r"^\W*(?:list of )?(?:appendices|annexes|enclosures|attachments)\W*$", re.I)
CONTENTS = re.compile(r"^\W*(?:table of )?contents(?: page)?\W*$", re.I)
ENTRY = re.compile(r"[.\s\t]\d{1,3}$")
OF_ROWS: dict[PassageKind, SectionKind] = {"interest": "interests", "action": "action log"}
SHEET_BLOCKS = 30  # blocks of a cover sheet among which the paper's title stands
LOOK_BACK = 3  # headings over a table that belong to it


@dataclass(frozen=True, slots=True)
class _Start:
    at: int
    kind: SectionKind
    title: str
    place: Place


def contents(spread: Sequence[Placed], found: Sequence[Stretch], papers: Sequence[Paper], title: str) -> list[Section]:
    """The sections of a document in page order; together they hold every block once.

    papers are those read from cover sheets, title is the document's own.
    """
    starts: list[_Start] = []
    sheets = by_page(papers)
    alone = len(found) == 1 and found[0].kind == "front"
    for stretch in found:
        for start in _starts(spread, stretch, sheets, title, alone):
            while starts and start.at <= starts[-1].at:
                starts.pop()
            starts.append(start)
    ends = [start.at for start in starts[1:]] + [len(spread)]
    return [_section(spread, start, end) for start, end in zip(starts, ends, strict=True) if end > start.at]


def _section(spread: Sequence[Placed], start: _Start, end: int) -> Section:
    first, last = spread[start.at].block, spread[end - 1].block
    place = start.place
    number = place.item if start.kind not in ("minutes", "agenda", "front", "contents") else ""
    pages = (first.spans[0].page, last.spans[-1].page)
    return Section(start.kind, start.title, place.body, place.date, number, *pages, first.spans[0])


def _starts(spread: Sequence[Placed], stretch: Stretch, sheets: Sheets, title: str, alone: bool) -> Iterator[_Start]:
    """Where sections begin within a stretch: its own beginning, the tables bound in it, papers and appendices."""
    first = spread[stretch.first]
    own = _own(spread, stretch, sheets, title, alone)
    kind, item = own.kind, first.place.item
    before = own  # what goes on behind a table or a list of contents
    yield own
    for at in range(stretch.first, stretch.last):
        here = spread[at]
        block, place = here.block, here.place
        bound = OF_ROWS.get(place.kind) if block.kind == "row" and place.kind != first.place.kind else None
        if bound:
            if kind != bound:
                start, head = _headed(spread, at, stretch.first)
                kind = bound
                yield _Start(start, bound, head or place.title, place)
            continue
        in_table = kind in OF_ROWS.values() and own.kind != kind
        if in_table and block.kind != "row" and not _amid(spread, at, stretch.last):
            kind = own.kind
            yield replace(own, at=at, place=place)
        sheet = titled(block, sheets) if stretch.kind != "paper" else None
        if sheet and before.title != sheet.title:
            kind = "paper"
            asked = Place("report", sheet.body, sheet.date, sheet.number, sheet.title)
            before = _Start(max(opening(spread, at), stretch.first), kind, sheet.title, asked)
            yield before
        elif kind == "contents" and not _entry(block):
            kind = before.kind
            yield replace(before, at=at)
        elif block.kind == "heading" and CONTENTS.match(block.text) and at > stretch.first:
            kind = "contents"
            yield _Start(at, "contents", block.text, place)
        elif stretch.kind == "paper" and block.kind == "heading" and _appended(spread, at, place.item != item):
            kind, item = "appendix", place.item
            before = _Start(at, "appendix", block.text, place)
            yield before


def _own(spread: Sequence[Placed], stretch: Stretch, sheets: Sheets, title: str, alone: bool) -> _Start:
    """The section that a stretch begins with."""
    place = spread[stretch.first].place
    if stretch.kind == "paper":
        first = opening(spread, stretch.first)
        near = spread[first : min(stretch.last, first + SHEET_BLOCKS)]
        sheet = next((sheet for here in near if (sheet := titled(here.block, sheets))), None)
        title, known = (sheet.title, replace(place, body=sheet.body, date=sheet.date)) if sheet else ("", place)
        return _Start(first, "paper", title or stretch.title, known)
    if stretch.kind != "front":
        return _Start(stretch.first, stretch.kind, stretch.title, place)
    if not alone:
        return _Start(stretch.first, "front", _first_heading(spread, stretch), place)
    kinds = [here.place.kind for here in spread[stretch.first : stretch.last] if here.block.kind == "row"]
    for rows, kind in OF_ROWS.items():
        if kinds.count(rows) * 2 > len(kinds):
            bound = next(here.place for here in spread if here.block.kind == "row" and here.place.kind == rows)
            return _Start(stretch.first, kind, _first_heading(spread, stretch) or title, bound)
    if LOG.search(title) and kinds:
        return _Start(stretch.first, "action log", title, place)
    return _Start(stretch.first, "plan" if PLAN.search(title) else "report", title, place)


def _first_heading(spread: Sequence[Placed], stretch: Stretch) -> str:
    near = (here.block for here in spread[stretch.first : min(stretch.last, stretch.first + 8)])
    return next((block.text for block in near if block.kind == "heading" or _is_title(block)), "")


def _is_title(block: Block) -> bool:
    """Whether a line that is printed like any other says that a log or a register follows."""
    return (
        block.kind == "paragraph"
        and len(block.text) < 120
        and bool(LOG.search(block.text) or REGISTER.search(block.text))
    )


def _headed(spread: Sequence[Placed], at: int, first: int) -> tuple[int, str]:
    """Where a table's own headings begin, and the first of them."""
    start = at
    while start > first and at - start < LOOK_BACK and _heads(spread[start - 1].block, spread[at].block):
        start -= 1
    return start, spread[start].block.text if start < at else ""


def _heads(block: Block, table: Block) -> bool:
    same_page = block.spans[-1].page == table.spans[0].page
    short = block.kind == "paragraph" and len(block.text) < 120 and not block.text.endswith((".", ";", ","))
    return same_page and (block.kind == "heading" or short)


def _amid(spread: Sequence[Placed], at: int, last: int) -> bool:
    """Whether rows of the same kind of table go on a few blocks further: what stands between is a note or a title."""
    return any(here.block.kind == "row" and here.place.kind in OF_ROWS for here in spread[at : min(at + 6, last)])


def _entry(block: Block) -> bool:
    return bool(ENTRY.search(block.text)) or block.kind in ("row", "bullet")


def _appended(spread: Sequence[Placed], at: int, elsewhere: bool) -> bool:
    """Whether a heading opens something appended to a paper: it says so, is another item's, or is a document's title.

    A list of appendices says so too, but a table, a list or a paragraph without a page's end follows it directly.
    """
    block = spread[at].block
    if elsewhere:
        return True
    paged = spread[-1].block.spans[-1].page > 1
    top = at == 0 or not paged or spread[at - 1].block.spans[-1].page < block.spans[0].page
    if APPENDIX.match(block.text) and not LISTED.match(block.text):
        return top or block.level <= 2
    if not top or block.level > 1:
        return False
    near = spread[at + 1 : at + 5]
    return any(here.block.kind == "heading" and CONTENTS.match(here.block.text) for here in near)
