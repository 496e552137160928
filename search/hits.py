"""Passage rows as cited hits."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from search.model import Citation, Hit

_HITS = (
    "SELECT row, passages.id, text, kind, headings, document, name, page, page_end, page_label, date, body, item, "
    "passages.title, presenters, line_start, line_end FROM passages JOIN documents ON documents.id = document "
    "WHERE row IN (SELECT value FROM json_each(?))"
)


def hits(connection: Connection, ranked: Sequence[tuple[int, float]], k: int) -> tuple[Hit, ...]:
    """The best k of the ranked rows. A text that stands alike in several files is one hit that names the others."""
    found = {row[0]: row for row in connection.exec_driver_sql(_HITS, (json.dumps([row for row, _ in ranked]),))}
    shown: dict[tuple[str, str], Hit] = {}
    rest: list[Hit] = []
    for number, score in ranked:
        row = found[number]
        hit = Hit(0, score, row[1], row[2], row[3], tuple(json.loads(row[4])), _citation(row))
        key = (hit.kind, " ".join(hit.text.split()))
        first = shown.setdefault(key, hit)
        if first is hit:
            rest.append(hit)
        elif hit.citation.document not in {place.document for place in (first.citation, *first.also)}:
            fuller = replace(first, also=(*first.also, hit.citation))
            rest[rest.index(first)] = shown[key] = fuller
        else:
            rest.append(hit)
    return tuple(replace(hit, rank=rank) for rank, hit in enumerate(rest[:k], start=1))


def _citation(row: Sequence[Any]) -> Citation:
    document, file, page, page_end, label, date, body, item, title, presenters, start, end = row[5:]
    lines = None if start is None else (start, end)
    return Citation(
        document, file, page, page_end, label, date, body, item, title, tuple(json.loads(presenters)), lines
    )
