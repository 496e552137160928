"""Two servers over one database of PostgreSQL: one is killed under load and started again. Does a reader notice?

    python -m benchmarks.two_servers [--seconds 60] [--clients 8] [--milvus]

The sample papers are moved to a server of PostgreSQL of its own, and with --milvus to a server of Milvus Lite; each
server of minutebook has a folder of its own, with the stored copies. Readers ask in turn and, where a server does not
answer, ask the other. Meanwhile a paper is taken out and read again, over and over. Everything is done by minutebook's
own commands. Prints JSON: requests, those that had to be asked twice, those that failed after that (or were answered by
anything but 200), changes made meanwhile, and milliseconds at the middle and the 95th percentile before, between and
after the kill.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPException
from itertools import cycle
from pathlib import Path
from threading import Lock
from urllib.parse import quote
from urllib.request import urlopen

import numpy as np

from search import catalogue
from tests.catalogues import serving

MINUTEBOOK = str(Path(sys.executable).with_name("minutebook"))
PAPERS, QUESTIONS = Path("corpus/papers"), Path("corpus/questions.jsonl")
PARTS = ("both", "one", "both again")


@dataclass
class Seen:
    """What readers saw; times are seconds by part of the run."""

    asked: int = 0
    twice: int = 0
    failed: list[str] = field(default_factory=list)
    times: dict[str, list[float]] = field(default_factory=lambda: {part: [] for part in PARTS})
    part: str = PARTS[0]
    over: bool = False
    lock: Lock = field(default_factory=Lock)


def main(seconds: float, clients: int, milvus: bool) -> dict[str, object]:
    """The whole run."""
    with tempfile.TemporaryDirectory() as name, serving() as database, _found(Path(name), milvus):
        one, other = Path(name) / "one", Path(name) / "other"
        _told("ingest", PAPERS, "--library", one)
        _told("move", "--to-postgresql", database.made(), "--library", one)
        if milvus:
            _told("move", "--to-milvus", os.environ["MINUTEBOOK_MILVUS"], "--library", one)
        shutil.copytree(one / "public" / "files", other / "public" / "files")
        shutil.copy(one / "public" / catalogue.NAME, other / "public" / catalogue.NAME)
        ports, servers = [_free(), _free()], list[subprocess.Popen[bytes]]()
        seen, changes = Seen(), 0
        try:
            servers += [_started(folder, port) for folder, port in zip((one, other), ports, strict=True)]
            with ThreadPoolExecutor(clients) as readers:
                done = [readers.submit(_read, seen, ports, at) for at in range(clients)]
                for part in PARTS:
                    if part == "one":
                        servers[0].kill()
                        servers[0].wait()
                    if part == "both again":
                        servers[0] = _started(one, ports[0])
                    seen.part = part
                    until = time.monotonic() + seconds / len(PARTS)
                    while time.monotonic() < until:
                        changes += _changed(other)
                seen.over = True
                for each in done:
                    each.result()
        finally:
            for server in servers:
                server.kill()
                server.wait()
    times = {part: [round(1000 * float(t), 1) for t in np.percentile(of, [50, 95])] for part, of in seen.times.items()}
    return {"asked": seen.asked, "twice": seen.twice, "failed": seen.failed[:5], "changes": changes, "ms": times}


@contextmanager
def _found(folder: Path, milvus: bool) -> Iterator[None]:
    """With Milvus, a server of it while it is needed, and the setting by which every command finds it."""
    os.environ["MINUTEBOOK_RATES"] = ""
    if not milvus:
        yield
        return
    port = _free()
    lite = str(Path(sys.executable).with_name("milvus-lite"))
    command = [lite, "server", "--host", "127.0.0.1", "--port", str(port), "--data-dir", str(folder / "milvus")]
    os.environ["MINUTEBOOK_MILVUS"] = f"http://127.0.0.1:{port}"
    with (folder / "log").open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log) as server:
        try:
            yield
        finally:
            server.kill()


def _told(*words: object) -> str:
    """What a command prints; tried again while the server that it needs is starting."""
    for _ in range(10):
        done = subprocess.run([MINUTEBOOK, *map(str, words)], check=False, capture_output=True, text=True)
        if done.returncode == 0:
            return done.stdout
        time.sleep(1)
    raise RuntimeError(done.stderr)


def _changed(folder: Path) -> int:
    """Take the first paper out and read it again."""
    first = json.loads(_told("documents", "--json", "--library", folder))[0]
    _told("remove", first["id"], "--library", folder)
    _told("ingest", PAPERS / first["name"], "--library", folder)
    return 2


def _read(seen: Seen, ports: list[int], at: int) -> None:
    texts: Iterator[str] = cycle(json.loads(line)["question"] for line in QUESTIONS.read_text("utf-8").splitlines())
    while not seen.over:
        text, began, failure = next(texts), time.monotonic(), ""
        at += 1
        for turn in (0, 1):
            failure = _failure(ports[(at + turn) % 2], f"/api/v1/answer?q={quote(text)}")
            if not failure:
                break
        with seen.lock:
            seen.asked += 1
            seen.twice += turn
            seen.failed += [failure] if failure else []
            seen.times[seen.part].append(time.monotonic() - began)


def _failure(port: int, path: str) -> str:
    """Why a server did not answer, "" where it did."""
    try:
        with urlopen(f"http://127.0.0.1:{port}{path}", timeout=30) as reply:
            return "" if reply.status == 200 and reply.read() else str(reply.status)
    except (OSError, HTTPException) as error:  # what urllib raises for a reply that is no success is an OSError too
        return repr(error)


def _free() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _started(folder: Path, port: int) -> subprocess.Popen[bytes]:
    command = [MINUTEBOOK, "serve", "--port", str(port), "--library", str(folder)]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    for _ in range(1_800):
        if not _failure(port, "/readyz"):
            return server
        time.sleep(0.1)
    server.kill()
    raise TimeoutError(f"a server did not start: {_failure(port, '/readyz')}")


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    asked.add_argument("--seconds", type=float, default=60)
    asked.add_argument("--clients", type=int, default=8)
    asked.add_argument("--milvus", action="store_true")
    given = asked.parse_args()
    print(json.dumps(main(given.seconds, given.clients, given.milvus)))
