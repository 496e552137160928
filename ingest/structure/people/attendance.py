"""Who sat, who was in attendance and who sent apologies, as the lists of minutes print it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.model import Attendance, Block, Span, Standing
from ingest.structure.meeting.dates import dates
from ingest.structure.meeting.numbering import coded, numbered
from ingest.structure.people.known import key
from ingest.structure.people.labels import label_of, parted
from ingest.structure.people.labels import standing as standing
from ingest.structure.people.listing import Listed, entry
from ingest.structure.people.naming import are_initials
from ingest.structure.people.roster_rows import Found, RosterTable
from ingest.structure.people.running import entries, first_names

INITIALLED = re.compile(r"^[^(]{3,60}\([A-Z][A-Za-z]{1,4}\)")
TOLD = re.compile(
    r"\b(?:[Aa]pologies|[Rr]egrets|APOLOGIES)\b[^.:]{0,60}?\b(?:received|noted|given|submitted|accepted|sent|recorded|tendered)?\s*"
    r"(?:from|on behalf of)\s*:?\s*(?P<names>[A-Z][^\n]{3,600}?)(?:\.(?=\s+[A-Z][a-z]|\s*$)|$)",
)
# A sentence about somebody, and no entry of a list.
SPOKEN = re.compile(
    r"\s(?!(?:elected|opted|retired|seconded|appointed|nominated|invited|related|based|co-opted)\b)"
    r"(?:[a-z]{3,20}ed|gave|said|took|spoke|made|set|led|will|has|had|was|were|is|are|would)\s.*[.:;]$",
    re.S,
)
ATTENDEES = re.compile(r"\W*(?:attendees|attending|attendance)\W*", re.I)  # behind a list of members: the others
AHEAD = 150  # blocks of a list at most
START = 60  # blocks within which a list begins
PROSE = 14  # words: a longer block that names nobody is no list


def attendance(blocks: Sequence[Block]) -> list[Attendance]:
    """The people on the lists at the head of one meeting's minutes, and those whose apologies its first items tell of.

    blocks are the whole of the minutes. A person listed twice is kept once.
    """
    end = roster_end(blocks)
    found = list(_listed(blocks[:end]))
    if not any(status == "apologies" for _, status, _ in found):
        found += _told(blocks[max(0, end - 3) : end + 12])
    out: dict[tuple[str, str], Attendance] = {}
    for one, status, span in found:
        person = Attendance(one.name, one.initials, one.role, status, span, one.organisation)
        before = out.get(_key(one.name))
        if before is None:
            out[_key(one.name)] = person
        elif before.name == person.name or not (before.initials and person.initials):
            out[_key(one.name)] = _merged(before, person)
    return _introduced(list(out.values()), blocks[end:])


def _key(name: str) -> tuple[str, str]:
    last, first = key(name)
    return last, first if " " in name else ""


def _merged(before: Attendance, again: Attendance) -> Attendance:
    """One person printed twice: the post of either, the standing of the first list."""
    return replace(
        before,
        initials=before.initials or again.initials,
        role=before.role or again.role,
        organisation=before.organisation or again.organisation,
    )


def roster_end(blocks: Sequence[Block]) -> int:
    """The index of the first block behind the lists of those present; 0 where there is no list."""
    end = 0
    for at, block in enumerate(blocks[:AHEAD]):
        if _labels(block) or ((end or INITIALLED.match(block.text)) and _people_in(block)):
            end = at + 1
        elif _behind(block, blocks[at + 1 : at + 2], at - end) if end else at > START:
            break
    return end


def _behind(block: Block, following: Sequence[Block], gap: int) -> bool:
    """Whether a block that is no part of a list ends the lists: prose, another heading, or too wide a gap."""
    headed = block.kind == "heading" and not any(_people_in(near) for near in following)
    short = len(block.text) < 200 and not dates(block.text)
    headed = headed or (short and bool(numbered(block.text) or coded(block.text)))
    return headed or len(block.text.split()) > PROSE or gap > 6


def _labels(block: Block) -> bool:
    """Whether a block is the label of a list, or holds one with its people."""
    if block.kind == "row":
        return any(standing(text) for _, text in block.cells)
    parts = parted(block.text)
    label = label_of(block.text) if len(parts) == 1 else None
    return bool(label and label.status) or any(label and label.status and _names(rest) for label, rest in parts)


def _people_in(block: Block) -> bool:
    """Whether a block is an entry of a list: it names somebody and tells nothing."""
    if block.kind == "row":
        return any(entry(text) for _, text in block.cells)
    count = len(block.text.split())
    if block.kind == "bullet" and count < 8 and first_names(block.text):
        return True
    told = block.kind != "bullet" and SPOKEN.search(block.text[:400])
    return count <= 2 * PROSE and not told and bool(entries(block.text))


def _names(rest: str) -> bool:
    return not rest or bool(entries(rest) or first_names(rest)) or bool(re.match(r"\W*(?:none|nil|n/?a)\b", rest, re.I))


def _listed(blocks: Sequence[Block]) -> Iterator[Found]:
    """Everybody on the lists, in print order."""
    status: Standing | None = None
    post = ""
    table: RosterTable | None = None
    number = -1
    members = False  # whether a group of members came before
    for block in blocks:
        if block.kind == "row":
            if table is None or block.table != number:
                table, number = RosterTable(status), block.table
            yield from table.take(block)
            status = table.status or status
            continue
        table = None
        whole = label_of(block.text)
        if whole:
            status, post = whole.status, whole.post
            status = "attendee" if members and ATTENDEES.fullmatch(block.text) else status
            members = members or bool(re.search(r"\bmembers\b", block.text, re.I))
            continue
        for label, rest in parted(block.text):
            if label and label.status is None and status and (one := entry(block.text)):
                yield one, status, _span(block, one)  # "Head of Works: Robin Black"
                continue
            if label:
                status, post = label.status, label.post
            if not rest or (status is None and not INITIALLED.match(rest)):
                continue
            for one in _people(rest, block.kind == "bullet", status is not None):
                yield replace(one, role=_post(one.role, post)), status or "member", _span(block, one)
            if label and label.post:
                status, post = None, ""


def _span(block: Block, one: Listed) -> Span:
    """The span of a block, of several over a page's end, that holds a person's name."""
    at = max(0, block.text.find(one.name)) + len(one.name)
    for span in block.spans:
        at -= span.end - span.start + 1
        if at <= 0:
            return span
    return block.spans[-1]


def _post(role: str, post: str) -> str:
    return role if not post or post.lower() in role.lower() else ", ".join(part for part in (post, role) if part)


def _people(text: str, alone: bool, labelled: bool) -> list[Listed]:
    text = re.sub(r"^\s*[-*•–]\s+", "", text)
    found, given = entries(text), first_names(text) if labelled else []
    return given if len(given) > len(found) else found


def _told(blocks: Sequence[Block]) -> Iterator[Found]:
    """Those whose apologies a sentence tells of: "Apologies were received from ..."."""
    for block in blocks:
        for match in TOLD.finditer(block.text):
            for one in entries(match["names"]):
                yield one, "apologies", _span(block, one)


def _introduced(people: list[Attendance], blocks: Sequence[Block]) -> list[Attendance]:
    """The list with the initials that the text gives where the list gives none: "Robin Black (RB) explained"."""
    bare = {key(person.name): at for at, person in enumerate(people) if not person.initials}
    taken = {person.initials for person in people}
    for block in blocks if bare else ():
        for match in re.finditer(
            r"((?:[A-Z][\w’'-]{1,30}\s){1,3}[A-Z][\w’'-]{1,30})\s\(([A-Z][A-Za-z]{1,4})\)", block.text
        ):
            words = match[1].split()
            for start in range(len(words) - 1):
                at = bare.get(key(" ".join(words[start:])))
                if at is not None and match[2] not in taken and are_initials(match[2], people[at].name):
                    people[at] = replace(people[at], initials=match[2])
                    taken.add(match[2])
                    bare.pop(key(people[at].name))
                    break
    return people
