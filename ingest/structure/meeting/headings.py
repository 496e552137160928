"""Where the items of minutes begin: numbered headings, references, table rows, letters, headings without a number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ingest.model import Block
from ingest.structure.meeting.bodies import body
from ingest.structure.meeting.dates import dates
from ingest.structure.meeting.heading_rows import SHORT, Head, numbered_rows, reference_rows
from ingest.structure.meeting.lines import bare_lines, unlinked
from ingest.structure.meeting.numbering import (
    Numbered,
    alone,
    coded,
    follows,
    letter_follows,
    lettered,
    numbered,
    of_year,
    shape,
)
from ingest.structure.meeting.usual import heads_a_list, is_usual
from ingest.structure.people.attendance import roster_end
from ingest.structure.people.labels import label_of
from ingest.structure.people.naming import is_name
from ingest.structure.place import ACTION, DECIDED

BRIEF = 30  # characters: a heading so short may end with a full stop
ENOUGH = 3  # heads of a kind that is not printed as headings
# Headings that stand around the items and are none.
FRAME = re.compile(
    r"^(?:draft\s+|confirmed\s+|the\s+)?(?:agenda(?: items?)?|minutes|notes?|meeting(?: details| information|"
    r" notes| minutes)?|"
    r"attendance|apologies and attendance|proceedings|discussion|business|part (?:i{1,3}|one|two|[ab12])\b.*|"
    r"standing items|main items?|items?|details|resolutions?|decisions?|motions?|outcomes?|actions?(?: points?)?|"
    r"summary(?: of .*)?|background|key points.*|(?:the )?(?:board|committee|panel|group).{0,20}:|contents|signed.*|"
    r"approvals?|attachments?|appendix.*|annex.*|document control|distribution.*)\s*:?$",
    re.I,
)
# Items that open and close a meeting, printed without a number though the others have one.
AROUND = re.compile(
    r"^(?:welcome\b.*|(?:chair(?:man|person)?['’]?s )?(?:opening|introduct|welcome).*|apologies\b.*|"
    r"introductions?\b.*|"
    r"call to order|roll call|close|closing.*|adjournment|any other.{0,20}business|a\.?o\.?b\.?|"
    r"(?:date|details)(?: and \w+| of| & \w+).{0,20}next.{0,20}meeting.*|next meeting.*|future meetings?.*)$",
    re.I,
)
_JOINED = re.compile(r"\b(?:of|and|on|for|the|in|to)\b")  # words that join a title's nouns and no names


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A block that may head an item; strong where it stands out from the text."""

    at: int
    number: Numbered
    strong: bool


def heads(blocks: Sequence[Block], first: int, last: int) -> list[Head]:
    """(block index, number, title) of every item's beginning among blocks first:last, in order.

    Plain numbers must run on; so a numbered list or a year is no item. Whichever way of heading items this document
    uses is taken alone; headings without a number count where hardly any other has one.
    """
    references = _references(blocks, first, last)
    strong = list(_candidates(blocks, first, last, numbered, strong=True))
    plain = _run(strong)
    years = [strong[place] for place in of_year([one.number.number for one in strong])]
    if len(years) > len(plain):
        return _with_around(blocks, [(one.at, one.number.number, one.number.title) for one in years], first)
    if len(plain) < ENOUGH and len(later := _run(strong, anywhere=True)) >= ENOUGH:
        plain = later
    if len(references) >= ENOUGH and len(references) * 2 >= len(plain):
        return _with_around(blocks, references, first)
    if len(plain) > 1:
        bare = [] if len(plain) > 4 else _unnumbered(blocks, first, last)
        return (
            _with_around(blocks, plain, first)
            if len(bare) < 3 * len(plain)
            else [(at, "", blocks[at].text) for at in bare]
        )
    for way in (numbered_rows, _weak, _letters):
        if len(found := way(blocks, first, last)) >= ENOUGH:
            return _with_around(blocks, found, first)
    bare = _unnumbered(blocks, first, last)
    if len(bare) < ENOUGH and len(plain) < 2:
        end = first + max(1, roster_end(blocks[first:last]))
        lines = [at for at in bare_lines(blocks, first + 1, end, last) if _heads_something(blocks[at].text)]
        bare = lines if len(lines) >= ENOUGH else bare
    if len(bare) > 2 or not plain:
        return [(at, "", unlinked(blocks[at].text)) for at in bare] or references
    return plain


def _stands_out(block: Block) -> bool:
    return block.kind == "heading" or (block.bold and block.kind != "row")


def _candidates(
    blocks: Sequence[Block], first: int, last: int, read: Callable[[str], Numbered | None], strong: bool
) -> Iterator[_Candidate]:
    """Blocks that begin with a number; a number alone on its line takes the next block as its title."""
    for at in range(first, last):
        block = blocks[at]
        if block.kind == "row" or (strong and not _stands_out(block)):
            continue
        if not strong and not (
            _stands_out(block) or _like_a_heading(block) or alone(block.text) or len(block.text) <= BRIEF
        ):
            continue
        found = read(block.text.rstrip(".") if len(block.text) <= BRIEF else block.text)
        after = blocks[at + 1] if at + 1 < last else None
        if not found and after and (printed := alone(block.text)) and (_stands_out(after) or _like_a_heading(after)):
            found = read(f"{printed}. {after.text}") if after.kind != "row" else None
        if found:
            yield _Candidate(at, found, _stands_out(block))


