"""Words broken at line ends made whole, by the document's own vocabulary."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ingest.model import Page

LONGEST = 80  # letters of a word broken at a line's end: looking no further back keeps a long paragraph's cost in line
# A date that a narrow cell breaks within its year.
_CUT_YEAR = re.compile(r"(?<!\d)\d{1,2}([/.-])\d{1,2}\1(?:20?\n\d\d{1,2}|20\d\n\d)(?!\d)")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def vocabulary(pages: Sequence[Page]) -> Counter[str]:
    """How often each word, in lower case, stands whole in the document."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update(word.lower() for word in WORD.findall(page.text))
    return counts


def joined_lines(lines: Sequence[str], words: Counter[str]) -> str:
    """Lines as one text.

    A hyphen at a line's end goes when the word without it is the commoner in the document, and where neither is known,
    when its two halves are not words of the document.

    >>> joined_lines(["the stew-", "ardship approach"], Counter({"stewardship": 2}))
    'the stewardship approach'
    >>> joined_lines(["a long-", "term plan"], Counter({"long-term": 1}))
    'a long-term plan'
    >>> joined_lines(["she atten-", "ded"], Counter())
    'she attended'
    >>> joined_lines(["due 30/04/20", "25"], Counter())
    'due 30/04/2025'
    """
    out = ""
    for line in lines:
        line = line.strip()
        if not out or not line:
            out = out or line
            continue
        head, tail = re.search(r"([^\W\d_]+)-$", out[-LONGEST:]), re.match(r"[^\W\d_]+", line)
        if head and tail and tail[0][0].islower():
            whole, parted = (head[1] + tail[0]).lower(), f"{head[1]}-{tail[0]}".lower()
            known = words[head[1].lower()] and words[tail[0].lower()]
            joins = words[whole] >= words[parted] if words[whole] or words[parted] else not known
            out = out[:-1] + line if joins else out + line
        elif re.search(r"\w[-/]$", out[-2:]) or _CUT_YEAR.search(f"{out[-12:]}\n{line[:4]}"):
            out += line
        else:
            out += f" {line}"
    return out
