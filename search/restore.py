"""A backup put back: checked whole before anything is touched, then moved into place."""

from __future__ import annotations

import hashlib
import re
import shutil
import tarfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import delete

from search import engine, files
from search.backup import CHUNK, COLLECTIONS, FORM, MANIFEST, SUMS, Manifest, refuse
from search.errors import BackupUnusable, LibraryThere, LibraryUnusable
from search.library import Library
from search.lock import sole_writer
from search.milvus import entry
from search.service import audit, service, uploads
from search.service.access_tables import sessions
from search.service.carried import Carried, carry
from search.service.service import Service

ROOM = ".restoring"
ASIDE = "replaced-"  # and when
OURS = (*COLLECTIONS, service.DATABASE, f"{service.DATABASE}-wal", f"{service.DATABASE}-shm", files.UPLOADS)
NAME = re.compile(
    rf"(?:(?:{'|'.join(COLLECTIONS)})/(?:{re.escape(engine.DATABASE)}|{files.FILES}/[0-9a-f]{{64}})"
    rf"|{re.escape(service.DATABASE)}|{files.UPLOADS}/[0-9a-f]{{64}}|{re.escape(MANIFEST)}|{SUMS})"
)
_MANIFEST = TypeAdapter(Manifest)


@dataclass(frozen=True, slots=True)
class Restored:
    """What a backup held, where what stood there before was set aside (None where nothing did), what was taken over."""

    manifest: Manifest
    aside: Path | None
    carried: Carried


def restore(archive: Path, folder: Path, replace: bool = False, who: str = "") -> Restored:
    """Put a backup into folder; who is the name of whoever does so, for the audit log.

    Every checksum is compared and every database opened, and brought to the present form, before anything in folder
    changes. Who is shut out of a document there stays so, and a key that is revoked there stays revoked. Raises
    BackupUnusable, LibraryThere without replace, CatalogueElsewhere, LibraryBusy where something writes there.
    """
    refuse(folder)
    there = [name for name in OURS if (folder / name).exists()]
    if there and not replace:
        raise LibraryThere(folder, there)
    with _room(folder) as room:
        manifest = _unpacked(archive, room)
        _opened(archive, room, manifest)
        with ExitStack() as held:
            for name in (*COLLECTIONS, files.UPLOADS):
                if (folder / name).is_dir():
                    held.enter_context(sole_writer(folder / name, 1.0))
            carried = _carried(archive, folder, room, manifest, who)
            aside = _aside(folder, there) if there else None
            for name in OURS:
                if (room / name).exists():
                    (room / name).rename(folder / name)
            files.settled(folder)
    return Restored(manifest, aside, carried)


def _carried(archive: Path, folder: Path, room: Path, manifest: Manifest, who: str) -> Carried:
    """Take over into room what must not be undone, and write into the log there that it goes on from here."""
    with Service.open(room) as opened, opened.change() as connection:
        carried = carry(folder, connection)
        audit.record(connection, who, "", "restore", archive.name, f"as of {manifest.made}, {carried.log}")
    return carried


@contextmanager
def _room(folder: Path) -> Iterator[Path]:
    """A folder inside folder for what is on the way; what a restore that was killed left there goes first."""
    room = folder / ROOM
    with sole_writer(room, 0):
        for path in room.iterdir():
            if path.is_dir():
                shutil.rmtree(path)
            elif path.name != ".lock":
                path.unlink()
        try:
            yield room
        finally:
            shutil.rmtree(room)


