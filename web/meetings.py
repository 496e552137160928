"""The page that lists the meetings, an agenda and the minutes of the same meeting in one row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from ingest.model import long_date
from search.model import MeetingLine
from web.address import UNDATED, meeting, page_of, with_query
from web.page import Plain
from web.paging import Paging

SIZE = 50  # meetings on one page


@dataclass(frozen=True, slots=True)
class Record:
    """A document that records or announces a meeting: what it is, and the page where it begins."""

    kind: str
    address: str


@dataclass(frozen=True, slots=True)
class Row:
    """One body's meeting on one day, by all lines of it."""

    lines: tuple[MeetingLine, ...]

    @property
    def body(self) -> str:
        """The body's name, or words for one that has none."""
        return self.lines[0].citation.body or "Unnamed body"

    @property
    def day(self) -> str:
        """The date in words."""
        return long_date(self.lines[0].citation.date) or "No date"

    @property
    def year(self) -> str:
        """The calendar year, or UNDATED."""
        return self.lines[0].citation.date[:4] or UNDATED

    @property
    def parts(self) -> str:
        """The parts of the day's sitting, or ""."""
        named = sorted({line.part for line in self.lines if line.part})
        return f"Part {' and '.join(named)}" if named else ""

    @property
    def address(self) -> str:
        """The page of the meeting."""
        return meeting(self.lines[0].citation.body, self.lines[0].citation.date)

    @property
    def records(self) -> tuple[Record, ...]:
        """The minutes and then the agendas; of those that say no more than another, the first."""
        found: dict[str, Record] = {}
        for line in sorted(self.lines, key=lambda line: (line.kind != "minutes", line.state != "confirmed", line.part)):
            kind = f"Minutes ({line.state})" if line.kind == "minutes" else "Agenda"
            part = f", part {line.part}" if line.part and " and " in self.parts else ""
            address = page_of(line.citation.document, line.citation.page)
            found.setdefault(f"{kind}{part}", Record(f"{kind}{part}", address))
        return tuple(found.values())

    @property
    def minuted(self) -> bool:
        """Whether there are minutes, so that it is known what was decided."""
        return any(line.kind == "minutes" for line in self.lines)

    @property
    def items(self) -> int:
        """How many items there are, by the fullest record of each part."""
        return self._most("items")

    @property
    def decisions(self) -> int:
        """How many decisions there are, likewise."""
        return self._most("decisions")

    @property
    def actions(self) -> int:
        """How many actions there are, likewise."""
        return self._most("actions")

    def _most(self, name: str) -> int:
        most: dict[tuple[str, str], int] = {}
        for line in self.lines:
            # undated records of one body need not be of one meeting
            part = line.part, "" if line.citation.date else line.citation.document
            most[part] = max(most.get(part, 0), int(getattr(line, name)))
        return sum(most.values())


def rows(lines: Iterable[MeetingLine]) -> tuple[Row, ...]:
    """One row for each body's meeting, newest first and by body's name; those without a date stand last."""
    held: dict[tuple[str, str], list[MeetingLine]] = {}
    for line in lines:
        held.setdefault((line.citation.date, line.citation.body), []).append(line)
    order = sorted(sorted(held, key=lambda key: key[1]), key=lambda key: key[0], reverse=True)
    return tuple(Row(tuple(held[key])) for key in order)


@dataclass(frozen=True, slots=True)
class MeetingsPage(Plain):
    """Meetings by body and year. every are all that there are; body and year are what the reader chose, "" for all."""

    template: ClassVar[str] = "meetings.html"
    title: ClassVar[str] = "Meetings"
    section: ClassVar[str] = "meetings"
    every: tuple[Row, ...]
    body: str = ""
    year: str = ""
    page: int = 1

    @property
    def bodies(self) -> tuple[str, ...]:
        """The bodies to choose from."""
        return tuple(sorted({row.lines[0].citation.body for row in self.every} - {""}))

    @property
    def years(self) -> tuple[str, ...]:
        """The years to choose from, newest first; UNDATED stands last."""
        return tuple(dict.fromkeys(row.year for row in self.every))

    @property
    def chosen(self) -> tuple[Row, ...]:
        """The meetings that fit."""
        return tuple(
            row for row in self.every if self.body in ("", row.lines[0].citation.body) and self.year in ("", row.year)
        )

    @property
    def paging(self) -> Paging:
        """The part that is shown; the last where the reader asks for one behind it."""
        total = len(self.chosen)
        return Paging(min(self.page, max(1, -(-total // SIZE))), total, self._at, SIZE)

    @property
    def groups(self) -> tuple[tuple[str, tuple[Row, ...]], ...]:
        """The meetings of this part by year."""
        first = (self.paging.page - 1) * SIZE
        shown = self.chosen[first : first + SIZE]
        return tuple((year, tuple(group)) for year, group in groupby(shown, key=lambda row: row.year))

    @property
    def narrowed(self) -> bool:
        """Whether the reader chose a body or a year."""
        return bool(self.body or self.year)

    @property
    def canonical(self) -> str:
        """The list's one address; a choice from it is not for search engines."""
        return "" if self.narrowed else self._at(self.paging.page)

    @property
    def feed(self) -> str:
        """The feed of decisions of the same body."""
        return with_query("/feeds/decisions.atom", body=self.body)

    def _at(self, page: int) -> str:
        return with_query("/meetings", body=self.body, year=self.year, page=str(page) if page > 1 else "")
