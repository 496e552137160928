"""Processes that have loaded what reads a document, and wait for one: the near side of ingest.isolated."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

ROOT = str(Path(__file__).resolve().parent.parent)
# -I and -S: no user settings, no start-up files; the path is handed over in full instead.
CHILD = (
    "import sys,json; start=json.loads(sys.argv[1]); sys.path[:]=start['path'];"
    "from ingest.isolated import main; main(start)"
)
KEPT_ENVIRONMENT = ("PATH", "LD_LIBRARY_PATH", "LANG", "LC_ALL", "TMPDIR", "SYSTEMROOT")
R = TypeVar("R")
T = TypeVar("T", covariant=True)


@dataclass(frozen=True, slots=True)
class Reader(Generic[T]):
    """A function that reads, by the names of its module and its own: whoever names it has no need to load it."""

    module: str
    function: str

    @staticmethod
    def of(read: Callable[..., R]) -> Reader[R]:
        """That of a function. Raises ValueError for one that another process would not find."""
        if read.__module__ == "__main__" or "." in read.__qualname__:
            raise ValueError(f"{read.__qualname__} must be a function of an importable module")
        return Reader(read.__module__, read.__qualname__)


class Waiting:
    """One process, in a process group of its own that is killed at the end, whatever happens."""

    def __init__(self, reader: Reader[object], also: Sequence[str] = ()) -> None:
        with contextlib.ExitStack() as opened:
            self._inbox = opened.enter_context(tempfile.TemporaryFile())
            self.child = self._started(reader, also)
            self._opened = opened.pop_all()

    def _started(self, reader: Reader[object], also: Sequence[str]) -> subprocess.Popen[bytes]:
        inbox = self._inbox.fileno()
        path = [ROOT, *(path for path in sys.path if path)]
        modules, function = (*also, reader.module), reader.function
        start = {"path": path, "modules": modules, "function": function, "parent": os.getpid(), "inbox": inbox}
        return subprocess.Popen(
            [sys.executable, "-I", "-S", "-X", "utf8", "-c", CHILD, json.dumps(start)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={key: os.environ[key] for key in KEPT_ENVIRONMENT if key in os.environ},
            process_group=0,
            pass_fds=(inbox,),
        )

    def begin(self, content: bytes, **job: object) -> None:
        """Let it read a document: job is what ingest.isolated asks for."""
        assert self.child.stdin is not None
        self._inbox.write(content)
        self._inbox.seek(0)
        with contextlib.suppress(BrokenPipeError):  # it has ended already: its answer, or none, tells why
            self.child.stdin.write(json.dumps(job).encode())
            self.child.stdin.close()

    def __enter__(self) -> Waiting:
        return self

    def __exit__(self, *raised: object) -> None:
        if self.child.returncode is None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.child.pid, signal.SIGKILL)
            self.child.wait()
        for end in (self.child.stdin, self.child.stdout):
            assert end is not None
            with contextlib.suppress(BrokenPipeError):
                end.close()
        self._opened.close()


class Standby:
    """Some processes for one reader, started before there is a document: loading it takes longer than most documents.

    Start them in a thread that outlives them, for they end with it. Those that nobody took are gone at the end. also
    names modules that their documents will need, which they load before there is one.
    """

    def __init__(self, reader: Reader[object], count: int, also: Sequence[str] = ()) -> None:
        self._reader, self._waiting = reader, list[Waiting]()
        with contextlib.ExitStack() as started:
            for _ in range(count):
                self._waiting.append(started.enter_context(Waiting(reader, also)))
            started.pop_all()

    def taken(self, reader: Reader[object]) -> Waiting | None:
        """A process for this reader, from now on the caller's; None where there is none. Safe from any thread."""
        with contextlib.suppress(IndexError):
            while reader == self._reader:
                found = self._waiting.pop()
                if found.child.poll() is None:
                    return found
                found.__exit__()
        return None

    def __enter__(self) -> Standby:
        return self

    def __exit__(self, *raised: object) -> None:
        while self._waiting:
            self._waiting.pop().__exit__()
