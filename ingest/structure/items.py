"""Agenda items: headings in minutes, rows in an agenda, and who presented them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.model import Attendance, Block, Item
from ingest.structure.people import by_initials, presenters
from ingest.structure.sections import agenda_columns

HEADED = re.compile(
    r"^(?:[Ii]tem\s+)?(?P<number>\d{1,2}(?:\.\d{1,2}){0,2})[.):]?\s+(?P<title>[^\W\d_“\"'‘(\[].*|[“\"'‘(\[].+|\d+-.+)$"
)
PRESENTED = re.compile(r"\s*\((?:presented by|presenters?:?|lead:?|led by|presented:?)\s+(?P<names>[^)]+)\)\s*$", re.I)
_WHO = r"^(?P<who>[A-Z][A-Za-z]{1,4}(?:(?:,\s|\sand\s|\s&\s)[A-Z][A-Za-z]{1,4})*)\s+(?:then\s+|also\s+)?"
# Who speaks first under an item gives it; who presents or updates later gives it too.
OPENED = re.compile(
    _WHO + r"(?:presented|introduced|outlined|gave|provided|set out|talked|updated|summarised|advised|explained|"
    r"highlighted|reported|noted that|confirmed that|took the (?:report|paper)|shared|spoke|attended|requested)\b"
)
PRESENTED_LATER = re.compile(
    _WHO + r"(?:presented|introduced|(?:gave|provided) (?:an?|the) (?:\w+ )?(?:update|overview|summary))\b"
)
# Items that every meeting has and nobody presents.
STANDING = re.compile(
    r"\b(?:welcome|apologies|declarations?|minutes|matters arising|action log|any other business|aob|escalat|"
    r"next meeting|questions from)\b",
    re.I,
)


def numbered(blocks: Sequence[Block], first: int, last: int) -> list[tuple[int, str, str]]:
    """(block index, number, title) of the numbered headings among blocks first:last.

    A number must follow on from the one before (3 after 2, 5.1 after 5): so a numbered list or a year is no item.
    """
    found: list[tuple[int, str, str]] = []
    for index in range(first, last):
        block = blocks[index]
        if block.kind == "row" or not (block.kind == "heading" or block.bold):
            continue
        match = HEADED.match(block.text)
        if match and (_follows(match["number"], found[-1][1]) if found else _opens(match)):
            found.append((index, match["number"], match["title"].strip()))
    return found


def _opens(match: re.Match[str]) -> bool:
    """Whether a number may be a document's first: a low one, or, in an extract, any that has its point."""
    return int(match["number"].split(".")[0]) <= 2 or match[0][match.end("number")] in ".):"


def _follows(number: str, last: str) -> bool:
    """Whether one item number may stand after another; one number may be missing between them."""
    here = [int(part) for part in number.split(".")]
    before = [int(part) for part in last.split(".")]
    if len(here) > len(before):
        return here[: len(before)] == before and here[len(before)] <= 2
    depth = len(here) - 1
    return here[:depth] == before[:depth] and 1 <= here[depth] - before[depth] <= 2


def minuted(blocks: Sequence[Block], first: int, last: int, people: Sequence[Attendance]) -> list[tuple[int, Item]]:
    """The items of one meeting's minutes with the index of the block that each starts at.

    Presenters come from the heading, from the heading of the item that holds this one, or the first words under it.
    """
    heads = numbered(blocks, first, last)
    bare = [] if len(heads) > 1 else _unnumbered(blocks, first, last)
    if len(bare) > 2 or not heads:
        heads = [(at, "", blocks[at].text) for at in bare]
    out: list[tuple[int, Item]] = []
    for place, (index, number, title) in enumerate(heads):
        end = heads[place + 1][0] if place + 1 < len(heads) else last
        found = PRESENTED.search(title)
        printed, source = (found["names"], "heading") if found else ("", "")
        names = presenters(printed, people)
        parent = next((item for _, item in reversed(out) if number.startswith(f"{item.number}.") and item.number), None)
        if not names and parent and parent.source == "heading":
            names, printed, source = parent.presenters, parent.printed, "parent heading"
        if not names:
            printed = "" if STANDING.search(title) else _gave(blocks[index + 1 : end], people)
            names, source = presenters(printed, people), "text" if printed else ""
        shown = title[: found.start()].strip() if found else title
        out.append((index, Item(number, shown.rstrip(" :"), names, printed, source, blocks[index].spans[0])))
    return out


def _unnumbered(blocks: Sequence[Block], first: int, last: int) -> list[int]:
    """Headings of the level that has most of them, after the lists of those present."""
    heads = [at for at in range(first + 1, last) if blocks[at].kind == "heading" and not blocks[at].text.endswith(":")]
    levels = [blocks[at].level for at in heads]
    common = max(set(levels), key=levels.count) if levels else 0
    return [at for at in heads if blocks[at].level == common]


def _gave(blocks: Sequence[Block], people: Sequence[Attendance]) -> str:
    """The initials of those whom an item's paragraphs show giving it, as printed, joined by "; "; "" where none is."""
    here = [person for person in people if person.status != "apologies"]
    paragraphs = [block.text for block in blocks if block.kind == "paragraph"]
    found = [
        form.match(text) for form, text in zip([OPENED, *[PRESENTED_LATER] * len(paragraphs)], paragraphs, strict=False)
    ]
    named = [
        who for match in found if match for who in re.findall(r"[A-Z][A-Za-z]+", match["who"]) if by_initials(who, here)
    ]
    return "; ".join(dict.fromkeys(named))


def listed(blocks: Sequence[Block], first: int, last: int, people: Sequence[Attendance]) -> list[tuple[int, Item]]:
    """The items of an agenda table with the index of the row that each stands in."""
    out: list[tuple[int, Item]] = []
    columns: dict[str, int] = {}
    heads: list[str] = []
    table = -1
    for index in range(first, last):
        block = blocks[index]
        if block.kind != "row":
            continue
        if block.table != table or not columns:
            table = block.table
            heads = block.text.split("\t")
            columns = agenda_columns(heads)
            continue
        row = dict(block.cells)
        title, lead = row.get(heads[columns["title"]], ""), row.get(heads[columns["lead"]], "")
        number = row.get(heads[columns["number"]], "") if "number" in columns else ""
        own = HEADED.match(title)
        if own:
            number, title = own["number"], own["title"]
        if not re.fullmatch(r"\d{1,2}(?:\.\d{1,2})*[.)]?", number.strip()) or not title:
            continue
        names = presenters(lead, people)
        item = Item(
            number.strip(" .)"), title.rstrip(" :"), names, lead, "agenda table" if names else "", block.spans[0]
        )
        out.append((index, item))
    return out
