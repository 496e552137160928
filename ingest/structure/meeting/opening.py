"""What the first lines of minutes say of the meeting: when and where it was, whether it had its quorum, their state."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Literal

from ingest.model import Block
from ingest.structure.meeting.dates import Printed, dates, yearless, years

AHEAD = 8  # blocks after a title in which its date stands
OTHER_DATE = re.compile(
    r"\b(?:next|future|previous|last|prior|forthcoming)\b.{0,25}\bmeeting|\b(?:created|revised|published|"
    r"updated|issued|"
    r"circulated|version|printed|modified|permalink|filename|url|layout|approved (?:on|at|by)|close-meeting|"
    r"deadline|review date)\b",
    re.I,
)
DATE_FIELD = re.compile(
    r"^(?:\W*)(?:date|meeting[- ]date|date of (?:the )?meeting|date (?:and|&) time|held on|when|day)\b\W*[:–-]", re.I
)
_PLACE_FIELD = re.compile(
    r"\b(?:venue|location|place|held at|where|meeting place)\s*:\s*(?P<place>[^|\t]{3,160}?)"
    r"(?=\s+(?:time|date|chair|present|attend\w*|(?-i:[A-Z][a-z]+(?: [a-z]+)?))\s*:|[|\t]|$)",
    re.I,
)
_HELD = re.compile(
    r"\b(?:held|convened|took place|hosted|meeting|[ap]\.?m\.?|noon|\d{4}|hrs|hours|commencing|virtually|"
    r"remotely)\b[^:;]{0,60}?,?\s"
    r"(?P<place>(?:(?:at|in)\s+(?:the\s+)?(?=[A-Z])|via\s+|by\s+(?=video|tele|zoom|teams|microsoft)|"
    r"on\s+(?=zoom|teams|microsoft))"
    r"[^;:|\t]{3,140}|(?:virtually|remotely|online)(?:\s+(?:via|on|by)\s+[\w ]{3,30})?)",
    re.I,
)
_WHERE = re.compile(
    r"\b(?:room|hall|house|street|road|office|centre|center|building|chamber|suite|boardroom|teams|zoom|online|webex|"
    r"virtual(?:ly)?|video|teleconference|hospital|floor|library|school|church|college|university|club|lane|avenue|"
    r"square|court|hotel|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})\b",
    re.I,
)
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$")  # an address goes on to it
_CLOCK = (
    r"\d{1,2}(?:[.:]\d{2}\s*(?:[ap]\.?m\b\.?|hrs?|hours|noon|UTC|GMT|BST)?|\s*(?:[ap]\.?m\b\.?|hrs?\b|hours\b|"
    r"noon\b))"
)
_TIME = re.compile(
    rf"(?:\b(?:from|at|between|commencing|starting)\s+){{0,2}}(?<!\d)(?:{_CLOCK}|\d{{1,2}}(?=\s*[–-]\s*{_CLOCK}))"
    rf"(?:\s*(?:to|until|and|–|-)\s*{_CLOCK})?",
    re.I,
)
_QUORUM = re.compile(r"\b(?:quorate|inquorate|quorum|quoracy)\b", re.I)
_DRAFT = re.compile(
    r"\b(?:draft|unconfirmed|unapproved|un-?ratified|subject to (?:approval|confirmation|ratification))\b", re.I
)
_CONFIRMED = re.compile(
    r"^\W*(?:confirmed|approved|ratified|final|agreed|signed)\b(?!.*\bby\s*:\s*$)|\b(?:confirmed|approved|"
    r"ratified|final|agreed) (?:minutes|record|version)\b",
    re.I,
)
# Sentences that give the day of the meeting before, whose minutes are approved, and of the next.
_APPROVES = re.compile(
    r"\bminutes\b[^.;]*\b(?:of|from|held)\b|\bminutes\b[^.;]*\b(?:approved|agreed|signed|accepted)\b", re.I
)
_NEXT = re.compile(r"\bnext\b[^.;]{0,40}\bmeeting\b|\bmeeting\b[^.;]{0,20}\bnext\b", re.I)
LONGEST = 220  # characters of a line of a title


def day_of(blocks: Sequence[Block], name: str = "", later: Sequence[Block] = ()) -> Printed | None:
    """The date of a meeting in its opening lines, or None.

    name is the document's title or file name. A date printed without its year has the year of name, else of the
    dates that stand around it (later: the document's further blocks); a note says so.
    """
    lines = [block.text for block in blocks if len(block.text) <= LONGEST or block.kind == "row"]
    fields = [line for line in lines if DATE_FIELD.match(line)]
    rest = [line for line in lines if not OTHER_DATE.search(line) or re.search(r"\bheld\b", line, re.I)]
    for line in [*fields, *rest]:
        if found := dates(line):
            return _mended(found[0], name)
    known = list(
        dict.fromkeys([*years(name), *years(" ".join(lines)), *years(" ".join(block.text for block in later))])
    )
    for line in [*fields, *rest]:
        if read := yearless(line, known):
            source = "the document's name" if years(name) else "the dates around it"
            return replace(read, note=f"printed {read.text}; the year is read as {read.day.year} from {source}")
    if found := dates(name):
        return replace(found[0], note="read from the document's name")
    return None


def _mended(printed: Printed, name: str) -> Printed:
    """A date whose weekday does not fit, with the year of the document's name where it fits that."""
    for named in dates(name) if not printed.weekday_agrees else ():
        if (named.day.day, named.day.month) == (printed.day.day, printed.day.month):
            weekday = printed.text.split()[0].strip(",").lower()[:3]
            if f"{named.day:%a}".lower() == weekday:
                note = f"printed {printed.text}; the year is read as {named.day.year} from the document's name"
                return replace(printed, day=named.day, weekday_agrees=True, note=note)
    return printed


def dated_around(printed: Printed, blocks: Sequence[Block]) -> Printed:
    """The date of minutes that stand alone, in the year that they show where the printed one cannot be meant.

    It cannot where its weekday is another, or where the minutes approved in it are of a later day. The year taken is
    one that the text prints (or the next), in which the weekday fits and the meeting lies between the two others.
    """
    lines = [sentence for block in blocks for sentence in re.split(r"(?<=[.;])\s+(?=[A-Z])", block.text[:2000])]
    before = [found.day for line in lines if _APPROVES.search(line) for found in dates(line)]
    after = [found.day for line in lines if _NEXT.search(line) for found in dates(line)]
    weekday = "" if printed.text[:1].isdigit() else printed.text
    late = bool(before) and printed.day <= max(before) <= printed.day + timedelta(days=400)
    if printed.weekday_agrees and (not late or len(set(before)) > 1):
        return printed
    for year in years(" ".join(block.text for block in blocks)):
        try:
            meant = printed.day.replace(year=year)
        except ValueError:
            continue
        fits = not weekday or f"{meant:%a}".lower() == weekday.lower()[:3]
        between = all(0 < (meant - day).days < 400 for day in before) and all(
            0 < (day - meant).days < 400 for day in after
        )
        if fits and between and meant != printed.day and (weekday or late):
            note = f"printed {printed.text}; the year is read as {year} from the dates around it"
            return replace(printed, day=meant, weekday_agrees=True, note=note)
    return printed


def place_of(blocks: Sequence[Block]) -> str:
    """Where a meeting was held, as its opening lines print it; "" where they do not.

    >>> line = lambda text: Block("paragraph", text, ())
    >>> place_of([line("Held on 3 May 2024 at 2.00 pm in the Oak Room, Town Hall")])
    'Oak Room, Town Hall'
    >>> place_of([line("Venue: Room 1")]), place_of([line("10:00-11:30, 14 February 2014"), line("Lower Hall, York")])
    ('Room 1', 'Lower Hall, York')
    """
    lines = [block.text for block in blocks if len(block.text) <= LONGEST]
    for line in lines:
        if field := _PLACE_FIELD.search(line):
            return _trimmed(field["place"])
    for line in lines:
        held = _HELD.search(line)
        if held and (place := _trimmed(held["place"])) and _WHERE.search(place):
            return place
    for at, line in enumerate(lines):
        after = lines[at + 1] if at + 1 < len(lines) else ""
        if found := dates(line):
            rest = _trimmed(line[found[0].start + len(found[0].text) :])
            if len(rest) > 6 and _WHERE.search(rest):
                return rest
            if _WHERE.search(after) and len(after) < 120 and not dates(after) and not after.endswith((".", ":")):
                more = lines[at + 2] if at + 2 < len(lines) else ""
                whole = f"{after} {more}" if len(more) < 80 and _POSTCODE.search(more) else after
                return _trimmed(whole)
    return ""


def _trimmed(text: str) -> str:
    """A place without the date, the time and the words that lead to it."""
    for found in reversed(dates(text)):
        text = text[: found.start] + text[found.start + len(found.text) :]
    text = _TIME.sub("", text)
    text = re.sub(r"^(?:\W|(?:at|in|on|via|the|by|held|and)\b)+", "", text, flags=re.I)
    text = re.sub(r"(?:[\s,]+(?:on|at|from|commencing|starting|and)(?:\s+\d{1,2})?)+$", "", text.strip(" .,;:–-"))
    return re.sub(r"\s+", " ", text).strip(" .,;:–-")


def quorum_of(blocks: Sequence[Block]) -> str:
    """The first sentence that speaks of the quorum, as printed; "" where none does.

    >>> quorum_of([Block("paragraph", "The Chair welcomed all. The meeting was quorate.", ())])
    'The meeting was quorate.'
    """
    for block in blocks:
        if block.kind == "heading" or not _QUORUM.search(block.text):
            continue
        for sentence in re.split(r"(?<=[.;])\s+(?=[A-Z])", block.text):
            if _QUORUM.search(sentence) and len(sentence) <= 400:
                field = re.search(r"\bquor(?:um|acy)\s*:\s*\w", sentence, re.I)  # one of several in a line
                return sentence[field.start() if field else 0 :].strip()
    return ""


def state_of(blocks: Sequence[Block]) -> Literal["draft", "confirmed", ""]:
    """Whether the lines around a title call the minutes a draft or confirmed."""
    lines = [block.text for block in blocks if len(block.text) <= 120]
    if any(_DRAFT.search(line) for line in lines):
        return "draft"
    return "confirmed" if any(_CONFIRMED.search(line) for line in lines) else ""
