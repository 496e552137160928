"""Where the time of an ingest goes, beside the model alone on the same passages, measured through the command line.

    python benchmarks/ingest_split.py PDF... [--workers 2]

Prints JSON: wall seconds and processor seconds of the ingest with all its processes, seconds of each stage, everything
but the model over the model, a second ingest of the same files, and the peak memory in megabytes (2**20 bytes) of the
largest of its processes. Then the same texts are embedded by a process that does nothing else ("model", its start and
the loading of the weights apart), and the ingest's wall and processor time are given over those.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any

from search import vectors
from search.embed import embedded, load
from search.library import Library

MINUTEBOOK = str(Path(sys.executable).with_name("minutebook"))


def ingested(paths: list[str], library: str, workers: int) -> dict[str, Any]:
    """The report of one ingest, with its wall and processor seconds and peak memory."""
    began, before = perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [MINUTEBOOK, "ingest", *paths, "--library", library, "--json", "--workers", str(workers)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        assert child.stdout is not None
        report: dict[str, Any] = json.loads(child.stdout.read())
        _, _, usage = os.wait4(child.pid, 0)
        child.returncode = 0
    wall, after = perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return report | {"wall": wall, "processor": processor, "megabytes": usage.ru_maxrss / 1024}


def model_alone(library: Path) -> dict[str, float]:
    """Wall and processor seconds that the library's model takes over all its texts, with nothing beside it."""
    with Library.open(library, write=False) as opened, opened.read() as connection:
        texts = list({one.text: one for one in vectors.texts(connection).values()})
        model = load(opened.model)
    list(model.passages(["warm"]))
    wall, used = perf_counter(), resource.getrusage(resource.RUSAGE_SELF)
    for _ in embedded(model, texts):
        pass
    after = resource.getrusage(resource.RUSAGE_SELF)
    processor = after.ru_utime + after.ru_stime - used.ru_utime - used.ru_stime
    return {"wall": perf_counter() - wall, "processor": processor}


def main(paths: list[str], workers: int) -> dict[str, Any]:
    """The measurements over the PDFs at paths."""
    with tempfile.TemporaryDirectory() as library:
        first, second = ingested(paths, library, workers), ingested(paths, library, workers)
        command = [sys.executable, __file__, "--alone", f"{library}/public"]
        alone: dict[str, float] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    stages = first["stages"]
    others = stages["reading"] + stages["structure"] + stages["storing"]
    return {
        "seconds": round(first["wall"], 2),
        "processor": round(first["processor"], 2),
        **stages,
        "others_over_embedding": round(others / stages["embedding"], 3),
        "again": round(second["wall"], 2),
        "megabytes": round(first["megabytes"]),
        "model": {name: round(value, 2) for name, value in alone.items()},
        "over_model": round(first["wall"] / alone["wall"], 3),
        "processor_over_model": round(first["processor"] / alone["processor"], 3),
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Measure an ingest beside the model alone.")
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--alone", action="store_true", help="embed the texts of the one library named")
    given = parser.parse_args()
    print(json.dumps(model_alone(Path(given.paths[0])) if given.alone else main(given.paths, given.workers)))
