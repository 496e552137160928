"""Every file of a folder of odd PDFs, read as ingest reads it: each must end as ingested or as a named refusal.

Run: MINUTEBOOK_SHARED=FOLDER python benchmarks/odd_pdfs.py, where FOLDER holds odd-pdfs/. Prints a table; exits with 1
if a file crashed its reader, took over 30 s or 1 GB, or came out as a success without text.
"""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.measured_reading import measured
from ingest.errors import UnreadableDocument
from ingest.isolate import isolated
from ingest.read.limits import READ_MEGABYTES, READ_SECONDS


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one file ended: refusal is "" for a file that was ingested; peak is 0 where the process was stopped."""

    file: str
    refusal: str
    reason: str
    pages: int
    characters: int
    passages: int
    seconds: float
    peak: float

    @property
    def failure(self) -> str:
        """Why this outcome must not be, or ""."""
        if "the reader stopped on it" in self.reason:
            return "crashed"
        if self.refusal == "TookTooLong" or self.seconds > READ_SECONDS:
            return "too slow"
        if self.peak > READ_MEGABYTES or "MB of memory" in self.reason:
            return "too large"
        empty = not self.refusal and not (self.characters and self.passages)
        return "empty success" if empty else ""


def outcome(path: Path) -> Outcome:
    """One file read in a process of its own."""
    start = time.perf_counter()
    try:
        refusal, reason, pages, characters, passages, peak = isolated(measured, path.name, path.read_bytes())
    except UnreadableDocument as refused:
        refusal, reason, pages, characters, passages, peak = type(refused).__name__, refused.reason, 0, 0, 0, 0.0
    return Outcome(path.name, refusal, reason, pages, characters, passages, time.perf_counter() - start, peak)


def shown(one: Outcome) -> str:
    """One line of the table."""
    what = f"refused: {one.refusal}, {one.reason}"
    if not one.refusal:
        what = f"ingested: {one.pages} pages, {one.characters:,} characters, {one.passages} passages"
    mark = f"  <-- {one.failure}" if one.failure else ""
    return f"{one.file[:44]:<44}  {one.seconds:6.2f} s  {one.peak:6.0f} MB  {what}{mark}"


def main() -> int:
    """Read them all; the exit code."""
    shared = os.environ.get("MINUTEBOOK_SHARED", "")
    files = sorted(Path(shared, "odd-pdfs").glob("*.pdf")) if shared else []
    if not files:
        print("set MINUTEBOOK_SHARED to a folder that holds odd-pdfs/*.pdf", file=sys.stderr)
        return 2
    outcomes = []
    for path in files:
        outcomes.append(outcome(path))
        print(shown(outcomes[-1]), flush=True)
    refusals = Counter(one.refusal for one in outcomes if one.refusal)
    failures = [one for one in outcomes if one.failure]
    ingested = len(outcomes) - sum(refusals.values())
    print(f"\n{len(outcomes)} files: {ingested} ingested, {sum(refusals.values())} refused", end="")
    print(" (" + ", ".join(f"{name} {count}" for name, count in refusals.most_common()) + ")")
    print(
        f"slowest {max(one.seconds for one in outcomes):.2f} s, largest {max(one.peak for one in outcomes):.0f} MB, ",
        end="",
    )
    print(f"all {sum(one.seconds for one in outcomes):.1f} s; {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
