"""The stored copies of documents, each named by the hash of its bytes and by nothing that came from outside."""

from __future__ import annotations

import os
import uuid
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

FILES = "files"
CACHE = "vectors.faiss"
UPLOADS = "uploads"  # beside the libraries: what was handed in


def stored(folder: Path, sha256: str) -> Path:
    """Where the copy of a document stands."""
    return folder / FILES / sha256


def keep(folder: Path, sha256: str, content: bytes) -> None:
    """Write one copy so that it is there whole or not at all, and stays there when the power fails."""
    keep_at(stored(folder, sha256), content)


def keep_at(path: Path, content: bytes) -> None:
    """Put content at path where it does not stand there already; the folder is made where it is not there.

    A copy that lost bytes, as a disk or a power cut may do, is put right.
    """
    with suppress(FileNotFoundError):
        if path.stat().st_size == len(content) and path.read_bytes() == content:
            return
    path.parent.mkdir(exist_ok=True)
    replace(path, content)


def replace(path: Path, content: bytes) -> None:
    """Put content at path in one step: a temporary file in the same folder, on disk before it takes the name."""
    with replacing(path) as part, part.open("wb") as out:
        out.write(content)
        synced(out)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A name in the same folder for a file that takes the place of path at the end, or is gone where the block fails.

    The block has the file on disk, as synced does, before it ends.
    """
    part = path.with_name(f"{path.name}.{uuid.uuid4().hex}.part")
    try:
        yield part
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    settled(path.parent)


def synced(out: IO[bytes]) -> None:
    """Have what was written to a file on disk."""
    out.flush()
    os.fsync(out.fileno())


def settled(folder: Path) -> None:
    """Have the names in a folder on disk, so that what was put there stays when the power fails."""
    entry = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(entry)
    finally:
        os.close(entry)


def sweep(folder: Path, wanted: Collection[str]) -> None:
    """Remove every file that no document owns: left by a writer that was stopped between file and commit.

    Call it inside a write transaction; then no other writer is between the two.
    """
    sweep_folder(folder / FILES, wanted)
    for part in folder.glob("*.part"):
        part.unlink(missing_ok=True)


def sweep_folder(folder: Path, wanted: Collection[str]) -> None:
    """Remove every file of a folder whose name is not wanted, hidden ones aside."""
    if folder.is_dir():
        for path in folder.iterdir():
            if path.name not in wanted and not path.name.startswith("."):
                path.unlink(missing_ok=True)
