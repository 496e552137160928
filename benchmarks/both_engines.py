"""The same questions asked of a library's own files and of Milvus: how alike the answers are, and whether alike enough.

python benchmarks/both_engines.py LIBRARY QUESTIONS.jsonl [--milvus ADDRESS]
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from resource import RUSAGE_SELF, getrusage

import numpy as np

from search.embed import load
from search.library import Library
from search.milvus.engine import Collections
from search.milvus.move import move
from search.milvus.server import Server
from search.model import Answered, Results
from search.searcher import Searcher

FIRST, TEN, COSINE = 0.98, 0.9, 1e-5  # what is asked: shares of questions and of passages, difference of cosines


def main() -> None:
    """Print a table; exit with 1 where the engines differ by more than is allowed."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("library", type=Path, help="folder of one collection, such as library/public; it is not changed")
    asked.add_argument("questions", type=Path)
    asked.add_argument("--milvus", default="", help="a server, in place of Milvus Lite in a temporary folder")
    given = asked.parse_args()
    texts = [json.loads(line)["question"] for line in given.questions.read_text().splitlines() if line.strip()]
    with tempfile.TemporaryDirectory() as kept:
        folder, address = Path(kept) / "library", given.milvus or str(Path(kept) / "milvus.db")
        folder.mkdir()
        for file in given.library.glob("library.db*"):
            (folder / file.name).write_bytes(file.read_bytes())
        sys.exit(_compared(folder, Server(address), texts))


def _compared(folder: Path, server: Server, texts: Sequence[str]) -> int:
    with Library.open(folder, write=True) as library:
        model, began = load(library.model), _seconds()
        moved = move(library, server)
        print(f"{moved.passages:,} passages moved in {_seconds() - began:.1f} s of this process")
        files, milvus = Searcher(library, model), Searcher(library, model, engines=Collections(folder, server))
        here, there, spent = list[Results](), list[Results](), [0.0, 0.0]
        for text in texts:
            for at, (searcher, answers) in enumerate(((files, here), (milvus, there))):
                began = _seconds()
                answers.append(searcher.results(text))
                spent[at] += _seconds() - began
        words, apart = _lists(files, milvus, texts)
    first = float(np.mean([_ids(a)[:1] == _ids(b)[:1] for a, b in zip(here, there, strict=True)]))
    ten = float(np.mean([_shared(_ids(a), _ids(b)) for a, b in zip(here, there, strict=True)]))
    same = float(np.mean([_said(a) == _said(b) for a, b in zip(here, there, strict=True)]))
    print(f"first passage the same {first:.3f}, of the first ten {ten:.3f}, answer the same {same:.3f}")
    print(f"of the first 100 by words {words:.3f}; cosines differ by at most {apart:.1e}")
    took = [1000 * one / len(texts) for one in spent]
    print(f"processor time a question: files {took[0]:.1f} ms, Milvus {took[1]:.1f} ms")
    return int(first < FIRST or ten < TEN or apart > COSINE)


def _lists(files: Searcher, milvus: Searcher, texts: Sequence[str]) -> tuple[float, float]:
    """How much of the first 100 by words is the same, and by how much cosines of the same passage differ at most."""
    words, apart = list[float](), 0.0
    for text in texts:
        vector = files.model.questions([text])[0].vector
        with files.view() as one, milvus.view() as other:
            words.append(_shared(one.lexical(text, 100), other.lexical(text, 100)))
            near, far = dict(one.dense(vector, 100)), dict(other.dense(vector, 100))
            apart = max([apart, *(abs(near[row] - far[row]) for row in near.keys() & far.keys())])
    return float(np.mean(words)), apart


def _ids(found: Results) -> list[str]:
    return [hit.id for hit in found.passages[:10]]


def _said(found: Results) -> str:
    return found.answer.text if isinstance(found.answer, Answered) else "refused"


def _shared(one: Sequence[object], other: Sequence[object]) -> float:
    return len({*one} & {*other}) / max(len(one), 1)


def _seconds() -> float:
    used = getrusage(RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
