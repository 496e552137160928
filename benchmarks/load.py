"""A server under load: many readers at once for a while, then four times as many, then quiet.

    python benchmarks/load.py QUESTIONS.jsonl --library DIR [--minutes 10] [--clients 32] [--warm 60]

The server is begun here, on loopback, with no limit on what one client may ask: all of this comes from one address.
Readers keep their connections and ask without a pause: results pages, answers, searches, pages of documents, pictures
and registers, in the shares of MIX. Prints JSON. steady: requests a second, processor milliseconds of the server a
request (work), milliseconds until its end (p50, p95, p99), errors (all but 200) and growth of the server's resident
memory after the warm-up. overload: replies by status, and the seconds from its end until a question was answered as
fast as 95 in 100 were before. Exit code 1 where a bound of BOUNDS is broken.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import socket
import subprocess
import sys
import time
import urllib.request
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.parse import quote

import numpy as np

from api.batch import lines

MINUTEBOOK = str(Path(sys.executable).with_name("minutebook"))
MIX = {"results": 40, "answer": 20, "search": 15, "page": 10, "picture": 5, "register": 10}  # of 100 requests
REGISTERS = ("/", "/decisions", "/actions", "/meetings", "/interests", "/api/v1/decisions?limit=20")
MEMORY, WORK = "resident_memory_bytes", "cpu_seconds_total"
PATIENCE = 60.0  # seconds for one reply
BOUNDS = {"errors": 0, "growth": 0.05, "recovery": 5.0}
TURNED_AWAY = (429, 503)


@dataclass(slots=True)
class Seen:
    """What readers met: milliseconds of every reply with 200, and replies by status; 0 is a broken connection."""

    times: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)


class Reader:
    """One connection to the server, opened again where it was closed."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._line: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, path: str) -> int:
        """The status of the reply, which is read whole; 0 where the connection broke or took too long."""
        try:
            async with asyncio.timeout(PATIENCE):
                if self._line is None:
                    self._line = await asyncio.open_connection("127.0.0.1", self._port)
                reader, writer = self._line
                writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n".encode())
                head = (await reader.readuntil(b"\r\n\r\n")).lower()
                await _read(reader, head)
                if b"connection: close" in head:
                    self.close()
                return int(head.split(b" ", 2)[1])
        except (OSError, asyncio.IncompleteReadError, TimeoutError):
            self.close()
            return 0

    def close(self) -> None:
        """Let go of the connection."""
        if self._line:
            self._line[1].close()
        self._line = None


async def _read(reader: asyncio.StreamReader, head: bytes) -> None:
    if b"transfer-encoding: chunked" in head:
        while size := int(await reader.readline(), 16):
            await reader.readexactly(size + 2)
        await reader.readline()
    else:
        await reader.readexactly(int(head.partition(b"content-length: ")[2].partition(b"\r\n")[0] or 0))


async def load(port: int, paths: Sequence[Sequence[str]], clients: int, seconds: float) -> Seen:
    """Readers who ask one path after the other of the kinds in MIX for a while."""
    seen, until = Seen(), time.monotonic() + seconds

    async def read(number: int) -> None:
        reader, dice = Reader(port), random.Random(number)
        while time.monotonic() < until:
            (kind,) = dice.choices(paths, [*MIX.values()])
            began = time.perf_counter()
            status = await reader.ask(dice.choice(kind))
            seen.statuses[status] += 1
            if status == 200:
                seen.times.append((time.perf_counter() - began) * 1000)
            elif status in TURNED_AWAY:
                await asyncio.sleep(0.1)  # else the readers themselves take the processors
        reader.close()

    await asyncio.gather(*(read(number) for number in range(clients)))
    return seen


