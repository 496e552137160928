"""A file read in a process made for it alone, under the limits of reading, with what it took."""

from __future__ import annotations

import os
import select
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ingest.errors import DamagedDocument, TookTooLong, TooLarge, UnreadableDocument
from ingest.isolate import opened
from ingest.isolated import limit, outcome
from ingest.read.limits import READ_MEGABYTES, READ_SECONDS

CRASHED = "the reader stopped on it"
STOPPED = "reading was stopped after"
GRACE = 5.0  # seconds past its limit in which a process must be gone by itself or by being killed


@dataclass(frozen=True, slots=True)
class Ended:
    """How reading one file ended.

    how is "read", the class of its refusal, or "escaped" for an error that was none; contained says that the reader
    crashed and the refusal says so. seconds are of the wall and of the processor, megabytes the most that was held.
    """

    how: str
    reason: str
    contained: bool
    stopped: bool
    seconds: float
    worked: float
    megabytes: float


def ended(read: Callable[[str, bytes], object], name: str, content: bytes) -> Ended:
    """How read(name, content) ends, in a copy of this process: it has the readers already, so that many can be made."""
    began = time.monotonic()
    outbox, inbox = os.pipe()
    child = os.fork()
    if child == 0:
        _read_and_end(inbox, read, name, content)
    os.close(inbox)
    answer = _taken(outbox, began + READ_SECONDS + GRACE)
    os.close(outbox)
    if answer is None:
        os.kill(child, signal.SIGKILL)
    _, status, used = os.wait4(child, 0)
    code = os.waitstatus_to_exitcode(status)
    how, reason = _how(name, answer, code)
    contained, stopped = CRASHED in reason, STOPPED in reason
    wall = time.monotonic() - began
    return Ended(how, reason, contained, stopped, wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _read_and_end(inbox: int, read: Callable[[str, bytes], object], name: str, content: bytes) -> None:
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        limit(READ_SECONDS, READ_MEGABYTES)
        parcel = memoryview(outcome(read, name, lambda: content))
        while parcel:
            parcel = parcel[os.write(inbox, parcel) :]
    finally:
        os._exit(0)


def _taken(outbox: int, until: float) -> bytes | None:
    """All that the process sends, or None where it is still there at the time given."""
    pieces: list[bytes] = []
    while select.select([outbox], [], [], max(0.0, until - time.monotonic()))[0]:
        piece = os.read(outbox, 1 << 20)
        if not piece:
            return b"".join(pieces)
        pieces.append(piece)
    return None


def _how(name: str, answer: bytes | None, code: int) -> tuple[str, str]:
    if answer is None:
        return "hung", ""
    try:
        value: Any = opened(name, answer, code, READ_SECONDS, READ_MEGABYTES)
    except UnreadableDocument as refused:
        named = isinstance(refused, (DamagedDocument, TookTooLong, TooLarge)) or refused.reason
        fits = named and refused.name == name and "\n" not in str(refused)
        return (type(refused).__name__ if fits else "escaped"), refused.reason
    except Exception as error:  # what a server would fall over
        return "escaped", f"{type(error).__name__}: {error}"
    return ("read" if value.passages else "escaped"), ""
