"""Agenda items: what heads them in minutes, the rows of an agenda, and who presented them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Attendance, Block, Item, Span
from ingest.structure.meeting.agenda_rows import Row, rows
from ingest.structure.meeting.giving import PRESENTED as PRESENTED
from ingest.structure.meeting.giving import in_heading, in_text
from ingest.structure.meeting.headings import heads
from ingest.structure.people.known import presenters
from ingest.structure.people.naming import is_somebody

CONFIDENTIAL = re.compile(
    r"\b(?:items?|matters?|sections?|paragraphs?|discussions?|reports?|minutes?|part)\b[^.;]{0,60}\b(?:is|are|was|were|"
    r"been|be)\s+(?:minuted|recorded|reported|redacted|withheld|exempt)\b[^.;]{0,40}"
    r"(?:\bconfidential\w*|\bseparately\b|\bin (?:private|camera|closed)\b|\bpart (?:ii|2|two|b)\b|\bredacted\b|"
    r"\bexempt\b|\bfrom publication\b)|"
    r"\bthis (?:item|matter) (?:was|is) (?:considered|taken|discussed|held|heard) in (?:a )?(?:private|closed|"
    r"confidential|part (?:ii|2|two|b))\b|"
    r"\bminuted (?:confidentially|separately|in (?:the )?(?:confidential|private|part (?:ii|2|two)))|"
    r"\b(?:recorded|contained|set out|included|held|see|found) in (?:the |a )?(?:separate )?"
    r"(?:confidential|private|closed|exempt|restricted|part (?:ii|2|two|b)) (?:minutes?|section|annex|record)|"
    r"^\W*(?:see )?(?:the )?(?:separate )?confidential (?:minute|item|annex)s?\W*$|"
    r"^\W*\[?\s*(?:this (?:item|section|paragraph|minute)s? (?:has been |is |was )?)?(?:redacted|exempt|withheld)\b|"
    r"\b(?:item|minute|section|paragraph)s?\b[^.;]{0,30}\b(?:redacted|exempt (?:from|under|information))|"
    r"\bexempt (?:item|information|minute)s?\b[^.;]{0,40}\b(?:paragraph|section|schedule|act)\b",
    re.I,
)
BRIEF = 70  # words: so much of an item may say that the rest of it is confidential


def minuted(blocks: Sequence[Block], first: int, last: int, people: Sequence[Attendance]) -> list[tuple[int, Item]]:
    """The items of one meeting's minutes with the index of the block that each starts at.

    Presenters come from the heading, from the heading of the item that holds this one, from an agenda table among the
    same blocks, or from the first words under it. Such a table numbers items that the minutes head without a number.
    """
    found = heads(blocks, first, last)
    agenda = rows(blocks, first, found[0][0]) if found else []
    if agenda and not any(number for _, number, _ in found):
        found = _from_agenda(found, agenda)
    leads = {row.number: row.lead for row in agenda if row.lead}
    out: list[tuple[int, Item]] = []
    for place, (index, number, title) in enumerate(found):
        end = found[place + 1][0] if place + 1 < len(found) else last
        body = [*_cell(blocks[index], title), *blocks[index + 1 : end]]
        shown, printed = in_heading(title, people)
        source = "heading" if printed else ""
        names = presenters(printed, people)
        parent = next((item for _, item in reversed(out) if item.number and number.startswith(f"{item.number}.")), None)
        if not names and parent and parent.source == "heading":
            names, printed, source = parent.presenters, parent.printed, "parent heading"
        if not names and (lead := leads.get(number)):
            names = tuple(name for name in presenters(lead, people) if any(one.name == name for one in people))
            printed, source = (lead, "agenda table") if names else ("", "")
        if not names:
            printed, names = in_text(title, body, people)
            source = "text" if names else ""
        closed = bool(CONFIDENTIAL.search(title)) or _closed(body)
        shown = (shown or title).rstrip(" :")
        out.append(
            (index, Item(number, shown, names, printed, source, _where(blocks[index : index + 2], title), closed))
        )
    return out


def _where(near: Sequence[Block], title: str) -> Span:
    """Where a title is printed: at the head, or, behind a number on a line of its own, in the next block."""
    return next((block.spans[0] for block in near if title in block.text), near[0].spans[0])


def _cell(block: Block, title: str) -> list[Block]:
    """What a table row's own cell says behind the item's title, as a paragraph; nothing for a heading."""
    if block.kind != "row":
        return []
    texts = [text for _, text in block.cells[1:]] or [block.text]
    texts[0] = texts[0].removeprefix(title).strip(" .:;–-")
    return [replace(block, kind="paragraph", text=text, cells=()) for text in texts if text]


def _closed(body: Sequence[Block]) -> bool:
    words = 0
    for block in body[:3]:
        words += len(block.text.split())
        if words <= BRIEF and CONFIDENTIAL.search(block.text):
            return True
    return False


def _from_agenda(found: Sequence[tuple[int, str, str]], agenda: Sequence[Row]) -> list[tuple[int, str, str]]:
    """Headings without numbers, numbered by the agenda rows that they share their words with, in order."""
    out: list[tuple[int, str, str]] = []
    start = 0
    for index, number, title in found:
        shares = [(_share(title, row.title), -at) for at, row in enumerate(agenda) if at >= start]
        share, at = max(shares, default=(0.0, 0))
        if len(found) == len(agenda) and share < 0.5:
            share, at = 1.0, -len(out)
        if share >= 0.5:
            start = 1 - at
            number = agenda[-at].number
        out.append((index, number, title))
    return out


def _share(one: str, other: str) -> float:
    """How much of the shorter title's words the other has, plural and singular alike."""
    mine, theirs = _words(one), _words(other)
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))


def _words(title: str) -> set[str]:
    return {
        word.rstrip("s") for word in re.findall(r"[a-z]{2,}", title.lower()) if word not in ("the", "and", "of", "on")
    }


def listed(blocks: Sequence[Block], first: int, last: int, people: Sequence[Attendance]) -> list[tuple[int, Item]]:
    """The items of an agenda table with the index of the row that each stands in."""
    out: list[tuple[int, Item]] = []
    for row in rows(blocks, first, last):
        names = tuple(name for name in presenters(row.lead, people) if is_somebody(name))
        source = "agenda table" if names else ""
        closed = bool(CONFIDENTIAL.search(row.title))
        item = Item(row.number, row.title, names, row.lead, source, blocks[row.at].spans[0], closed)
        out.append((row.at, item))
    return out
