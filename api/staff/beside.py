"""The worker as a process beside the server: begun with it, begun again where it ends, and gone when the server is."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread

from api.settings import Settings

START = "from api.cli import main; main()"
PATIENCE = 5.0  # seconds that a worker has to end by itself
FIRST, LONGEST = 1.0, 60.0  # seconds before a worker that ended is begun again, doubled each time


@contextmanager
def worker_beside(settings: Settings, say: Callable[[str], None]) -> Iterator[None]:
    """A worker for as long as the block runs. say is told when one ended and another is begun.

    Its standard input is a pipe that closes when this process is gone, however it went; then it ends too.
    """
    command = [sys.executable, "-P", "-c", START, "work", "--tied", "--library", str(settings.library.absolute())]
    command += ["--model", settings.model] if settings.model else []
    ending = Event()
    children = [_started(command)]

    def watch() -> None:
        wait = FIRST
        while True:
            code = children[-1].wait()
            if ending.is_set():
                return
            say(f"the worker ended with exit code {code}; it is begun again in {wait:g} s")
            if ending.wait(wait):
                return
            children.append(_started(command))
            wait = min(2 * wait, LONGEST)

    watcher = Thread(target=watch, name="worker", daemon=True)
    watcher.start()
    try:
        yield
    finally:
        ending.set()
        watcher.join(0.1)
        for child in children:
            _ended(child)


def _started(command: list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)


def _ended(child: subprocess.Popen[bytes]) -> None:
    if child.stdin:
        child.stdin.close()
    try:
        child.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
