"""Words that run from right to left, kept from reordering what stands beside them on their line."""

from __future__ import annotations

import re

# Letters of the blocks that Unicode gives to scripts from right to left. Source: Unicode Standard Annex 9, table 4.
LETTERS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
STRETCH = re.compile(rf"[{LETTERS}]+(?:[\W\d_]+[{LETTERS}]+)*")
FIRST_STRONG, ENDED = "\u2068", "\u2069"  # marks that part a stretch from what is around it, and print nothing


def apart(text: str) -> str:
    r"""A text whose stretches from right to left are parted from the rest; one without any stays as it is.

    It is for what a page shows, not for what is sent back or copied: <bdi> does the same where a whole value is meant.

    >>> apart("Board, 16 January 2025")
    'Board, 16 January 2025'
    >>> ascii(apart("Item 7: \u05d5\u05e2\u05d3, 2 pages"))
    "'Item 7: \\u2068\\u05d5\\u05e2\\u05d3\\u2069, 2 pages'"
    """
    return STRETCH.sub(lambda found: f"{FIRST_STRONG}{found[0]}{ENDED}", text)
