"""Misspelt words put right by the library's own words, only where one of them is clearly meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from search.understand.cues import CONTRACTED
from search.understand.english import english
from search.understand.known import Known, Lexicon
from search.understand.query import Constraint
from search.understand.reading import Reading
from search.understand.tokens import Stretch, Token, free
from search.words import STOP

SHORTEST, LONG = 4, 8  # letters: from SHORTEST on a word may be wrong by one change, from LONG on by two
FAR = 2  # changes within which any word may be what was meant
LOOKED_AT = 60  # words of a question: more is a text, not a question
CORRECTED = 6  # words of a question that are looked up as misspelt
OFTEN = 3  # passages that must hold the word that is put in another's place, where it is no plain English
CLEARLY = 4  # times as many passages as the next word at the same distance


def spellings(words: Sequence[Token], taken: Sequence[Stretch], known: Known) -> list[Reading]:
    """A correction for each word that is misspelt.

    Left as they are: words that the library holds, plain English, names, abbreviations, and what holds a digit.
    """
    lexicon = known.lexicon
    meant = ((token, _meant(token, lexicon)) for token in _unheld(words, taken, known))
    return [
        Reading(Constraint("spelling", token.text, right), Stretch(token.start, token.end))
        for token, right in meant
        if right
    ]


def strange(words: Sequence[Token], taken: Sequence[Stretch], known: Known) -> tuple[str, ...]:
    """The words that are no plain English, that no paper holds, and that no word of a paper is near."""
    return tuple(token.text for token in _unheld(words, taken, known) if not any(known.lexicon.near(token.key, FAR)))


def _unheld(words: Sequence[Token], taken: Sequence[Stretch], known: Known) -> Iterator[Token]:
    asked = 0
    for token in words[:LOOKED_AT]:
        place = Stretch(token.start, token.end)
        if not doubtful(token, known) or not free(place, taken) or english(token.key) or known.lexicon.holds(token.key):
            continue
        asked += 1
        if asked > CORRECTED:
            break
        yield token


def doubtful(token: Token, known: Known) -> bool:
    """Whether it might be a misspelling at all."""
    word = token.text
    lettered = word.isalpha() and len(word) >= SHORTEST and (word.islower() or word.istitle())
    return lettered and token.key not in STOP and token.key not in CONTRACTED and token.key not in known.words


def _meant(token: Token, lexicon: Lexicon) -> str:
    """The word that is clearly meant, "" where none is. A word with a capital may be a name: one change at most."""
    changes = 2 if len(token.key) >= LONG and not token.text.istitle() else 1
    for group in lexicon.near(token.key, changes):
        if likely := [(word, held) for word, held in group if held >= OFTEN or english(word)]:
            (first, often), rivals = likely[0], likely[1:]
            if first == token.key or any(often < CLEARLY * held for _, held in rivals):
                return ""
            return first.capitalize() if token.text.istitle() else first
    return ""
