"""Whether questions can be answered, and what keeps them from it, in words that name no folder."""

from __future__ import annotations

from search.errors import LibraryError, ModelMismatch
from search.searcher import Searcher

LIBRARY = "a library cannot be read"
MODEL = "a library's vectors are of another model than the one that is loaded"
INDEX = "the index of a library cannot be brought to its present state"
CLOSING = "the server is closing"


def fault(searcher: Searcher) -> str:
    """What keeps one collection from being searched, "" where nothing does; its index is brought up to date."""
    try:
        searcher.library.coverage()
    except LibraryError:
        return LIBRARY
    try:
        with searcher.view():
            return ""
    except ModelMismatch:
        return MODEL
    except (LibraryError, OSError):
        return INDEX
