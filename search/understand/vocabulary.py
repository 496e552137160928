"""The library's own words, looked up where they are: full-text search keeps them by their stems."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, MutableMapping
from dataclasses import dataclass, field

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein
from sqlalchemy import Connection

from search.fulltext import some
from search.stemming import cut
from search.understand.letters import bare

GLANCE, SAMPLE = 4, 24  # passages looked at for a word, and for the forms in which a stem is printed
# A stem is asked for by a word that has it: it need not have itself for its stem.
ENDINGS = (
    "",
    "e",
    "s",
    "ed",
    "ing",
    "ion",
    "ee",
    "y",
    "al",
    "er",
    "ation",
    "ment",
    "ity",
    "ance",
    "ence",
    "ive",
    "able",
)
APART = 2  # changes by which stems may differ more than the words do
STEMS = 8  # stems looked at for one word

_TEXTS = (
    "SELECT text, headings, title, presenters FROM passages "
    "WHERE row IN (SELECT CAST(value AS INTEGER) FROM json_each(?))"
)


@dataclass(frozen=True, slots=True)
class Words:
    """What was read of one state of a library, each thing once, when first needed.

    stems are those of a first letter with how many passages hold each, forms those that passages print of a stem.
    """

    stems: MutableMapping[str, list[tuple[str, int]]] = field(default_factory=dict)
    forms: MutableMapping[str, frozenset[str]] = field(default_factory=dict)


class Vocabulary:
    """A Lexicon over one read transaction. kept is shared by those of the same state of the library."""

    def __init__(self, connection: Connection, kept: Words) -> None:
        self._connection, self._kept = connection, kept

    def holds(self, word: str) -> bool:
        """See Lexicon. The first few passages that hold a form of it are looked at; near looks at more."""
        wanted = bare(word)
        if not wanted.isalpha():
            return False
        printed = re.compile(rf"\b{wanted}\b")
        return any(printed.search(text) for text in self._texts(wanted, GLANCE))

    def near(self, word: str, changes: int) -> Iterator[list[tuple[str, int]]]:
        """See Lexicon. Passages are read for as many stems as may have words so near."""
        wanted = bare(word)
        stem = _stemmed([wanted]).get(wanted, "")
        if not stem:
            return
        stems = self._stems(stem[0])
        names = [one for one, _ in stems]
        most = changes + APART
        close = process.extract(stem, names, scorer=DamerauLevenshtein.distance, score_cutoff=most, limit=None)
        ranked = sorted((distance, -stems[place][1], name) for name, distance, place in close)
        least = {name: one for _, _, name in ranked if (one := _least(name, wanted, changes)) <= changes}
        least = dict(list(least.items())[:STEMS])
        held = {name: -negative for _, negative, name in ranked}
        found: list[tuple[int, int, str]] = []
        for steps in range(changes + 1):
            for name, forms in self._forms([name for name in least if least[name] == steps]).items():
                apart, form = min((DamerauLevenshtein.distance(wanted, form), form) for form in forms)
                found.append((apart, -held[name], form))
            if group := [(form, -negative) for apart, negative, form in sorted(found) if apart == steps]:
                yield group

    def _stems(self, letter: str) -> list[tuple[str, int]]:
        kept = self._kept.stems
        if letter not in kept:
            rows = self._connection.exec_driver_sql(
                "SELECT term, doc FROM vocabulary WHERE term >= ? AND term < ?", (letter, chr(ord(letter) + 1))
            )
            kept[letter] = [(row[0], row[1]) for row in rows if len(row[0]) > 2 and row[0].isalpha()]
        return kept[letter]

    def _forms(self, stems: list[str]) -> dict[str, frozenset[str]]:
        """The forms of some stems that passages print, for each stem that has one."""
        kept = self._kept.forms
        new = [stem for stem in stems if stem not in kept]
        words = _stemmed([stem + ending for stem in new for ending in ENDINGS]) if new else {}
        asked = {of: word for word, of in reversed(words.items())}
        printed: set[str] = set()
        for stem in new:
            start = re.compile(rf"\b{stem[:2]}[^\W\d_]*")
            for text in self._texts(asked[stem], SAMPLE) if stem in asked else ():
                printed.update(start.findall(text))
        forms: defaultdict[str, set[str]] = defaultdict(set)
        for form, of in _stemmed(sorted(printed)).items() if printed else ():
            forms[of].add(form)
        kept.update((stem, frozenset(forms[stem])) for stem in new)
        return {stem: kept[stem] for stem in stems if kept[stem]}

    def _texts(self, word: str, count: int) -> list[str]:
        """What some passages say that hold a form of a word, in lower case without accents."""
        found = some(self._connection, word, count)
        rows = self._connection.exec_driver_sql(_TEXTS, (json.dumps(found),))
        return [bare(" ".join(row)) for row in rows]


def _least(stem: str, wanted: str, most: int) -> int:
    """By how many changes at least the words of a stem differ from the one wanted; most + 1 for more than most.

    Stemming changes one letter at most of what it leaves, the last: the rest is how its words begin.
    """
    start = stem[:-1]
    starts = {wanted[: max(0, len(start) + more)] for more in range(-most, most + 1)}
    return min(DamerauLevenshtein.distance(start, one, score_cutoff=most) for one in starts)


def _stemmed(words: list[str]) -> dict[str, str]:
    """The stem of each word as full-text search makes it; what it takes for several words, or none, is left out."""
    return {word: stems[0] for word, stems in zip(words, cut(words), strict=True) if len(stems) == 1}
