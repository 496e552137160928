"""A line of the model's as plain text and the numbers that it cites. What the model writes is trusted in nothing."""

from __future__ import annotations

import re
import unicodedata

from api.phrasing.model import Dropped

LONGEST = 800  # characters of one sentence
_HIDDEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
_CITED = re.compile(r"^(?P<text>.*?)\s*(?P<marks>(?:\[\d{1,3}(?:\s*,\s*\d{1,3})*\][\s,]*)+)(?P<stop>[.!]?)$")
_BULLET = re.compile(r"^(?:[-*•]|\d{1,2}[.)])\s+")
# Tags, entities, code, emphasis, links, tables, headings and braces: nothing that a page or a terminal could obey.
_MARKUP = re.compile(
    r"[<>`{}\\|*~^\[\]]|__|&#?\w+;|^#|://|\b(?:https?|ftp|file|data|javascript|mailto)\s*:|\bwww\.|"
    r"\b[\w-]+\.(?:com|org|net|io|uk|gov|info|eu|html?|php)\b|\S@\S",
    re.I,
)
# What asks, or leaves out without saying what, states nothing that can be checked.
_OPEN = re.compile(r"\?|\.\.\.|…")


def plain(text: str) -> str:
    r"""The text on one line, without control, format, bidirectional, private and unassigned characters.

    >>> plain("The Board\u202e approved\x07\tthe plan")
    'The Board approved the plan'
    """
    spaced = (" " if mark.isspace() else mark for mark in unicodedata.normalize("NFC", text))
    return " ".join("".join(mark for mark in spaced if unicodedata.category(mark) not in _HIDDEN).split())


def spoken(line: str) -> tuple[str, tuple[int, ...]] | Dropped:
    """(the sentence, the numbers that it cites), or why the line is no sentence.

    >>> spoken("- The Board approved the plan [2][1].")
    ('The Board approved the plan.', (2, 1))
    >>> spoken("The Board approved <b>it</b> [1]").why
    'markup'
    """
    if len(line) > LONGEST:
        return Dropped("too_long")
    text = _BULLET.sub("", plain(line))
    if not text:
        return Dropped("empty")
    found = _CITED.match(text)
    if not found or not found["text"].strip():
        return Dropped("no_citation")
    said = found["text"].rstrip(" ,;:")
    if _MARKUP.search(said) or _OPEN.search(said):
        return Dropped("markup")
    numbers = tuple(dict.fromkeys(int(number) for number in re.findall(r"\d+", found["marks"])))
    return (said if said.endswith((".", "!")) else f"{said}."), numbers
