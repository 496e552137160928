"""The letters of a question, one way where there are several ways to write the same."""

from __future__ import annotations

import re
import unicodedata

from search.words import LONGEST, cleaned

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′ʼ`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−﹘﹣", "-"),
    }
)

_ACCENTS = re.compile("[\u0300-\u036f]+")


def plain(text: str) -> str:
    """The question on one line, at most 5,000 characters, in plain letters.

    Ligatures and wide letters are taken apart, quotation marks and dashes get their plain form, and what has no shape
    (soft hyphens, joiners) and control characters are left out.

    >>> plain("the “ﬁnal”  plan – 2024")
    'the "final" plan - 2024'
    """
    shaped = "".join(mark for mark in text[:LONGEST] if unicodedata.category(mark) != "Cf")
    return cleaned(unicodedata.normalize("NFKC", shaped.translate(_ALIKE)).translate(_ALIKE))


def bare(text: str) -> str:
    """A word in the form that words are compared in: case and accents aside.

    >>> bare("Café")
    'cafe'
    """
    if text.isascii():
        return text.casefold()
    return _ACCENTS.sub("", unicodedata.normalize("NFD", text.casefold()))
