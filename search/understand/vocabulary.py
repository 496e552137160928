"""The library's own words, looked up where they are: full-text search keeps them by their stems."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import MutableMapping

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

# The stems of a first letter with the passages that hold each: read once for a state of the library, when first needed.
Stems = MutableMapping[str, list[tuple[str, int]]]


class Vocabulary:
    """A Lexicon over one read transaction. kept is shared by those of the same state of the library."""

    def __init__(self, connection: Connection, kept: Stems) -> None:
        self._connection, self._kept = connection, kept

    def holds(self, word: str) -> bool:
        """See Lexicon. The first few passages that hold a form of it are looked at; near looks at more."""
        wanted = bare(word)
        if not wanted.isalpha():
            return False
        printed = re.compile(rf"\b{wanted}\b")
        return any(printed.search(text) for text in self._texts(wanted, GLANCE))

    def near(self, word: str, changes: int) -> list[tuple[str, int]]:
        """See Lexicon."""
        wanted = bare(word)
        stem = _stemmed([wanted]).get(wanted, "")
        if not stem:
            return []
        stems = self._stems(stem[0])
        names = [one for one, _ in stems]
        most = changes + APART
        close = process.extract(stem, names, scorer=DamerauLevenshtein.distance, score_cutoff=most, limit=None)
        ranked = sorted((distance, -stems[place][1], name) for name, distance, place in close)[:STEMS]
        held = {name: -negative for _, negative, name in ranked}
        found = []
        for name, forms in self._forms(list(held)).items():
            steps, form = min((DamerauLevenshtein.distance(wanted, form), form) for form in forms)
            if steps <= changes:
                found.append((steps, -held[name], form))
        return [(form, -negative) for _, negative, form in sorted(found)]

    def _stems(self, letter: str) -> list[tuple[str, int]]:
        if letter not in self._kept:
            rows = self._connection.exec_driver_sql(
                "SELECT term, doc FROM vocabulary WHERE term >= ? AND term < ?", (letter, chr(ord(letter) + 1))
            )
            self._kept[letter] = [(row[0], row[1]) for row in rows if len(row[0]) > 2 and row[0].isalpha()]
        return self._kept[letter]

    def _forms(self, stems: list[str]) -> dict[str, set[str]]:
        """The forms of some stems that passages print, for each stem that has one."""
        words = _stemmed([stem + ending for stem in stems for ending in ENDINGS])
        asked = {of: word for word, of in reversed(words.items())}
        printed: set[str] = set()
        for stem in stems:
            start = re.compile(rf"\b{stem[:2]}[^\W\d_]*")
            for text in self._texts(asked[stem], SAMPLE) if stem in asked else ():
                printed.update(start.findall(text))
        forms: defaultdict[str, set[str]] = defaultdict(set)
        for form, of in _stemmed(sorted(printed)).items():
            forms[of].add(form)
        return {stem: forms[stem] for stem in stems if stem in forms}

    def _texts(self, word: str, count: int) -> list[str]:
        """What some passages say that hold a form of a word, in lower case without accents."""
        found = some(self._connection, word, count)
        rows = self._connection.exec_driver_sql(_TEXTS, (json.dumps(found),))
        return [bare(" ".join(row)) for row in rows]


def _stemmed(words: list[str]) -> dict[str, str]:
    """The stem of each word as full-text search makes it; what it takes for several words, or none, is left out."""
    return {word: stems[0] for word, stems in zip(words, cut(words), strict=True) if len(stems) == 1}
