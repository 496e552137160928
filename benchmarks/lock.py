"""Print the exact versions of a pip installation report, one `name==version` a line.

    python benchmarks/lock.py build/run.json > requirements.lock
    python benchmarks/lock.py build/hashed.json --hashes > build/requirements-hashed.lock

A local version (torch's `2.13.0+cpu`) is cut to its public one, so that the reader's own index decides the build. With
--hashes each line also has the hash of the file that the index in use gives, for `pip install --require-hashes`.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any


def lines(report: dict[str, list[dict[str, Any]]], hashed: bool = False) -> list[str]:
    """The lock's lines in order of name; the project itself, which is not from an index, is left out.

    >>> lines({"install": [{"metadata": {"name": "Torch", "version": "2.13.0+cpu"}}]})
    ['torch==2.13.0']
    """
    packages = {entry["metadata"]["name"].lower(): entry for entry in report["install"]}
    packages.pop("minutebook", None)
    exact = {name: f"{name}=={each['metadata']['version'].partition('+')[0]}" for name, each in packages.items()}
    return sorted(line + (_hash(packages[name]) if hashed else "") for name, line in exact.items())


def _hash(entry: dict[str, Any]) -> str:
    return f" --hash=sha256:{entry['download_info']['archive_info']['hashes']['sha256']}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Print exact versions.")
    parser.add_argument("report", type=Path)
    parser.add_argument("--hashes", action="store_true")
    given = parser.parse_args()
    print("\n".join(lines(json.loads(given.report.read_text(encoding="utf-8")), given.hashes)))