def _unpacked(archive: Path, room: Path) -> Manifest:
    """Every file of the archive in room, where all are as their checksums say. Raises BackupUnusable."""
    found: dict[str, str] = {}
    try:
        with tarfile.open(archive, "r:") as packed:
            for entry in packed:
                if not NAME.fullmatch(entry.name) or entry.type != tarfile.REGTYPE or entry.name in found:
                    raise BackupUnusable(archive, [f"{entry.name[:100]!r} is nothing that a backup holds"])
                found[entry.name] = _taken(packed, entry, room / entry.name)
    except (tarfile.TarError, EOFError) as error:
        after = f"after {list(found)[-1]}" if found else "at its beginning"
        raise BackupUnusable(archive, [f"is damaged or ends too early, {after} ({error})"]) from error
    except OSError as error:
        raise BackupUnusable(archive, [f"cannot be read ({error.strerror or error})"]) from error
    wanted = _sums(archive, room / SUMS) if SUMS in found else {}
    if not wanted:
        raise BackupUnusable(archive, [f"is not whole: it has no {SUMS}, which is written last"])
    wrong = [
        f"{name} is {'missing' if name not in found else 'damaged'}" for name in wanted if _bad(found, wanted, name)
    ]
    wrong += [f"{name} is not in {SUMS}" for name in found if name not in wanted and name != SUMS]
    if wrong:
        raise BackupUnusable(archive, wrong)
    try:
        manifest = _MANIFEST.validate_json((room / MANIFEST).read_bytes())
    except (OSError, ValidationError) as error:
        raise BackupUnusable(archive, [f"{MANIFEST} cannot be used"]) from error
    if manifest.form > FORM:
        raise BackupUnusable(archive, [f"was made by a later version, {manifest.version}"])
    return manifest


def _bad(found: dict[str, str], wanted: dict[str, str], name: str) -> bool:
    """Whether a file is not as SHA256SUMS says; a copy's own name says it too."""
    last = name.rsplit("/", 1)[-1]
    named = last if re.fullmatch("[0-9a-f]{64}", last) else wanted[name]
    return found.get(name) != wanted[name] or named != wanted[name]


def _taken(packed: tarfile.TarFile, entry: tarfile.TarInfo, target: Path) -> str:
    """Write one file of the archive to disk; its checksum."""
    target.parent.mkdir(parents=True, exist_ok=True)
    source, checksum = packed.extractfile(entry), hashlib.sha256()
    assert source is not None  # a regular file has content
    with source, target.open("xb") as out:
        while piece := source.read(CHUNK):
            checksum.update(piece)
            out.write(piece)
        files.synced(out)
    return checksum.hexdigest()


def _sums(archive: Path, path: Path) -> dict[str, str]:
    lines = path.read_text(encoding="ascii", errors="replace").splitlines()
    if not all(re.fullmatch(r"[0-9a-f]{64}  \S+", line) for line in lines):
        raise BackupUnusable(archive, [f"{SUMS} is damaged"])
    return {line[66:]: line[:64] for line in lines}


def _opened(archive: Path, room: Path, manifest: Manifest) -> None:
    """Bring every database to the present form; each must be sound and have its files. Raises BackupUnusable."""
    wrong = []
    try:
        for held in manifest.libraries:
            with Library.open(room / held.collection, write=True) as library:
                fault, own = library.sound(), library.documents()
                if not fault:
                    with library.change() as connection:
                        entry.forget(connection)  # its collection went on without it
                wrong += [f"{held.collection}/{engine.DATABASE}: {fault}"] if fault else []
                copies = {each.name: files.stored(library.folder, each.sha256) for each in own}
                wrong += [f"the copy of {name} is missing" for name, path in copies.items() if not path.is_file()]
                if len(own) != held.documents:
                    wrong.append(f"{held.collection} holds {len(own)} documents, not {held.documents}")
        if (room / service.DATABASE).exists():
            with Service.open(room) as opened, opened.change() as connection:
                connection.execute(delete(sessions))  # one that was signed out since must not come back
                handed = {each.name: room / files.UPLOADS / each.sha256 for each in uploads.every(connection)}
            wrong += [f"the upload {name} is missing" for name, path in handed.items() if not path.is_file()]
    except LibraryUnusable as error:
        wrong.append(f"{error.folder.name}: {error.reason}")
    if wrong:
        raise BackupUnusable(archive, wrong)


def set_aside(folder: Path) -> list[Path]:
    """What restores with replace have set aside in folder and nobody has deleted, oldest first."""
    return sorted(path for path in folder.glob(f"{ASIDE}*") if path.is_dir())


def _aside(folder: Path, names: list[str]) -> Path:
    """Move what stands in folder into a folder of its own there."""
    aside = folder / f"{ASIDE}{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}"
    aside.mkdir()
    for name in names:
        if (folder / name).exists():
            (folder / name).rename(aside / name)
    files.settled(folder)
    return aside
