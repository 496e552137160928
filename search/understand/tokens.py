"""The words of a question with their places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from search.understand.letters import bare

# an "s" behind an apostrophe is no part of the word, and no word
_TOKEN = re.compile(r"(?<![^\W_]')[^\W_]+(?:[-'./](?!s\b)[^\W_]+)*|[&+]", re.IGNORECASE)
_INNER = re.compile(r"(?<=\w)[-'.](?=\w)")


@dataclass(frozen=True, slots=True)
class Token:
    """One word or number: text[start:end] of the question. key is what it is compared by."""

    text: str
    key: str
    start: int
    end: int

    @property
    def capitals(self) -> bool:
        """Whether it is written as abbreviations are."""
        return self.text.isupper()


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the question: the characters text[start:end]."""

    start: int
    end: int

    def overlaps(self, other: Stretch) -> bool:
        """Whether both hold the same character."""
        return self.start < other.end and other.start < self.end


def tokens(text: str) -> tuple[Token, ...]:
    """The words of a question in order, "&" and "+" among them as the word "and".

    >>> [token.key for token in tokens("F&P's sub-committee")]
    ['f', 'and', 'p', 'subcommittee']
    """
    return tuple(Token(found[0], key(found[0]), *found.span()) for found in _TOKEN.finditer(text))


def key(word: str) -> str:
    """What a word is compared by: case, accents and inner points, hyphens and apostrophes aside."""
    return "and" if word in ("&", "+") else _INNER.sub("", bare(word))


def keys(text: str) -> tuple[str, ...]:
    """The keys of a text's words."""
    return tuple(token.key for token in tokens(text))


def free(stretch: Stretch, taken: Sequence[Stretch]) -> bool:
    """Whether no stretch that is taken overlaps it."""
    return not any(stretch.overlaps(other) for other in taken)
