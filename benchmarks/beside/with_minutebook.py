"""minutebook itself, through its own command and its own searcher, with all its ranking on.

    python -m benchmarks.beside.with_minutebook ingest FOLDER PDF...
    python -m benchmarks.beside.with_minutebook ask FOLDER QUESTIONS.jsonl

Prints what benchmarks.beside.with_txtai prints; the stages are those of `minutebook ingest --json`.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks.beside.asked import DEPTH, asked

MINUTEBOOK = str(Path(sys.executable).with_name("minutebook"))


def ingest(folder: str, paths: list[str]) -> dict[str, Any]:
    """Ingest the PDFs at paths into a library in folder."""
    began = perf_counter()
    command = [MINUTEBOOK, "ingest", *paths, "--library", folder, "--json"]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    seconds, report = perf_counter() - began, json.loads(done.stdout)
    return {
        "seconds": seconds,
        **report["stages"],
        "passages": sum(one["document"]["passages"] for one in report["documents"]),
    }


def ask(folder: str, questions: str) -> dict[str, Any]:
    """Ask the library in folder."""
    from api.commands.options import searcher, settings

    ready = searcher(settings(library=Path(folder)))
    ready.model.ready()  # as `minutebook serve` does
    return asked(lambda text: [hit.text for hit in ready.find(text, DEPTH)], Path(questions))


if __name__ == "__main__":
    _, what, folder, *given = sys.argv
    print(json.dumps(ingest(folder, given) if what == "ingest" else ask(folder, *given)))
