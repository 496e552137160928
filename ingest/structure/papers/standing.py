"""Where papers stand among a document's blocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.model import Block, Paper
from ingest.structure.place import Placed

Sheets = Mapping[int, Sequence[Paper]]  # papers by the page that their titles stand on
LOOK_BACK = 16  # rows or headings of a sheet that may stand before the one it is known by


def by_page(papers: Sequence[Paper]) -> Sheets:
    """The papers of a document by the pages that their titles stand on."""
    out: dict[int, list[Paper]] = {}
    for paper in papers:
        out.setdefault(paper.span.page, []).append(paper)
    return out


def titled(block: Block, sheets: Sheets) -> Paper | None:
    """The paper whose title begins within a block."""
    spans = [(paper, span) for span in block.spans for paper in sheets.get(span.page, ())]
    return next((paper for paper, span in spans if span.start <= paper.span.start < span.end), None)


def belonging(spread: Sequence[Placed], papers: Sequence[Paper]) -> list[Placed]:
    """Every block of a paper that stands alone under the meeting and the item that its cover sheet names."""
    sheets = by_page([paper for paper in papers if paper.body or paper.date])
    starts = [(at, paper) for at, here in enumerate(spread) if (paper := titled(here.block, sheets))]
    out = list(spread)
    for number, (start, paper) in enumerate(starts):
        end = opening(spread, starts[number + 1][0]) if number + 1 < len(starts) else len(spread)
        for at in range(opening(spread, start), end):
            place = spread[at].place
            if not place.body:
                told = replace(place, body=paper.body, date=paper.date, item=paper.number, title=paper.title)
                out[at] = replace(spread[at], place=told)
    return out


def opening(spread: Sequence[Placed], index: int) -> int:
    """Where a cover sheet begins of which the block at index is a part: at its table's first row or its headings."""
    start = index
    while start > 0 and index - start < LOOK_BACK:
        block, here = spread[start - 1].block, spread[start].block
        if block.spans[-1].page != here.spans[0].page:
            break
        row = block.kind == "row" and block.table == here.table
        if not row and block.kind != "heading" and not (block.bold and block.kind == "paragraph"):
            break
        start -= 1
    return start
