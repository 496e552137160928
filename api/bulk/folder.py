"""A folder of bulk data that is there whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from api.bulk.made import DESCRIPTOR, Made
from api.bulk.tables import TABLES
from api.errors import UnusableArgument
from search.errors import LibraryBusy
from search.files import settled
from search.lock import sole_writer

MAKING = ".making-bulk-"  # begins the name of a folder beside it while it is made
OURS = {DESCRIPTOR, *(f"{table.name}.{ending}" for table in TABLES for ending in ("csv", "jsonl"))}
TAKEN = "holds other files; name another folder, or an empty one"


def put(out: Path, make: Callable[[Path], Made]) -> Made:
    """What make makes in a folder, as the folder out, in the place of what an earlier run left there.

    Raises UnusableArgument where out is something else or cannot be written.
    """
    if out.exists() and not out.is_dir():
        raise UnusableArgument(f"{out}: is a file; name a folder")
    try:
        if out.is_dir() and {one.name for one in out.iterdir()} - OURS:
            raise UnusableArgument(f"{out}: {TAKEN}")
        out.parent.mkdir(parents=True, exist_ok=True)
        with _room(out) as room:
            fresh, old = room / "fresh", room / "old"
            fresh.mkdir()
            made = make(fresh)
            for name in made.files:
                settled(fresh / name)
            settled(fresh)
            if out.is_dir():
                out.rename(old)
            try:
                fresh.rename(out)
            except OSError:
                if old.is_dir():
                    old.rename(out)
                raise
            settled(out.parent)
    except OSError as error:
        raise UnusableArgument(f"{out}: cannot be written ({error.strerror or error}); name another folder") from error
    return made


@contextmanager
def _room(out: Path) -> Iterator[Path]:
    """A folder beside out for what is on the way, gone afterwards; those of runs that were killed go first."""
    for left in out.parent.glob(f"{MAKING}*"):
        try:
            with sole_writer(left, 0):
                shutil.rmtree(left)
        except LibraryBusy:
            continue
    room = out.with_name(f"{MAKING}{os.getpid()}")
    with sole_writer(room, 0):
        try:
            yield room
        finally:
            shutil.rmtree(room)
