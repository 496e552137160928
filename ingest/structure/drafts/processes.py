"""The policies, processes and rules that a text names."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.structure.drafts.names import Named, is_capital, named
from ingest.structure.drafts.process_words import (
    BY_IT,
    GENERAL,
    GOES_ON,
    HEADS,
    KNOWN,
    LETTER,
    NO_NAME,
    SHORT,
    YEAR,
)

MOST = 20
KNOWN_AT_MOST = 200  # names that are compared with each other
NUMBERED = ("process", "procedure")
DATED = ("act", "regulations", "regulation", "order", "orders", "directive")


def processes(text: str) -> tuple[str, ...]:
    """What a text goes by, as printed and in its order, each once; a name that a longer one holds is left out.

    >>> processes("Award under Direct Award Process C of the Provider Selection Regime (PSR) and the Care Act 2014.")
    ('Direct Award Process C', 'Provider Selection Regime', 'Care Act 2014')
    >>> processes("extend it under the direct award process A, in line with our gifts and hospitality policy")
    ('direct award process A', 'gifts and hospitality policy')
    """
    names: dict[str, str] = {}
    for start, end in sorted(set(_places(text))):
        name = " ".join(text[start:end].split())
        names.setdefault(name.lower(), name)
        if len(names) == KNOWN_AT_MOST:
            break
    kept = [name for key, name in names.items() if not any(key in other for other in names if other != key)]
    short = [one[0] for one in SHORT.finditer(text) if f"({one[0]})" not in text]
    return tuple(dict.fromkeys([*kept, *short]))[:MOST]


def _places(text: str) -> Iterator[tuple[int, int]]:
    for one in named(text, HEADS):
        end = _end(text, one)
        if _names(text[one.start : end], one, end):
            yield one.start, end
    yield from (match.span() for match in KNOWN.finditer(text))
    for match in BY_IT.finditer(text):
        words = match["name"].split()
        general = all(word in GENERAL for word in words[:-1])
        if not general and not NO_NAME & set(words[:-1]) - {"and"} and words[0] != "and":
            yield match.span("name")


def _end(text: str, one: Named) -> int:
    """Where a name ends whose last word may be followed by a year, by a letter or by what it is of."""
    if not text[one.end - len(one.head)].isupper():
        return one.end
    if one.head in NUMBERED and (letter := LETTER.match(text, one.end)):
        return letter.end()
    if one.head in DATED and (year := YEAR.match(text, one.end)):
        return year.end()
    goes_on = GOES_ON.match(text, one.end)
    return goes_on.end() if goes_on else one.end


def _names(name: str, one: Named, end: int) -> bool:
    """Whether a stretch is a name: capitals throughout, and more than a word that any rule might bear."""
    words = name.split()
    if not is_capital(name[one.end - one.start - len(one.head) :]):
        return False
    telling = [word for word in words if word.lower() not in GENERAL and word.lower() != one.head]
    return len(words) > 1 and bool(telling)
