"""Text made safe: to be stored, and to be asked of full-text search."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 5_000
MOST_TERMS = 64

# a number with its points is one term, everything else is runs of letters and digits
_TERM = re.compile(r"\d+(?:[.,/]\d+)+\w*|[^\W_]+")
_LONE = re.compile("[\ud800-\udfff]")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s\b")

STOP = frozenset(
    [
        *("a", "about", "after", "again", "all", "also", "am", "an", "and", "any", "are", "as", "at", "be"),
        *("been", "before", "being", "but", "by", "can", "could", "did", "do", "does", "doing", "done"),
        *("for", "from", "get", "give", "given", "got", "had", "has", "have", "having", "he", "her", "here"),
        *("him", "his", "how", "i", "if", "in", "into", "is", "it", "its", "just", "me", "more", "my", "no"),
        *("not", "of", "off", "on", "or", "our", "out", "over", "own", "please", "she", "should", "so"),
        *("some", "such", "tell", "than", "that", "the", "their", "them", "then", "there", "these", "they"),
        *("this", "those", "through", "to", "too", "under", "up", "us", "very", "was", "we", "were", "what"),
        *("when", "where", "which", "who", "whom", "whose", "why", "will", "with", "would", "you", "your"),
    ]
)


def whole(text: str) -> str:
    """The text as UTF-8 can hold it: each lone surrogate becomes a replacement mark, so that places stay the same."""
    return text if text.isascii() else _LONE.sub("\N{REPLACEMENT CHARACTER}", text)


def cleaned(text: str) -> str:
    """The question on one line: at most 5,000 characters, control characters and lone surrogates as spaces."""
    kept = "".join(
        " " if unicodedata.category(mark) in ("Cc", "Cs", "Cn", "Zl", "Zp") else mark for mark in text[:LONGEST]
    )
    return " ".join(kept.split())


def terms(text: str) -> list[str]:
    """The distinct terms of a question in lower case, stop words dropped unless nothing else is left; at most 64."""
    found = list(dict.fromkeys(_TERM.findall(_POSSESSIVE.sub("", text.lower()))))
    telling = [term for term in found if term not in STOP]
    return (telling or found)[:MOST_TERMS]


def match(text: str) -> str:
    """An FTS5 expression for passages that hold any of the terms, "" where there are none. Every term is quoted."""
    return " OR ".join(f'"{term}"' for term in terms(text))
