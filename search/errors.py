"""What can go wrong with a library; every text says what to do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ingest.errors import MinutebookError


class LibraryError(MinutebookError):
    """A library that cannot be used as asked."""


class LibraryMissing(LibraryError):
    """There is no library in the folder; instead is a clause that says what else may be done."""

    def __init__(self, folder: Path, instead: str = "") -> None:
        self.folder = folder
        more = f", {instead}" if instead else ""
        super().__init__(
            f"{folder}: there is no library here; make one with `minutebook ingest PAPERS`, or name another folder "
            f"with --library{more}"
        )


class LibraryUnusable(LibraryError):
    """The library is there but cannot be opened; reason is a clause that says why and what to do."""

    def __init__(self, folder: Path, reason: str) -> None:
        self.folder, self.reason = folder, reason
        super().__init__(f"{folder}: {reason}")


class LibraryBusy(LibraryError):
    """Another process is writing to the library and did not finish within waited seconds."""

    def __init__(self, folder: Path, waited: float) -> None:
        self.folder, self.waited = folder, waited
        super().__init__(f"{folder}: another ingest is still running after {waited:g} s; try again when it has ended")


class ModelMissing(LibraryError):
    """A model cannot be loaded."""

    def __init__(self, name: str, reason: str) -> None:
        self.name, self.reason = name, reason
        super().__init__(f"model {name}: {reason}; name a sentence-transformers model or a folder that holds one")


class ModelMismatch(LibraryError):
    """The library's vectors were made by another model than the one asked for."""

    def __init__(self, folder: Path, made: str, asked: str) -> None:
        self.folder, self.made, self.asked = folder, made, asked
        super().__init__(
            f"{folder}: made with the model {made}, but {asked} is asked for; "
            f"ask for {made}, or run `minutebook reindex` to make its vectors again with {asked}"
        )


class AddressTaken(LibraryError):
    """A new document's id is that of another document with other bytes; other is that one's file name."""

    def __init__(self, folder: Path, name: str, document: str, other: str) -> None:
        self.folder, self.name, self.document, self.other = folder, name, document, other
        super().__init__(
            f"{name}: its address {document} belongs to {other} in {folder}, which is another file; "
            "ingest it into a library in another folder"
        )


class UnknownDocument(LibraryError):
    """No document of the library has this id."""

    def __init__(self, folder: Path, document: str) -> None:
        self.folder, self.document = folder, document
        super().__init__(f"{folder}: no document {document}; `minutebook documents` lists them")


class BackupUnusable(LibraryError):
    """A backup that cannot be restored; faults name each file with what is wrong with it."""

    def __init__(self, path: Path, faults: Sequence[str]) -> None:
        self.path, self.faults = path, tuple(faults)
        more = f"; and {len(faults) - 5} more" if len(faults) > 5 else ""
        super().__init__(f"{path}: {'; '.join(faults[:5])}{more}; nothing was changed, restore another backup")


class LibraryThere(LibraryError):
    """Where a backup is to be restored there is a library already; names are what stands there."""

    def __init__(self, folder: Path, names: Sequence[str]) -> None:
        self.folder, self.names = folder, tuple(names)
        super().__init__(
            f"{folder}: holds {', '.join(names)} already; name an empty folder with --library, "
            "or set them aside with --replace"
        )


class CatalogueElsewhere(LibraryError):
    """What is asked for is done with a database in a folder; this folder names one on a server."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder}: its database is on a server; back that up with pg_dump, put it back with pg_restore, and copy "
            "the folder beside it (docs/running.md)"
        )
        self.folder = folder
