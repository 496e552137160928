"""Words as full-text search compares them: in lower case, without accents, by their stem."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

import Stemmer

from search.understand.letters import bare
from search.words import terms

# a number with its points is one word, as in search.words
_WORD = re.compile(r"\d+(?:[.,/]\d+)+\w*|[^\W_]+")
_SENTENCES = re.compile(r"(?<=[.;:!?])\s+|\n")
KEPT = 1_000  # passages whose stems are kept for the next question, about 15 KB each
_PORTER = Stemmer.Stemmer("porter")


def words(text: str) -> list[str]:
    """The words of a text in order, case and accents aside."""
    found: list[str] = _WORD.findall(bare(text))
    return found


def stems(text: str) -> list[str]:
    """The stem of each word of a text, in order.

    >>> stems("The Boards' policies were approved")
    ['the', 'board', 'polici', 'were', 'approv']
    """
    return [stem for stem in _PORTER.stemWords(words(text)) if stem]


def placed(text: str) -> list[tuple[str, int, int]]:
    """Each word's stem with where the word stands in the text: its start, and its end past the last letter.

    >>> placed("Old policies")
    [('old', 0, 3), ('polici', 4, 12)]
    """
    found = list(_WORD.finditer(text))
    return [
        (stem, one.start(), one.end())
        for one, stem in zip(found, _PORTER.stemWords([bare(one[0]) for one in found]), strict=True)
    ]


@lru_cache(KEPT)
def sentence_stems(text: str) -> tuple[frozenset[str], ...]:
    """The stems of each sentence or line of a text that has any."""
    parts = [words(part) for part in _SENTENCES.split(text)]
    found = iter(_PORTER.stemWords([word for part in parts for word in part]))  # at once: each call costs as five words
    sentences = (frozenset(filter(None, islice(found, len(part)))) for part in parts)
    return tuple(stems for stems in sentences if stems)


@lru_cache(KEPT)
def heading_stems(text: str) -> frozenset[str]:
    """The stems of what says where passages stand, or of names: short, and the same for many passages."""
    return frozenset(stems(text))


def asked_stems(texts: Iterable[str]) -> list[str]:
    """The distinct stems of what questions ask for, stop words left out unless nothing else is there."""
    return list(dict.fromkeys(stem for text in texts for term in terms(text) for stem in stems(term)))
