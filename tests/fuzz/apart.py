"""Files read in a process apart, under the limits of reading, one after the other; with what each took."""

from __future__ import annotations

import gc
import os
import select
import signal
import struct
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from ingest.errors import UnreadableDocument
from ingest.isolate import opened
from ingest.isolated import limit, outcome
from ingest.read.limits import READ_MEGABYTES, READ_SECONDS

CRASHED = "the reader stopped on it"
STOPPED = "reading was stopped after"
GRACE = 5.0  # seconds past its limit in which a process must be gone by itself
HEAD = struct.Struct("<Qdd")  # the length of an answer, the seconds of the processor and the megabytes held at most
Read = Callable[[str, bytes], object]


@dataclass(frozen=True, slots=True)
class Ended:
    """How reading one file ended.

    how is "read", the class of its refusal, "escaped" for an error that was none, or "hung". contained says that the
    reader crashed and the refusal says so; stopped, that it came to a limit of time. worked is seconds of the
    processor, megabytes the most that the process has held so far; both 0 where it ended.
    """

    how: str
    reason: str
    contained: bool = False
    stopped: bool = False
    worked: float = 0.0
    megabytes: float = 0.0


def ended(read: Read, name: str, contents: Sequence[bytes]) -> Iterator[Ended]:
    """How read(name, content) ends for each, in order, in copies of this process, which has the readers already.

    A copy reads on until a file ends it; the next file has a new one.
    """
    done = 0
    while done < len(contents):
        with _Copy(read, name, contents[done:]) as copy:
            for _ in contents[done:]:
                done += 1
                one = copy.next(name)
                yield one
                if not copy.alive:
                    break


class _Copy:
    """A copy of this process at work on files."""

    def __init__(self, read: Read, name: str, contents: Sequence[bytes]) -> None:
        self.alive = True
        self._outbox, inbox = os.pipe()
        self._process = os.fork()
        if self._process == 0:
            _work(inbox, read, name, contents)
        os.close(inbox)

    def __enter__(self) -> _Copy:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._outbox)
        if self.alive:
            self._end(kill=True)

    def _end(self, kill: bool) -> int:
        """Its exit code."""
        self.alive = False
        if kill:
            os.kill(self._process, signal.SIGKILL)
        return os.waitstatus_to_exitcode(os.waitpid(self._process, 0)[1])

    def next(self, name: str) -> Ended:
        """How the next file ends."""
        until = time.monotonic() + READ_SECONDS + GRACE
        head = self._taken(HEAD.size, until)
        size, worked, megabytes = HEAD.unpack(head) if head else (0, 0.0, 0.0)
        answer = self._taken(size, until) if head else b""
        if answer is None or head is None:
            self._end(kill=True)
            return Ended("hung", "")
        code = 0
        if not head:
            code = self._end(kill=False)
        how, reason = _how(name, answer, code)
        return Ended(how, reason, CRASHED in reason, STOPPED in reason, worked, megabytes)

    def _taken(self, size: int, until: float) -> bytes | None:
        """So many bytes; b"" where the process ends before, None where it is there and silent at the time given."""
        out = b""
        while len(out) < size:
            if not select.select([self._outbox], [], [], max(0.0, until - time.monotonic()))[0]:
                return None
            piece = os.read(self._outbox, size - len(out))
            if not piece:
                return b""
            out += piece
        return out


def _work(inbox: int, read: Read, name: str, contents: Sequence[bytes]) -> None:
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        gc.freeze()
        limit(READ_SECONDS * len(contents), READ_MEGABYTES)
        for content in contents:
            signal.setitimer(signal.ITIMER_REAL, READ_SECONDS)
            began = time.process_time()
            parcel = outcome(read, name, partial(bytes, content))
            _send(inbox, HEAD.pack(len(parcel), time.process_time() - began, _held()) + parcel)
            gc.collect()
    finally:
        os._exit(1)


def _held() -> float:
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))


def _send(inbox: int, parcel: bytes) -> None:
    left = memoryview(parcel)
    while left:
        left = left[os.write(inbox, left) :]


def _how(name: str, answer: bytes, code: int) -> tuple[str, str]:
    try:
        value: Any = opened(name, answer, code, READ_SECONDS, READ_MEGABYTES)
    except UnreadableDocument as refused:
        fits = refused.name == name and refused.reason and "\n" not in str(refused)
        return (type(refused).__name__ if fits else "escaped"), refused.reason
    except Exception as error:  # what a server would fall over
        return "escaped", f"{type(error).__name__}: {error}"
    return ("read" if value.passages else "escaped"), ""
