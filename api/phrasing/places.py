"""What a sentence may say in front of a decision: when, where and by which body, as its citation has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from api.phrasing.figures import within
from api.phrasing.tokens import Token, tokens
from api.phrasing.vocabulary import FREE, JOINING, guarded
from search.model import Citation

_EARLIER = frozenset(["had", "before", "already", "earlier"])


def openings(words: Sequence[Token], cited: Citation, decides: bool) -> Iterator[Sequence[Token]]:
    """The sentence, and what is left of it without a place in front that its citation bears.

    Only the passage of a decision says what was done at the meeting itself; what is told in a discussion may have been
    at any time. "On 16 January 2025, the ICB Board approved it" leaves "Board approved it" and "approved it".
    """
    yield words
    if not decides or any(word.key in _EARLIER for word in words):
        return
    body = {word.key for word in tokens(cited.body)} - JOINING
    told = body | {word.key for word in tokens(f"{cited.item} {cited.title}")}
    for place in range(len(words) - 1):
        if place and not _placed(words[place - 1], cited, told):
            return
        loose = all(_placed(word, cited, set()) for word in words[:place])
        if place and not words[place].comma and not loose:
            continue
        for subject in range(place, len(words) - 1):
            if subject > place and words[subject - 1].key not in FREE | body:
                break
            if subject:
                yield words[subject:]


def _placed(word: Token, cited: Citation, told: set[str]) -> bool:
    """Whether the citation bears a word of the place."""
    if word.date:
        return within(word.key, cited.date)
    if word.figure and word.key == cited.date[:4]:
        return True
    return word.key in FREE | JOINING or (word.key in told and not word.deciding and not guarded(word.key))
