"""Words cut to their stems as SQLite's full-text search cuts them, wherever the library's database is."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from threading import local

TOKENIZE = "porter unicode61 remove_diacritics 2"  # as the first migration gives it to the table of words


_own = local()


def _scratch(columns: Sequence[str]) -> sqlite3.Connection:
    scratch = sqlite3.connect(":memory:")
    scratch.execute(f"CREATE VIRTUAL TABLE w USING fts5({', '.join(columns)}, tokenize='{TOKENIZE}')")
    scratch.execute("CREATE VIRTUAL TABLE v USING fts5vocab(w, 'instance')")
    return scratch


def cut(texts: Sequence[str]) -> list[tuple[str, ...]]:
    """The stems of each text in order; none for a text without words.

    Each thread keeps its table: making one takes longer than cutting a hundred words.
    """
    if not hasattr(_own, "scratch"):
        _own.scratch = _scratch(["x"])
    scratch: sqlite3.Connection = _own.scratch
    found: list[dict[int, str]] = [{} for _ in texts]
    try:
        scratch.executemany("INSERT INTO w (rowid, x) VALUES (?, ?)", enumerate(texts))
        for place, term, offset in scratch.execute("SELECT doc, term, offset FROM v"):
            found[place][offset] = term
    finally:
        scratch.rollback()
    return [tuple(stems[offset] for offset in sorted(stems)) for stems in found]


def standing(columns: Sequence[str], rows: Mapping[int, Sequence[str]]) -> list[tuple[str, int, str, int]]:
    """Each stem of some rows of texts, with its row, its column, and how many words stand before it in that column."""
    with closing(_scratch(columns)) as scratch:
        marks = ", ".join("?" * (len(columns) + 1))
        scratch.executemany(
            f"INSERT INTO w (rowid, {', '.join(columns)}) VALUES ({marks})",
            [(row, *texts) for row, texts in rows.items()],
        )
        return scratch.execute("SELECT term, doc, col, offset FROM v").fetchall()
