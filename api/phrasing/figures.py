"""Figures and dates in one form each, however they are printed."""

from __future__ import annotations

import re
from decimal import Decimal

_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_TEENS = ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS = {word: value for value, word in enumerate([*_ONES, *_TEENS], start=1)} | {
    word: 10 * value for value, word in enumerate(_TENS, start=2)
}
_SCALES = {"thousand": 3, "k": 3, "million": 6, "mn": 6, "m": 6, "billion": 9, "bn": 9, "trillion": 12}
_HALVES = (
    ("january", "february", "march", "april", "may", "june"),
    ("july", "august", "september", "october", "november", "december"),
)
_MONTHS = {name: number for number, name in enumerate([*_HALVES[0], *_HALVES[1]], start=1)}
_MONTH = rf"(?P<month>(?:{'|'.join(_MONTHS)})|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
DATES = (
    re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b(?![-/])"),
    re.compile(r"\b(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>(?:19|20)\d\d)\b(?![-/])"),
    re.compile(rf"\b{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b(?![-/])", re.I),
    re.compile(rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b(?![-/])", re.I),
    re.compile(rf"\b{_DAY}\s+(?:of\s+)?{_MONTH}(?!\w)", re.I),
    re.compile(rf"\b{_MONTH}\s+{_YEAR}\b(?![-/])", re.I),
    re.compile(rf"\b{_MONTH}\s+{_DAY}(?![\w/:-]|\.\d)", re.I),
)
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_NAMED = rf"(?:(?:{'|'.join(_TENS)})(?:[\s-](?:{'|'.join(_ONES[:9])})\b)?|{'|'.join([*_TEENS, *_ONES])})\b"
FIGURE = re.compile(
    rf"(?P<sign>(?<![\w)])[-−+–])?(?P<money>[£$€])?\s?(?P<minus>(?<=[£$€])[-−])?(?P<digits>{_NUMBER})(?![\d/]|[.:,-]\d)(?P<near>m|mn|bn|k)?(?!\w)"
    r"(?:\s*(?P<scale>thousand|million|billion|trillion|bn)\b)?(?P<share>\s*(?:%|per\s?cent\b))?"
    rf"|\b(?P<named>{_NAMED})(?:\s+(?P<times>thousand|million|billion|trillion)\b)?(?P<part>\s+per\s?cent\b)?",
    re.I,
)


def figure(match: re.Match[str]) -> str:
    """A match of FIGURE in one form: currency, sign, plain digits, a sign for per cent.

    >>> [figure(FIGURE.match(text)) for text in ("£2.4m", "£2,400,000", "twenty-two", "3 per cent", "7.10")]
    ['£2400000', '£2400000', '22', '3%', '7.10']
    """
    if match["named"]:
        value = Decimal(sum(_WORDS[word] for word in re.split(r"[\s-]+", match["named"].lower())))
        return _plain(value.scaleb(_SCALES.get((match["times"] or "").lower(), 0))) + ("%" if match["part"] else "")
    sign = "-" if match["minus"] or match["sign"] in ("-", "−", "–") else ""
    money, digits = match["money"] or "", match["digits"].replace(",", "")
    power = _SCALES.get((match["near"] or "").lower(), 0) + _SCALES.get((match["scale"] or "").lower(), 0)
    # Without a unit, the digits after a point may count items or minutes: 7.10 is not 7.1.
    bare = "." in digits and not (power or money or match["share"])
    value_text = digits if bare else _plain(Decimal(digits).scaleb(power))
    return f"{money}{sign}{value_text}{'%' if match['share'] else ''}"


def day(match: re.Match[str]) -> str | None:
    """A match of DATES as year, month and day with question marks for what is not said; None where no such day is.

    >>> [day(DATES[2].match("16 January 2025")), day(DATES[5].match("January 2025"))]
    ['@2025-01-16', '@2025-01-??']
    """
    parts = match.groupdict()
    month = parts["month"].lower().rstrip(".")
    number = int(month) if month.isdigit() else next(_MONTHS[name] for name in _MONTHS if name.startswith(month))
    if not 1 <= number <= 12 or not 1 <= int(parts.get("day") or 1) <= 31:
        return None
    year, date = parts.get("year") or "????", parts.get("day")
    return f"@{year}-{number:02}-{f'{int(date):02}' if date else '??'}"


def within(said: str, iso: str) -> bool:
    """Whether a date in the form of day() says no more than an ISO date does.

    >>> within("@2025-01-??", "2025-01-16"), within("@????-01-16", "2025-01-16"), within("@2025-02-??", "2025-01-16")
    (True, True, False)
    """
    marks = said.removeprefix("@")
    return len(marks) == len(iso) and all(one in ("?", other) for one, other in zip(marks, iso, strict=True))


def _plain(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
