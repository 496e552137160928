"""Plain English words, so that none of them is taken for a misspelling because a small library does not hold it."""

from __future__ import annotations

import gzip
import json
import re
from functools import cache
from importlib.resources import files

# how words are spelt in the list where it has the American form only
_AMERICAN = (
    (re.compile(r"is(?=(?:e[drs]?|ing|ations?|ational|able)$)"), "iz"),
    (re.compile(r"ys(?=(?:e[drs]?|ing)$)"), "yz"),
    (re.compile(r"our"), "or"),
    (re.compile(r"re(?=s?$)"), "er"),
    (re.compile(r"mme(?=s?$)"), "m"),
    (re.compile(r"ae|oe"), "e"),
    (re.compile(r"ll(?=(?:ed|ing|or|er|ors|ers)$)"), "l"),
    (re.compile(r"ogue(?=s?$)"), "og"),
    (re.compile(r"ence(?=s?$)"), "ense"),
)


def english(word: str) -> bool:
    """Whether it is a plain English word, British or American.

    >>> english("refresh"), english("programmes"), english("refersh")
    (True, True, False)
    """
    lower = word.casefold()
    held = _words()
    return lower in held or any(form.sub(instead, lower) in held for form, instead in _AMERICAN)


@cache
def _words() -> frozenset[str]:
    """The list that pyspellchecker brings, read without what it makes of it, which takes several times as long."""
    return frozenset(
        json.loads(gzip.decompress(files("spellchecker").joinpath("resources", "en.json.gz").read_bytes()))
    )
