"""Text as the tokens that are compared: words, names, figures and dates, each in one form."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from api.phrasing.figures import DATES, FIGURE, day, figure
from api.phrasing.vocabulary import PHRASES, PLAIN, deciding

# A reference such as PR/17/2024 may begin with letters; the bounds keep the cost of a long run of them in line.
_MIXED = re.compile(
    r"[^\W_]*\d[^\W_]*(?:[./:&'-]?[^\W_]+)*|(?:[^\W_]{1,20}[/&]){1,4}[^\W_]{0,20}\d[^\W_]*(?:[./:&-]?[^\W_]+)*"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_RANGE = re.compile(r"(?<=\d)[–−](?=\d)")
_STOP = re.compile(r"[,;!?•–—()]|\.(?!\w)|(?:^|\s)-(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Token:
    """One token. key is its one form; stop says that punctuation stands before it, deep that it is in brackets.

    A colon is no stop: what follows one belongs to what stands before.
    """

    key: str
    stop: bool
    comma: bool
    deep: bool
    deciding: bool

    @property
    def figure(self) -> bool:
        """Whether it is a figure."""
        return bool(re.fullmatch(r"\(?[£$€]?-?\d+(?:\.\d+)?%?\)?", self.key))

    @property
    def date(self) -> bool:
        """Whether it is a date."""
        return self.key.startswith("@")


def tokens(text: str) -> list[Token]:
    """The tokens in order. Words lose their capitals, but for those that are all capitals: "IT" is not "it".

    >>> [token.key for token in tokens("The ICB APPROVED £2.4m on 16 January 2025.")]
    ['the', 'ICB', 'approved', '£2400000', 'on', '@2025-01-16']
    """
    text = unicodedata.normalize("NFKC", text)
    text = "".join(mark for mark in text if unicodedata.category(mark) != "Cf").replace("’", "'")
    text = _RANGE.sub("-", text)
    for phrase, instead in PHRASES:
        text = phrase.sub(instead, text)
    out: list[Token] = []
    place, last, depth = 0, 0, 0
    while place < len(text):
        found = _at(text, place)
        if found is None:
            place += 1
            continue
        key, end = found
        between = text[last:place]
        depth = max(0, depth + between.count("(") - between.count(")"))
        out.append(Token(key, bool(_STOP.search(between)), "," in between, depth > 0, deciding(key)))
        place = last = end
    return out


def _at(text: str, place: int) -> tuple[str, int] | None:
    """(the form of the token that starts at place, where it ends), None where none does."""
    if not (text[place].isalnum() or text[place] in "£$€-−–+"):
        return None
    for form in DATES:
        match = form.match(text, place)
        said = day(match) if match else None
        if match and said:
            return said, match.end()
    match = FIGURE.match(text, place)
    if match:
        # An accountant's brackets are a minus, so they stay with the figure.
        whole = text[place - 1 : place] == "(" and text[match.end() : match.end() + 1] == ")"
        return (f"({figure(match)})" if whole else figure(match)), match.end()
    match = _MIXED.match(text, place)
    if match:
        return match[0].casefold(), match.end()
    match = _WORD.match(text, place)
    return (_word(match[0]), match.end()) if match else None


def _word(printed: str) -> str:
    low = printed.casefold()
    if len(printed) > 1 and printed.isupper() and not deciding(low):
        return printed
    return PLAIN.get(low, low)
