"""Folders for temporary files, which go when they are done with, or soon after whoever made them was killed."""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

PREFIX = "minutebook-scratch-"
YOUNG = 60.0  # seconds in which a folder may not have been locked yet


@contextlib.contextmanager
def scratch() -> Iterator[Path]:
    """A new folder for temporary files, gone at the end. This process holds its lock for as long as it lives."""
    with tempfile.TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True) as folder, _locked(Path(folder)):
        yield Path(folder)


def sweep(young: float = YOUNG) -> None:
    """Remove the folders that killed processes of this user left, but for those made so many seconds ago."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with contextlib.suppress(OSError):
            found = folder.lstat()
            if found.st_uid != os.geteuid() or time.time() - found.st_mtime < young:
                continue
            with _locked(folder):
                shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Hold a folder's lock. Raises OSError where another process holds it, or it is no folder."""
    held = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(held)
