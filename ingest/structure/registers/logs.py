"""Action logs: tables of any layout whose rows are actions followed from meeting to meeting."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from ingest.model import Block, LogEntry, Meeting, Page
from ingest.structure.place import Placed
from ingest.structure.registers.columns import cell, named, stretches
from ingest.structure.registers.log_columns import FORMS, SECTION
from ingest.structure.registers.logged import Row, entry


def logs(spread: Sequence[Placed], meetings: Sequence[Meeting], pages: Sequence[Page]) -> list[LogEntry]:
    """The rows of every action log of a document, in order; none is left out."""
    out: list[LogEntry] = []
    rows = [here for here in spread if here.block.kind == "row" and here.place.kind == "action"]
    for _, group in groupby(rows, key=lambda here: here.block.table):
        out += _entries(list(group), meetings, pages)
    return out


def _entries(rows: Sequence[Placed], meetings: Sequence[Meeting], pages: Sequence[Page]) -> list[LogEntry]:
    found: list[Row] = []
    fields: dict[str, str] = {}
    section = ""
    for above, under in stretches(rows):
        names = named(above, under, FORMS)
        fields = names if "text" in names else fields
        if not fields:
            continue
        said = next((said for block in above if (said := SECTION.search(block.text))), None)
        section = said["word"] if said and "text" in names and said[0] in names["text"] else section
        section = _over(under) or section
        for here in under:
            block = here.block
            if len(block.cells) == 1 and len(fields) > 2 and (word := _section(block)):
                section = word
                continue
            row = Row(here, {name: cell(block, head) for name, head in fields.items()}, section)
            if found and _goes_on(row, found[-1], fields):
                found[-1] = found[-1].joined(row)
            elif row.cells["text"] or len(block.cells) > 1:
                found.append(row.after(found[-1] if found else None))
    short = "status" not in fields and _brief([row.cells.get("update", "") for row in found])
    return [entry(row, meetings, pages, short) for row in found]


def _over(rows: Sequence[Placed]) -> str:
    """The word of the heading over a table that parts the open from the closed actions; "" where it does not."""
    heading = rows[0].place.headings[-1:] if rows else ()
    said = SECTION.search(heading[0]) if heading and len(heading[0].split()) <= 6 else None
    return said["word"] if said else ""


def _section(block: Block) -> str:
    """The word of a row that heads the open or the closed actions, or "" where it is no such row."""
    text = block.cells[0][1]
    said = SECTION.search(text)
    if len(text.split()) > 6 or not (said or block.bold):
        return ""
    return said["word"] if said else "-"


def _goes_on(row: Row, last: Row, fields: dict[str, str]) -> bool:
    """Whether a row is more of the one before it: nothing of its own says which action it is.

    A row at the top of a page without number, date, owner, deadline and status is the rest of the last row of the page
    before; a row without an action of its own tells more of the action above it.
    """
    marks = [name for name in ("reference", "raised", "owner", "due", "status") if row.cells.get(name)]
    if not row.cells["text"]:
        return not {"reference", "raised"} & set(marks)
    turned = row.here.block.spans[0].page != last.here.block.spans[-1].page
    return turned and not marks and bool({"reference", "raised"} & fields.keys())


def _brief(cells: Sequence[str]) -> bool:
    """Whether a column of progress holds a word or two each: then it is the column of the status."""
    filled = sorted(len(text.split()) for text in cells if text)
    return bool(filled) and filled[len(filled) // 2] <= 4 and filled[-1] <= 8
