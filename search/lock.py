"""One writer at a time over a whole ingest."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, nullcontext
from pathlib import Path

from filelock import FileLock, Timeout

from search import catalogue, postgres
from search.errors import LibraryBusy, LibraryUnusable
from search.library import explained

LOCK = ".lock"
PAUSE = 0.05  # seconds between two tries


@contextmanager
def sole_writer(folder: Path, wait: float = 60.0, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Hold the library's lock; the folder is made if it is not there. A process that ends, ends its hold.

    Where another process holds it, waiting is called once and up to wait seconds pass. Raises LibraryBusy after that.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / LOCK)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            waiting()
            lock.acquire(timeout=wait, poll_interval=PAUSE)
    except Timeout:
        raise LibraryBusy(folder, wait) from None
    except OSError as error:
        raise LibraryUnusable(folder, f"the folder cannot be written ({error.strerror}); change its rights") from error
    try:
        elsewhere = catalogue.address(folder)  # a database that other machines, with folders of their own, write to too
        with _among_servers(folder, elsewhere, wait, waiting) if elsewhere else nullcontext():
            yield
    finally:
        lock.release()


@contextmanager
def _among_servers(folder: Path, address: str, wait: float, waiting: Callable[[], None]) -> Iterator[None]:
    with closing(postgres.Sole(address)) as sole:
        until, told = time.monotonic() + wait, False
        while True:
            with explained(folder):
                if sole.taken():
                    break
            if time.monotonic() >= until:
                raise LibraryBusy(folder, wait)
            if not told:
                waiting()
                told = True
            time.sleep(PAUSE)
        yield
