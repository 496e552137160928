"""A backup is whole or is refused; what it is put in place of is not lost."""

from __future__ import annotations

import hashlib
import io
import shutil
import stat
import subprocess
import sys
import tarfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from search.add import remove
from search.backup import MAKING, back_up
from search.errors import BackupUnusable, LibraryBusy, LibraryMissing, LibraryThere, LibraryUnusable
from search.files import UPLOADS
from search.library import Library
from search.lock import sole_writer
from search.restore import restore
from search.searcher import Searcher
from search.service import uploads
from search.service.service import Service
from tests.search.readings import bag, put

HANDED = b"Words that were handed in"
SHA256 = hashlib.sha256(HANDED).hexdigest()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two libraries of two documents, and service data with one upload."""
    whole = tmp_path_factory.mktemp("made") / "whole"
    for collection in ("public", "restricted"):
        with Library.open(whole / collection, write=True) as library:
            put(library, f"The {collection} lease was extended", path="/papers/a.pdf")
            put(library, f"The {collection} beds were counted", path="/papers/b.pdf")
    with Service.open(whole) as service, service.change() as connection:
        uploads.add(connection, "c.pdf", SHA256, "pdf", len(HANDED), "")
    (whole / UPLOADS).mkdir()
    (whole / UPLOADS / SHA256).write_bytes(HANDED)
    return whole


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """A copy of them."""
    shutil.copytree(made, tmp_path / "whole")
    return tmp_path / "whole"


@pytest.fixture
def backup(folder: Path, tmp_path: Path) -> Path:
    back_up(folder, tmp_path / "backup.tar", "1")
    return tmp_path / "backup.tar"


def texts(folder: Path) -> set[str]:
    with Library.open(folder, write=False) as library:
        return {hit.text for hit in Searcher(library, bag()).find("the lease beds version part", 50)}


def test_what_is_put_back_is_what_there_was(folder: Path, backup: Path, tmp_path: Path) -> None:
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    done = restore(backup, tmp_path / "new")
    made, aside = done.manifest, done.aside
    assert aside is None
    assert [(one.collection, one.documents, one.generation) for one in made.libraries] == [
        ("public", 2, 2),
        ("restricted", 2, 2),
    ]
    for collection in ("public", "restricted"):
        assert texts(tmp_path / "new" / collection) == texts(folder / collection) != set()
        with Library.open(tmp_path / "new" / collection, write=True) as library:
            assert all(library.file(one.id).is_file() for one in library.documents())
            put(library, "Later words")
    with Service.open(tmp_path / "new") as service, service.read() as connection:
        assert [one.name for one in uploads.every(connection)] == ["c.pdf"]
    assert (tmp_path / "new" / UPLOADS / SHA256).read_bytes() == HANDED
    assert {path.name for path in (tmp_path / "new").iterdir()} <= {
        *("public", "restricted", "uploads", "service.db", "service.db-wal", "service.db-shm")
    }
    assert sorted(path.name for path in tmp_path.iterdir()) == ["backup.tar", "new", "whole"]


def test_a_library_that_is_there_is_refused_or_set_aside(folder: Path, backup: Path) -> None:
    with Library.open(folder / "public", write=True) as library:
        put(library, "Words since then")
    with pytest.raises(LibraryThere, match=r"public, restricted, service\.db"):
        restore(backup, folder)
    assert "Words since then" in texts(folder / "public")
    aside = restore(backup, folder, replace=True).aside
    assert "Words since then" not in texts(folder / "public")
    assert aside
    assert "Words since then" in texts(aside / "public")
    assert (aside / UPLOADS / SHA256).is_file()


def test_nothing_is_put_back_while_somebody_writes_there(folder: Path, backup: Path) -> None:
    with sole_writer(folder / "public"), ThreadPoolExecutor(1) as pool:
        task = pool.submit(restore, backup, folder, replace=True)
        with pytest.raises(LibraryBusy):
            task.result()
    assert texts(folder / "public") == texts(folder / "public")
    assert not list(folder.glob("replaced-*"))


def members(backup: Path) -> list[tarfile.TarInfo]:
    with tarfile.open(backup) as packed:
        return packed.getmembers()


def test_every_damaged_file_is_named_and_nothing_is_touched(folder: Path, backup: Path) -> None:
    whole = backup.read_bytes()
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
    for entry in members(backup):
        at = entry.offset_data + entry.size // 2
        backup.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        with pytest.raises(BackupUnusable) as refused:
            restore(backup, folder, replace=True)
        assert any(entry.name in fault for fault in refused.value.faults) or entry.name == "SHA256SUMS"
    assert before == {path: path.stat().st_mtime_ns for path in before}
    assert not (folder / ".restoring").exists()


def test_a_backup_that_was_cut_short_is_refused_wherever_it_ends(backup: Path, tmp_path: Path) -> None:
    whole = backup.read_bytes()
    last = members(backup)[-1]
    ends = {0, 1, 511, 512, last.offset, last.offset_data, last.offset_data + 10}
    ends |= {entry.offset for entry in members(backup)} | {
        entry.offset_data + entry.size // 2 for entry in members(backup)
    }
    for end in ends:
        backup.write_bytes(whole[:end])
        with pytest.raises(BackupUnusable):
            restore(backup, tmp_path / "new")
    assert not (tmp_path / "new" / "public").exists()


def _link(entry: tarfile.TarInfo) -> None:
    entry.type, entry.linkname = tarfile.SYMTYPE, "/etc/passwd"


def _outside(entry: tarfile.TarInfo) -> None:
    entry.name = "public/files/../../../../outside"


def _folder(entry: tarfile.TarInfo) -> None:
    entry.type = tarfile.DIRTYPE


def _foreign(entry: tarfile.TarInfo) -> None:
    entry.name = "public/vectors.faiss"


@pytest.mark.parametrize("change", [_link, _outside, _folder, _foreign])
def test_an_archive_that_holds_anything_else_is_refused(
    backup: Path, tmp_path: Path, change: Callable[[tarfile.TarInfo], None]
) -> None:
    with tarfile.open(backup, "a") as packed:
        entry = tarfile.TarInfo(f"public/files/{'0' * 64}")
        entry.size = 0
        change(entry)
        packed.addfile(entry, io.BytesIO())
    with pytest.raises(BackupUnusable, match="nothing that a backup holds"):
        restore(backup, tmp_path / "new")
    assert not (tmp_path / "outside").exists()


def test_a_copy_that_is_not_listed_or_not_there_is_named(folder: Path, tmp_path: Path) -> None:
    copy = next((folder / "public" / "files").iterdir())
    content = copy.read_bytes()
    copy.write_bytes(content + b"!")
    with pytest.raises(LibraryUnusable, match=r"[ab]\.pdf is changed"):
        back_up(folder, tmp_path / "backup.tar", "1")
    copy.unlink()
    with pytest.raises(LibraryUnusable, match=r"[ab]\.pdf is missing"):
        back_up(folder, tmp_path / "backup.tar", "1")
    assert [path.name for path in tmp_path.iterdir()] == ["whole"]


def test_there_must_be_something_to_keep(tmp_path: Path) -> None:
    with pytest.raises(LibraryMissing):
        back_up(tmp_path / "none", tmp_path / "backup.tar", "1")
    assert not list(tmp_path.iterdir())


def test_a_backup_made_while_documents_come_and_go_is_of_one_state(tmp_path: Path) -> None:
    done = Event()
    with Library.open(tmp_path / "live" / "public", write=True) as library, ThreadPoolExecutor(1) as pool:
        put(library, *(f"Version 0 part {part}" for part in range(6)))

        def change() -> None:
            version = 0
            while not done.is_set():
                version += 1
                old = next(one.id for one in library.documents() if one.status == "current")
                put(library, *(f"Version {version} part {part}" for part in range(6)))
                remove(library, old)

        task = pool.submit(change)
        seen = set()
        for number in range(5):
            try:
                back_up(tmp_path / "live", tmp_path / f"{number}.tar", "1")
            except LibraryUnusable:
                continue  # documents went faster than they could be copied, five times
            restore(tmp_path / f"{number}.tar", tmp_path / f"{number}")
            found = texts(tmp_path / f"{number}" / "public")
            assert len(found) == 6
            assert len({text.split(" part")[0] for text in found}) == 1
            seen |= found
        done.set()
        task.result()
    assert seen


KILLED = """
import os, sys, tarfile
from pathlib import Path
from search.backup import back_up

count = 0
def killing(event, given):
    global count
    if event in ("open", "os.rename", "os.mkdir"):
        count += 1
        if count == int(sys.argv[3]):
            os.kill(os.getpid(), 9)

sys.addaudithook(killing)
back_up(Path(sys.argv[1]), Path(sys.argv[2]), "2")
"""


def test_a_backup_that_is_killed_leaves_the_older_one_and_the_next_tidies_up(
    folder: Path, backup: Path, tmp_path: Path
) -> None:
    root = Path(__file__).parents[2]
    for number, at in enumerate((8, 24)):
        done = subprocess.run([sys.executable, "-c", KILLED, folder, backup, str(at)], cwd=root, check=False)
        assert done.returncode == -9
        restore(backup, tmp_path / str(number))
        assert len(texts(tmp_path / str(number) / "public")) == 2
    assert list(tmp_path.glob(f"{MAKING}*"))
    back_up(folder, backup, "3")
    assert not list(tmp_path.glob(f"{MAKING}*"))
