"""Papers by their cover sheets: who leads and wrote them, what they are for and what they ask of the meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.model import Attendance, Block, Meeting, Page, Paper, Span
from ingest.structure.meeting.bodies import body
from ingest.structure.meeting.dates import dates
from ingest.structure.papers.recommended import recommended
from ingest.structure.papers.sheet_labels import Name
from ingest.structure.papers.sheets import Field, Piece, fields
from ingest.structure.papers.standing import opening
from ingest.structure.people.signatures import named
from ingest.structure.place import Placed
from ingest.structure.sections import Section

SIGNED: set[Name] = {"lead", "presenter", "author"}
ASKED: set[Name] = {"purpose", "recommendation"}
CALLED: set[Name] = {"title", "number"}
BOUND = ("action", "interest")  # rows of logs and registers
CLOSE = 2  # blocks from one line of a sheet to the next
NEAR = 16  # fields among which those of one sheet stand
LONG = 600  # characters; more than that is no list of names
SHEET_PAGES = 3  # pages that a sheet takes at most
GENERIC = re.compile(
    r"^\W*(?:cover\s*sheet|front\s*(?:sheet|cover)|summary report|report (?:summary|template|cover)|"
    r"(?:board|committee) (?:paper|report)|agenda\b.*|report to\b.*|part [12i]+\b.*|enclosure\b.*)\W*$",
    re.I,
)
MEETING = re.compile(r"\b(?:meeting|date|report to|to|board|committee|agenda)\b", re.I)
TICK = re.compile(r"[☑✓✔√■\uf0fe\uf0fc]|\[\s*[xX✓]\s*\]")
NO_TICK = re.compile(r"[□❑❏\uf06f\uf0a8]|\[\s*\]")


def papers(
    spread: Sequence[Placed], found: Sequence[Section], meetings: Sequence[Meeting], pages: Sequence[Page], title: str
) -> list[Paper]:
    """The papers of a document in order; title is the document's own, for a paper that stands alone."""
    blocks = [here.block for here in spread]
    people = [person for meeting in meetings for person in meeting.attendance]
    out: list[Paper] = []
    for section in found:
        if section.kind == "agenda":
            continue
        first = opening(spread, section.first) if section.kind == "paper" else section.first
        labelled = fields(blocks, first, section.last, pages, lambda at: spread[at].place.kind in BOUND)
        for number, sheet in enumerate(_sheets(labelled, section, blocks)):
            own = section if number == 0 and section.kind == "paper" else None
            out.append(_paper(sheet, own, spread, people, title if section.kind == "front" else ""))
    return out


def _sheets(found: Sequence[Field], section: Section, blocks: Sequence[Block]) -> Iterator[list[Field]]:
    """The fields of each cover sheet of a section with those of the paper behind it.

    A section that is a paper opens with one. Another opens where somebody signs, something is asked, and, in a paper
    or in minutes, a title or a number is given, all near each other.
    """
    starts = [0] if section.kind == "paper" else []
    for at in range(len(found)):
        if starts and (at <= starts[-1] or (at == 0)):
            continue
        page = blocks[found[at].at].spans[0].page
        near = [field for field in found[at : at + NEAR] if blocks[field.at].spans[0].page < page + SHEET_PAGES]
        names = {name for field in near for name in field.names}
        opens = set(found[at].names) & (CALLED if section.kind != "front" or starts else CALLED | SIGNED | ASKED)
        if not opens or not names & SIGNED or not names & ASKED:
            continue
        if starts and (
            page == blocks[found[starts[-1]].at].spans[0].page or not _signed_before(found[starts[-1] : at])
        ):
            continue
        while at and at - 1 > (starts[-1] if starts else -1) and found[at].at - found[at - 1].at <= CLOSE:
            at -= 1
        starts.append(at)
    for start, end in pairwise([*starts, len(found)]):
        yield list(found[start:end])


def _signed_before(found: Sequence[Field]) -> bool:
    return any(set(field.names) & SIGNED for field in found)


