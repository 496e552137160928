"""Ours beside txtai's in one run, and warm queries beside the model.

    python benchmarks/compare.py PDF... [--questions QUESTIONS.jsonl] [--txtai build/txtai/bin/python]

Each side ingests the same PDFs in a process of its own, in turns; the faster of two runs counts.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any

HERE = Path(__file__).parent
MINUTEBOOK = str(Path(sys.executable).with_name("minutebook"))


def run(python: str, script: str, *arguments: str) -> dict[str, Any]:
    """What a script prints as JSON, and its wall seconds as "wall"."""
    began = perf_counter()
    done = subprocess.run([python, str(HERE / script), *arguments], check=True, stdout=subprocess.PIPE)
    printed: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return printed | {"wall": round(perf_counter() - began, 2)}


def main() -> None:
    """Measure and print one line each."""
    parser = argparse.ArgumentParser(description="Measure ingest and queries.")
    parser.add_argument("pdfs", nargs="+")
    parser.add_argument("--questions")
    parser.add_argument("--txtai", default="build/txtai/bin/python")
    given = parser.parse_args()
    ours: list[dict[str, Any]] = []
    theirs: list[dict[str, Any]] = []
    for _ in range(2):
        ours.append(run(sys.executable, "ingest_split.py", *given.pdfs))
        print("minutebook", json.dumps(ours[-1]), flush=True)
        theirs.append(run(given.txtai, "beside_txtai.py", *given.pdfs))
        print("txtai     ", json.dumps(theirs[-1]), flush=True)
    best, other = min(each["seconds"] for each in ours), min(each["wall"] for each in theirs)
    print(f"ingest: {best:.1f} s beside {other:.1f} s, ratio {best / other:.2f}")
    if given.questions:
        with tempfile.TemporaryDirectory() as library:
            command = [MINUTEBOOK, "ingest", *given.pdfs, "--library", library]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            print(
                "queries   ", json.dumps(run(sys.executable, "query_latency.py", given.questions, "--library", library))
            )


if __name__ == "__main__":
    main()