def _like_a_heading(block: Block) -> bool:
    return len(block.text) <= SHORT and not re.search(r"[.;,:]$", block.text.rstrip())


def _run(found: Sequence[_Candidate], anywhere: bool = False) -> list[Head]:
    """The candidates whose numbers run on: 3 after 2, 5.1 after 5; a sub-item's number may be printed twice.

    They begin low, or with a marked number; anywhere lets any number be the first.
    """
    out: list[_Candidate] = []
    for here in found:
        number = here.number
        if not out:
            if anywhere or number.said or int(number.number.split(".")[0]) <= 2 or number.marked:
                out.append(here)
            continue
        last = out[-1].number
        twice = number.number == last.number and "." in number.number and number.title != last.title
        if twice or follows(number.number, last.number) or (number.said and last.said and number.number != last.number):
            out.append(here)
    return [(one.at, one.number.number, one.number.title) for one in out]


def _references(blocks: Sequence[Block], first: int, last: int) -> list[Head]:
    """Headings that begin with a reference of the series that most of them are of."""
    found = list(_candidates(blocks, first, last, coded, strong=False))
    rows = [_Candidate(at, Numbered(number, title), False) for at, number, title in reference_rows(blocks, first, last)]
    found = sorted([*found, *rows], key=lambda one: one.at)
    shapes = Counter(shape(one.number.number) for one in found)
    if not shapes:
        return []
    series, _ = shapes.most_common(1)[0]
    seen: set[str] = set()
    out: list[Head] = []
    for one in found:
        if shape(one.number.number) == series and one.number.number not in seen:
            seen.add(one.number.number)
            out.append((one.at, one.number.number, one.number.title))
    return out


def _weak(blocks: Sequence[Block], first: int, last: int) -> list[Head]:
    """Numbered lines in the body's own print that read as headings and run on from the first."""
    found = [one for one in _candidates(blocks, first, last, numbered, strong=False) if blocks[one.at].kind != "bullet"]
    if found and found[0].at > first and heads_a_list(blocks[found[0].at - 1].text):
        return []
    plain = _run(found)
    return plain if len(plain) >= ENOUGH else _run(found, anywhere=True)


def _letters(blocks: Sequence[Block], first: int, last: int) -> list[Head]:
    out: list[Head] = []
    for one in _candidates(blocks, first, last, lettered, strong=False):
        if letter_follows(one.number.number, out[-1][1]) if out else one.number.number in ("A", "I"):
            out.append((one.at, one.number.number, one.number.title))
    return out


def _unnumbered(blocks: Sequence[Block], first: int, last: int) -> list[int]:
    """Headings of the highest level that has several, behind the lists of those present."""
    start = first + max(1, roster_end(blocks[first:last]))
    said = Counter(blocks[at].text.lower() for at in range(start, last) if _stands_out(blocks[at]))
    found = [at for at in range(start, last) if _bare(blocks[at]) and said[blocks[at].text.lower()] < 3]
    open_ended = [at for at in found if blocks[at].text.rstrip().endswith(":")]
    plain = [at for at in found if at not in set(open_ended)]
    found = plain if len(plain) >= ENOUGH or len(plain) >= len(open_ended) else found
    counts = Counter(_rank(blocks[at]) for at in found)
    most = max(counts.values(), default=0)
    level = next((rank for rank in sorted(counts) if counts[rank] >= max(2, most / 4)), None)
    level = level if level is not None else next(iter(sorted(counts)), None)
    return [at for at in found if _rank(blocks[at]) == level]


def _rank(block: Block) -> int:
    return block.level or 6


def _bare(block: Block) -> bool:
    """Whether a block may head an item without a number."""
    if block.kind != "heading" and not (block.bold and block.kind == "paragraph" and _like_a_heading(block)):
        return False
    return _heads_something(block.text.strip())


def _heads_something(text: str) -> bool:
    """Whether a heading's words may be an item's: no frame, label, name or date."""
    if FRAME.match(text) or DECIDED.match(text) or ACTION.match(text) or (is_name(text) and not _JOINED.search(text)):
        return False
    if label_of(text) and not AROUND.match(text) and not is_usual(text):
        return False
    return not (dates(text) and (body(text) or len(text.split()) < 8)) and any(letter.isalpha() for letter in text)


def _with_around(blocks: Sequence[Block], found: list[Head], first: int) -> list[Head]:
    """The heads with those before the first and behind the last that open or close a meeting without a number."""
    if not found or not all(_stands_out(blocks[at]) for at, _, _ in found[:3]):
        return found
    start = first + max(1, roster_end(blocks[first : found[0][0]]))
    opening = [
        (at, "", blocks[at].text)
        for at in range(start, found[0][0])
        if _bare(blocks[at]) and AROUND.match(blocks[at].text) and _prose(blocks, at + 1, found[0][0])
    ]
    return [*opening, *found]


def _prose(blocks: Sequence[Block], at: int, last: int) -> bool:
    return (
        at < last and blocks[at].kind in ("paragraph", "bullet") and blocks[at].text.rstrip().endswith((".", ":", ";"))
    )
