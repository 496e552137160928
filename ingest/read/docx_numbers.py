"""The numbers that Word prints before numbered paragraphs; the file holds only the rules to count them by."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ingest.read.docx_words import W, left_of
from ingest.read.figure import figure

STEP = 720  # twentieths of a point that Word indents a list level by
PLACE = re.compile(r"%([1-9])")
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
ROMAN_UNITS = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list.

    format is decimal, lowerLetter, bullet, ...; pattern like "%1.%2"; start its first number; left its indent in
    twentieths of a point.
    """

    format: str
    pattern: str
    start: int
    left: int = 0


def roman(number: int) -> str:
    """A number (1 to 3,999) in small Roman figures.

    >>> roman(14)
    'xiv'
    """
    figures = ""
    for value, letters in ROMAN:
        figures += letters * (number // value)
        number %= value
    return figures + ROMAN_UNITS[number]


def letters(number: int) -> str:
    """A number as Word letters it: a to z, then aa, bb.

    >>> letters(28)
    'bb'
    """
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


FORMATS: Mapping[str, Callable[[int], str]] = {
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "decimalZero": lambda number: f"{number:02}",
    "none": lambda number: "",
}


def lists(root: Any) -> dict[str, dict[int, Level]]:
    """The lists of word/numbering.xml by numbering id, each its levels; root is its w:numbering element."""
    abstract = {one.get(W + "abstractNumId"): _levels(one) for one in root.iterchildren(W + "abstractNum")}
    found: dict[str, dict[int, Level]] = {}
    for one in root.iterchildren(W + "num"):
        base = one.find(W + "abstractNumId")
        levels = dict(abstract.get(base.get(W + "val"), {}) if base is not None else {})
        for override in one.iterchildren(W + "lvlOverride"):
            key = _number(override.get(W + "ilvl"), 0)
            first = override.find(W + "startOverride")
            if key in levels and first is not None:
                level = levels[key]
                levels[key] = replace(level, start=_number(first.get(W + "val"), 1))
        found[one.get(W + "numId", "")] = levels
    return found


def _levels(abstract: Any) -> dict[int, Level]:
    levels = {}
    for one in abstract.iterchildren(W + "lvl"):
        settings = {child.tag: child.get(W + "val") or "" for child in one if isinstance(child.tag, str)}
        start = _number(settings.get(W + "start"), 1)
        place = _number(one.get(W + "ilvl"), 0)
        left = left_of(one)
        left = STEP * (place + 1) if left is None else left
        levels[place] = Level(settings.get(W + "numFmt", "decimal"), settings.get(W + "lvlText", ""), start, left)
    return levels


def _number(value: str | None, otherwise: int) -> int:
    found = figure(value, 3999)
    return otherwise if found is None else found


class Counter:
    """Counts a document's numbered paragraphs, in their order. Used once, for one document."""

    def __init__(self, known: Mapping[str, Mapping[int, Level]]) -> None:
        """Takes what lists() found."""
        self._known = known
        self._counts: dict[str, dict[int, int]] = {}

    def printed(self, key: str, level: int) -> tuple[str, bool]:
        """The number printed before the next paragraph of a list, and whether it is a bullet mark instead.

        A bullet's text is ""; so is that of a list the document does not describe.
        """
        levels = self._known.get(key, {})
        if key == "0" or level not in levels:
            return "", False
        if levels[level].format == "bullet":
            return "", True
        counts = self._counts.setdefault(key, {})
        counts[level] = min(counts.get(level, levels[level].start - 1) + 1, 3999)
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        return PLACE.sub(lambda match: self._figure(levels, counts, int(match[1]) - 1), levels[level].pattern), False

    def left(self, key: str, level: int) -> int:
        """The indent of a list's level, in twentieths of a point."""
        known = self._known.get(key, {}).get(level)
        return known.left if known else STEP * (level + 1)

    @staticmethod
    def _figure(levels: Mapping[int, Level], counts: Mapping[int, int], level: int) -> str:
        if level not in levels:
            return ""
        return FORMATS.get(levels[level].format, str)(max(counts.get(level, levels[level].start), 1))
