"""What a power cut, a full disk or a spoilt one leaves of a library: what was said to be stored, whole, or a name."""

from __future__ import annotations

import os
import random
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from search.errors import LibraryUnusable
from search.library import Library
from search.searcher import Searcher
from tests.search.readings import bag, put
from tests.search.test_crashes import child

ROOT = Path(__file__).parents[2]
# Stores versions of a document, says which after each, and dies with its log as it is.
VERSIONS = """
import os, sys
from pathlib import Path
from search.library import Library
from tests.search.readings import put
with Library.open(Path(sys.argv[1]), write=True) as library:
    with library.change() as connection:
        connection.exec_driver_sql("PRAGMA wal_autocheckpoint = 0")
    for version in range(4):
        put(library, *(f"Version {version} part {part}" for part in range(5)))
        print(os.path.getsize(library.folder / "library.db-wal"), flush=True)
    os.kill(os.getpid(), 9)
"""
HEADER, FRAME = 32, 24 + 4096  # bytes of a log's head, and of a page in it with its own head


@pytest.fixture(scope="module")
def torn(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[int]]:
    """A library whose log was not written into its database, and how long the log was after each version."""
    folder = tmp_path_factory.mktemp("torn")
    Library.open(folder, write=True).close()
    with child(VERSIONS, str(folder)) as writer:
        out, errors = writer.communicate(timeout=60)
    assert writer.returncode == -9, errors
    return folder, [int(line) for line in out.split()]


def version(folder: Path) -> int:
    """Which version a library holds, -1 for none; it must be whole."""
    with Library.open(folder, write=False) as library:
        assert library.sound() == ""
        found = [hit.text for hit in Searcher(library, bag()).find("version part", 50)]
        assert len(found) in (0, 5)
        held = {int(text.split()[1]) for text in found}
        assert len(held) <= 1
        assert len([one for one in library.documents() if one.status == "current"]) == len(held)
    return held.pop() if held else -1


def ends(size: int) -> Iterator[int]:
    """The ends of every third frame, and places at random within frames."""
    yield from range(HEADER, size + 1, 3 * FRAME)
    draw = random.Random(6)
    yield from (draw.randrange(size) for _ in range(12))


def test_a_log_that_lost_its_end_leaves_the_last_version_that_is_whole_in_it(
    torn: tuple[Path, list[int]], tmp_path: Path
) -> None:
    folder, lengths = torn
    seen = set()
    for number, end in enumerate(sorted(set(ends(lengths[-1])) | set(lengths))):
        copy = tmp_path / str(number)
        shutil.copytree(folder, copy)
        (copy / "library.db-shm").unlink(missing_ok=True)
        os.truncate(copy / "library.db-wal", end)
        expected = max((version for version, length in enumerate(lengths) if length <= end), default=-1)
        assert version(copy) == expected, end
        seen.add(expected)
        shutil.rmtree(copy)
    assert seen == {-1, 0, 1, 2, 3}


def test_a_log_with_spoilt_pages_leaves_what_came_before_them(torn: tuple[Path, list[int]], tmp_path: Path) -> None:
    folder, lengths = torn
    draw = random.Random(7)
    for number in range(8):
        copy = tmp_path / str(number)
        shutil.copytree(folder, copy)
        (copy / "library.db-shm").unlink(missing_ok=True)
        at = draw.randrange(HEADER, lengths[-1])
        with (copy / "library.db-wal").open("r+b") as log:  # a page that never reached the disk
            log.seek(at)
            log.write(struct.pack("<Q", draw.getrandbits(64)))
        assert version(copy) == max((version for version, length in enumerate(lengths) if length <= at), default=-1)


def test_stored_copies_that_a_disk_lost_are_put_back_by_ingesting_again(tmp_path: Path) -> None:
    with Library.open(tmp_path, write=True) as library:
        stored = put(library, "The lease was extended")
        copy = library.file(stored.id)
        content = copy.read_bytes()
        for damage in (b"", content[:-3], bytes(len(content))):
            copy.write_bytes(damage)
            put(library, "The lease was extended")
            assert copy.read_bytes() == content
        copy.unlink()
        put(library, "The lease was extended")
        assert copy.read_bytes() == content
        assert Searcher(library, bag()).find("lease")


