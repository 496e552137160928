"""People that a question names: by name, by surname, by the initials that minutes use, or by a post of one holder."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from search.links.people import TITLES
from search.understand.cues import SAYING
from search.understand.known import Known, Person
from search.understand.query import Constraint
from search.understand.reading import Reading
from search.understand.tokens import Stretch, Token, free
from search.words import STOP

WIDEST = 6  # words of a name or a post
MOST = 3  # people that the same initials may mean
_DID = re.compile(
    r"\b(?:did|does|do|has|have|had|was|is|will|by|who|who's|whos|what|that|when|and|for|from|asked|told)\s+"
    r"(?:(?:dr|prof|professor|mr|mrs|ms|miss|sir|dame|cllr|councillor)\.?\s+)?$",
    re.IGNORECASE,
)
_WHO_IS = re.compile(r"\bwho(?:'?s| is| was)\s+$", re.IGNORECASE)
_ACTION = re.compile(r"\bactions?\b|\bowns?\b|\bleads?\b|\bowner\b", re.IGNORECASE)
_MONTHLIKE = frozenset(("may", "june", "april", "august", "will", "mark", "grant", "bill", "rose", "hope", "grace"))


def people(
    text: str, words: Sequence[Token], taken: Sequence[Stretch], known: Known, bodies: Collection[str]
) -> list[Reading]:
    """Who is named, in order; where initials mean several people, each of them, those of the bodies asked first."""
    found: list[Reading] = []
    place = 0
    while place < len(words):
        meant, end = _meant(text, words, place, known, bodies)
        stretch = Stretch(words[place].start, words[end - 1].end)
        if not meant or not free(stretch, taken):
            place += 1
            continue
        printed = text[stretch.start : stretch.end]
        source = bool(SAYING.match(text[stretch.end :].lstrip()))
        found += [Reading(Constraint("person", printed, one.name, source=source), stretch) for one in meant]
        place = end
    return found


def _meant(
    text: str, words: Sequence[Token], place: int, known: Known, bodies: Collection[str]
) -> tuple[Sequence[Person], int]:
    """The people meant by the words that begin here, and the word after them."""
    names = known.names
    titled = words[place].key in TITLES and place + 1 < len(words)
    start = place + 1 if titled else place
    for end in range(min(len(words), start + WIDEST), start + 1, -1):
        there = tuple(token.key for token in words[start:end])
        if there in names.full:
            return _several(names.full[there], bodies), end
        if (
            not titled
            and there in names.posts
            and len(_distinct(names.posts[there])) == 1
            and _the_post(text, words, start, end)
        ):
            return names.posts[there][:1], end
    token, end = words[start], start + 1
    surname = _distinct(names.surnames.get(token.key, ()))
    if surname and (titled or (token.key not in _MONTHLIKE and _as_a_name(text, token))):
        return (_several(surname, bodies) if titled or len(surname) == 1 else ()), end
    if titled:
        return (), end
    if _as_initials(text, token, known):
        return _several(_distinct(names.initials.get(token.key, ())), bodies), end
    first = _distinct(names.firsts.get(token.key, ()))
    if len(first) == 1 and token.key not in _MONTHLIKE and _as_a_name(text, token):
        return first, end
    return (), end


def _as_a_name(text: str, token: Token) -> bool:
    """Whether a word that may be a common one is meant as a name: by its capital, or by what it is said to do."""
    before, after = text[: token.start], text[token.end :]
    if token.text.istitle() and before.strip() and not before.rstrip().endswith((".", "?", "!", ":")):
        capital_next = re.match(r"\s+[A-Z][a-z]", after) or re.search(r"[A-Z][a-z']+\s+$", before)
        return not capital_next or bool(SAYING.match(after.lstrip()))
    return bool(_DID.search(before) and SAYING.match(after.lstrip())) and token.key not in STOP


def _as_initials(text: str, token: Token, known: Known) -> bool:
    """Whether capitals are somebody's initials; what the glossary defines is only where they say or do something."""
    if token.key not in known.names.initials or not 2 <= len(token.text) <= 4:
        return False
    before = text[: token.start]
    acts = bool(_DID.search(before) and SAYING.match(text[token.end :].lstrip())) or bool(_WHO_IS.search(before))
    if not token.capitals or text.isupper():
        return acts and token.key not in STOP
    if token.key in known.shorts or token.key in known.aliases:
        return acts
    return (
        len(token.text) > 2
        or acts
        or bool(_DID.search(text[: token.start]) or _ACTION.search(text) or SAYING.match(text[token.end :].lstrip()))
    )


def _the_post(text: str, words: Sequence[Token], start: int, end: int) -> bool:
    """Whether a post stands for its holder: "what did the medical director say", not "the director of finance of"."""
    after = text[words[end - 1].end :].lstrip()
    return bool(
        re.search(r"\b(?:did|does|has|had|was|by) (?:the|our)\s+$", text[: words[start].start], re.I)
        and SAYING.match(after)
    )


def _several(people: Sequence[Person], bodies: Collection[str]) -> Sequence[Person]:
    """Those of the bodies asked where there are any, else all, and none where they are too many to be meant."""
    own = [person for person in _distinct(people) if person.bodies & set(bodies)]
    chosen = own or _distinct(people)
    return chosen if len(chosen) <= MOST else ()


def _distinct(people: Sequence[Person]) -> list[Person]:
    return list({person.name: person for person in people}.values())
