"""Bodies that a question names: by an alias, by a part of a name, or "the board" alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from search.links.bodies import KINDS, SMALL
from search.understand.cues import ACT, NEUTRAL, SAYING
from search.understand.english import english
from search.understand.known import Known
from search.understand.tokens import Stretch, Token, free
from search.words import STOP

MOST = 8  # bodies of one question: more is a text, not a question
WIDEST = 12  # words of a name
UNKNOWN = 5  # words before "committee" that the name of a body which is not known may have
BEFORE = 6  # words before "committee" that are looked at


@dataclass(frozen=True, slots=True)
class Named:
    """A body named at place: the names that it may be, none for one that the library does not know.

    words are the question's own; bare says that it is called by what it is alone ("the board").
    """

    place: Stretch
    words: str
    names: tuple[str, ...]
    bare: bool = False


def bodies(
    text: str, words: Sequence[Token], taken: Sequence[Stretch], dates: Sequence[Stretch], known: Known
) -> list[Named]:
    """The bodies named, in order; dates are the places of days and months, which are no part of a name."""
    found: list[Named] = []
    place = 0
    while place < len(words) and len(found) < MOST:
        named, end = _alias(text, words, place, known)
        if named is None and words[place].key in KINDS:
            named, end = _kind(text, words, place, dates, known), place + 1
        if named and free(named.place, [*taken, *(one.place for one in found)]):
            found.append(named)
            place = end
        else:
            place += 1
    return found


def _alias(text: str, words: Sequence[Token], place: int, known: Known) -> tuple[Named | None, int]:
    """The longest alias that begins here, and the word after it."""
    for end in range(min(len(words), place + WIDEST), place, -1):
        name = " ".join(token.key for token in words[place:end])
        meant = known.aliases.get(name)
        if meant and name not in KINDS and _written(words[place:end]):
            return _named(text, words[place:end], (meant,)), end
        if not meant and end - place > 1:
            longer = known.headless.get(name, ())
            if len(longer) == 1 and sum(token.key not in SMALL for token in words[place:end]) > 1:
                return _named(text, words[place:end], longer), end
    return None, place + 1


def _written(there: Sequence[Token]) -> bool:
    """Whether initials are written as such; a name that is written out may be in any case."""
    if all(len(token.key) == 1 or token.key == "and" for token in there):
        return any(token.text in ("&", "+") for token in there) or all(
            token.text.isupper() or token.key == "and" for token in there
        )
    if len(there) > 1 or there[0].text.isupper():
        return True
    word = there[0].key
    return (
        len(word) > 2 and word not in STOP and (word.endswith("s") or there[0].text[1:].isupper() or not english(word))
    )


def _kind(text: str, words: Sequence[Token], place: int, dates: Sequence[Stretch], known: Known) -> Named | None:
    """The body that ends with this word for a kind of body: a part of a known name, a kind alone, or one not known."""
    kind = words[place].key
    left = list(_left(text, words, place, dates))
    telling = [token for token in left if token.key not in SMALL]
    for start in range(len(left)):
        if left[start].key in SMALL:
            continue
        names = _fitting([token.key for token in left[start:] if token.key not in SMALL], kind, known)
        if len(names) == 1 and (start == 0 or _ends(left[start - 1]) or _opens(left[start].key, names, known)):
            return _named(text, (*left[start:], words[place]), tuple(names))
    if telling and not _ends(telling[-1]):
        there = left[max((at for at, token in enumerate(left) if _ends(token)), default=-1) + 1 :]
        while there and (there[0].key in SMALL or len(there) > UNKNOWN):
            there = there[1:]
        return _named(text, (*there, words[place]), ()) if there else None
    if any(token.key in ("ii", "private") for token in left):
        return _private(text, left, words[place], known)
    names = {name for alias, name in known.aliases.items() if alias == kind or alias.endswith(f" {kind}")}
    if names and (kind == "board" or len(names) == 1):
        return _named(text, words[place : place + 1], tuple(sorted(names)), bare=True)
    return None


def _left(text: str, words: Sequence[Token], place: int, dates: Sequence[Stretch]) -> Iterator[Token]:
    """The words before a kind that may belong to its name, in order."""
    found: list[Token] = []
    after = words[place]
    for token in reversed(words[max(0, place - BEFORE) : place]):
        joined = text[token.end : after.start].strip(" &+'-") == ""
        small = token.key in ("and", "of", "for")
        if not joined or (token.key in STOP and not small) or not free(Stretch(token.start, token.end), dates):
            break
        found.insert(0, token)
        after = token
    while found and found[0].key in SMALL:
        found.pop(0)
    yield from found


def _ends(token: Token) -> bool:
    """Whether a word stands before a name and is no part of it."""
    return token.key in NEUTRAL or bool(ACT.match(token.text) or SAYING.match(token.text))


def _fitting(telling: Collection[str], kind: str, known: Known) -> set[str]:
    """The bodies of this kind whose name holds these words in this order."""
    return {
        name
        for alias, name in known.aliases.items()
        if telling and alias.endswith(f" {kind}") and _within(telling, alias.split()[:-1])
    }


def _opens(word: str, names: Collection[str], known: Known) -> bool:
    """Whether the body's name begins with this word: then what stands before it is no part of the name."""
    return any(name in names and alias.split()[0] == word for alias, name in known.aliases.items())


def _within(some: Collection[str], every: Sequence[str]) -> bool:
    left = iter(every)
    return all(word in left for word in some)


def _private(text: str, left: Sequence[Token], kind: Token, known: Known) -> Named | None:
    """A meeting in private: of a known body where the library has one, else a body that it does not know."""
    begin = next(token for token in left if token.key in ("part", "ii", "private"))
    there = (*left[left.index(begin) :], kind)
    names = {one.body for one in known.sittings if one.part == "II" and one.body.casefold().endswith(kind.key)}
    return _named(text, there, tuple(sorted(names)))


def _named(text: str, there: Sequence[Token], names: tuple[str, ...], bare: bool = False) -> Named:
    place = Stretch(there[0].start, there[-1].end)
    return Named(place, text[place.start : place.end], names, bare)
