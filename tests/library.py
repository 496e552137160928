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
from search.embed import Encoded, Floats, Model
from search.library import Library
from search.searcher import Searcher

DIMENSIONS = 64


def counted(text: str) -> Floats:
    """A unit vector (64,): each word of a text counts in the place that its hash names."""
    row = np.zeros(DIMENSIONS, np.float32)
    for word in re.findall(r"\w+", text.lower()):
        row[hashlib.sha256(word.encode()).digest()[0] % DIMENSIONS] += 1
    return row / max(float(np.linalg.norm(row)), 1)


def encode(texts: Sequence[str]) -> list[Encoded]:
    """Each text with its words for tokens."""
    out = []
    for text in texts:
        found = list(re.finditer(r"\w+", text))
        tokens = [counted(one[0]) for one in found] or [np.zeros(DIMENSIONS, np.float32)]
        out.append(Encoded(counted(text), np.stack(tokens)[: len(found)], tuple(one.span() for one in found)))
    return out


SMALL = Model("small", DIMENSIONS, lambda text: len(text.split()), encode, encode)


def take(folder: Path, *paths: Path, replaces: str | None = None) -> list[Outcome]:
    """Ingest paths into the public library of folder."""
    chosen = Settings(library=folder)
    candidates = [each for each in walk(paths) if isinstance(each, Candidate)]
    with Library.open(chosen.folder("public"), write=True) as library:
        return list(Intake(library, SMALL, chosen, replaces).take(candidates, Watch()))


def searcher(folder: Path) -> Searcher:
    """The public library of folder, ready for questions."""
    return Searcher(Library.open(folder / "public", write=False), SMALL)
