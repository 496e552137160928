"""Figures of a text in one form, so that £31m is £31 million and 3-year is three years: for judging answers.

A figure is an amount (a number with its unit) or a moment (a date or a part of one, a financial year, a time of day).
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
SEASONS = ("spring", "summer", "autumn", "winter")
UNITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
UNITS += ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
QUARTERS = ("one", "two", "three", "four")
SCALES = {"k": 1e3, "000": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}

MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_MONTH = rf"(?P<month>{MONTH})\b\.?"
_DAY, _YEAR = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>(?:19|20)\d\d)\b"
# Longer forms first: what one form reads is not read again by the next.
MOMENTS = tuple(
    re.compile(form)
    for form in (
        r"\b(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)\b",
        r"\b(?P<day>\d{1,2})[/.](?P<number>\d{1,2})[/.](?P<year>(?:20)?\d\d)\b",
        r"\b(?:fy ?)?20(?P<from>\d\d) ?[/-] ?(?:20)?(?P<to>\d\d)\b(?![-/])",
        r"\b(?:fy ?)?(?P<from>\d\d)/(?P<to>\d\d)\b(?!/)",
        rf"\b{_DAY}(?: of)? {_MONTH}(?:,? {_YEAR})?",
        rf"\b{_MONTH} {_DAY},? {_YEAR}",
        rf"\b{_MONTH}[ ,-]+{_YEAR}",
        rf"\b{_MONTH}[ ’'-](?P<short>[2-9]\d)\b(?![.:,]\d)",
        rf"\b(?P<season>{'|'.join(SEASONS)}) (?:of )?(?:{_YEAR}|(?P<short>\d\d)\b)?",
        rf"\bq(?:uarter)? ?(?P<quarter>[1-4]|{'|'.join(QUARTERS)})\b",
        r"\b(?P<hour>\d{1,2})(?:[.:](?P<minute>\d\d))? ?(?P<half>[ap])\.?m\b",
        r"\b(?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)\b",
        rf"\b(?!may\b|mar(?:ch)?\b){_MONTH}",  # alone these two are mostly verbs
        rf"\b(?<![£$€,.]){_YEAR}(?!,\d|\.\d| ?%)",
    )
)
AMOUNT = re.compile(
    rf"(?P<money>[£$€])? ?(?<![\w.,])(?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"(?:[ -]?(?P<scale>{'|'.join(sorted(SCALES, key=len, reverse=True))})(?![\w]))?"
    r"(?P<share> ?%| ?per ?cent\b| ?percent\b)?"
)
# A word that opens a list ("Three: ...") counts what follows; "one" is a number where it counts time, else a pronoun.
NUMBER_WORD = re.compile(
    rf"\b(?:(?P<tens>{'|'.join(TENS)})(?:[ -]?(?P<more>{'|'.join(UNITS[1:10])}))?"
    rf"|(?P<unit>{'|'.join(UNITS[2:])}|one(?=[ -](?:year|month|week|day|hour))))\b(?!:)"
)
# The heading of a column, or of a table, that says what its bare numbers are counted in: £m, £'000, "in millions".
HEADED = re.compile(
    r"(?:[£$€] ?['’]?(?P<sign>000|k|mn?|bn|thousand|million|billion)s?|\b(?P<word>thousand|million|billion)s)(?!\w)"
)
# Where words stand is no figure of theirs: "item 9", "pages 15 to 16 (printed 13)", the name of a file.
STANDS = re.compile(
    r"\b(?:items?|pages?|printed|lines?) \d[\d.]*\d*(?: (?:to|and) \d+)?|[\w.-]+\.(?:pdf|docx?|odt|html?|md|txt)\b"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in units of one, and its unit: "£", "$", "€", "%" or "" for a bare one."""

    value: float
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """Parts of a date: day, month 1 to 12, year; or a season, a quarter, a financial year, minutes of a day.

    A part that is not said is "" or 0.
    """

    day: int = 0
    month: int = 0
    year: int = 0
    season: str = ""
    quarter: int = 0
    ends: int = 0
    minutes: int = -1

    def within(self, other: Moment) -> bool:
        """Whether other says all that this one says; the year may be left out where day and month are said."""
        pairs = [
            (self.day, other.day, 0),
            (self.month, other.month, 0),
            (self.season, other.season, ""),
            (self.quarter, other.quarter, 0),
            (self.ends, other.ends, 0),
            (self.minutes, other.minutes, -1),
        ]
        year = self.year in (0, other.year) or bool(self.day and self.month and not other.year)
        return year and all(mine in (none, theirs) for mine, theirs, none in pairs)


