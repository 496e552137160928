"""Passages like a passage."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from search.hits import hits
from search.model import Hit
from search.retrieve import View
from search.words import whole

_VECTOR = (
    "SELECT passages.text, vector FROM passages JOIN vectors ON vectors.hash = passages.hash AND model = ? WHERE id = ?"
)
CANDIDATES = 3  # for each passage asked for, since those of the same words are left out


def similar(view: View, model: str, passage: str, k: int = 10) -> tuple[Hit, ...] | None:
    """The k passages (1 to 100) nearest in meaning to a passage, nearest first, by its own vector of the model named.

    Passages of the same words are left out. None where there is no such passage.
    """
    k = max(1, min(k, 100))
    row = view.connection.exec_driver_sql(_VECTOR, (model, whole(passage))).first()
    if row is None:
        return None
    near = view.dense(np.frombuffer(row.vector, "<f4").astype(np.float32), CANDIDATES * k + 1)
    found = hits(view.connection, [(number, (1 + float(cosine)) / 2) for number, cosine in near], len(near))
    said = " ".join(row.text.split())
    others = [hit for hit in found if " ".join(hit.text.split()) != said]
    return tuple(replace(hit, rank=rank) for rank, hit in enumerate(others[:k], start=1))
