"""The item's title that a cell of an action log may print before the action."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.model import Item
from ingest.structure.registers.errands import DOERS

MARKED = re.compile(r"^\s*(?:<[bu]>|\*\*|__){1,2}(?P<title>[^<*_]{3,150}?)(?:</[bu]>|\*\*|__){1,2}")
BEFORE_DOER = re.compile(
    r"(?P<title>(?:[A-Z0-9][\w/&’'-]*\s+|(?:of|and|the|for|to|in|on)\s+){2,12}?)"
    r"(?=[A-Z]{2,4}(?:(?:\s+and|\s+&|,|/)\s*[A-Z]{2,4}){0,4}\s+(?:to|will)\s+[a-z])"
)
LESSER = re.compile(r"(?:a|an|and|at|by|for|from|in|of|on|or|the|to|with|&|–|-)$")
TITLE_WORDS = 12


def title_in(text: str, raw: str, item: Item | None, titles: Sequence[str] = ()) -> str:
    """The title that a cell prints before its action, or that of the item; "" where there is none.

    text is the cell's, raw the same as it stands on the page; item is the one that asked for the action, titles those
    of other items. A title is printed in bold, in the words of an item's, or on lines of its own.
    """
    marked = MARKED.match(raw)
    if marked:
        return " ".join(marked["title"].split()).strip(" :")
    if item:
        shared = _shared(text, item.title)
        return shared if shared else item.title
    doer = BEFORE_DOER.match(text)
    if doer and not re.search(rf"\b(?:{DOERS})$|(?:^|\s)(?:{LESSER.pattern})", doer["title"].strip(), re.I):
        return doer["title"].strip()
    whole = [title for title in titles if len(title.split()) > 1 and _whole(title, text)]
    return text[: len(max(whole, key=len))] if whole else _own_lines(raw)


def _whole(title: str, text: str) -> bool:
    """Whether a cell begins with all of a title and goes on with a sentence."""
    return text[: len(title)].lower() == title.lower() and bool(re.match(r"[\s:.–-]+[A-Z]", text[len(title) :]))


def _shared(text: str, title: str) -> str:
    """The words that begin both the action's cell and the item's title, at least two of them or the whole title."""
    count = 0
    said, wanted = text.split(), title.split()
    while (
        count < min(len(said), len(wanted)) and said[count].strip(",:.").lower() == wanted[count].strip(",:.").lower()
    ):
        count += 1
    return " ".join(said[:count]).rstrip(",:.") if count >= 2 or count == len(wanted) else ""


def _own_lines(raw: str) -> str:
    """The first lines of a cell that are written like a title, where the action begins on a line after them."""
    lines = [line.strip() for line in raw.split("\n") if line.strip()]
    for count in range(1, min(len(lines), 4)):
        title, rest = " ".join(lines[:count]), lines[count]
        words = title.split()
        if len(words) > TITLE_WORDS or not all(
            word[0].isupper() or word[0].isdigit() or LESSER.match(word) for word in words
        ):
            return ""
        if (
            len(words) > 1
            and rest[:1].isupper()
            and not LESSER.match(words[-1])
            and not _titled(" ".join(lines[count:]))
        ):
            return title.rstrip(" :")
    return ""


def _titled(text: str) -> bool:
    words = text.split()[:4]
    return len(words) > 1 and all(word[0].isupper() for word in words[1:])
