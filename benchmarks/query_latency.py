"""Warm queries, one at a time, beside the model's own time to encode them, in one run.

    python benchmarks/query_latency.py QUESTIONS.jsonl --library DIR

Prints JSON in milliseconds: p50 and p95 of a whole query and of the model alone, their ratios, and the peak memory in
megabytes. The two are taken in turns, question by question, so that both meet the same machine.
"""

from __future__ import annotations

import argparse
import json
import resource
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from time import perf_counter

import numpy as np

from api.batch import lines
from api.commands.options import searcher, settings

ROUNDS = 3


def milliseconds(work: Callable[[], object]) -> float:
    """How long work takes."""
    began = perf_counter()
    work()
    return (perf_counter() - began) * 1000


def main(questions: Path, library: Path) -> dict[str, float]:
    """The measurements over a questions file and the public library of a folder."""
    texts = [line["question"] for line in lines(questions, "question")]
    ready = searcher(settings(library=library))
    ready.model.ready()  # as `minutebook serve` does
    for text in texts[:20]:
        ready.find(text)
    whole: list[float] = []
    model: list[float] = []
    for _ in range(ROUNDS):
        for text in texts:
            whole.append(milliseconds(partial(ready.find, text)))
            model.append(milliseconds(partial(ready.model.questions, [text])))
    p50, p95 = _percentiles(whole)
    model50, model95 = _percentiles(model)
    return {
        "p50": p50,
        "p95": p95,
        "model_p50": model50,
        "model_p95": model95,
        "p50_ratio": round(p50 / model50, 2),
        "p95_ratio": round(p95 / model95, 2),
        "megabytes": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def _percentiles(values: Sequence[float]) -> tuple[float, float]:
    middle, high = np.percentile(values, [50, 95])
    return round(float(middle), 2), round(float(high), 2)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Time warm queries beside the model.")
    parser.add_argument("questions", type=Path)
    parser.add_argument("--library", type=Path, default=Path("library"))
    given = parser.parse_args()
    print(json.dumps(main(given.questions, given.library)))
