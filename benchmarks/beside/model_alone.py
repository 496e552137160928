"""The floor of an ingest: the model alone over the passages of a library, and how fast this machine's memory is.

    python -m benchmarks.beside.model_alone --library DIR [--by sentence-transformers]

The model is run as an ingest runs it, or by the library that is made for it. Prints JSON: seconds of importing and
loading the model, of embedding every passage once and nothing else, passages, and gigabytes a second that one processor
reads, which is the floor of an exact search.
"""

from __future__ import annotations

import argparse
import json
from collections import deque
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import numpy as np

from search import packaged, vectors
from search.embed import DEFAULT, embedded, load
from search.library import Library

READ = 1 << 28  # bytes
TIMES = 5


def main(folder: Path, by: str) -> dict[str, float]:
    """The measurements over the public library of a folder."""
    with Library.open(folder / "public", write=False) as library, library.read() as connection:
        texts = [one.text for one in vectors.texts(connection).values()]
    began = perf_counter()
    embed = WAYS[by]()
    embed(["one"])
    loaded = perf_counter()
    embed(texts)
    done = perf_counter()
    return {
        "loading": loaded - began,
        "embedding": done - loaded,
        "passages": len(texts),
        "gigabytes_a_second": round(_bandwidth(), 1),
    }


def _ours() -> Callable[[list[str]], object]:
    model = load(DEFAULT)
    model.ready()
    return lambda texts: deque(embedded(model, texts), maxlen=0)


def _by_sentence_transformers() -> Callable[[list[str]], object]:
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(str(packaged.folder())).encode


WAYS = {"minutebook": _ours, "sentence-transformers": _by_sentence_transformers}


def _bandwidth() -> float:
    block = np.ones(READ // 4, np.float32)
    best = min(_timed(block) for _ in range(TIMES))
    return READ / best / 1e9


def _timed(block: np.ndarray[tuple[int], np.dtype[np.float32]]) -> float:
    began = perf_counter()
    block.max()
    return perf_counter() - began


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Time the model alone.")
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--by", choices=list(WAYS), default="minutebook")
    given = parser.parse_args()
    print(json.dumps(main(given.library, given.by)))
