"""Dates as board papers print them, read as ISO dates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
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
_DAY = r"(?:(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+(?:the\s+)?)?"
_ORDINAL = r"(?:\s?\^?\(?(?:<sup>)?(?:st|nd|rd|th)\b\)?(?:</sup>)?)?"
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_ORDINAL_DAY = rf"(?P<day>\d{{1,2}}){_ORDINAL}"
FORMS = (
    re.compile(rf"\b{_DAY}{_ORDINAL_DAY}[\s-]+(?:of\s+)?{_MONTH}\b\.?,?[\s-]+{_YEAR}\b", re.I),
    re.compile(rf"\b{_DAY}{_MONTH}\b\.?\s+{_ORDINAL_DAY},?\s+{_YEAR}\b", re.I),
    re.compile(r"\b(?P<year>\d{4})[-/](?P<number>\d{2})[-/](?P<day>\d{2})\b"),
    re.compile(rf"\b{_DAY}(?P<day>\d{{1,2}})[/.-](?P<number>\d{{1,2}})[/.-](?P<year>\d{{4}})\b", re.I),
    re.compile(r"(?<![\d./-])(?P<day>\d{2})(?P<by>[/.])(?P<number>\d{2})(?P=by)(?P<short>\d{2})(?![\d./-]*\d)"),
)
# A date without its year, with its weekday or its month in letters.
YEARLESS = (
    re.compile(rf"\b{_DAY}{_ORDINAL_DAY}\s+(?:of\s+)?{_MONTH}\b(?!\.?,?\s*\d{{2}})", re.I),
    re.compile(rf"\b{_DAY}{_MONTH}\b\.?\s+{_ORDINAL_DAY}\b(?!,?\s*\d{{2}})", re.I),
)


@dataclass(frozen=True, slots=True)
class Printed:
    """One date found in a text: what it says, the words it was read from, and whether its weekday is the right one.

    note says where the year was read, if not in those words.
    """

    day: date
    text: str
    start: int
    weekday_agrees: bool
    note: str = ""


def dates(text: str) -> list[Printed]:
    """All full dates of a text in order; a date that no calendar has is left out.

    >>> dates("Thursday, 13 March 2025 at 2.00 pm")[0].day.isoformat()
    '2025-03-13'
    >>> [found.weekday_agrees for found in dates("Monday 13 March 2025; 2025-03-13")]
    [False, True]
    >>> [found.day.isoformat() for found in dates("14^(th) February 2014; 14 th Feb 2014; 14.02.14")]
    ['2014-02-14', '2014-02-14', '2014-02-14']
    """
    found: dict[int, Printed] = {}
    for form in FORMS:
        for match in form.finditer(text):
            parts = match.groupdict()
            year = int(parts["year"]) if parts.get("year") else 2000 + int(parts["short"])
            printed = _printed(match, year)
            if printed and not any(abs(printed.start - start) < 4 for start in found):
                found[printed.start] = printed
    return sorted(found.values(), key=lambda date: date.start)


def yearless(text: str, years: Sequence[int]) -> Printed | None:
    """The first date of a text that lacks its year, read in the first of years that its weekday fits, if any.

    >>> yearless("held on Tuesday 11 October at noon", (2012, 2011)).day.isoformat()
    '2011-10-11'
    >>> yearless("held on 11 October 2011", (2012,)) is None
    True
    """
    for form in YEARLESS:
        for match in form.finditer(text):
            read = [printed for year in years if (printed := _printed(match, year))]
            if read:
                return next((printed for printed in read if printed.weekday_agrees), read[0])
    return None


def years(text: str) -> list[int]:
    """The years that a text prints, the commonest first.

    >>> years("2023 and 2024; 2024-05-01")
    [2024, 2023]
    """
    counts = Counter(int(year) for year in re.findall(r"(?<!\d)(?:19|20)\d{2}(?!\d)", text))
    return [year for year, _ in counts.most_common()]


def _printed(match: re.Match[str], year: int) -> Printed | None:
    parts = match.groupdict()
    month = int(parts["number"]) if parts.get("number") else _month(parts["month"])
    try:
        day = date(year, month, int(parts["day"]))
    except ValueError:
        return None
    weekday = parts.get("weekday")
    agrees = not weekday or DAYS[day.weekday()].startswith(weekday.lower()[:3])
    return Printed(day, match[0], match.start(), agrees)


def _month(printed: str) -> int:
    return next(number for number, month in enumerate(MONTHS, start=1) if month.startswith(printed.lower()[:3]))
