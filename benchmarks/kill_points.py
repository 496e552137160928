"""An ingest killed at points spread over its run, and what is left each time.

    python -m benchmarks.kill_points [--points 300] [--out FILE.json]

Half of the points are moments spread evenly over the run's length, half are system calls of the thread that stores,
spread evenly over those that it makes (by strace; where that is not installed, all are moments). Prints JSON: how many
runs were killed in each phase, and how often something was lost, half there, left behind or not found again.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from ingest.errors import MinutebookError
from search.library import Library
from tests import killed
from tests.library import take

GONE = 3.0  # seconds that the processes of a killed run have to end


@dataclass(frozen=True, slots=True)
class Course:
    """A run that is not killed: every state that it goes through, what a library made in one go finds, its length."""

    states: tuple[str, ...]
    found: str
    seconds: float
    calls: tuple[str, ...]


class Trial:
    """Runs over one set of papers, each in a copy of the same library."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.papers, self.temporary = folder, killed.papers(folder / "papers"), folder / "temporary"
        self.temporary.mkdir()
        killed.prepare(folder / "before", self.papers)

    def course(self, nursery: killed.Nursery, traced: bool) -> Course:
        """The run as it goes when nothing kills it."""
        states = killed.states(self._copy(), self.papers)
        take(self.folder / "whole", self.papers)
        with Library.open(self.folder / "whole" / "public", write=False) as library:
            found = json.dumps(killed.found(library))
        assert json.dumps(json.loads(states[-1])["found"]) == found, "a library made in one go finds otherwise"
        nursery.cut(self._copy(), self.papers)  # the first run writes byte code
        seconds = min(nursery.cut(self._copy(), self.papers).seconds for _ in range(3))
        log = self.folder / "calls"
        calls: tuple[str, ...] = ()
        if traced:
            nursery.cut(self._copy(), self.papers, log=str(log))
            calls = tuple(_calls(log.read_text(encoding="utf-8", errors="replace")))
        return Course(tuple(states), found, seconds, calls)

    def fault(self, nursery: killed.Nursery, course: Course, seconds: float, call: str) -> tuple[killed.Cut, str]:
        """One run killed, and what is wrong afterwards, "" for nothing."""
        folder = self._copy()
        cut = nursery.cut(folder, self.papers, seconds, call)
        deadline = time.monotonic() + GONE
        while killed.alive(self.temporary) != [nursery.number]:
            if time.monotonic() > deadline:
                return cut, "a process stays"
            time.sleep(0.02)
        try:
            if killed.state(folder) not in course.states:
                return cut, "half written"
            killed.run(folder, self.papers)
            if killed.state(folder) != course.states[-1]:
                return cut, "lost"
        except (MinutebookError, AssertionError) as error:
            return cut, f"does not open or go on: {error}"
        left = killed.left(folder, self.temporary)
        return cut, f"files stay: {left}" if left else ""

    def sweep(self) -> None:
        """Remove the libraries of runs that were looked at."""
        for path in self.folder.glob("run*"):
            shutil.rmtree(path, ignore_errors=True)

    def _copy(self) -> Path:
        target = Path(tempfile.mkdtemp(prefix="run", dir=self.folder))
        shutil.copytree(self.folder / "before", target, dirs_exist_ok=True)
        return target


def _calls(log: str) -> Iterator[str]:
    """Each system call with its number among those of its name, as strace is told of it."""
    counts: Counter[str] = Counter()
    for name in re.findall(r"^(?:\d+ +)?(\w+)\(", log, re.MULTILINE):
        counts[name] += 1
        yield f"{name}:when={counts[name]}"


def main(points: int, folder: Path, traced: bool) -> dict[str, object]:
    """The figures."""
    trial = Trial(folder)
    phases: Counter[str] = Counter()
    faults: list[dict[str, object]] = []
    with killed.nursery(trial.temporary) as nursery:
        course = trial.course(nursery, traced)
        moments = points // 2 if course.calls else points
        calls = points - moments
        orders = [(course.seconds * (number + 0.5) / moments, "") for number in range(moments)]
        orders += [(600.0, course.calls[len(course.calls) * number // calls]) for number in range(calls)]
        for seconds, call in orders:
            cut, fault = trial.fault(nursery, course, seconds, call)
            trial.sweep()
            phases[f"{'calls' if call else 'moments'}: {cut.phase if cut.signal else 'ended before'}"] += 1
            if fault:
                faults.append({"call": call, "fault": fault, **asdict(cut)})
                print(faults[-1], file=sys.stderr, flush=True)
    return {
        "points": len(orders),
        "killed": sum(count for phase, count in phases.items() if "ended" not in phase),
        "seconds_of_a_run": round(course.seconds, 2),
        "calls_of_a_run": len(course.calls),
        "states_of_a_run": len(set(course.states)),
        "phases": dict(phases),
        "faults": faults,
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Kill an ingest at many points.")
    parser.add_argument("--points", type=int, default=300)
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        figures = json.dumps(main(asked.points, Path(made), bool(shutil.which("strace"))), indent=2)
    print(figures)
    if asked.out:
        asked.out.write_text(figures + "\n", encoding="utf-8")
