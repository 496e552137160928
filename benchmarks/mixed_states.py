"""Requests to a server while its library is ingested into, taken from and indexed again: no reply may mix two states.

    python -m benchmarks.mixed_states [--requests 10000] [--rounds 20] [--threads 4]

Every statement of the papers names its paper and version. Each round replaces all papers one by one, takes out the
versions before, takes one paper out and puts it back, and every fifth makes all vectors again. A reply is mixed where
the papers and versions that it names were never in the library together, or where it lacks a paper though it
was asked for all. Prints JSON: requests by address, failures, mixed replies, milliseconds.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from threading import Event, Lock

from api.intake import Intake, Watch
from api.settings import Settings
from api.walk import Candidate
from search.add import reindex, remove
from search.library import Library
from search.lock import sole_writer
from tests.library import SMALL

ROOT = Path(__file__).parents[1]
PAPERS = {
    "amber": ("winter beds in the county", "the laundry of the old estate", "handovers of ambulances at night"),
    "birch": ("transport of patients to dialysis", "the register of corporate risks", "the charter of internal audit"),
    "cedar": ("vaccination of children in schools", "recruitment of nurses abroad", "repairs to the boiler house"),
}
MARK = re.compile(r"\b(amber|birch|cedar) paper of version (\d+)")
WHOLE = ("/api/v1/search?q=paper+of+version&k=100", "/api/v1/decisions", "/api/v1/meetings")  # these name every paper
ADDRESSES = (
    *WHOLE,
    "/api/v1/answer?q=what+was+decided+on+the+paper+of+version",
    "/search?q=paper+of+version",
    "/search?q=what+was+decided+on+the+birch+paper",
    "/decisions",
)
State = frozenset[tuple[str, int]]


@dataclass(slots=True)
class Tally:
    """What came of the requests."""

    asked: Counter[str] = field(default_factory=Counter)
    failed: list[str] = field(default_factory=list)
    mixed: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    seen: set[State] = field(default_factory=set)
    lock: Lock = field(default_factory=Lock)


def paper(name: str, version: int) -> str:
    """Minutes whose every statement names the paper and its version."""
    day, this = 10 + list(PAPERS).index(name), f"the {name} paper of version {version}"
    items = "".join(
        f"\n## {number}. {about.capitalize()} in {this}\n\n"
        f"It was said of {about} that {this} is ready.\n\n"
        f"Resolved: The Board approved {about} in {this}.\n"
        for number, about in enumerate(PAPERS[name], 1)
    )
    return f"# Minutes of the Part I Board Meeting\n\nHeld on {day} January 2025 at 10.00 am in the Town Hall\n{items}"


class Writer:
    """Changes the library and knows every state that it has been in, also the one that is being made."""

    def __init__(self, folder: Path) -> None:
        self.settings, self.papers = Settings(library=folder, workers=1), folder / "papers"
        self.papers.mkdir(parents=True)
        self.states: set[State] = {frozenset()}
        self._now: dict[str, int] = {}

    def put(self, name: str, version: int) -> None:
        """Ingest one version of a paper in place of the one before."""
        path = self.papers / f"{name}.md"
        path.write_text(paper(name, version), encoding="utf-8")
        self._become(self._now | {name: version})
        with self._open() as library:
            (outcome,) = Intake(library, SMALL, self.settings).take([Candidate(path, path.name, str(path))], Watch())
            assert outcome.status == "added", outcome

    def out(self, name: str, older: bool) -> None:
        """Take out the versions of a paper that were replaced, or the one that holds."""
        wanted = "superseded" if older else "current"
        if not older:
            self._become({each: version for each, version in self._now.items() if each != name})
        with self._open() as library:
            for one in library.documents():
                if one.name == f"{name}.md" and one.status == wanted:
                    remove(library, one.id)

    def again(self) -> None:
        """Make every vector again."""
        with self._open() as library:
            reindex(library, SMALL)

    def round(self, version: int) -> None:
        """One ingest of the whole set, and what follows it."""
        for name in PAPERS:
            self.put(name, version)
        for name in PAPERS:
            self.out(name, older=True)
        self.out("birch", older=False)
        self.put("birch", version)
        if version % 5 == 0:
            self.again()

    def _become(self, now: dict[str, int]) -> None:
        self._now = now
        self.states.add(frozenset(now.items()))

    @contextmanager
    def _open(self) -> Iterator[Library]:
        folder = self.settings.folder("public")
        with sole_writer(folder), Library.open(folder, write=True) as library:
            yield library


def fault(address: str, text: str, states: set[State]) -> tuple[str, State]:
    """What is mixed in a reply, "" for nothing, and the papers and versions that it names."""
    named = frozenset((name, int(version)) for name, version in MARK.findall(text))
    if not any(named <= state for state in states):
        return f"{address}: {sorted(named)} were never together", named
    if address in WHOLE and named not in states:
        return f"{address}: {sorted(named)} is no whole state", named
    return "", named


def load(port: int, wanted: int, writer: Writer, tally: Tally, done: Event) -> None:
    """Ask one address after the other until enough was asked and the writer is done."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as connection:
        _asking(connection, wanted, writer, tally, done)


