"""Meetings read from sections, with misprinted years put right from what stands around them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ingest.model import Attendance, Item, Meeting, Span
from ingest.structure.dates import Printed
from ingest.structure.sections import Section


def reading_of(
    section: Section, agenda: Section | None, items: Sequence[Item], people: Sequence[Attendance], span: Span
) -> Meeting:
    """The meeting that an agenda or a set of minutes tells of."""
    day, note = _day(section.day, agenda.day if agenda and agenda is not section else None)
    return Meeting(
        body=section.body,
        date=day.isoformat() if day else "",
        printed=section.day.text if section.day else "",
        note=note,
        kind="agenda" if section.kind == "agenda" else "minutes",
        part=section.part,
        items=tuple(items),
        attendance=tuple(people),
        span=span,
    )


def _day(printed: Printed | None, pack: Printed | None) -> tuple[date | None, str]:
    """The date meant, and a note where it is not the one printed.

    A weekday that does not fit the date shows a misprint. Minutes bound in a pack are of a meeting in the year before
    it, so the year of that stretch is taken where the printed one lies further back.
    """
    if not printed:
        return None, ""
    if printed.weekday_agrees or not pack:
        return printed.day, "" if printed.weekday_agrees else "the printed weekday is not that of the date"
    for year in (pack.day.year, pack.day.year - 1):
        try:
            meant = printed.day.replace(year=year)
        except ValueError:
            continue
        if 0 <= (pack.day - meant).days < 366 and meant != printed.day:
            return meant, f"printed {printed.text}; the year is read as {year} from the pack it is bound in"
    return printed.day, "the printed weekday is not that of the date"
