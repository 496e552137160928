"""The rows of an agenda table: number, title and who leads the item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.model import Block
from ingest.structure.meeting.numbering import alone, coded, numbered

FORMS = {
    "number": r"^(?:no|item|item no|number|ref|reference|agenda (?:no|item|number))\b\.?$|^#$",
    "title": r"^(?:title|item|subject|topic|agenda item|business|item title|description|matter|agenda)\b",
    "lead": r"\b(?:lead|presenter|presented by|presenting|speaker|led by|who|owner|sponsor|report (?:by|from))\b",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One agenda row at blocks[at]; lead is "" where its cell is empty."""

    at: int
    number: str
    title: str
    lead: str


def agenda_columns(heads: Sequence[str]) -> dict[str, int]:
    """Which columns of an agenda table hold number, title and lead; empty where it is no agenda table.

    >>> agenda_columns(["No", "Time", "Title", "Action", "Papers", "Lead / Presenter", "Page No"])
    {'number': 0, 'title': 2, 'lead': 5}
    """
    found: dict[str, int] = {}
    for name, form in FORMS.items():
        fits = (at for at, head in enumerate(heads) if re.search(form, head.strip(), re.I) and at not in found.values())
        at = next(fits, None)
        if at is not None:
            found[name] = at
    return found if {"title", "lead"} <= found.keys() else {}


def rows(blocks: Sequence[Block], first: int, last: int) -> list[Row]:
    """The numbered rows of the agenda tables among blocks first:last, in order."""
    out: list[Row] = []
    columns: dict[str, int] = {}
    heads: list[str] = []
    table = -1
    for at in range(first, last):
        block = blocks[at]
        if block.kind != "row":
            continue
        if block.table != table or not columns:
            table = block.table
            heads = block.text.split("\t")
            columns = agenda_columns(heads)
            continue
        row = dict(block.cells)
        title, lead = row.get(heads[columns["title"]], ""), row.get(heads[columns["lead"]], "")
        number = row.get(heads[columns["number"]], "").strip() if "number" in columns else ""
        own = numbered(title) or coded(title)
        if own:
            number, title = own.number, own.title
        if title and (printed := alone(number)):
            out.append(Row(at, printed, title.rstrip(" :"), lead))
    return out
