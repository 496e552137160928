"""Minutes on their own: a document that is one set of minutes, by whatever title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.model import Block
from ingest.structure.meeting.agenda_rows import rows
from ingest.structure.meeting.bodies import body_among, part
from ingest.structure.meeting.dates import dates
from ingest.structure.meeting.headings import heads
from ingest.structure.meeting.opening import AHEAD, day_of
from ingest.structure.people.attendance import attendance, roster_end
from ingest.structure.section import Section

NUMBERED = re.compile(r"^\d{1,2}(?:\.\d{1,2})*[.)]?\s")
MINUTES = re.compile(r"\b(?:minutes?|notes|record of|summary of (?:the )?(?:meeting|discussion))\b", re.I)
MEETING = re.compile(r"\bmeeting\b", re.I)
NO_MINUTES = re.compile(
    r"\b(?:terms of reference|action log|guidance|template|how to|constitution|standing orders|policy|"
    r"annual report)\b",
    re.I,
)
OPENING = 40  # blocks in which a document that is one set of minutes names its meeting
TOLD = 12  # words that minutes hold under each of their items, on the whole


def sole(blocks: Sequence[Block], name: str, agenda: Sequence[Section]) -> Section | None:
    """A document that is one set of minutes and says so only somewhere in its first lines, or in its name.

    Minutes without a title are known by their date, the people who were there and what was said under their items; an
    agenda that holds all of these is the minutes too.
    """
    opening = [block for block in blocks[:OPENING] if len(block.text) < 200]
    plain = [block.text for block in opening[: AHEAD * 2] if not NUMBERED.match(block.text)]
    titles = plain + [_worded(part) for part in name.split(" | ")]
    if not opening or any(NO_MINUTES.search(title) for title in [*titles[:2], name]):
        return None
    end = roster_end(blocks)
    people = attendance(blocks)
    day = day_of(blocks[: max(AHEAD, end, _front(blocks) + AHEAD)], name, blocks[: OPENING * 3])
    body_name = next((found for title in titles if (found := _field(title))), "")
    body_name = body_name or body_among(sorted(titles, key=lambda title: not MINUTES.search(title)))
    said = any(MINUTES.search(title) for title in titles)
    items = heads(blocks, 0, len(blocks))
    words = sum(len(block.text.split()) for block in blocks[items[0][0] :]) if items else 0
    told = len(items) > 1 and words > TOLD * len(items)
    away = any(person.status == "apologies" for person in people)
    met = len(people) > 1 and told and (said or away or any(MEETING.search(title) for title in titles))
    if agenda and not (met and away and _held(blocks, items)):
        return None
    if not (met or (said and body_name and day and not agenda)) or not (day or body_name):
        return None
    title = next((title for title in titles if MINUTES.search(title)), titles[0])
    return Section("minutes", 0, 0, title, body_name or _plain(titles), day, part(title))


def _worded(name: str) -> str:
    """A file's name in words: without its ending, its strokes and its figures."""
    if not re.fullmatch(r"[\w().-]+\.\w{2,5}", name):
        return name
    return re.sub(r"[\d_.()-]+", " ", name.rpartition(".")[0]).strip().title()


def _held(blocks: Sequence[Block], found: Sequence[tuple[int, str, str]]) -> bool:
    """Whether what an agenda lists is told further on: as many headings with text under them as it has rows."""
    listed = rows(blocks, 0, len(blocks))
    return bool(listed) and bool(found) and found[0][0] > listed[-1].at and len(found) >= 0.6 * len(listed)


def _front(blocks: Sequence[Block]) -> int:
    """How many blocks of front matter a document begins with."""
    last = -1
    for at, block in enumerate(blocks[: 2 * OPENING]):
        if re.match(r"[a-z][\w-]{0,24}:(?:\s|$)", block.text):
            last = at
        elif at - last > 15 or block.kind == "heading":
            break
    return last + 1


def _field(line: str) -> str:
    """The body that a field names: "body: Directors", "Committee: Audit"."""
    found = re.match(
        r"^(?:body|committee|board|group|panel|meeting of|name of (?:the )?(?:body|committee|"
        r"group))\s*:\s*(?P<name>\S.{2,80})$",
        line,
        re.I,
    )
    return found["name"].strip(" .*_") if found and not dates(found["name"]) else ""


def _plain(titles: Sequence[str]) -> str:
    """A title without its date and the words of meetings, for a body whose name holds no usual word."""
    for title in titles:
        if not (MINUTES.search(title) or MEETING.search(title)) or (
            re.match(r"[a-z-]+:\s", title) is None and len(title) > 120
        ):
            continue
        text = re.sub(r"^[a-z-]+:\s+", "", title)
        for found in reversed(dates(text)):
            text = text[: found.start]
        text = re.sub(
            r"\b(?:draft|confirmed|minutes?|notes?|record|of|the|held|on|a|at|meeting notes)\b|[:–|()-]",
            " ",
            text,
            flags=re.I,
        )
        if words := text.split():
            found_name = " ".join(words[:8])
            return found_name.title() if found_name.isupper() else found_name
    return ""
