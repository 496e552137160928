"""The other side of isolate: what runs in the process that reads one document."""

from __future__ import annotations

import ctypes
import gc
import importlib
import json
import os
import resource
import signal
import sys
from collections.abc import Callable
from typing import Any

from ingest.errors import MinutebookError
from ingest.parcel import pack
from ingest.read.limits import MEBIBYTE

# Address space is counted before it is filled, and the interpreter's own share belongs to nobody's document.
MEMORY_KEPT = 16 * MEBIBYTE
PR_SET_PDEATHSIG = 1  # linux/prctl.h


def main(start: dict[str, Any]) -> None:
    """Load a reader, wait for its job on standard input, and write the packed outcome to standard output.

    start names the modules to load, the reader in the last of them, and where the document will be; the job has the
    document's name and the limits.
    Whatever a reader prints goes nowhere.
    """
    _end_with(int(start["parent"]))
    outbox = os.dup(1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    # Imports come before the limits: they may write byte code, which makes the next start faster.
    modules = [importlib.import_module(name) for name in start["modules"]]
    read = getattr(modules[-1], start["function"])
    with open(0, "rb", closefd=False) as order:
        job = json.loads(order.read())
    os.dup2(nowhere, 0)
    if job["folder"]:
        os.environ["TMPDIR"] = job["folder"]
    limit(float(job["seconds"]), int(job["megabytes"]), int(job["written"]))
    with open(int(start["inbox"]), "rb", closefd=False) as inbox:
        parcel = outcome(read, job["name"], inbox.read, *job["given"])
    _send(outbox, parcel)
    # No tidying: the process owns nothing that outlives it, and tearing down a large document takes time.
    os._exit(0)


def outcome(read: Callable[..., object], name: str, content: Callable[[], bytes], *given: str) -> bytes:
    """The packed outcome of read(name, content(), *given), whatever becomes of it: what the other side opens."""
    spare = bytearray(MEMORY_KEPT)
    try:
        return pack(("value", read(name, content(), *given)))
    except MinutebookError as error:
        return pack(("error", error))
    except MemoryError:
        spare.clear()
        return pack(("memory", ""))
    except Exception as error:  # a reader's own fault on a document is reported as the document's
        return pack(("crash", f"{type(error).__name__}: {' '.join(str(error).split())}"[:200]))


def limit(seconds: float, megabytes: int, written: int = 0) -> None:
    """Bound this process: memory, processor and wall time, files written (in megabytes), no core dump, few open files.

    The processes that it starts are bound alike.
    """
    gc.disable()
    sys.dont_write_bytecode = True
    memory = megabytes * MEBIBYTE
    _lower(resource.RLIMIT_AS, memory)
    _lower(resource.RLIMIT_DATA, memory)
    _lower(resource.RLIMIT_CPU, max(1, int(seconds + 1)))
    _lower(resource.RLIMIT_FSIZE, written * MEBIBYTE)
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_NOFILE, 64)
    # Should the parent die without stopping us, this still does.
    signal.setitimer(signal.ITIMER_REAL, seconds + 2)


def _end_with(parent: int) -> None:
    """Have the kernel end this process when its parent is gone, however it went; elsewhere the limits of time do it."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def _lower(kind: int, value: int) -> None:
    """Set one limit, or keep a lower one that is already set; a system that refuses (macOS, memory) goes without."""
    _, most = resource.getrlimit(kind)
    wanted = value if most == resource.RLIM_INFINITY else min(value, most)
    try:
        resource.setrlimit(kind, (wanted, wanted))
    except (ValueError, OSError):
        return


def _send(outbox: int, parcel: bytes) -> None:
    view = memoryview(parcel)
    while view:
        view = view[os.write(outbox, view) :]
