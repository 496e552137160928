"""The library's own words, looked up where they are: full-text search keeps them by their stems."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import MutableMapping
from contextlib import closing

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein
from sqlalchemy import Connection

from search.understand.letters import bare

TOKENIZE = "porter unicode61 remove_diacritics 2"  # as the table of words has it
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
STEMS = 8  # stems looked at for one word

_WORD = re.compile(r"[^\W\d_]+")
_TEXTS = (
    "SELECT text, headings, title, presenters FROM passages "
    "WHERE row IN (SELECT rowid FROM words WHERE words MATCH ? LIMIT ?)"
)

# The stems of a first letter with the passages that hold each: read once for a state of the library, when first needed.
Stems = MutableMapping[str, list[tuple[str, int]]]


class Vocabulary:
    """A Lexicon over one read transaction. kept is shared by those of the same state of the library."""

    def __init__(self, connection: Connection, kept: Stems) -> None:
        self._connection, self._kept = connection, kept

    def holds(self, word: str) -> bool:
        """See Lexicon. Among the passages that hold a form of it, the first few are looked at."""
        wanted = bare(word)
        if not wanted.isalpha():
            return False
        return any(wanted in self._printed(wanted, count) for count in (GLANCE, SAMPLE))

    def near(self, word: str, changes: int) -> list[tuple[str, int]]:
        """See Lexicon."""
        wanted = bare(word)
        stem = _stem(wanted)
        if not stem:
            return []
        stems = self._stems(stem[0])
        close = process.extract(
            *(stem, [one for one, _ in stems]),
            scorer=DamerauLevenshtein.distance,
            score_cutoff=changes,
            limit=None,
        )
        ranked = sorted((distance, -stems[place][1], place) for _, distance, place in close)[:STEMS]
        found: list[tuple[int, int, str]] = []
        for _, held, place in ranked:
            forms = [(DamerauLevenshtein.distance(wanted, form), form) for form in self._forms(stems[place][0])]
            if forms and min(forms)[0] <= changes:
                found.append((min(forms)[0], held, min(forms)[1]))
        return [(form, -held) for _, held, form in sorted(found)]

    def _stems(self, letter: str) -> list[tuple[str, int]]:
        if letter not in self._kept:
            rows = self._connection.exec_driver_sql(
                "SELECT term, doc FROM vocabulary WHERE term >= ? AND term < ?", (letter, chr(ord(letter) + 1))
            )
            self._kept[letter] = [(row[0], row[1]) for row in rows if len(row[0]) > 2 and row[0].isalpha()]
        return self._kept[letter]

    def _forms(self, stem: str) -> Counter[str]:
        """The forms of a stem that passages print."""
        asked = next((word for word, of in _stemmed([stem + ending for ending in ENDINGS]).items() if of == stem), "")
        printed = self._printed(asked, SAMPLE) if asked else Counter()
        stems = _stemmed([form for form in printed if form[:2] == stem[:2]])
        return Counter({form: printed[form] for form, of in stems.items() if of == stem})

    def _printed(self, word: str, count: int) -> Counter[str]:
        """The words of some passages that hold a form of a word, in lower case without accents."""
        texts = self._connection.exec_driver_sql(_TEXTS, (f'"{word}"', count))
        return Counter(bare(form) for row in texts for text in row for form in _WORD.findall(text))


def _stem(word: str) -> str:
    return _stemmed([word]).get(word, "")


def _stemmed(words: list[str]) -> dict[str, str]:
    """The stem of each word as full-text search makes it; what it takes for several words, or none, is left out."""
    with closing(sqlite3.connect(":memory:")) as scratch:
        scratch.execute(f"CREATE VIRTUAL TABLE w USING fts5(x, tokenize='{TOKENIZE}')")
        scratch.execute("CREATE VIRTUAL TABLE v USING fts5vocab(w, 'instance')")
        scratch.executemany("INSERT INTO w (rowid, x) VALUES (?, ?)", enumerate(words))
        rows = scratch.execute("SELECT doc, term FROM v").fetchall()
    counted = Counter(row[0] for row in rows)
    return {words[place]: term for place, term in rows if counted[place] == 1}
