"""Table rows that each hold one item's minutes: a number in the first cell, title and text in the second."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.model import Block
from ingest.structure.meeting.numbering import alone, follows
from ingest.structure.people.attendance import attendance
from ingest.structure.people.naming import untitled
from ingest.structure.registers.columns import columns
from ingest.structure.registers.log_columns import FORMS, is_log

SHORT = 120  # characters: a heading in the body's own print is no longer
TOLD = 12  # words that such rows hold, on the whole
PEOPLE = 80  # of a list, by whose names a cell's first sentence is known
Head = tuple[int, str, str]

# Words that begin the first sentence behind a title.
_BEGINS = (
    r"(?:The|It|There|This|Members|Apologies|M(?:r|s|rs)|Dr|Prof\w*|Cllr\w*|Resolved|RESOLVED)\s+[a-zA-Z]|"
    r"(?:A|An|No|[A-Z]{2,4}|Following|In|All|Noted|Received|To)\s+[a-z]"
)


def numbered_rows(blocks: Sequence[Block], first: int, last: int) -> list[Head]:
    """Rows whose plain numbers run on; none where they hold too few words to be minutes."""
    plain = [
        row
        for row in _rows(blocks, first, last)
        if re.fullmatch(r"\d{1,3}(?:\.\d{1,2})*", row[1]) and not is_agenda_row(blocks[row[0]])
    ]
    opening = next((at for at, (_, number, _) in enumerate(plain) if int(number.split(".")[0]) <= 2), 0)
    out: list[Head] = []
    for at, number, title in plain[opening:]:
        goes_on = follows(number, out[-1][1]) if out else True
        if goes_on and ("." not in number or number.endswith(".0") or (out and _titled(blocks[at]))):
            out.append((at, number, title))
    words = sum(len(blocks[at].text.split()) for at in range(out[0][0], last)) if out else 0
    return out if words > TOLD * len(out) else []


def reference_rows(blocks: Sequence[Block], first: int, last: int) -> list[Head]:
    """Rows whose first cell is a reference; those of an action log bound in are references of actions."""
    found = [head for head in _rows(blocks, first, last) if re.search(r"[/A-Za-z]|\d-|^\d{3,}\.", head[1])]
    kept = _logs(blocks[first:last]) if found else frozenset()
    return [head for head in found if blocks[head[0]].table not in kept and re.search(r"[^\W\d_]{2}", head[2])]


def _logs(blocks: Sequence[Block]) -> frozenset[int]:
    """The tables whose columns are those of an action log: they tell when each was raised, or how it stands."""
    heads: dict[int, dict[str, None]] = {}
    for block in blocks:
        if block.kind == "row":
            names = [head or (text if block.bold else "") for head, text in block.cells]
            heads.setdefault(block.table, {}).update(dict.fromkeys(filter(None, names)))
    return frozenset(
        table
        for table, names in heads.items()
        if {"raised", "status"} & columns(names, FORMS).keys() and is_log(list(names), [])
    )


def is_agenda_row(block: Block) -> bool:
    """Whether a row stands under the headings of an agenda table: it lists an item and holds none of its minutes."""
    heads = " ".join(head for head, _ in block.cells).lower()
    leads = re.search(r"\b(?:lead|presenter|speaker|time|paper|page|enc)\b", heads)
    return bool(leads) and len(block.text.split()) < 40


def _rows(blocks: Sequence[Block], first: int, last: int) -> Iterator[Head]:
    """Every row that begins with a number of its own, with the title of its second cell."""
    begins: re.Pattern[str] | None = None
    for at in range(first, last):
        block = blocks[at]
        if block.kind == "row" and len(block.cells) > 1 and (number := alone(block.cells[0][1])):
            begins = begins or _first_sentence(blocks[first:last])
            yield at, number, _title(block.cells[1][1], begins)


def _first_sentence(blocks: Sequence[Block]) -> re.Pattern[str]:
    """A title and what ends it: a stop or dash, or the first sentence, which may begin with somebody's name."""
    people = attendance(blocks)[:PEOPLE]
    names = {form for person in people for form in (person.name, untitled(person.name), person.initials) if form}
    known = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    begins = rf"{_BEGINS}|(?:{known})\b" if known else _BEGINS
    return re.compile(rf"(?P<title>[^.:;!?]{{3,90}}?)(?:[.:;]\s|\s[–—-]\s|\s+(?={begins}))")


def _title(text: str, sentence: re.Pattern[str]) -> str:
    """The title that a cell of minutes begins with: all of a short one, else the words before its first sentence."""
    if len(text) <= SHORT and not text.rstrip().endswith("."):
        return text
    found = sentence.match(text)
    return (found["title"] if found else " ".join(text.split()[:8])).strip()


def _titled(block: Block) -> bool:
    return len(block.cells[1][1]) <= SHORT and not block.cells[1][1].rstrip().endswith(".")