def _paper(
    sheet: Sequence[Field], section: Section | None, spread: Sequence[Placed], people: Sequence[Attendance], title: str
) -> Paper:
    first = section.first if section else sheet[0].at
    place = spread[first].place
    top = _top(sheet, spread)
    called, span = _title(sheet, section, spread, title)
    number = section.number if section else ""
    day, whose = place.date, place.body
    other = [field for field in sheet[:NEAR] if "recommendation" not in field.names]
    told = [(field.label, field.text) for field in other] + [(field.label, field.label) for field in other]
    for label, text in [*told, *_over(spread, first)]:
        if MEETING.search(label) and len(text) < 160:
            day = day or next((found.day.isoformat() for found in dates(text)), "")
            whose = whose or body(re.sub(r"^\W*report to\s+(?:the\s+)?", "", text, flags=re.I))
    return Paper(
        number=number or _number(sheet),
        title=called,
        body=whose,
        date=day,
        lead=_people(top, "lead", people) or _people(top, "presenter", people),
        authors=_people(top, "author", people),
        purpose=ticked(_first(top, "purpose")),
        recommendations=recommended(sheet),
        committees=_text(_first(top, "committees")),
        financial=_text(_first(top, "financial")),
        conflicts=_text(_first(top, "conflicts")),
        span=span,
    )


def _over(spread: Sequence[Placed], first: int) -> Iterator[tuple[str, str]]:
    """("meeting", heading) for each heading over a sheet, nearest first."""
    for here in reversed(spread[max(0, first - 4) : first]):
        if here.block.kind == "heading" or here.block.bold:
            yield "meeting", here.block.text


def _top(sheet: Sequence[Field], spread: Sequence[Placed]) -> list[Field]:
    """The fields of the sheet itself: those on its first pages."""
    if not sheet:
        return []
    page = spread[sheet[0].at].block.spans[0].page
    near = [field for field in sheet if spread[field.at].block.spans[0].page < page + SHEET_PAGES]
    return near[: 2 * NEAR]


def _first(top: Sequence[Field], name: Name) -> Field | None:
    return next((field for field in top if name in field.names and field.pieces), None)


def _people(top: Sequence[Field], name: Name, people: Sequence[Attendance]) -> tuple[str, ...]:
    field = _first(top, name)
    if not field:
        return ()
    bullets = [piece for piece in field.pieces if piece.bullet]
    return named(
        [line for piece in field.pieces if piece in bullets or len(piece.text) < 400 for line in piece.lines], people
    )


def _text(field: Field | None) -> str:
    return field.text if field else ""


def _number(sheet: Sequence[Field]) -> str:
    text = _text(_first(sheet, "number"))
    found = re.match(r"(?:item\s+)?(?P<number>[A-Z]{0,8}[/.-]?\d[\w./-]{0,15})", text, re.I)
    return found["number"].rstrip(".") if found else ""


def ticked(field: Field | None) -> str:
    """What a paper is for: the ticked of several boxes, else the words."""
    if not field:
        return ""
    text = TICK.sub("☒", NO_TICK.sub("☐", field.text))
    if not re.search("[☒☐]", text):
        return text
    if text[0] in "☒☐":  # boxes before their words, or behind them
        parts = [part for part in re.split("(?=[☒☐])", text) if part.startswith("☒")]
    else:
        parts = [part for part in re.split("(?<=[☒☐])", text) if part.endswith("☒")]
    return ", ".join(word for part in parts if (word := part.strip("☒ ,;/")))


def _title(sheet: Sequence[Field], section: Section | None, spread: Sequence[Placed], title: str) -> tuple[str, Span]:
    """The paper's title and where it stands: labelled, by the section, or the heading over the first label."""
    field = _first(sheet[:NEAR], "title")
    if field:
        piece: Piece = field.pieces[0]
        return piece.text, piece.spans[0]
    first = section.first if section else sheet[0].at
    if section and section.title:
        at = next(
            (at for at in range(first, min(first + 8, len(spread))) if spread[at].block.text == section.title), first
        )
        return section.title, spread[at].block.spans[0]
    for at in range(sheet[0].at - 1 if sheet else first, max(first - 6, -1), -1):
        block = spread[at].block
        if (block.kind == "heading" or block.bold) and block.kind != "row" and not GENERIC.match(block.text):
            return block.text, block.spans[0]
    return title, spread[first].block.spans[0]
