"""One library measured: its derived files, its memory, and how fast it answers, whole and by stage.

    python benchmarks/one_size.py QUESTIONS.jsonl LIBRARY [--readers 10]

LIBRARY is a library's own folder. Prints JSON. Times are milliseconds: wall time, and the processor time of the thread
that asks (cpu), which other work on the machine disturbs less. The derived files are made first, where they do not
fit.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import perf_counter, process_time, thread_time
from typing import Any

import numpy as np
from sqlalchemy import Connection

from api.batch import lines
from search import index, vectors
from search.embed import Floats, load
from search.engine import DATABASE
from search.files import CACHE
from search.indexes import words
from search.indexes.lists import LARGE
from search.indexes.shown import Numbers, rows_of, shown, total
from search.indexes.words import FOLDER
from search.library import Library
from search.model import WHOLE, Facets, Narrowed
from search.searcher import Searcher
from search.stages import Stage, witnessed

NARROWED = 12  # narrowings that are asked in turn
EACH_ASKS = 20  # questions of each reader of many
TOP = 10
Times = list[float]


class Stages:
    """A witness that keeps what each stage took, in milliseconds."""

    def __init__(self) -> None:
        self.took_by: defaultdict[Stage, Times] = defaultdict(list)

    def took(self, stage: Stage, seconds: float) -> None:
        """See Witness."""
        self.took_by[stage].append(1000 * seconds)

    def answered(self, status: str) -> None:
        """See Witness."""


def main(questions: Path, folder: Path, readers: int) -> dict[str, Any]:
    """The measurements of one library."""
    texts = [line["question"] for line in lines(questions, "question")]
    made = derived(folder)
    model = load()
    model.ready()  # as `minutebook serve` does
    model.questions(texts[:1])
    with Library.open(folder, write=False) as library:
        files = {"database": DATABASE, "vectors": CACHE, "words": FOLDER}
        before = memory()
        opened = _once(lambda: Searcher(library, model))
        ready = Searcher(library, model)
        first = {"question": _once(_asking(ready, texts[0], WHOLE)), "values": _once(ready.facets)}
        narrowed = chosen(ready.facets())
        with ready.view() as view:
            passages = view.size
        return {
            "passages": passages,
            "made": made,
            "megabytes on disk": {name: _megabytes(folder / file) for name, file in files.items()},
            "opened": opened,
            "first": first,
            "first of a narrowing": _percentiles([_once(_asking(ready, texts[1], one)) for one in narrowed]),
            "plain": asked(ready, texts, [WHOLE]),
            "narrowed": asked(ready, texts, narrowed),
            "readers": together(ready, texts, readers),
            "megabytes before": before,
            "megabytes": memory(),
            "recall": recall(ready, texts, [WHOLE]),
            "recall narrowed": recall(ready, texts, narrowed),
        }


def derived(folder: Path) -> dict[str, dict[str, float]]:
    """The seconds that each derived file took to be made, or to be opened where it fits: both at the same time."""
    command = [sys.executable, __file__, "-", str(folder), "--make"]
    running = {name: subprocess.Popen([*command, name], stdout=subprocess.PIPE) for name in MADE}
    told = {name: json.loads(process.communicate()[0]) for name, process in running.items()}
    return {name: took for name, took in told.items() if took}


def make(folder: Path, name: str) -> dict[str, float]:
    """The seconds that one derived file took; none for a file that a library of this size does not have."""
    with Library.open(folder, write=False) as library, library.read() as connection:
        began, worked = perf_counter(), process_time()
        made = MADE[name](folder, connection, vectors.state(connection))
        took = {"seconds": round(perf_counter() - began, 2), "cpu": round(process_time() - worked, 2)}
    return took if made else {}


def _words(folder: Path, connection: Connection, state: vectors.State) -> object:
    return words.at(folder, connection, state.library) if total(shown(connection)) >= LARGE else None


MADE: dict[str, Callable[[Path, Connection, vectors.State], object]] = {"vectors": index.load, "words": _words}


def chosen(facets: Facets) -> list[Narrowed]:
    """Narrowings of every kind, the same for the same library."""
    dice = random.Random(8)
    bodies, years = dice.sample(facets.bodies, min(NARROWED, len(facets.bodies))), facets.years
    kinds, people = facets.kinds, facets.presenters
    made = []
    for at, body in enumerate(bodies):
        year, kind, person = years[at % len(years)], kinds[at % len(kinds)], people[at % len(people)]
        made.append((Narrowed(body=body), Narrowed(year=year), Narrowed(kind=kind), Narrowed(presenter=person))[at % 4])
    return made


def asked(ready: Searcher, texts: Sequence[str], narrowed: Sequence[Narrowed]) -> dict[str, Any]:
    """Every question asked twice, one at a time, narrowed in turn; the second time counts."""
    stages, walls, cpus = Stages(), Times(), Times()
    for counts in (False, True):
        for at, text in enumerate(texts):
            ask = _asking(ready, text, narrowed[at % len(narrowed)])
            began, worked = perf_counter(), thread_time()
            if counts:
                with witnessed(stages):
                    ask()
                walls.append(1000 * (perf_counter() - began))
                cpus.append(1000 * (thread_time() - worked))
            else:
                ask()
    by_stage = {name: _percentiles(times) for name, times in stages.took_by.items()}
    return {"wall": _percentiles(walls), "cpu": _percentiles(cpus), "stages": by_stage}


def together(ready: Searcher, texts: Sequence[str], readers: int) -> dict[str, Any]:
    """So many readers at the same time, each of whom asks some of the questions in an order of their own."""

    def read(number: int) -> Times:
        order = random.Random(number).sample(texts, min(EACH_ASKS, len(texts)))
        return [_once(_asking(ready, text, WHOLE)) for text in order]

    began, worked = perf_counter(), process_time()
    with ThreadPoolExecutor(readers) as pool:
        times = [each for one in pool.map(read, range(readers)) for each in one]
    took = perf_counter() - began
    share = (process_time() - worked) / took
    return {
        "wall": _percentiles(times),
        "questions a second": round(len(times) / took, 1),
        "processors": round(share, 2),
    }


def recall(ready: Searcher, texts: Sequence[str], narrowed: Sequence[Narrowed]) -> float:
    """The share of the ten passages nearest to each question that the index finds among its first ten."""
    asked = np.stack([one.vector for one in ready.model.questions(list(texts))])
    shares = []
    for at, one in enumerate(narrowed):
        mine = asked[at :: len(narrowed)]
        with ready.view(one) as view:
            rows = view.within.rows if view.within else None
            right = exact(view.connection, mine, rows)
            for vector, best in zip(mine, right, strict=True):
                found = {row for row, _ in view.dense(vector, 100)[:TOP]}
                shares.append(len(found & best) / len(best) if best else 1.0)
    return round(float(np.mean(shares)), 4)


def exact(connection: Connection, asked: Floats, rows: Numbers | None) -> list[set[int]]:
    """The rows nearest to each vector of asked (n, dimensions), all vectors compared; rows are those to keep to."""
    every = rows_of(connection, shown(connection)) if rows is None else rows
    best: list[list[tuple[float, int]]] = [[] for _ in asked]
    for numbers, some in vectors.some(connection, vectors.state(connection), every):
        for at, line in enumerate(asked @ some.T):
            top = np.argsort(-line)[:TOP]
            best[at] = sorted([*best[at], *((float(line[one]), int(numbers[one])) for one in top)], reverse=True)[:TOP]
    return [{row for _, row in each} for each in best]


def memory() -> dict[str, int]:
    """What this process has in memory, in megabytes, and what of it other processes share or would."""
    held = dict(line.split(":", 1) for line in Path("/proc/self/smaps_rollup").read_text().splitlines()[1:])
    sizes = {name: int(value.split()[0]) // 1024 for name, value in held.items()}
    return {"resident": sizes["Rss"], "of files": sizes["Rss"] - sizes["Anonymous"]}


def _asking(ready: Searcher, text: str, narrowed: Narrowed) -> Callable[[], object]:
    return lambda: ready.answer(text, narrowed=narrowed)


def _once(work: Callable[[], object]) -> float:
    """How many milliseconds work takes."""
    began = perf_counter()
    work()
    return round(1000 * (perf_counter() - began), 2)


def _percentiles(times: Sequence[float]) -> dict[str, float]:
    middle, high = np.percentile(times, [50, 95])
    return {"p50": round(float(middle), 2), "p95": round(float(high), 2)}


def _megabytes(path: Path) -> float:
    """The size of a file, or of all in a folder; 0 where there is none."""
    within = path.rglob("*") if path.is_dir() else [path] if path.exists() else []
    return round(sum(one.stat().st_size for one in within) / 1e6, 1)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Measure one library.")
    parser.add_argument("questions", type=Path)
    parser.add_argument("folder", type=Path, help="a library's own folder: library/public")
    parser.add_argument("--readers", type=int, default=10)
    parser.add_argument("--make", choices=list(MADE), help="make one derived file, and do nothing else")
    given = parser.parse_args()
    found = make(given.folder, given.make) if given.make else main(given.questions, given.folder, given.readers)
    print(json.dumps(found))
