"""Abbreviations written out, and long forms abbreviated, as the papers define them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from search.understand.cues import CONTRACTED
from search.understand.english import english
from search.understand.known import Known, Term, singular
from search.understand.query import Constraint, Intent
from search.understand.reading import Reading
from search.understand.tokens import Stretch, Token, free, keys
from search.words import STOP

MEANINGS = 4  # of one abbreviation, where what it means is the question
TELLING = 3  # letters of an abbreviation that may stand for its long form: shorter ones mean too much
WIDEST = 3  # words of an abbreviation: "A&E"


def abbreviations(
    text: str,
    words: Sequence[Token],
    taken: Sequence[Stretch],
    known: Known,
    bodies: Collection[str],
    asks: Intent,
) -> list[Reading]:
    """The other form of each abbreviation and each long form in the question.

    One that stands for several things is read by the papers of the bodies asked, and not at all where that leaves more
    than one; where its meaning is the question, every meaning is given.
    """
    found: list[Reading] = []
    held = " ".join(singular(token.key) for token in words)
    place = 0
    while place < len(words):
        terms, end = _short(words, place, known)
        long = not terms
        if long:
            terms, end = _long(words, place, known)
        stretch = Stretch(words[place].start, words[end - 1].end)
        if not terms or not free(stretch, taken):
            place += 1
            continue
        meant = _meant(terms, bodies, long, asks)
        printed = text[stretch.start : stretch.end]
        for value in meant:
            if f" {' '.join(map(singular, keys(value)))} " not in f" {held} ":
                found.append(Reading(Constraint("abbreviation", printed, value), stretch))
        place = end
    return found


def _short(words: Sequence[Token], place: int, known: Known) -> tuple[tuple[Term, ...], int]:
    """The terms whose abbreviation stands here, and where it ends."""
    for end in range(min(len(words), place + WIDEST), place, -1):
        there = words[place:end]
        name = " ".join(token.key for token in there)
        terms = known.shorts.get(name) or known.shorts.get(name.removesuffix("s") if end - place == 1 else name, ())
        if terms and _written(there, terms):
            return tuple(terms), end
    return (), place + 1


def _written(there: Sequence[Token], terms: Sequence[Term]) -> bool:
    """Whether it is written as an abbreviation: in capitals as defined, or as letters that are no word."""
    if len(there) > 1:
        return any(token.text in ("&", "+") for token in there) or all(token.capitals for token in there)
    word = there[0].text
    if there[0].key in CONTRACTED:
        return False
    if any(word in (term.short, f"{term.short}s") for term in terms) or (len(word) > 1 and word.isupper()):
        return True
    return len(word) > 2 and there[0].key not in STOP and not english(word)


def _long(words: Sequence[Token], place: int, known: Known) -> tuple[tuple[Term, ...], int]:
    """The terms whose long form, of two words or more, stands here, and where it ends; the longest there is."""
    best: list[Term] = []
    longest = 1
    for long, term in known.longs.get(singular(words[place].key), ()):
        if len(long) < max(2, longest):
            continue
        there = tuple(singular(token.key) for token in words[place : place + len(long)])
        if there == long:
            best = [*best, term] if len(long) == longest else [term]
            longest = len(long)
    best = [term for term in best if sum(map(str.isalnum, term.short)) >= TELLING]
    return tuple(best), place + longest


def _meant(terms: Sequence[Term], bodies: Collection[str], long: bool, asks: Intent) -> list[str]:
    groups = _alike(terms, long)
    if len(groups) == 1:
        return groups[0][:1]
    if asks == "definition":
        return [group[0] for group in groups[:MEANINGS]]
    own = _alike([term for term in terms if term.body in bodies], long)
    return own[0][:1] if len(own) == 1 else []


def _alike(terms: Sequence[Term], long: bool) -> list[list[str]]:
    """The forms in groups of one meaning each, the most frequent form first, the group of the most forms first."""
    counted = Counter(term.short if long else term.long for term in terms)
    groups: list[list[str]] = []
    for form, _ in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])):
        for group in groups:
            if _same(group[0], form):
                group.append(form)
                break
        else:
            groups.append([form])
    return groups


def _same(one: str, other: str) -> bool:
    """Whether two forms differ in small words and endings only, or one holds all the words of the other."""
    left, right = ({singular(word)[:6] for word in keys(form)} - STOP - {"and"} for form in (one, other))
    shared = len(left & right)
    return bool(shared) and (left <= right or right <= left or shared >= 0.6 * max(len(left), len(right)))