def fetched(port: int, path: str) -> bytes:
    """The body of one reply."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=PATIENCE) as reply:
        return bytes(reply.read())


def chosen(port: int, questions: Sequence[str]) -> list[list[str]]:
    """The paths of each kind in MIX."""
    asked = [quote(question) for question in questions]
    pages, pictures = [], []
    for document in json.loads(fetched(port, "/api/v1/documents")):
        numbers = range(1, min(document["pages"], 20) + 1)
        pages += [f"/documents/{document['id']}/pages/{number}" for number in numbers]
        if document["media"] == "pdf":
            pictures += [f"/api/v1/documents/{document['id']}/pages/{number}.png" for number in numbers]
    made = {
        "results": [f"/search?q={each}" for each in asked],
        "answer": [f"/api/v1/answer?q={each}" for each in asked],
        "search": [f"/api/v1/search?q={each}" for each in asked],
        "page": pages,
        "picture": pictures or pages,
        "register": list(REGISTERS),
    }
    return [made[kind] for kind in MIX]


def told(port: int, name: str) -> float:
    """One metric of the server's process: bytes of resident memory, or seconds of processor time."""
    lines = fetched(port, "/metrics").decode().splitlines()
    return next(float(line.split()[1]) for line in lines if line.startswith(f"process_{name} "))


def recovery(port: int, paths: Sequence[Sequence[str]], usual: float) -> float:
    """Seconds until a question is answered within usual milliseconds."""
    began = time.monotonic()
    while time.monotonic() - began < PATIENCE:
        asked = time.perf_counter()
        try:
            fetched(port, random.choice(paths[1]))
            if (time.perf_counter() - asked) * 1000 <= usual:
                break
        except URLError:
            time.sleep(0.1)
    return time.monotonic() - began


def measured(port: int, questions: Sequence[str], given: argparse.Namespace) -> dict[str, dict[str, object]]:
    """The three parts, one after the other."""
    paths = chosen(port, questions)
    asyncio.run(load(port, paths, given.clients, given.warm))
    before, worked, seconds = told(port, MEMORY), told(port, WORK), given.minutes * 60
    steady = asyncio.run(load(port, paths, given.clients, seconds))
    grown, worked = told(port, MEMORY) / before - 1, told(port, WORK) - worked
    p50, p95, p99 = (round(float(value)) for value in np.percentile(steady.times, [50, 95, 99]))
    rush = asyncio.run(load(port, paths, 4 * given.clients, max(30.0, seconds / 10)))
    back = recovery(port, paths, p95)
    found = {
        "requests": sum(steady.statuses.values()),
        "a_second": round(len(steady.times) / seconds, 1),
        "work": round(1000 * worked / max(1, len(steady.times)), 1),
        "p50": p50,
        "p95": p95,
        "p99": p99,
        "errors": sum(steady.statuses.values()) - steady.statuses[200],
        "statuses": dict(steady.statuses),
        "megabytes": round(before / 2**20),
        "growth": round(grown, 4),
    }
    served = {"statuses": dict(rush.statuses), "recovery": round(back, 2)}
    others = sum(count for status, count in rush.statuses.items() if status not in (200, *TURNED_AWAY))
    return {"steady": found, "overload": served | {"errors": others}}


def main(given: argparse.Namespace) -> dict[str, dict[str, object]]:
    """Serve, measure, and end the server."""
    questions = [line["question"] for line in lines(given.questions, "question")]
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [MINUTEBOOK, "serve", "--port", str(port), "--library", str(given.library)]
    settings = os.environ | {"MINUTEBOOK_RATES": ""}
    server = subprocess.Popen(command, env=settings, stdout=subprocess.DEVNULL)
    try:
        for _ in range(600):
            try:
                fetched(port, "/readyz")
                break
            except URLError:
                time.sleep(0.2)
        return measured(port, questions, given)
    finally:
        server.terminate()
        server.wait(60)


def broken(found: dict[str, dict[str, object]]) -> list[str]:
    """The bounds that do not hold."""
    met = {**found["overload"], **found["steady"]}
    over = [name for name, bound in BOUNDS.items() if float(str(met[name])) > bound]
    return over + (["overload errors"] if found["overload"]["errors"] else [])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Put a server under load.")
    parser.add_argument("questions", type=Path)
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--clients", type=int, default=32)
    parser.add_argument("--warm", type=float, default=60.0, help="seconds before anything counts")
    result = main(parser.parse_args())
    print(json.dumps(result, indent=1))
    if over := broken(result):
        sys.exit(f"not within bounds: {', '.join(over)}")
