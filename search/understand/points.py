"""Days, months, quarters and years as questions name them."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b\.?(?:'s)?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+(?:the\s+)?)?"
_DAY = r"\d{1,2}(?:\s?(?:st|nd|rd|th))?"
_YEAR = r"(?:19|20)\d{2}"
_POINT = re.compile(
    r"(?<![\w£$€/.,-])(?:"
    r"(?P<iso>\d{4}-\d{2}-\d{2})|"
    r"(?P<figures>\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2}))|"
    rf"{_WEEKDAY}(?P<day>{_DAY})\s+(?:of\s+)?(?P<daymonth>{_MONTH})(?:,?\s+(?P<dayyear>{_YEAR}|'\d{{2}}))?|"
    rf"(?P<monthday>{_MONTH})\s+(?P<behind>\d{{1,2}}(?:st|nd|rd|th)|"
    rf"\d{{1,2}}(?=,?\s+{_YEAR}))(?:,?\s+(?P<behindyear>{_YEAR}))?|"
    rf"(?P<month>{_MONTH})(?:,?\s+(?:of\s+)?(?P<monthyear>{_YEAR}|'?\d{{2}}(?!\s*(?:%|weeks?|days?|months?|"
    rf"people|patients))))?|"
    r"(?P<quarter>q[1-4]|(?:first|second|third|fourth|last) quarter)(?:\s+(?:of\s+|in\s+)?(?:fy\s?)?"
    rf"(?P<quarteryear>{_YEAR}(?:[/-](?:\d{{4}}|\d{{2}}))?|\d{{2}}/\d{{2}}))?|"
    rf"(?:fy\s?|financial year\s+)?(?P<span>{_YEAR}[/-](?:20)?\d{{2}}|(?<!\d)\d{{2}}/\d{{2}})|"
    rf"(?P<fy>fy\s?(?:{_YEAR}|\d{{2}}))|"
    rf"(?P<year>{_YEAR})"
    r")(?![\w/]|[.,-]?\d)",
    re.IGNORECASE,
)
_BEFORE = "in|of|since|until|till|by|from|between|last|this|next|before|after|during"
_LED = {
    "may": re.compile(rf"\b(?:{_BEFORE})\s+$", re.IGNORECASE),
    "march": re.compile(rf"\b(?:{_BEFORE}|and|to|the)\s+$", re.IGNORECASE),
}
_MEETS = re.compile(r"\s+(?:board|committee|meeting|minutes|panel|council)\b", re.IGNORECASE)
EARLIEST, LATEST = 1900, 2100  # years of days that are read
NEAR = 40  # characters before a word that are looked at
MOST = 16  # dates of one question: more is a text, not a question
LEAP = 2000  # a year that has every day
APRIL = 4  # the month in which financial years of public bodies begin


@dataclass(frozen=True, slots=True)
class Point:
    """One day, month, quarter or year named at text[start:end]; what is not said is 0. fiscal years begin in April."""

    start: int
    end: int
    year: int
    month: int = 0
    day: int = 0
    quarter: int = 0
    fiscal: bool = False

    def within(self, year: int) -> tuple[date, date] | None:
        """The first and the last day, in year where none is said; None for a day that the month does not have."""
        said = self.year or year
        if not 1 <= said <= 9998:
            return None
        if self.day:
            if self.day > monthrange(said, self.month)[1]:
                return None
            there = date(said, self.month, self.day)
            return there, there
        if self.month:
            return date(said, self.month, 1), date(said, self.month, monthrange(said, self.month)[1])
        begins = APRIL if self.fiscal else 1
        if self.quarter:
            before = begins - 1 + 3 * (self.quarter - 1)
            opening, month = said + before // 12, before % 12 + 1
            return date(opening, month, 1), date(opening, month + 2, monthrange(opening, month + 2)[1])
        last = date(said + 1, 3, 31) if self.fiscal else date(said, 12, 31)
        return date(said, begins, 1), last

    def words(self, year: int) -> str:
        """The point in words, with year where none is said."""
        said = self.year or year
        if self.day:
            return f"{self.day} {MONTHS[self.month - 1]} {said}"
        if self.month:
            return f"{MONTHS[self.month - 1]} {said}"
        named = f"{said}/{(said + 1) % 100:02}" if self.fiscal else str(said)
        return f"Q{self.quarter} {named}" if self.quarter else named


def points(text: str) -> list[Point]:
    """The points that a question names, in order; what cannot be a date is left out."""
    found = []
    for read in _POINT.finditer(text):
        point = _point(read)
        if point and (point.year or not point.month or _meant(text, read)):
            found.append(point)
    return found[:MOST]


def _meant(text: str, read: re.Match[str]) -> bool:
    """Whether "may" and "march" stand for the month: with a capital inside the question, or where one is expected."""
    word = read[0].casefold()
    if word not in _LED:
        return True
    before, after = text[max(0, read.start() - NEAR) : read.start()], text[read.end() :]
    led = bool(_LED[word].search(before) or _MEETS.match(after))
    return led or (read[0][0].isupper() and bool(before.strip()))


def _point(read: re.Match[str]) -> Point | None:
    start, end = read.span()
    if read["iso"]:
        year, month, day = map(int, read["iso"].split("-"))
        return _checked(Point(start, end, year, month, day))
    if read["figures"]:
        day, month, year = map(int, re.split(r"[/.]", read["figures"]))
        return _checked(Point(start, end, year if year > 99 else 2000 + year, month, day))
    if read["day"]:
        return _checked(Point(start, end, _year(read["dayyear"]), _month(read["daymonth"]), _digits(read["day"])))
    if read["monthday"]:
        there = _year(read["behindyear"]), _month(read["monthday"]), _digits(read["behind"])
        return _checked(Point(start, end, *there))
    if read["month"]:
        return Point(start, end, _year(read["monthyear"]), _month(read["month"]))
    if read["quarter"]:
        said = read["quarteryear"] or ""
        first = read["quarter"].casefold()
        number = (
            int(first[1])
            if first[1].isdigit()
            else ("first", "second", "third", "fourth", "last").index(first.split()[0]) + 1
        )
        return Point(
            start,
            end,
            _year(re.split(r"[/-]", said)[0]),
            quarter=min(number, 4),
            fiscal="/" in said or "-" in said or not said,
        )
    if read["span"]:
        first, second = re.split(r"[/-]", read["span"])
        year = _year(first)
        return Point(start, end, year, fiscal=True) if int(second) % 100 == (year + 1) % 100 else None
    if read["fy"]:
        year = _year(read["fy"][2:].strip())
        return Point(start, end, year - 1, fiscal=True)
    return Point(start, end, int(read["year"]))


def _checked(point: Point) -> Point | None:
    day = 1 <= point.month <= 12 and 1 <= point.day <= 31 and (not point.year or EARLIEST <= point.year <= LATEST)
    return point if day and point.within(point.year or LEAP) else None


def _digits(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _year(text: str | None) -> int:
    """A year of four or two digits, 0 for none."""
    if not text:
        return 0
    digits = _digits(text)
    return digits if digits > 99 else 2000 + digits


def _month(text: str) -> int:
    return next(place for place, name in enumerate(MONTHS, 1) if name[:3].casefold() == text[:3].casefold())
