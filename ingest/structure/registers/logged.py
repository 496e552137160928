"""One row of an action log, from its cells to the fact."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.model import Attendance, LogEntry, Meeting, Page, Span
from ingest.structure.meeting.dates import dates
from ingest.structure.people.known import presenters
from ingest.structure.people.naming import is_name
from ingest.structure.people.signatures import named
from ingest.structure.place import Placed
from ingest.structure.registers.errands import asked, when
from ingest.structure.registers.log_titles import title_in

STATUS = re.compile(
    r"^\W*(?P<status>completed?|closed|open|on-?going|in progress|on track|overdue|not (?:yet )?(?:started|due)|"
    r"superseded|done|deferred|delayed|cancelled|outstanding|pending|action (?:closed|completed?))\b(?=\W|$)",
    re.I,
)
ENDED = re.compile(r"[(\[–-]\s*(?P<status>completed?|closed|open|on-?going|in progress|overdue|done)\s*[)\].]*$", re.I)
NOBODY = re.compile(r"^\W*(?:n/?a|none|tb[cda]|to be confirmed|-)?\W*$", re.I)
SHORT_DATE = re.compile(r"\b(\d{1,2})([/.-])(\d{1,2})\2(\d{2})\b(?!\d)")
NUMBERED = re.compile(r"^(?:item\s+)?(?P<number>[A-Z]{0,8}[/.-]?\d[\w./-]*)[\s:.–-]*(?P<title>.*)$", re.I | re.S)


@dataclass(frozen=True, slots=True)
class Row:
    """A log's row: its cells by what they hold, and the word of the section (open, closed) that it stands in."""

    here: Placed
    cells: Mapping[str, str]
    section: str
    more: tuple[Placed, ...] = ()

    def joined(self, row: Row) -> Row:
        """This row with the cells of the one that goes on with it."""
        both = {name: " ".join(filter(None, (text, row.cells.get(name)))) for name, text in self.cells.items()}
        return replace(self, cells=both, more=(*self.more, row.here))

    def after(self, last: Row | None) -> Row:
        """This row with the meeting and item of the one above where a cell merged over both holds them."""
        if not last or self.cells.get("raised") or self.cells.get("reference"):
            return self
        above = {name: last.cells[name] for name in ("raised", "item") if name in self.cells and not self.cells[name]}
        return replace(self, cells={**self.cells, **above})

    @property
    def spans(self) -> tuple[Span, ...]:
        """The row's spans; of a row over a break, those of its cells one after the other."""
        blocks = [here.block for here in (self.here, *self.more)]
        if len(blocks) == 1 and len(blocks[0].spans) == 1:
            return blocks[0].spans
        heads = list(dict.fromkeys(head for block in blocks for head, _ in block.cells))
        return tuple(
            span
            for wanted in heads
            for block in blocks
            for (head, _), places in zip(block.cells, block.places, strict=True)
            if head == wanted
            for span in places
        )


def entry(row: Row, meetings: Sequence[Meeting], pages: Sequence[Page], short: bool) -> LogEntry:
    """The fact of one row; short says that its column of progress holds the status."""
    cells = {name: row.cells.get(name, "") for name in
             ("reference", "raised", "item", "title", "text", "owner", "due", "update", "status")}  # fmt: skip
    place = row.here.place
    raised = day(cells["raised"])
    number, title = _numbered(cells["item"])
    asking = [meeting for meeting in meetings if raised and meeting.date == raised and meeting.body == place.body]
    item = next((item for meeting in asking for item in meeting.items if number and item.number == number), None)
    title = (
        cells["title"]
        or title
        or title_in(
            cells["text"],
            _raw(row, cells["text"], pages),
            item,
            [item.title for meeting in meetings for item in meeting.items],
        )
    )
    text = cells["text"]
    if title and text.startswith(title) and text[len(title) :].strip(" :–-"):
        text = text[len(title) :].lstrip(" :–-")
    update, status = cells["update"], cells["status"]
    if short:
        update, status = "", update
    elif status and not update and len(status.split()) > 6 and (said := STATUS.match(status)):
        update, status = status, said["status"]
    if not status and (said := STATUS.match(update) or ENDED.search(update) or ENDED.search(text)):
        status = said["status"]
    owner = _owners(row, cells["owner"], asking, meetings, pages)
    return LogEntry(
        reference=_reference(cells),
        body=place.body,
        date=place.date,
        raised=raised,
        item=number,
        title=title,
        text=text,
        owner=owner or _asked(text, asking or meetings),
        printed=cells["owner"],
        due=cells["due"] or when(text),
        update=update,
        status=status or row.section.strip("-"),
        spans=row.spans,
    )


