"""Libraries that a server begins with: those that are there, and empty ones where staff can hand the first paper in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from api.settings import Settings
from search.engine import there
from search.errors import LibraryMissing
from search.library import Library
from search.lock import sole_writer

FIRST = "or serve with MINUTEBOOK_STAFF=1 and hand the first paper in there"
MADE = "{}: there was no library here, so an empty one was made; hand the first paper in on the staff side (/staff)"


def begin(settings: Settings, collections: Sequence[str], say: Callable[[str], None]) -> None:
    """Make an empty library for each collection that has none, and say so, where the staff side is on.

    Raises LibraryMissing where it is off: a mistyped folder is reported, not made.
    """
    for name in collections:
        folder = settings.folder(name)
        if there(folder):
            continue
        if not settings.staff:
            raise LibraryMissing(folder, FIRST)
        with sole_writer(folder):
            Library.open(folder, write=True).close()
        say(MADE.format(folder))
