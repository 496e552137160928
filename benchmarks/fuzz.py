"""Broken files through every reader and broken questions through a search: none may crash, hang or take too much.

Run: python benchmarks/fuzz.py [--files 600] [--queries 600] [--minutes 0] [--seed 1]. With --minutes it goes on so long
with one seed after another. Files are read apart, under the limits of reading, and each must
end as a document or a named refusal. Prints a table for each format; files that ended otherwise, or crashed their
process, are kept in build/fuzz, and it exits with 1 where one escaped, hung or took more memory than it may.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from ingest.read import docx, html, odt  # before the processes are made, so that each has them
from ingest.read.limits import READ_MEGABYTES
from ingest.reading import read_bytes
from tests.fuzz.apart import Ended, ended
from tests.fuzz.mutations import KINDS, Breaker
from tests.fuzz.seeds import seeds

READERS = (docx, html, odt)
KEPT = Path(__file__).resolve().parent.parent / "build" / "fuzz"
ROUND = 25  # files of one format from one seed
SLOW = 2.0  # seconds of the processor for one question


@dataclass(slots=True)
class Tally:
    """What became of the files of one format."""

    ends: Counter[str] = field(default_factory=Counter)
    contained: int = 0
    stopped: int = 0
    worst: float = 0.0
    most: float = 0.0
    bad: int = 0

    def count(self, one: Ended) -> bool:
        """Count it; True where the file is to be kept and looked at."""
        self.ends[one.how] += 1
        self.contained += one.contained
        self.stopped += one.stopped
        self.worst, self.most = max(self.worst, one.worked), max(self.most, one.megabytes)
        bad = one.how in ("escaped", "hung") or one.megabytes > READ_MEGABYTES
        self.bad += bad
        return bad or one.contained or one.stopped


def main() -> int:
    """Break files and questions as long as asked; 1 where something must not be."""
    asked = arguments()
    tallies = {name: Tally() for name in seeds()}
    until, seed = time.monotonic() + 60 * asked.minutes, asked.seed
    began = time.monotonic()
    while (read(tallies) < asked.files and time.monotonic() < began + asked.seconds) or time.monotonic() < until:
        try:
            for name, tally in tallies.items():
                files(name, seed, tally)
        except KeyboardInterrupt:  # what was counted so far is told all the same
            break
        seed += 1
        if asked.minutes:
            print(f"seed {seed - 1}: {read(tallies):,} files", flush=True)
    bad, slowest = queries(asked.queries, asked.seed) if asked.queries else (0, 0.0)
    report(tallies, time.monotonic() - began)
    print(f"seeds {asked.seed} to {seed - 1}")
    print(f"questions: {asked.queries:,}, of them {bad} escaped or slow; the slowest {slowest:.2f} s of the processor")
    return int(bool(bad or any(one.bad for one in tallies.values())))


def arguments() -> argparse.Namespace:
    """What is asked for on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=600, help="files over all formats, at least")
    parser.add_argument("--queries", type=int, default=600)
    parser.add_argument("--minutes", type=float, default=0.0, help="go on for so long")
    parser.add_argument("--seconds", type=float, default=1e9, help="begin no round after so long, however few files")
    parser.add_argument("--seed", type=int, default=1, help="the first of the seeds")
    return parser.parse_args()


def read(tallies: dict[str, Tally]) -> int:
    """How many files were read so far."""
    return sum(sum(one.ends.values()) for one in tallies.values())


def files(name: str, seed: int, tally: Tally) -> None:
    """A round of broken files of one format."""
    random = Random(f"{name} {seed}")
    whole = seeds_of(name)
    every = [one for other in seeds() for one in seeds_of(other)]
    breaker = Breaker(random, KINDS[PurePath(name).suffix], [*whole * 3, *every])
    broken = [breaker.broken(random.choice(whole)) for _ in range(ROUND)]
    for content, one in zip(broken, ended(read_bytes, name, broken), strict=True):
        if tally.count(one):
            keep(name, content, one, seed)


def keep(name: str, content: bytes, one: Ended, seed: int) -> None:
    """The file, to be looked at, and a line that says why."""
    KEPT.mkdir(parents=True, exist_ok=True)
    path = KEPT / f"{hashlib.sha256(content).hexdigest()[:12]}{PurePath(name).suffix}"
    path.write_bytes(content)
    print(f"{path.name} (seed {seed}): {one.how}, {one.worked:.1f} s, {one.megabytes:.0f} MB: {one.reason}", flush=True)


SEEDS = seeds()


def seeds_of(name: str) -> list[bytes]:
    """The whole files of one format."""
    return SEEDS[name]


def queries(count: int, seed: int) -> tuple[int, float]:
    """How many of so many broken questions gave an error or were slow, and the most seconds that one took."""
    from tests.api.hostile import LONG
    from tests.board import papers
    from tests.library import searcher, take

    random = Random(f"questions {seed}")
    asked = [text[: random.choice((80, 300, 5000))].encode("utf-8", "replace") for text in LONG.values()]
    asked += [one.encode() for one in QUESTIONS for _ in range(12)]
    breaker = Breaker(random, "text", asked)
    bad, slowest = 0, 0.0
    with tempfile.TemporaryDirectory() as folder:
        take(Path(folder), papers(Path(folder) / "papers"))
        search = searcher(Path(folder))
        for _ in range(count):
            text = breaker.changed(random.choice(asked)).decode("utf-8", random.choice(("replace", "surrogateescape")))
            began = time.process_time()
            try:
                search.results(text)
            except Exception as error:  # whatever it is, a reader would see it
                bad += 1
                print(f"{text[:200]!r}: {type(error).__name__}: {error}", flush=True)
            spent = time.process_time() - began
            if spent > SLOW:
                bad += 1
                print(f"{text[:200]!r} ({len(text):,} characters): {spent:.1f} s", flush=True)
            slowest = max(slowest, spent)
    return bad, slowest


QUESTIONS = (
    "what was decided on the estates strategy at the January 2025 board",
    "who presented winter funding and when",
    'how much was "approved" for community beds since last year',
    "which actions are overdue from item 7.1",
    "what does SP mean",
)


def report(tallies: dict[str, Tally], seconds: float) -> None:
    """The table of all formats."""
    print("| format | files | read | refused by name | reader crashed, refused by name | stopped at a limit |", end="")
    print(" escaped or hung | over the memory limit | most seconds | most megabytes |")
    print("| --- |" + " ---: |" * 9)
    for name, one in tallies.items():
        total, lost = sum(one.ends.values()), one.ends["escaped"] + one.ends["hung"]
        refused = total - one.ends["read"] - lost - one.contained - one.stopped
        cells = [total, one.ends["read"], refused, one.contained, one.stopped, lost, one.bad - lost]
        shown = " | ".join(f"{cell:,}" for cell in cells)
        print(f"| {PurePath(name).suffix[1:]} | {shown} | {one.worst:.1f} | {one.most:.0f} |")
    print(f"{read(tallies):,} files in {seconds:,.0f} s; limits {READ_MEGABYTES} MB each")


if __name__ == "__main__":
    sys.exit(main())
