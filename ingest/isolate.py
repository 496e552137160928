"""Reading in a process of its own, which can be stopped: a document must not hang, fill or break the program."""

from __future__ import annotations

import contextlib
import os
import selectors
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from typing import Any, TypeVar, cast

from ingest.errors import DamagedDocument, MinutebookError, TookTooLong, TooLarge
from ingest.parcel import UnexpectedParcel, unpack
from ingest.read.limits import ANSWER_BYTES, MEBIBYTE, READ_MEGABYTES, READ_SECONDS
from ingest.scratch import scratch
from ingest.standby import Reader, Standby, Waiting

T = TypeVar("T")
CHUNK = 1024 * 1024


def isolated(
    read: Callable[..., T] | Reader[T],
    name: str,
    content: bytes,
    *given: str,
    seconds: float = READ_SECONDS,
    megabytes: int = READ_MEGABYTES,
    written_megabytes: int = 0,
    standby: Standby | None = None,
) -> T:
    """read(name, content, *given), run in a new process with at most so much time and memory.

    read is a module-level function, or names one; what it returns is made of the nouns of ingest.model and plain
    containers, and is checked to hold nothing else. It may write no file, or where written_megabytes are given files of
    at most so much, in a folder for temporary files that is gone with it. The process may be one that stood by for
    read. Errors of ingest.errors come through as themselves.
    Raises TookTooLong past seconds, TooLarge past megabytes or for an answer too long, DamagedDocument where the reader
    crashed. Safe to call from several threads; the process is gone when this returns or is interrupted.
    """
    reader = read if isinstance(read, Reader) else Reader.of(read)
    with (
        _folder(written_megabytes > 0) as folder,
        (standby.taken(reader) if standby else None) or Waiting(reader) as process,
    ):
        process.begin(
            content,
            name=name,
            given=given,
            seconds=seconds,
            megabytes=megabytes,
            written=written_megabytes,
            folder=folder,
        )
        answer = _answer(process.child, name, seconds)
        code = process.child.wait()
    # The unpacker vouches for the classes, and the function that ran was read: so much of T can be known here.
    return cast(T, opened(name, answer, code, seconds, megabytes))


@contextlib.contextmanager
def _folder(wanted: bool) -> Iterator[str]:
    """A folder for temporary files where one is wanted, else ""."""
    if not wanted:
        yield ""
        return
    with scratch() as folder:
        yield str(folder)


def _answer(child: subprocess.Popen[bytes], name: str, seconds: float) -> bytes:
    """Everything the child writes before it closes its end."""
    assert child.stdout is not None
    deadline = time.monotonic() + seconds
    pieces: list[bytes] = []
    size = 0
    with selectors.DefaultSelector() as selector:
        selector.register(child.stdout, selectors.EVENT_READ)
        while True:
            left = deadline - time.monotonic()
            if left <= 0 or not selector.select(left):
                raise TookTooLong(name, f"reading was stopped after {seconds:g} seconds; split it into smaller files")
            piece = os.read(child.stdout.fileno(), CHUNK)
            if not piece:
                return b"".join(pieces)
            pieces.append(piece)
            size += len(piece)
            if size > ANSWER_BYTES:
                limit = ANSWER_BYTES // MEBIBYTE
                raise TooLarge(name, f"holds more than {limit} MB of text and positions; split it into smaller files")


def opened(name: str, answer: bytes, code: int, seconds: float, megabytes: int) -> Any:
    """What the process that read a document sent, or what its end means; code is its exit code, below 0 for a signal.

    Raises what isolated raises.
    """
    if code == -signal.SIGXCPU or code == -signal.SIGALRM:
        raise TookTooLong(name, f"reading was stopped after {seconds:g} seconds; split it into smaller files")
    if code or not answer:
        raise DamagedDocument(name, f"the reader stopped on it ({_ending(code)}); save it again as PDF")
    try:
        kind, value = unpack(answer)
    except (UnexpectedParcel, ValueError, TypeError) as error:
        raise DamagedDocument(name, "the reader stopped on it (its answer was not a document)") from error
    if kind == "error" and isinstance(value, MinutebookError):
        raise value
    if kind == "memory":
        raise TooLarge(name, f"needs more than {megabytes} MB of memory to read; split it into smaller files")
    if kind == "crash":
        raise DamagedDocument(name, f"the reader stopped on it ({str(value)[:200]}); save it again as PDF")
    return value


def _ending(code: int) -> str:
    if code < 0:
        with contextlib.suppress(ValueError):
            return signal.Signals(-code).name
    return f"exit code {code}"
