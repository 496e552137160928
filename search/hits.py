"""Passage rows as cited hits."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from search.model import Citation, Hit, Twin
from search.rank.stems import sentence_stems

LIKE = 0.75  # share of all their words that two printings of one text have in common
_HITS = (
    "SELECT row, passages.id, text, kind, headings, document, name, page, page_end, page_label, date, body, item, "
    "passages.title, presenters, line_start, line_end FROM passages JOIN documents ON documents.id = document "
    "WHERE row IN (SELECT CAST(value AS INTEGER) FROM json_each(?))"
)


def hits(connection: Connection, ranked: Sequence[tuple[int, float]], k: int) -> tuple[Hit, ...]:
    """The best k of the ranked rows. A text that stands nearly alike in several files is one hit that names the others.

    Where it differs in a figure it is another text: last month's report says the same in other numbers.
    """
    found = {row[0]: row for row in connection.exec_driver_sql(_HITS, (json.dumps([row for row, _ in ranked]),))}
    shown: list[tuple[Hit, Print]] = []
    for number, score in ranked:
        row = found[number]
        hit = Hit(0, score, row[1], row[2], row[3], tuple(json.loads(row[4])), _citation(row))
        made = _print(hit.text)
        at = next((place for place, (one, kept) in enumerate(shown) if made.like(kept) and _elsewhere(hit, one)), None)
        if at is None:
            shown.append((hit, made))
        else:
            first, kept = shown[at]
            shown[at] = replace(first, also=(*first.also, Twin(hit.id, hit.citation))), kept
    return tuple(replace(hit, rank=rank) for rank, (hit, _) in enumerate(shown[:k], start=1))


@dataclass(frozen=True, slots=True)
class Print:
    """What two printings of one text share: the stems of its words, and its figures."""

    words: frozenset[str]
    figures: frozenset[str]

    def like(self, other: Print) -> bool:
        """Whether both print one text, be it that one of them is cut a little otherwise."""
        fewer, more = sorted((len(self.words), len(other.words)))
        if fewer < LIKE * more or not (self.figures <= other.figures or other.figures <= self.figures):
            return False
        both = len(self.words & other.words)
        return both >= LIKE * (fewer + more - both)


def _print(text: str) -> Print:
    words = frozenset().union(*sentence_stems(text))
    return Print(words, frozenset(word for word in words if word[0].isdigit()))


def _elsewhere(hit: Hit, first: Hit) -> bool:
    """Whether a hit stands in another document than one that is shown, and than those that it names already."""
    return hit.citation.document not in {first.citation.document, *(twin.citation.document for twin in first.also)}


def _citation(row: Sequence[Any]) -> Citation:
    document, file, page, page_end, label, date, body, item, title, presenters, start, end = row[5:]
    lines = None if start is None else (start, end)
    return Citation(
        document, file, page, page_end, label, date, body, item, title, tuple(json.loads(presenters)), lines
    )
