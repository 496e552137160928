"""Peak memory of the server after questions and page pictures over HTTP.

    python benchmarks/server_memory.py QUESTIONS.jsonl --library DIR

Prints JSON: requests answered and the peak memory in megabytes (2**20 bytes) of the server and of its largest child.
"""

from __future__ import annotations

import argparse
import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import quote

MINUTEBOOK = str(Path(sys.executable).with_name("minutebook"))
PICTURES = 20


def fetched(address: str) -> bytes:
    """The body of one reply."""
    with urllib.request.urlopen(address, timeout=60) as reply:
        return bytes(reply.read())


def main(questions: Path, library: Path) -> dict[str, int]:
    """Serve, ask everything, draw the first cited pages, and read what the kernel counted."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    here = f"http://127.0.0.1:{port}"
    command = [MINUTEBOOK, "serve", "--port", str(port), "--library", str(library)]
    server = subprocess.Popen(command, env=os.environ | {"MINUTEBOOK_RATES": ""})
    try:
        _ready(here)
        count = 0
        for line in questions.read_text(encoding="utf-8").splitlines():
            hits = json.loads(fetched(f"{here}/api/v1/search?q={quote(json.loads(line)['question'])}"))["hits"]
            count += 1
            if hits and count <= PICTURES:
                fetched(f"{here}/api/v1/documents/{hits[0]['document']}/pages/{hits[0]['page']}.png")
        status = Path(f"/proc/{server.pid}/status").read_text(encoding="ascii")
        peak = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))
    finally:
        server.terminate()
        _, _, usage = os.wait4(server.pid, 0)
        server.returncode = 0
    return {"requests": count + min(count, PICTURES), "megabytes": peak // 1024, "at_exit": usage.ru_maxrss // 1024}


def _ready(here: str) -> None:
    for _ in range(300):
        try:
            fetched(f"{here}/readyz")
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
        else:
            return
    raise SystemExit("the server did not get ready within a minute")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Measure the server's memory.")
    parser.add_argument("questions", type=Path)
    parser.add_argument("--library", type=Path, required=True)
    given = parser.parse_args()
    print(json.dumps(main(given.questions, given.library)))
