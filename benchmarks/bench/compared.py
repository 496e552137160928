"""minutebook, txtai and Chroma over the same PDFs, model and questions, in turns in one run."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np

from benchmarks.bench.told import told
from search.judge import Judged, says

BESIDE = "build/beside/bin/python"
SIDES = {"minutebook": sys.executable, "txtai": BESIDE, "chroma": BESIDE}
FIRST, DEEP = 1, 5

Printed = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """The questions as they are judged: by the words of a passage alone, for not every side knows a file or a page."""

    path: Path
    judged: tuple[Judged, ...]


def compared(pdfs: Sequence[str], asked: Asked, folder: Path, ingests: int, rounds: int) -> Printed:
    """Every side's ingests and questions, in turns; the library that minutebook made stays in folder/minutebook.

    For each side: wall seconds of its fastest ingest with stages and passages, all wall seconds, p50 and p95 of a
    question in milliseconds, the processor's p50 and p95, and recall and mean reciprocal rank over the questions.
    """
    smallest = min(pdfs, key=lambda path: Path(path).stat().st_size)
    for name in SIDES:  # the first to be measured would else be the first to read its libraries from the disk
        told(f"one document before: {name}")
        _run(name, "ingest", str(folder / f"{name}-before"), smallest)
    made: dict[str, list[Printed]] = {name: [] for name in SIDES}
    for turn in range(ingests):
        for name in SIDES:
            told(f"ingest {turn + 1} of {ingests}: {name}")
            made[name].append(
                _run(name, "ingest", str(folder / name if turn == 0 else folder / f"{name}-{turn}"), *pdfs)
            )
    replies: dict[str, list[Printed]] = {name: [] for name in SIDES}
    for turn in range(rounds):
        for name in SIDES:
            told(f"questions {turn + 1} of {rounds}: {name}")
            replies[name].append(_run(name, "ask", str(folder / name), str(asked.path)))
    return {name: _side(made[name], replies[name], asked.judged) for name in SIDES}


def _run(name: str, *arguments: str) -> Printed:
    began = perf_counter()
    command = [SIDES[name], "-m", f"benchmarks.beside.with_{name}", *arguments]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    printed: Printed = json.loads(done.stdout.splitlines()[-1])
    return printed | {"wall": perf_counter() - began}


def _side(made: Sequence[Printed], replies: Sequence[Printed], judged: Sequence[Judged]) -> Printed:
    best = min(made, key=lambda one: float(one["wall"]))
    p50, p95 = _percentiles(replies, "milliseconds")
    worked50, worked95 = _percentiles(replies, "processor")
    ranks = [_rank(one, found) for one, found in zip(judged, replies[0]["found"], strict=True)]
    return {
        "ingest": best,
        "walls": [round(float(one["wall"]), 1) for one in made],
        "p50": p50,
        "p95": p95,
        "processor_p50": worked50,
        "processor_p95": worked95,
        "hit_1": sum(0 < rank <= FIRST for rank in ranks) / len(ranks),
        "hit_5": sum(0 < rank <= DEEP for rank in ranks) / len(ranks),
        "mrr": sum(1 / rank for rank in ranks if rank) / len(ranks),
    }


def _percentiles(replies: Sequence[Printed], name: str) -> tuple[float, float]:
    middle, high = np.percentile([value for one in replies for value in one[name]], [50, 95])
    return float(middle), float(high)


def _rank(judged: Judged, found: Sequence[str]) -> int:
    """The rank of the first passage that holds a quote that answers, from 1; 0 for none."""
    return next((rank for rank, text in enumerate(found, 1) if any(says(text, one.quote) for one in judged.gold)), 0)
