"""When an action is due, as logs and minutes print it, read as an ISO date."""

from __future__ import annotations

import calendar
import re
from datetime import date

from ingest.model import dates

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_SHORT = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{2})\b")
_MONTH = re.compile(rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?{_NAME}(?:[\s,'’/-]+(\d{{4}}|\d{{2}})\b)?", re.I)


def due_on(printed: str, raised: str) -> str:
    """The last day that a printed due date names, "" where it names none; a month is due on its last day.

    raised is the ISO date of the meeting that asked, from which a year that is not printed is reckoned.

    >>> due_on("30/04/2025", ""), due_on("end of March", "2025-01-16"), due_on("Jan 25", ""), due_on("ongoing", "")
    ('2025-04-30', '2025-03-31', '2025-01-31', '')
    """
    found = {each.day for each in dates(printed)}
    if not found:
        found = {day for match in _SHORT.finditer(printed) if (day := _day(2000 + int(match[3]), match[2], match[1]))}
    if not found:
        found = {day for match in _MONTH.finditer(printed) if (day := _month(match, raised))}
    return max(found).isoformat() if found else ""


def _month(match: re.Match[str], raised: str) -> date | None:
    month = MONTHS.index(match[2][:3].lower()) + 1
    year = int(match[3]) + (2000 if len(match[3]) == 2 else 0) if match[3] else 0
    if year:
        return _day(year, month, match[1])
    if not raised:
        return None
    if not match[1] and match[2] == "may":  # "may", not "May"
        return None
    start = date.fromisoformat(raised)
    day = _day(start.year, month, match[1])
    return _day(start.year + 1, month, match[1]) if day and day < start else day


def _day(year: int, month: str | int, day: str | int | None) -> date | None:
    try:
        month = int(month)
        return date(year, month, int(day) if day else calendar.monthrange(year, month)[1])
    except ValueError:
        return None