def _asking(connection: http.client.HTTPConnection, wanted: int, writer: Writer, tally: Tally, done: Event) -> None:
    number = 0
    while sum(tally.asked.values()) < wanted or not done.is_set():
        address = ADDRESSES[number % len(ADDRESSES)]
        number += 1
        began = time.perf_counter()
        try:
            connection.request("GET", address)
            reply = connection.getresponse()
            text = reply.read().decode()
            wrong = "" if reply.status == 200 else f"{address}: {reply.status} {text[:200]}"
        except (OSError, http.client.HTTPException) as error:
            wrong, text = f"{address}: {type(error).__name__} {error}", ""
            connection.close()
        mixed, named = fault(address, text, set(writer.states)) if text and not wrong else ("", frozenset())
        with tally.lock:
            tally.seconds.append(time.perf_counter() - began)
            tally.asked[address] += 1
            tally.failed += [wrong] if wrong else []
            tally.mixed += [mixed] if mixed else []
            tally.seen.add(named)


@contextmanager
def served(folder: Path) -> Iterator[int]:
    """A server over the folder, and its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    given = {**os.environ, "PYTHONPATH": str(ROOT), "MINUTEBOOK_RATES": ""}  # one client asks for many
    with subprocess.Popen([sys.executable, "-m", "tests.serving", str(folder), str(port)], env=given) as server:
        try:
            for _ in range(600):
                with socket.socket() as door:
                    if door.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.1)
            yield port
        finally:
            server.terminate()


def measured(folder: Path, requests: int, rounds: int, threads: int) -> tuple[Tally, int]:
    """The requests of all threads over so many rounds, and how many states the library was in."""
    writer, tally, done = Writer(folder), Tally(), Event()
    for name in PAPERS:
        writer.put(name, 0)
    with served(folder) as port, ThreadPoolExecutor(threads) as pool:
        loads = [pool.submit(load, port, requests, writer, tally, done) for _ in range(threads)]
        try:
            for version in range(1, rounds + 1):
                writer.round(version)
        finally:
            done.set()
        for each in loads:
            each.result()
    return tally, len(writer.states)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Look for replies that mix two states.")
    parser.add_argument("--requests", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--threads", type=int, default=4)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        tally, states = measured(Path(made), asked.requests, asked.rounds, asked.threads)
    parts = quantiles(tally.seconds, n=100)
    figures = {
        "requests": sum(tally.asked.values()),
        "ingests": asked.rounds,
        "states": states,
        "states_seen": len(tally.seen),
        "failed": len(tally.failed),
        "mixed": len(tally.mixed),
        "milliseconds": {
            "p50": round(parts[49] * 1000),
            "p95": round(parts[94] * 1000),
            "p99": round(parts[98] * 1000),
        },
        "examples": [*tally.failed[:5], *tally.mixed[:5]],
        "addresses": dict(tally.asked),
    }
    print(json.dumps(figures, indent=2))