def day(printed: str) -> str:
    """The ISO date of a cell, years of two figures among them; "" where it holds none.

    >>> [day(text) for text in ("14/11/24", "3 May 2024", "Board, 14.11.2024 / 3", "next time")]
    ['2024-11-14', '2024-05-03', '2024-11-14', '']
    """
    found = dates(SHORT_DATE.sub(r"\1/\3/20\4", printed))
    return found[0].day.isoformat() if found else ""


def _reference(cells: Mapping[str, str]) -> str:
    """The action's number; a cell may hold it behind the date of its meeting."""
    if cells["reference"] or not dates(cells["raised"]):
        return cells["reference"]
    rest = cells["raised"].replace(dates(cells["raised"])[0].text, " ").strip(" /:;,–-()")
    return rest if re.fullmatch(r"[A-Z]{0,6}[\s./-]?\d[\w./-]{0,11}", rest) else ""


def _numbered(item: str) -> tuple[str, str]:
    """Number and title of an item's cell; a cell without a number is a title."""
    found = NUMBERED.match(item)
    return (found["number"].strip(" .:"), found["title"]) if found else ("", item)


def _raw(row: Row, text: str, pages: Sequence[Page]) -> str:
    block = row.here.block
    places = next((spans for (_, said), spans in zip(block.cells, block.places, strict=True) if said == text), ())
    return "\n".join(pages[span.page - 1].text[span.start : span.end] for span in places)


def _owners(
    row: Row, printed: str, asking: Sequence[Meeting], meetings: Sequence[Meeting], pages: Sequence[Page]
) -> tuple[str, ...]:
    """Full names by the list of the meeting that asked, else by any list of the body, else by any of the document."""
    if not printed or NOBODY.match(printed):
        return ()
    ours = [meeting for meeting in meetings if meeting.body == row.here.place.body]
    lines = [line for line in _raw(row, printed, pages).split("\n") if line.strip()]
    found: tuple[str, ...] = ()
    for lists in (asking, ours, meetings):
        people = [person for meeting in lists for person in meeting.attendance]
        found = _resolved(printed, lines, people)
        if any(person.name in found for person in people):
            return found
    return found


def _resolved(printed: str, lines: Sequence[str], people: Sequence[Attendance]) -> tuple[str, ...]:
    lines = [line.strip(" ,;/&") for line in lines]
    for rows in (lines, _pairs(lines)):
        if len(rows) > 1 and all(is_name(row) for row in rows):
            return tuple(name for row in rows for name in presenters(row, people))
    if re.search(r"[,(–]|\s-\s", printed) and (without_posts := named(lines or [printed], people)):
        return tuple(name for one in without_posts for name in presenters(one, people))
    return presenters(printed, people)


def _pairs(lines: Sequence[str]) -> list[str]:
    """First names and surnames that stand one under the other in a narrow column, put together."""
    words = " ".join(lines).split()
    return [" ".join(pair) for pair in zip(words[::2], words[1::2], strict=True)] if len(words) % 2 == 0 else []


def _asked(text: str, meetings: Sequence[Meeting]) -> tuple[str, ...]:
    """Those whom the action's words ask, people of them by their full names."""
    people = [person for meeting in meetings for person in meeting.attendance]
    full = [presenters(name, people) for name in asked(text)]
    return tuple(names[0] if len(names) == 1 else name for name, names in zip(asked(text), full, strict=True))