@dataclass(frozen=True, slots=True)
class Figures:
    """What a text counts. scales are those by which its bare numbers may be counted, as headings of columns say."""

    amounts: frozenset[Amount]
    moments: frozenset[Moment]
    scales: frozenset[float]

    def hold(self, figure: Amount | Moment) -> bool:
        """Whether the figure is among these, its unit not contradicted."""
        if isinstance(figure, Moment):
            return any(figure.within(moment) for moment in self.moments)
        return any(self._same(figure, amount) for amount in self.amounts)

    def _same(self, wanted: Amount, held: Amount) -> bool:
        if wanted.unit == held.unit or not held.unit:
            if math.isclose(wanted.value, held.value):
                return True
            return not held.unit and any(math.isclose(wanted.value, held.value * scale) for scale in self.scales)
        return False


def figures(text: str) -> Figures:
    """The figures of a text; each of its characters counts for one figure at most.

    >>> sorted(amount.value for amount in figures("A 3-year deal of £31m, or £31 million").amounts)
    [3.0, 31000000.0]
    """
    plain = unicodedata.normalize("NFKC", text).lower().replace("–", "-").replace("—", "-")
    plain = STANDS.sub(" | ", re.sub(r"\s+", " ", plain))
    plain = re.sub(r"\bm(\d{1,2})\b", r"month \1", plain)
    moments: set[Moment] = set()

    def taken(found: re.Match[str]) -> str:
        moment = _moment(found.groupdict())
        if moment is None:
            return found.group()
        moments.add(moment)
        return " | "

    for form in MOMENTS:
        plain = form.sub(taken, plain)
    scales = {SCALES[found["sign"] or found["word"]] for found in HEADED.finditer(plain)}
    plain = HEADED.sub(" | ", plain)
    return Figures(frozenset(_amounts(plain)), frozenset(moments), frozenset(scales))


def _amounts(plain: str) -> Iterator[Amount]:
    for found in AMOUNT.finditer(plain):
        value = float(found["number"].replace(",", "")) * SCALES.get(found["scale"] or "", 1)
        yield Amount(value, found["money"] or ("%" if found["share"] else ""))
    for found in NUMBER_WORD.finditer(plain):
        tens = 10 * (TENS.index(found["tens"]) + 2) if found["tens"] else 0
        unit = found["more"] or found["unit"]
        yield Amount(float(tens + (UNITS.index(unit) if unit else 0)))


def _moment(parts: dict[str, str | None]) -> Moment | None:
    """The moment that a form read; None where the parts are no date, as in 45/99/20."""
    given = {name: value for name, value in parts.items() if value}
    if "from" in given:
        begins, ends = int(given["from"]), int(given["to"])
        return Moment(ends=2000 + ends) if ends == begins + 1 else None
    if "hour" in given:
        hour = int(given["hour"])
        if "half" in given:
            hour = hour % 12 + (12 if given["half"] == "p" else 0)
        return Moment(minutes=60 * hour + int(given.get("minute", 0)))
    if "quarter" in given:
        said = given["quarter"]
        return Moment(quarter=QUARTERS.index(said) + 1 if said in QUARTERS else int(said))
    month = MONTHS.index(given["month"][:3]) + 1 if "month" in given else int(given.get("number", 0))
    year = int(given.get("year") or given.get("short") or 0)
    day = int(given.get("day", 0))
    if month > 12 or day > 31:
        return None
    return Moment(day, month, year + 2000 if 0 < year < 100 else year, given.get("season", ""))
