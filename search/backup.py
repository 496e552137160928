"""Everything that a folder of libraries holds as one file.

A backup is a plain tar archive: for each library one state of its database and the stored copies that it owns,
service.db with what was handed in, manifest.json, and last SHA256SUMS, in the form that `sha256sum --check` reads.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from search import catalogue, engine, files, rows
from search.errors import CatalogueElsewhere, LibraryBusy, LibraryMissing, LibraryUnusable
from search.library import explained
from search.lock import sole_writer
from search.service import service, uploads

COLLECTIONS = ("public", "restricted")
SUMS, MANIFEST = "SHA256SUMS", "manifest.json"
FORM = 1  # of the archive
TRIES = 5
CHUNK = 1 << 20  # bytes
MAKING = ".making-backup-"  # begins the name of a folder beside a backup while it is made
SPOILT = "the stored copy of {} is {}; ingest its file again, then make the backup (`minutebook doctor` names all)"


@dataclass(frozen=True, slots=True)
class Held:
    """One library of a backup."""

    collection: str
    documents: int
    generation: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds: form of the archive, when it was begun (ISO, UTC), by which version, its libraries."""

    form: int
    made: str
    version: str
    libraries: tuple[Held, ...]
    uploads: int


@dataclass(frozen=True, slots=True)
class _Part:
    """One file of a backup: its name there, where its bytes are, and for a document's copy its hash and title."""

    name: str
    path: Path
    sha256: str = ""
    title: str = ""


class _Gone(Exception):
    """A copy that a state of the database owns is no longer there."""


def back_up(folder: Path, target: Path, version: str) -> Manifest:
    """Write all that folder holds to target, which then is whole or as it was; others may read and write meanwhile.

    Raises LibraryMissing where there is nothing, LibraryUnusable where a database or a stored copy is damaged,
    OSError where target cannot be written.
    """
    refuse(folder)
    gone = ""
    for _ in range(TRIES):
        try:
            with _room(target) as room:
                archive = room / "archive"
                with os.fdopen(os.open(archive, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as out:
                    manifest = _archive(folder, out, room, version)
                    files.synced(out)
                archive.replace(target)
                files.settled(target.parent)
            return manifest
        except _Gone as error:
            gone = str(error)  # taken out meanwhile: then it shall not be in the backup either
    raise LibraryUnusable(folder, SPOILT.format(gone, "missing"))


def refuse(folder: Path) -> None:
    """Raise CatalogueElsewhere where a database of the folder is on a server."""
    for each in (folder, *(folder / name for name in COLLECTIONS)):
        if catalogue.address(each):
            raise CatalogueElsewhere(each)


@contextmanager
def _room(target: Path) -> Iterator[Path]:
    """A folder beside target for what is on the way, gone afterwards; those of backups that were killed go first."""
    for left in target.parent.glob(f"{MAKING}*"):
        try:
            with sole_writer(left, 0):
                shutil.rmtree(left)
        except LibraryBusy:
            continue
    room = target.with_name(f"{MAKING}{os.getpid()}")
    with sole_writer(room, 0):
        try:
            yield room
        finally:
            shutil.rmtree(room)


def _archive(folder: Path, out: IO[bytes], room: Path, version: str) -> Manifest:
    began = datetime.now(UTC).isoformat(timespec="seconds")
    parts: list[_Part] = []
    libraries = tuple(_library(folder, name, room, parts) for name in COLLECTIONS if _there(folder / name))
    handed = _service(folder, room, parts)
    if not parts:
        raise LibraryMissing(folder)
    manifest = Manifest(FORM, began, version, libraries, handed)
    sums: list[str] = []
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for part in parts:
            sums.append(f"{_put(archive, folder, part)}  {part.name}\n")
        text = json.dumps(asdict(manifest), indent=2).encode()
        sums.append(f"{_note(archive, MANIFEST, text)}  {MANIFEST}\n")
        _note(archive, SUMS, "".join(sums).encode())
    return manifest


def filled(folder: Path) -> bool:
    """Whether a folder holds anything that can be backed up. Raises CatalogueElsewhere as refuse does."""
    refuse(folder)
    return any(_there(folder / name) for name in COLLECTIONS) or _there(folder, service.DATABASE)


def _there(folder: Path, name: str = engine.DATABASE) -> bool:
    return (folder / name).is_file()


def _library(folder: Path, name: str, room: Path, parts: list[_Part]) -> Held:
    """One state of a library, of whatever form, with its copies as parts."""
    copy = room / name
    copy.mkdir()
    with explained(folder / name):
        engine.copied(folder / name, engine.DATABASE, copy / engine.DATABASE)
        with engine.reading(copy).begin() as connection:
            generation = int(rows.value(connection, "generation"))
            own = sorted(map(tuple, connection.exec_driver_sql("SELECT sha256, name FROM documents")))
    parts.append(_Part(f"{name}/{engine.DATABASE}", copy / engine.DATABASE))
    for sha256, title in own:
        parts.append(_Part(f"{name}/{files.FILES}/{sha256}", files.stored(folder / name, sha256), sha256, title))
    return Held(name, len(own), generation)


def _service(folder: Path, room: Path, parts: list[_Part]) -> int:
    """What staff handed in and left; how many uploads there are."""
    if not _there(folder, service.DATABASE):
        return 0
    with explained(folder):
        engine.copied(folder, service.DATABASE, room / service.DATABASE)
        with engine.reading(room, service.DATABASE).begin() as connection:
            own = [(each.sha256, each.name) for each in uploads.every(connection)]
    parts.append(_Part(service.DATABASE, room / service.DATABASE))
    for sha256, title in sorted(own):
        parts.append(_Part(f"{files.UPLOADS}/{sha256}", folder / files.UPLOADS / sha256, sha256, title))
    return len(own)


def _put(archive: tarfile.TarFile, folder: Path, part: _Part) -> str:
    """Add one file as it is now; the checksum of what was added.

    Raises _Gone where it is not there, LibraryUnusable where it is not what its name says.
    """
    try:
        file = part.path.open("rb")
    except FileNotFoundError as error:
        raise _Gone(part.title) from error
    with file:
        reader = _Summed(file)
        archive.addfile(_entry(part.name, os.fstat(file.fileno()).st_size), reader)
    found = reader.sum.hexdigest()
    if part.sha256 and found != part.sha256:
        raise LibraryUnusable(folder, SPOILT.format(part.title, "changed"))
    return found


def _note(archive: tarfile.TarFile, name: str, content: bytes) -> str:
    archive.addfile(_entry(name, len(content)), io.BytesIO(content))
    return hashlib.sha256(content).hexdigest()


def _entry(name: str, size: int) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = size, 0o600
    return entry


class _Summed(io.RawIOBase):
    """A file whose checksum is taken as it is read."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self.sum = file, hashlib.sha256()

    def readable(self) -> bool:
        """It is."""
        return True

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        piece = self._file.read(size)
        self.sum.update(piece)
        return piece
