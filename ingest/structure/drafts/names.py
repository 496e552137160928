"""Names that end in a word which says what they name: "Anyham Leisure Policy", "the Estates Committee"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

TOKEN = re.compile(r"[^\W_](?:[\w’'-]*\w)?|&|\S")
WIDEST = 12  # words of a name
BREAKING = frozenset(["The", "This", "That", "These", "A", "An"])  # a sentence begins here, and with it the name
JOINING = frozenset(["of", "and", "for", "on", "&"])
# Words that open a sentence or a name without being a part of it; what a paper asks for opens one too.
OPENING = frozenset(
    [
        *(
            "the",
            "this",
            "that",
            "these",
            "our",
            "its",
            "their",
            "a",
            "an",
            "each",
            "any",
            "all",
            "under",
            "by",
            "with",
        ),
        *("in", "to", "as", "at", "from", "via", "per", "using", "following", "both", "and", "of", "on", "for", "if"),
        *(
            "approve",
            "adopt",
            "note",
            "agree",
            "endorse",
            "ratify",
            "support",
            "review",
            "accept",
            "confirm",
            "receive",
        ),
        *("consider", "recommend", "delegate", "approval", "adoption", "should", "does", "ask", "request", "waive"),
        *("amend", "update", "extend", "renew", "replace", "withdraw", "publish", "apply", "see", "when", "where"),
    ]
)


@dataclass(frozen=True, slots=True)
class Named:
    """One name: text[start:end] of the text that it stands in; head is its last word in lower case."""

    start: int
    end: int
    head: str


def named(text: str, heads: frozenset[str]) -> Iterator[Named]:
    """The capitalised names that end in one of heads, in order; a head without a name before it is given alone.

    >>> text = "Approve the Standing Orders and the Scheme of Delegation."
    >>> [text[one.start : one.end] for one in named(text, frozenset(["orders", "scheme"]))]
    ['Standing Orders', 'Scheme']
    """
    words = list(TOKEN.finditer(text))
    for at, word in enumerate(words):
        key = word[0].lower()
        if key in heads:
            first = _first(text, words, at, heads)
            yield Named(words[first].start(), word.end(), key)


def _first(text: str, words: Sequence[re.Match[str]], at: int, heads: frozenset[str]) -> int:
    """The place of the first word of the name that ends at a place: capitals before it, and small words that join."""
    first, place = at, at - 1
    while place >= 0 and at - place < WIDEST:
        word = words[place][0]
        if "\n" in text[words[place].end() : words[place + 1].start()] or word in BREAKING:
            break
        other = word.lower() in heads or (len(word) == 1 and place and words[place - 1][0].lower() in heads)
        if other and words[place + 1][0].lower() in JOINING:
            break  # the name of another thing
        if is_capital(word):
            first = place
        elif word == "the" and place and words[place - 1][0] in JOINING - {"and", "&"}:
            pass
        elif word not in JOINING:
            break
        place -= 1
    while first < at and (words[first][0].lower() in OPENING or words[first][0].isdigit()):
        first += 1
    return first


def is_capital(word: str) -> bool:
    """Whether a word begins with a capital letter or a figure, as the words of a name do."""
    return word[:1].isupper() or word[:1].isdigit()
