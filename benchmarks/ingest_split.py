"""Where the time of an ingest goes, and its peak memory, measured through the command line.

    python benchmarks/ingest_split.py PDF...

Prints JSON: wall seconds, seconds of each stage, everything but the model over the model, a second ingest of the same
files, and the peak memory in megabytes (2**20 bytes) of the largest of its processes.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any

MINUTEBOOK = str(Path(sys.executable).with_name("minutebook"))


def ingested(paths: list[str], library: str) -> dict[str, Any]:
    """The report of one ingest, with its wall seconds and peak memory."""
    began = perf_counter()
    command = [MINUTEBOOK, "ingest", *paths, "--library", library, "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        assert child.stdout is not None
        report: dict[str, Any] = json.loads(child.stdout.read())
        _, _, usage = os.wait4(child.pid, 0)
        child.returncode = 0
    return report | {"wall": perf_counter() - began, "megabytes": usage.ru_maxrss / 1024}


def main(paths: list[str]) -> dict[str, Any]:
    """The measurements over the PDFs at paths."""
    with tempfile.TemporaryDirectory() as library:
        first, second = ingested(paths, library), ingested(paths, library)
    stages = first["stages"]
    others = stages["reading"] + stages["structure"] + stages["storing"]
    return {
        "seconds": round(first["wall"], 2),
        **stages,
        "others_over_embedding": round(others / stages["embedding"], 3),
        "again": round(second["wall"], 2),
        "megabytes": round(first["megabytes"]),
    }


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1:])))