FULL = """
import resource, signal, sys
from pathlib import Path
from search.errors import LibraryUnusable
from search.library import Library
from search.searcher import Searcher
from tests.search.readings import bag, put
import faiss, alembic.command, alembic.config
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
limit = int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    with Library.open(Path(sys.argv[1]), write=True) as library:
        for version in range(1, 9):
            put(library, *(f"Version {version} part {part}" for part in range(5)))
            print(version, flush=True)
            Searcher(library, bag())
except (LibraryUnusable, OSError) as error:
    print(error, file=sys.stderr)
    sys.exit(7)
"""


@pytest.mark.parametrize("room", [40_000, 700_000])
def test_a_disk_without_room_is_named_and_loses_nothing(tmp_path: Path, room: int) -> None:
    folder = tmp_path / "library"
    with Library.open(folder, write=True) as library:
        put(library, *(f"Version 0 part {part}" for part in range(5)))
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(folder), str(room)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 7, (done.returncode, done.stderr)
    assert "disk" in done.stderr or "File too large" in done.stderr
    told = [int(line) for line in done.stdout.split()]
    assert version(folder) == (told[-1] if told else 0)
    with Library.open(folder, write=True) as library:
        put(library, *(f"Version 9 part {part}" for part in range(5)))
    assert version(folder) == 9
    assert not list(folder.rglob("*.part"))


TMPFS = """
set -e
mount -t tmpfs -o size=1m none "$1"
shift
exec "$@"
"""
FILL = """
import sys
from pathlib import Path
from search.errors import LibraryUnusable
from search.library import Library
from tests.search.readings import put
from tests.search.test_lost_writes import version
folder = Path(sys.argv[1], "library")
told = -1
try:
    with Library.open(folder, write=True) as library:
        for number in range(200):
            put(library, *(f"Version {number} part {part}" for part in range(5)))
            told = number
except (LibraryUnusable, OSError) as error:
    print(error)
assert 0 <= told < 199, told
Path(sys.argv[1], "library", "vectors.faiss").unlink(missing_ok=True)
assert version(folder) == told
assert not list(folder.rglob("*.part"))
print("whole")
"""


def test_a_disk_that_is_full_is_named_and_loses_nothing(tmp_path: Path) -> None:
    command = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", TMPFS, "sh", str(tmp_path)]
    if subprocess.run([*command, "true"], capture_output=True, check=False).returncode:
        pytest.skip("a small disk cannot be mounted here")
    done = subprocess.run(
        [*command, sys.executable, "-c", FILL, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout.endswith("whole\n"), (done.stdout, done.stderr)
    assert "disk is full" in done.stdout or "No space left" in done.stdout


def test_a_damaged_database_is_named_with_what_to_do(tmp_path: Path) -> None:
    with Library.open(tmp_path, write=True) as library:
        put(library, *(f"Version 0 part {part}" for part in range(40)))
        Searcher(library, bag())
    base = tmp_path / "library.db"
    whole = base.read_bytes()
    named = 0
    draw = random.Random(8)
    for page in draw.sample(range(len(whole) // 4096), 20):
        spoilt = bytearray(whole)
        spoilt[page * 4096 : page * 4096 + 512] = draw.randbytes(512)
        base.write_bytes(spoilt)
        try:
            with Library.open(tmp_path, write=False) as library:
                fault = library.sound()
        except LibraryUnusable as error:
            fault = error.reason
            assert "minutebook restore" in fault or "form" in fault
        named += fault != ""
    assert named >= 10  # the others hold the middle of a long value alone, which no check of a database's form tells
    base.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(LibraryUnusable, match="minutebook restore"), Library.open(tmp_path, write=True) as library:
        put(library, "Words")
