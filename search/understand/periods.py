"""Periods that a question names: one point, a range between two, an open range, or one counted from today."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from search.understand.known import Known, Sitting
from search.understand.points import Point, points
from search.understand.tokens import Stretch, free

_JOINED = re.compile(r"\s*(?:-|to|until|till|through|up to)\s*", re.IGNORECASE)
_AND = re.compile(r"\s+(?:and|to)\s+", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?:the\s+)?$", re.IGNORECASE)
_OPEN = re.compile(
    r"\b(since|after|before|prior to|up to|until|till)\s+(?:the\s+)?(?:(?:start|end|beginning) of\s+)?$", re.IGNORECASE
)
_ONWARDS = re.compile(r"\s+onwards?\b", re.IGNORECASE)
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_COUNTED = re.compile(
    rf"\b(?:the\s+|over the\s+|in the\s+)?(?P<which>last|past|previous|this|current)\s+"
    rf"(?:(?P<count>\d{{1,2}}|{'|'.join(_NUMBERS)}|few|couple of)\s+)?"
    r"(?P<unit>weeks?|months?|quarters?|years?|financial years?)\b",
    re.IGNORECASE,
)
_LAST = re.compile(
    r"(?<!since )(?<!since the )\b(?:last|latest|most recent|previous)\s+"
    r"(?:(?:public |private |full )?(?:meeting|minutes|session)\b|"
    r"(?=(?:board|committee|panel|council|congress|forum|\w+'s meeting)\b))",
    re.IGNORECASE,
)
_LAST_BODY = re.compile(r"\b(?:last|latest|most recent|previous)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Period:
    """A period at place, ISO days, "" for an open end. ranged says that it is more than the days or months named."""

    place: Stretch
    words: str
    first: str
    last: str
    ranged: bool = False

    def holds(self, sittings: Collection[Sitting]) -> bool:
        """Whether one of the meetings was in it."""
        return any(
            (not self.first or self.first <= one.day) and (not self.last or one.day <= self.last) for one in sittings
        )


def periods(
    text: str, taken: Sequence[Stretch], bodies: Sequence[tuple[Stretch, str]], known: Known, today: date
) -> list[Period]:
    """The periods named, in order.

    A day or month without its year is the latest one in which a body that the question names has met, else any body,
    else the latest one that was not after the library's last meeting.
    """
    names = {name for _, name in bodies}
    own = [one for one in known.sittings if one.body in names]
    found = _lasts(text, bodies, own or known.sittings, today)
    found += _counted(text, [period.place for period in found], today)
    taken = [*taken, *(period.place for period in found)]
    named = [point for point in points(text) if free(Stretch(point.start, point.end), taken)]
    years = _Years(own, known.sittings, today)
    place = 0
    while place < len(named):
        point, after = named[place], named[place + 1] if place + 1 < len(named) else None
        period, used = _range(text, point, after, years), 2
        if period is None:
            period, used = _single(text, point, years), 1
        if period:
            found.append(period)
        place += used
    return sorted(found, key=lambda period: period.place.start)


class _Years:
    """Which year a day or month without one is of."""

    def __init__(self, own: Sequence[Sitting], every: Sequence[Sitting], today: date) -> None:
        self._lists, self._today = (own, every), today

    def of(self, point: Point) -> int:
        if point.year:
            return point.year
        form = f"-{point.month:02}-{point.day:02}" if point.day else f"-{point.month:02}-"
        for sittings in self._lists:
            fitting = [int(one.day[:4]) for one in sittings if form in one.day and one.day[:4].isdigit()]
            if point.month and fitting:
                return max(fitting)
        every = self._lists[0] or self._lists[1]
        end = max((one.day for one in every), default=self._today.isoformat())
        year = int(end[:4]) if end[:4].isdigit() else self._today.year
        there = point.within(year)
        return year if there is None or there[0].isoformat() <= end else year - 1


def _range(text: str, one: Point, other: Point | None, years: _Years) -> Period | None:
    """From one point to the other, where the question joins them."""
    if other is None:
        return None
    between = text[one.end : other.start]
    led = _BETWEEN.search(text[: one.start])
    if not (_JOINED.fullmatch(between) or (led and _AND.fullmatch(between))):
        return None
    said = years.of(other)
    earlier = one.year or (said if (one.month, one.day) <= (other.month, other.day) else said - 1)
    first, last = one.within(earlier), other.within(said)
    if first is None or last is None or first[0] > last[1]:
        return None
    lead = led or _FROM.search(text[: one.start])
    place = Stretch(lead.start() if lead else one.start, other.end)
    begin = replace(one, year=earlier).words(earlier) if earlier != said else one.words(said).removesuffix(f" {said}")
    return Period(place, f"{begin} to {other.words(said)}", first[0].isoformat(), last[1].isoformat(), ranged=True)


def _single(text: str, point: Point, years: _Years) -> Period | None:
    """One point, or all that is since, after or before it."""
    year = years.of(point)
    there = point.within(year)
    if there is None:
        return None
    first, last = there
    words = point.words(year)
    lead, trail = _OPEN.search(text[: point.start]), _ONWARDS.match(text, point.end)
    place = Stretch(lead.start() if lead else point.start, point.end)
    how = lead[1].casefold() if lead else "since" if trail else ""
    if how == "since":
        return Period(place, f"since {words}", first.isoformat(), "", ranged=True)
    if how == "after":
        return Period(place, f"after {words}", (last + timedelta(1)).isoformat(), "", ranged=True)
    if how in ("before", "prior to"):
        return Period(place, f"before {words}", "", _day_before(first), ranged=True)
    if how:
        return Period(place, f"until {words}", "", last.isoformat(), ranged=True)
    return Period(place, words, first.isoformat(), last.isoformat(), ranged=not point.month)


def _lasts(text: str, bodies: Sequence[tuple[Stretch, str]], sittings: Sequence[Sitting], today: date) -> list[Period]:
    """The last meeting of which there are minutes, else the last there was."""
    ends = [(lead, stretch) for stretch, _ in bodies if (lead := _LAST_BODY.search(text[: stretch.start]))]
    named = [Stretch(*found.span()) for found in _LAST.finditer(text)]
    named += [Stretch(lead.start(), stretch.start) for lead, stretch in ends]
    past = [one for one in sittings if one.day <= today.isoformat()]
    days = [one.day for one in past if one.minutes] or [one.day for one in past]
    if not named or not days:
        return []
    day = max(days)
    words = date.fromisoformat(day)
    said = f"the last meeting, {words.day} {words:%B %Y}"
    first = min(named, key=lambda stretch: stretch.start)
    return [Period(_trimmed(text, first), said, day, day)]


def _counted(text: str, taken: Sequence[Stretch], today: date) -> list[Period]:
    """What is counted from today: "last year", "this financial year", "in the past six months"."""
    found = []
    for read in _COUNTED.finditer(text):
        place = Stretch(read.start("which"), read.end())
        if not free(place, taken):
            continue
        unit = read["unit"].casefold().rstrip("s")
        now = read["which"].casefold() in ("this", "current")
        if read["count"] or read["which"].casefold() == "past":
            first, last = _back(today, unit, _count(read["count"] or "1")), today
        else:
            first, last = _one(today, unit, now)
        words = " ".join(text[place.start : place.end].casefold().split())
        found.append(Period(place, words, first.isoformat(), last.isoformat(), ranged=True))
    return found


def _one(today: date, unit: str, now: bool) -> tuple[date, date]:
    """The calendar unit that today is in, or the one before it."""
    if unit == "week":
        monday = today - timedelta(today.weekday() + (0 if now else 7))
        return monday, monday + timedelta(6)
    length = {"month": 1, "quarter": 3}.get(unit, 12)
    shift = 3 if unit == "financial year" else 0
    months = today.year * 12 + today.month - 1 - shift
    begin = months - months % length - (0 if now else length) + shift
    end = begin + length
    return date(begin // 12, begin % 12 + 1, 1), date(end // 12, end % 12 + 1, 1) - timedelta(1)


def _back(today: date, unit: str, count: int) -> date:
    days = {"week": 7, "month": 30.44, "quarter": 91.31}.get(unit, 365.25)
    return today - timedelta(round(days * count))


def _count(text: str) -> int:
    if text.isdigit():
        return int(text)
    return _NUMBERS.index(text.casefold()) + 1 if text.casefold() in _NUMBERS else 3 if text.casefold() == "few" else 2


def _day_before(day: date) -> str:
    return (day - timedelta(1)).isoformat()


def _trimmed(text: str, place: Stretch) -> Stretch:
    return Stretch(place.start, place.start + len(text[place.start : place.end].rstrip()))
