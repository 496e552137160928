"""Item numbers as minutes print them, and which of them follow one another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_TITLE = r"(?P<title>[^\W\d_“\"'‘(\[].*|[“\"'‘(\[].+|\d+-.+|(?:19|20)\d\d\s+[A-Z].+)$"
_ITEM = r"(?:(?:agenda\s+|business\s+)?item|minute)(?:\s+(?:no\.?|number))?\s*[:.]?\s+"
HEADED = re.compile(
    rf"^(?P<said>{_ITEM})?(?P<number>\d{{1,3}}(?:\.\d{{1,2}}){{0,2}})(?P<mark>\s*[.):]|\s*[–—-](?=\s))?\s+{_TITLE}",
    re.I,
)
# A reference: letters, years and counters joined by strokes, points or dashes.
CODED = re.compile(
    r"^(?:(?:agenda\s+|minute\s+)?(?:item|ref(?:erence)?|no)\.?\s*:?\s*)?"
    r"(?P<number>(?:[A-Z][A-Za-z&]{0,9}[/.-]?\s?\(?)?\d{1,4}\)?(?:(?:/\s|[/.:-])[A-Za-z]{0,4}\d{1,4}){0,4}"
    r"(?:[/.-]?[a-z])?)"
    rf"\s*[.):]?(?:\s*[–—-]|\s+\d{{1,3}}[.)])?\s+{_TITLE}",
    re.I,
)
LETTERED = re.compile(
    rf"^(?P<number>[A-Z]|[IVX]{{1,5}})(?P<mark>[.):]|\s*[–—-](?=\s))\s+{_TITLE}|"
    r"^(?P<roman>[IVX]{1,5})\s+(?P<caps>[A-Z][^a-z]{3,})$"
)
ALONE = re.compile(
    rf"^(?:{_ITEM})?(?P<number>\d{{1,3}}(?:\.\d{{1,2}}){{0,2}}|[A-Z][A-Za-z]{{0,9}}[/.-](?:[A-Za-z]{{0,4}}\d{{1,4}}[/.-]?)+|"
    r"\d{1,4}/\d{1,4}|\d{3,4}\.\d{1,4})[.):]?$",
    re.I,
)
_ROMAN = {"I": 1, "V": 5, "X": 10}


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number with what stands after it; said tells that the word item stands before, marked that a point follows."""

    number: str
    title: str
    said: bool = False
    marked: bool = False


def numbered(text: str) -> Numbered | None:
    """A plain item number at the start of a text: "7. Stewardship", "Item 7: Stewardship", "12.1 Policies".

    >>> numbered("Agenda item 7 – Stewardship")
    Numbered(number='7', title='Stewardship', said=True, marked=True)
    >>> numbered("2024 was a year") is None
    True
    """
    found = HEADED.match(text)
    if not found:
        return None
    return Numbered(found["number"], found["title"].strip(), bool(found["said"]), bool((found["mark"] or "").strip()))


def coded(text: str) -> Numbered | None:
    """A reference at the start of a text: "PB.25.01.12 Risk", "25/001 Apologies".

    >>> coded("MB/2223/036: Risk register").number, coded("1/25 Welcome").number
    ('MB/2223/036', '1/25')
    >>> coded("P03:04/24 Rents").number, coded("P048/23   1.   RENTS").title
    ('P03:04/24', 'RENTS')
    >>> coded("12 Policies") is None, coded("2023/24 budget and plan") is None
    (True, True)
    """
    found = CODED.match(text)
    if not found:
        return None
    number = found["number"].strip().replace("/ ", "/")
    if ":" in number and not re.match(r"[A-Z]{1,4}\d", number):  # a time of day
        return None
    groups = re.findall(r"\d+", number)
    if len(groups) < 2 and not re.match(r"[A-Z]{2,}[/-]", number):
        return None
    if re.fullmatch(r"20\d\d[/-]\d{2,4}|\d{1,2}\.\d{1,2}(?:\.\d{1,2})?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d+-\d+", number):
        return None
    return Numbered(number, found["title"].strip())


def lettered(text: str) -> Numbered | None:
    """A letter or Roman number at the start of a text: "A. Welcome", "IV. Budget"."""
    found = LETTERED.match(text)
    return Numbered(found["number"] or found["roman"], (found["title"] or found["caps"]).strip()) if found else None


def alone(text: str) -> str:
    """The number that a text consists of: a heading's number on a line, or in a cell, of its own; "" where none is.

    >>> alone("12.1"), alone("Item 4."), alone("25/001"), alone("2,400")
    ('12.1', '4', '25/001', '')
    """
    found = ALONE.match(text.strip())
    return found["number"] if found else ""


def shape(number: str) -> str:
    """A reference with its digits masked: two of one shape are of one series.

    >>> shape("MB/2223/036")
    'MB/#/#'
    """
    return re.sub(r"\d+", "#", re.sub(r"[a-z]$", "", number))


def follows(number: str, last: str, gap: int = 2) -> bool:
    """Whether one item number may stand after another; gap is how far it may run ahead of the next. "5.0" is 5.

    >>> follows("5.1", "5"), follows("3", "5.2"), follows("7", "5.2"), follows("5.1", "5.1")
    (True, False, True, False)
    """
    here = [int(part) for part in number.removesuffix(".0").split(".")]
    before = [int(part) for part in last.removesuffix(".0").split(".")]
    if len(here) > len(before):
        return here[: len(before)] == before and here[len(before)] <= gap
    depth = len(here) - 1
    return here[:depth] == before[:depth] and 1 <= here[depth] - before[depth] <= gap


def of_year(numbers: Sequence[str]) -> list[int]:
    """Which of the numbers are counters with a year behind them ("45.23", "46.23"): three or more that run on.

    >>> of_year(["44.23", "45.23", "1.5", "46.23"]), of_year(["1.1", "1.2", "1.3"])
    ([0, 1, 3], [])
    """
    out: list[int] = []
    for at, number in enumerate(numbers):
        if not re.fullmatch(r"\d{1,3}\.[1-9]\d", number):
            continue
        here = number.split(".")
        before = numbers[out[-1]].split(".") if out else None
        if before is None or (here[1] == before[1] and 1 <= int(here[0]) - int(before[0]) <= 2):
            out.append(at)
    return out if len(out) > 2 else []


def letter_follows(number: str, last: str) -> bool:
    """Whether a letter or Roman number is the next one, or the one after.

    >>> letter_follows("B", "A"), letter_follows("IV", "III"), letter_follows("Z", "A")
    (True, True, False)
    """
    roman = _roman(number) - _roman(last) if _is_roman(number) and _is_roman(last) else 0
    plain = ord(number) - ord(last) if len(number) == len(last) == 1 else 0
    return roman in (1, 2) or plain in (1, 2)


def _is_roman(number: str) -> bool:
    return bool(re.fullmatch(r"[IVX]+", number))


def _roman(number: str) -> int:
    values = [_ROMAN[letter] for letter in number]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
