"""One person over many meetings, by name without title; a short name only where one person of the body can be meant."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

TITLES = frozenset(
    (
        *("dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "lord", "lady", "baroness"),
        *("baron", "cllr", "councillor", "alderman", "rev", "reverend", "revd", "canon", "judge", "hon", "rt"),
    )
)
HONOURS = frozenset(("obe", "mbe", "cbe", "kbe", "dbe", "qc", "kc", "jp", "dl", "mp", "phd", "md", "frcs", "frcp"))
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Sitting:
    """One line of an attendance list: its row, and the name as printed."""

    row: int
    name: str


@dataclass(frozen=True, slots=True)
class Seat:
    """Who a line of an attendance list means. key is the same in every body for a full name; name is without title."""

    row: int
    key: str
    name: str


def plain(name: str) -> str:
    """A name without title, honours and what stands in brackets or after a comma.

    >>> plain("Prof. Jane A. O'Hara MBE (Chair)"), plain("Cllr J Smith, observer")
    ("Jane A O'Hara", 'J Smith')
    """
    words = _WORD.findall(re.split(r"[,(\[;]", name)[0])
    while words and words[0].casefold() in TITLES:
        words = words[1:]
    while len(words) > 2 and words[-1].casefold() in HONOURS:
        words = words[:-1]
    return " ".join(words)


def seats(body: str, sittings: Sequence[Sitting]) -> list[Seat]:
    """Who sat, for all attendance lists of one body; a line without a name is left out."""
    parted = [(sitting, words) for sitting in sittings if (words := plain(sitting.name).split())]
    full: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for _, words in parted:
        if _whole(words):
            full[_short(words)].add(_key(words))
    keyed = []
    for sitting, words in parted:
        key = _key(words)
        if not _whole(words):
            meant = full.get(_short(words), set()) if len(words) > 1 else set()
            key = next(iter(meant)) if len(meant) == 1 else f"{key} @ {body.casefold()}"
        keyed.append((sitting.row, key, words))
    printed: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for _, key, words in keyed:
        printed[key][" ".join(words)] += 1
    names = {
        key: max(forms, key=lambda form: (_whole(form.split()), forms[form], form)) for key, forms in printed.items()
    }
    return [Seat(row, key, names[key]) for row, key, _ in keyed]


def _whole(words: Sequence[str]) -> bool:
    """Whether a name has a first name and a surname, both written out."""
    initials = words[0].isupper() and len(words[0]) < 4
    return len(words) > 1 and not initials and len(words[0]) > 1 and len(words[-1]) > 1


def _key(words: Sequence[str]) -> str:
    """Name in lower case without middle initials."""
    kept = [word for place, word in enumerate(words) if len(word) > 1 or place == 0]
    return " ".join(kept).casefold().replace("’", "'")


def _short(words: Sequence[str]) -> tuple[str, str]:
    """First initial, and all that follows the first names: "van Dyk" of "Anna van Dyk"."""
    rest = [word for word in words[1:] if len(word) > 1]
    return words[0][0].casefold(), " ".join(rest).casefold().replace("’", "'")
