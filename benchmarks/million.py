"""How size tells: libraries of 1,000 to 1,000,000 passages made, and measured one after the other.

    python -m benchmarks.million QUESTIONS.jsonl SOURCE --work DIR [--sizes 1000 10000 100000 1000000] [--keep] [--json]

SOURCE is a library's own folder (library/public) with real papers, out of which benchmarks/recombined.py makes the
others under DIR, each out of the one before, which needs 11 GB for a million passages. One that is there already is
taken as it is, with what was written down when it was made. Set OMP_NUM_THREADS=1 for figures of one thread a question.
Prints Markdown, or with --json the figures; exit code 1 where a bound is broken: recall of 0.97, and at the largest
size a p95 under 150 ms and under ten times that of 10,000 passages.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks.recombined import EACH

ONE_SIZE = Path(__file__).with_name("one_size.py")
RECOMBINED = Path(__file__).with_name("recombined.py")
STAGES = ("understand", "embed", "retrieve", "rank", "answer")
RECALL, SLOWEST, GROWN = 0.97, 150.0, 10.0


def measured(questions: Path, source: Path, folder: Path, passages: int, after: Path | None) -> dict[str, Any]:
    """One size, in processes of its own; a library that is not there is made, if it can out of the smaller one."""
    told = folder.with_suffix(".json")
    before: dict[str, Any] = {}
    if folder.exists() and told.is_file():
        before = json.loads(told.read_text(encoding="utf-8"))
    else:
        made = [sys.executable, str(RECOMBINED), str(source), "--into", str(folder), "--passages", str(passages)]
        grown = ["--after", str(after)] if after else []
        began = perf_counter()
        print(
            subprocess.run([*made, *grown], check=True, capture_output=True, text=True).stdout.strip(), file=sys.stderr
        )
        before["stored"] = perf_counter() - began
    command = [sys.executable, str(ONE_SIZE), str(questions), str(folder)]
    found: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    before = {"made": found["made"]} | before
    told.write_text(json.dumps(before), encoding="utf-8")
    found |= before
    print(json.dumps(found), file=sys.stderr)
    return found


def table(found: list[dict[str, Any]]) -> str:
    """The figures of all sizes as Markdown, a column for each."""
    lines = [
        ("passages", [f"{one['passages']:,}" for one in found]),
        *(
            (f"{name} on disk, MB", [f"{one['megabytes on disk'][name]:,.0f}" for one in found])
            for name in ("database", "vectors", "words")
        ),
        ("stored out of the one before, s", [f"{one['stored']:.0f}" for one in found]),
        *((f"{name} made, s (of processor)", [_made(one, name) for one in found]) for name in ("vectors", "words")),
        ("opened, first question, ms", [f"{one['opened']:.0f}, {one['first']['question']:.0f}" for one in found]),
        ("question p50, p95, ms", [_pair(one["plain"]["wall"]) for one in found]),
        ("of processor", [_pair(one["plain"]["cpu"]) for one in found]),
        *((f"{name}", [_pair(one["plain"]["stages"].get(name)) for one in found]) for name in STAGES),
        ("narrowed p50, p95, ms", [_pair(one["narrowed"]["wall"]) for one in found]),
        ("first of a narrowing", [_pair(one["first of a narrowing"]) for one in found]),
        ("ten readers p50, p95, ms", [_pair(one["readers"]["wall"]) for one in found]),
        ("questions a second", [f"{one['readers']['questions a second']:.0f}" for one in found]),
        ("recall@10, narrowed", [f"{one['recall']:.3f}, {one['recall narrowed']:.3f}" for one in found]),
        (
            "memory, of it files, MB",
            [f"{one['megabytes']['resident']}, {one['megabytes']['of files']}" for one in found],
        ),
    ]
    rows = [f"| {name} | {' | '.join(cells)} |" for name, cells in lines]
    return "\n".join([rows[0], "| --- |" + " ---: |" * len(found), *rows[1:]])


def broken(found: list[dict[str, Any]]) -> list[str]:
    """The bounds that are not kept."""
    high = {one["passages"]: one["plain"]["wall"]["p95"] for one in found}
    largest = max(high)
    said = [
        f"{one['passages']:,}: {name} {one[name]}"
        for one in found
        for name in ("recall", "recall narrowed")
        if one[name] < RECALL
    ]
    if high[largest] > SLOWEST:
        said.append(f"{largest:,}: p95 {high[largest]} ms")
    if largest > 10_000 in high and high[largest] > GROWN * high[10_000]:
        said.append(f"{largest:,}: p95 {high[largest] / high[10_000]:.1f} times that of 10,000")
    return said


def _pair(times: dict[str, float] | None) -> str:
    return f"{times['p50']:.1f}, {times['p95']:.1f}" if times else "-"


def _made(one: dict[str, Any], name: str) -> str:
    took = one["made"].get(name)
    return f"{took['seconds']:.1f} ({took['cpu']:.1f})" if took else "-"


def main() -> int:
    """Measure every size; the exit code."""
    parser = argparse.ArgumentParser(description="Measure libraries of growing size.")
    parser.add_argument("questions", type=Path)
    parser.add_argument("source", type=Path, help="a library's own folder: library/public")
    parser.add_argument("--work", type=Path, required=True, help="where the libraries are made")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000, 1_000_000])
    parser.add_argument("--keep", action="store_true", help="leave the libraries there")
    parser.add_argument("--json", action="store_true", help="print the figures for scripts")
    given = parser.parse_args()
    found, after = [], None
    for passages in sorted(given.sizes):
        folder = given.work / str(passages)
        found.append(measured(given.questions, given.source, folder, passages, after))
        after = None if passages % EACH else folder
    for passages in () if given.keep else given.sizes:
        shutil.rmtree(given.work / str(passages))
        (given.work / f"{passages}.json").unlink()
    print(json.dumps(found) if given.json else table(found))
    for said in broken(found):
        print(f"broken: {said}", file=sys.stderr)
    return int(bool(broken(found)))


if __name__ == "__main__":
    sys.exit(main())
