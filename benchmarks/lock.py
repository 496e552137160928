"""Print the exact versions of a pip installation report, one `name==version` a line.

    python benchmarks/lock.py build/run.json > requirements.lock

A local version (torch's `2.13.0+cpu`) is cut to its public one, so that the reader's own index decides the build.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path


def lines(report: dict[str, list[dict[str, dict[str, str]]]]) -> list[str]:
    """The lock's lines in order of name; the project itself, which is not from an index, is left out.

    >>> lines({"install": [{"metadata": {"name": "Torch", "version": "2.13.0+cpu"}}]})
    ['torch==2.13.0']
    """
    packages = {entry["metadata"]["name"].lower(): entry["metadata"]["version"] for entry in report["install"]}
    packages.pop("minutebook", None)
    return [f"{name}=={version.partition('+')[0]}" for name, version in sorted(packages.items())]


if __name__ == "__main__":
    print("\n".join(lines(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))))
