"""What can go wrong between a library and its Milvus collection; every text says what to do."""

from __future__ import annotations

from pathlib import Path

from search.errors import LibraryError

AGAIN = "run `minutebook move --to-milvus`"


class EngineUnusable(LibraryError):
    """The Milvus server does not answer, refuses, or is not installed for."""

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(f"{address}: {reason}")
        self.address, self.reason = address, reason


class EngineBehind(LibraryError):
    """The collection is not of the library's present state, so that nothing is asked of it."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(f"{folder}: {reason}; {AGAIN}")
        self.folder, self.reason = folder, reason
