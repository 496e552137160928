"""The question that may have been meant, where the one that was asked holds words that no passage has."""

from __future__ import annotations

from search.understand.corrected import corrected
from search.understand.english import english
from search.understand.known import Known
from search.understand.query import Constraint, Query
from search.understand.reading import Reading
from search.understand.spelling import CORRECTED, LOOKED_AT, SHORTEST, doubtful
from search.understand.tokens import Stretch, Token, tokens

LONG = 6  # letters of a word that may be wrong by two changes; a shorter one by one


def suggestion(query: Query, known: Known) -> str:
    """The question with each word that no passage holds put right by the nearest that passages do; "" where none is.

    It goes further than what is put right unasked: it is only shown. A correction that the reader took back is not made
    again.
    """
    found: list[Reading] = []
    asked = 0
    for token in tokens(query.words)[:LOOKED_AT]:
        if not doubtful(token, known) or english(token.key) or known.lexicon.holds(token.key):
            continue
        asked += 1
        if asked > CORRECTED:
            break
        right = _nearest(token, known)
        reading = Reading(Constraint("spelling", token.text, right), Stretch(token.start, token.end))
        if right and reading.constraint.key not in query.dropped:
            found.append(reading)
    return corrected(query.words, found).text if found else ""


def _nearest(token: Token, known: Known) -> str:
    """The word nearest to a token, of equally near ones that which most passages hold; "" where none is near."""
    near = known.lexicon.near(token.key, 2 if len(token.key) >= LONG else 1)
    word = next((word for group in near for word, _ in group if len(word) >= SHORTEST and word != token.key), "")
    return word.capitalize() if token.text.istitle() else word
