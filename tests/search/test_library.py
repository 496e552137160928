from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from search import schema
from search.errors import LibraryMissing, LibraryUnusable, UnknownDocument
from search.library import Library
from search.migrate import MIGRATIONS
from search.searcher import Searcher
from tests.search.readings import bag, put

FAILING = '''"""A step that fails half way."""
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.execute("CREATE TABLE half (done INTEGER)")
    op.execute("INSERT INTO half VALUES (1)")
    op.execute("DROP TABLE meetings")
    raise RuntimeError("out of luck")
'''


def tables(library: Library) -> set[str]:
    with library.read() as connection:
        return {row[0] for row in connection.exec_driver_sql("SELECT name FROM sqlite_master")}


def test_a_folder_without_a_library_is_named_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(LibraryMissing, match="minutebook ingest"):
        Library.open(tmp_path / "none", write=False)
    assert not (tmp_path / "none").exists()


def test_a_file_that_is_no_database_is_unusable(tmp_path: Path) -> None:
    (tmp_path / "library.db").write_bytes(b"something else entirely, and long enough to be looked at" * 100)
    for write in (False, True):
        with pytest.raises(LibraryUnusable, match="cannot be read"):
            Library.open(tmp_path, write=write)


def test_an_empty_database_is_of_another_form(tmp_path: Path) -> None:
    (tmp_path / "library.db").touch()
    with pytest.raises(LibraryUnusable, match="form none"):
        Library.open(tmp_path, write=False)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LibraryUnusable, match="cannot be written"):
        Library.open(tmp_path / "file" / "library", write=True)


def test_the_migrations_make_the_tables_of_the_schema(tmp_path: Path) -> None:
    with Library.open(tmp_path, write=True) as library, library.read() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "include_name": lambda name, kind, _: not (kind == "table" and name.startswith(("words", "vocabulary")))
            },
        )
        assert compare_metadata(context, schema.metadata) == []


@pytest.mark.parametrize("there", [True, False])
def test_a_failed_migration_rolls_back_whole(tmp_path: Path, there: bool) -> None:
    steps, folder = tmp_path / "steps", tmp_path / "library"
    shutil.copytree(MIGRATIONS, steps)
    (steps / "versions" / "0005_failing.py").write_text(FAILING)
    if there:
        with Library.open(folder, write=True) as library:
            put(library, "Kept words")
            before = tables(library)
    with pytest.raises(RuntimeError, match="out of luck"):
        Library.open(folder, write=True, migrations=steps)
    if there:
        with Library.open(folder, write=False) as library:
            assert tables(library) == before
            assert len(library.meetings()) == 1
    else:
        with pytest.raises(LibraryUnusable, match="form none"):
            Library.open(folder, write=False)
    with Library.open(folder, write=True) as library:
        put(library, "Later words")


def test_a_library_opened_for_reading_cannot_be_changed(tmp_path: Path) -> None:
    Library.open(tmp_path, write=True).close()
    with Library.open(tmp_path, write=False) as library, pytest.raises(LibraryUnusable, match="opened for reading"):
        put(library, "Words")


def test_a_document_that_is_not_there_has_no_file_and_no_page(tmp_path: Path) -> None:
    with Library.open(tmp_path, write=True) as library:
        assert library.page("../../etc/passwd", 1) is None
        assert library.passage("nothing") is None
        with pytest.raises(UnknownDocument):
            library.file("../../etc/passwd")


READ_ONLY = """
import os, sys
from pathlib import Path
from search.library import Library
from search.searcher import Searcher
from tests.search.readings import bag
import faiss, numpy.random
from search.understand.english import english
english("word")
if os.geteuid() == 0:
    os.setuid(65534)  # root may write anywhere
try:
    Path(sys.argv[1], "x").touch()
except PermissionError:
    with Library.open(Path(sys.argv[1]), write=False) as library:
        print(Searcher(library, bag()).find("lease")[0].text)
"""


def test_a_library_in_a_folder_that_may_not_be_written_is_searched(tmp_path: Path) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as outer:
        folder = Path(outer) / "library"
        with Library.open(folder, write=True) as library:
            put(library, "The lease was extended")
        (folder / "vectors.faiss").unlink(missing_ok=True)
        Path(outer).chmod(0o755)
        folder.chmod(0o555)
        run = subprocess.run(
            [sys.executable, "-c", READ_ONLY, str(folder)],
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        )
        folder.chmod(0o755)
    assert run.stdout.strip() == "The lease was extended", run.stderr


def test_the_vector_file_is_made_again_when_missing_damaged_or_foreign(tmp_path: Path) -> None:
    cache = tmp_path / "vectors.faiss"
    with Library.open(tmp_path, write=True) as library:
        put(library, "The lease was extended")

        def first() -> str:
            return Searcher(library, bag()).find("lease")[0].text

        assert first()
        whole = cache.read_bytes()
        for damage in (b"", b"\n", whole[:-1], whole[:40], whole[:-8] + b"\0" * 8, b"{}\n", b"[]\n", b"\xff" * 9000):
            cache.write_bytes(damage)
            assert first() == "The lease was extended"
            assert cache.read_bytes() == whole
        put(library, "Beds were counted")
        cache_of_before = cache.read_bytes()
        assert first() == "Beds were counted"
        assert cache.read_bytes() != cache_of_before
        cache.unlink()
        cache.mkdir()  # cannot be written: the index stays in memory
        assert first() == "Beds were counted"
    assert not list(tmp_path.glob("*.part"))
