"""Meetings read from sections, with misprinted years put right from what stands around them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ingest.model import Attendance, Item, Meeting, Span
from ingest.structure.meeting.dates import Printed
from ingest.structure.sections import Section


def reading_of(
    section: Section, agenda: Section | None, items: Sequence[Item], people: Sequence[Attendance], span: Span
) -> Meeting:
    """The meeting that an agenda or a set of minutes tells of.

    agenda is the one of the pack that the section is bound in: the meeting that received its minutes.
    """
    pack = agenda if agenda and agenda is not section else None
    day, note = day_meant(section.day, pack.day if pack else None)
    return Meeting(
        body=section.body,
        date=day.isoformat() if day else "",
        printed=section.day.text if section.day else "",
        note="; ".join(part for part in (note, _renamed(section)) if part),
        kind="agenda" if section.kind == "agenda" else "minutes",
        part=section.part,
        items=tuple(items),
        attendance=tuple(people),
        span=span,
        place=section.place,
        quorum=section.quorum,
        state=section.state,
        received=_received(section, day, pack),
    )


def _renamed(section: Section) -> str:
    """A note where the body was put right by hand."""
    read = section.origin[0]
    if not any(section.origin) or read == section.body:
        return ""
    return f"body corrected by hand; read as {read}" if read else "body given by hand; none could be read"


def _received(section: Section, day: date | None, pack: Section | None) -> tuple[str, str]:
    """Body and date of the meeting whose pack holds these minutes; not of one that was held before them."""
    if not pack or section.kind != "minutes" or not pack.body:
        return "", ""
    if not pack.day:
        return pack.body, ""
    early = day and (day > pack.day.day or (day == pack.day.day and section.body == pack.body))
    return ("", "") if early else (pack.body, pack.day.day.isoformat())


def day_meant(printed: Printed | None, pack: Printed | None) -> tuple[date | None, str]:
    """The date meant, and a note where it is not the one printed.

    A weekday that does not fit the date shows a misprint. Minutes bound in a pack are of a meeting in the year before
    it, so the year of that stretch is taken where the printed one lies further back.
    """
    if not printed:
        return None, ""
    if printed.note:
        return printed.day, printed.note
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
