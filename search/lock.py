"""One writer at a time over a whole ingest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from search.errors import LibraryBusy, LibraryUnusable

LOCK = ".lock"


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
            lock.acquire(timeout=wait, poll_interval=0.05)
    except Timeout:
        raise LibraryBusy(folder, wait) from None
    except OSError as error:
        raise LibraryUnusable(folder, f"the folder cannot be written ({error.strerror}); change its rights") from error
    try:
        yield
    finally:
        lock.release()
