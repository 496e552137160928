"""A library in this process, with an honest small model in place of the packaged one."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from api.intake import Intake, Outcome, Watch
from api.settings import Settings
from api.walk import Candidate, walk
from search.embed import Floats, Model
from search.library import Library
from search.searcher import Searcher

DIMENSIONS = 64


def counted(texts: Sequence[str]) -> Floats:
    """Unit rows (n, 64): each word of a text counts in the place that its hash names."""
    rows = np.zeros((len(texts), DIMENSIONS), np.float32)
    for row, text in zip(rows, texts, strict=True):
        for word in re.findall(r"\w+", text.lower()):
            row[hashlib.sha256(word.encode()).digest()[0] % DIMENSIONS] += 1
        row /= max(float(np.linalg.norm(row)), 1)
    return rows


SMALL = Model("small", DIMENSIONS, lambda text: len(text.split()), counted, lambda text: counted([text])[0])


def take(folder: Path, *paths: Path, replaces: str | None = None) -> list[Outcome]:
    """Ingest paths into the public library of folder."""
    chosen = Settings(library=folder)
    candidates = [each for each in walk(paths) if isinstance(each, Candidate)]
    with Library.open(chosen.folder("public"), write=True) as library:
        return list(Intake(library, SMALL, chosen, replaces).take(candidates, Watch()))


def searcher(folder: Path) -> Searcher:
    """The public library of folder, ready for questions."""
    return Searcher(Library.open(folder / "public", write=False), SMALL)
