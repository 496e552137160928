"""Sums of money as a text prints them."""

from __future__ import annotations

import re

MOST = 12
_FIGURE = r"(?!0+(?![\d.,]))\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,2})?|(?!0+(?![\d.,]))\d{1,12}(?:\.\d{1,3})?"
_SCALE = r"(?:\s?(?:m|mn|bn|k)\b|\s?(?:million|billion|thousand)\b)"
_WORD = (
    r"(?:half\s+a|a\s+quarter\s+of\s+a|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|"
    r"forty|fifty|sixty|seventy|eighty|ninety)"
)
_EACH = (
    r"(?:\s?(?:per\s+(?:annum|year|month|week|quarter)|p\.\s?a\.|pa\b|a\s+(?:year|month|week)\b|an?nually\b|"
    r"each\s+(?:year|month|week)\b|every\s+(?:year|month|week)\b|/\s?(?:year|month|yr)\b))"
)
_SUM = re.compile(
    rf"(?:[£€$]|\b(?:GBP|EUR)\s?)\s?(?:{_FIGURE})(?:\s?[–-]\s?[£€$]?(?:{_FIGURE}))?{_SCALE}?{_EACH}?"
    rf"|\b(?:{_FIGURE})\s?{_SCALE}?\s(?:pounds|euros)\b(?:\s+sterling\b)?{_EACH}?"
    rf"|\b{_WORD}(?:\s+hundred)?(?:\s+(?:million|thousand|billion)){{1,2}}\s+(?:pounds|euros)\b{_EACH}?",
    re.IGNORECASE,
)


def sums(text: str) -> tuple[str, ...]:
    """The sums of a text in their order, each once, with what they are paid for ("a year") where it follows.

    >>> sums("It costs £2.4m, of which £310,000 per annum is new; the rest was 1.2 million pounds (£000).")
    ('£2.4m', '£310,000 per annum', '1.2 million pounds')
    """
    found: dict[str, str] = {}
    for match in _SUM.finditer(text):
        printed = " ".join(match[0].split())
        found.setdefault(printed.lower(), printed)
        if len(found) == MOST:
            break
    return tuple(found.values())
