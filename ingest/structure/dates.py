"""Dates as board papers print them, read as ISO dates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"(?:(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+(?:the\s+)?)?"
FORMS = (
    re.compile(rf"\b{_DAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\.?,?\s+(?P<year>\d{{4}})\b", re.I),
    re.compile(rf"\b{_DAY}{_MONTH}\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b", re.I),
    re.compile(r"\b(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})\b"),
    re.compile(r"\b(?P<day>\d{1,2})[/.](?P<number>\d{1,2})[/.](?P<year>\d{4})\b"),
)


@dataclass(frozen=True, slots=True)
class Printed:
    """One date found in a text: what it says, the words it was read from, and whether its weekday is the right one."""

    day: date
    text: str
    start: int
    weekday_agrees: bool


def dates(text: str) -> list[Printed]:
    """All full dates of a text in order; a date that no calendar has is left out.

    >>> dates("Thursday, 13 March 2025 at 2.00 pm")[0].day.isoformat()
    '2025-03-13'
    >>> [found.weekday_agrees for found in dates("Monday 13 March 2025; 2025-03-13")]
    [False, True]
    """
    found: list[Printed] = []
    for form in FORMS:
        for match in form.finditer(text):
            parts = match.groupdict()
            month = int(parts["number"]) if parts.get("number") else _month(parts["month"])
            try:
                day = date(int(parts["year"]), month, int(parts["day"]))
            except ValueError:
                continue
            printed = parts.get("weekday")
            agrees = not printed or DAYS[day.weekday()].startswith(printed.lower()[:3])
            found.append(Printed(day, match[0], match.start(), agrees))
    return sorted(found, key=lambda date: date.start)


def _month(printed: str) -> int:
    return next(number for number, month in enumerate(MONTHS, start=1) if month.startswith(printed.lower()[:3]))
