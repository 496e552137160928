from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from search.library import Library
from search.searcher import Searcher
from tests.search.readings import bag, put, words

# A writer that adds a second version of a document and is killed at one point on its way.
WRITER = """
import os, signal, sys
from pathlib import Path
from search import files, store, vectors
from search.library import Library
from tests.search.readings import put

def killed_at(module, name, after):
    whole = getattr(module, name)
    def then_die(*given):
        if after:
            whole(*given)
        os.kill(os.getpid(), signal.SIGKILL)
    setattr(module, name, then_die)

folder, point = Path(sys.argv[1]), sys.argv[2]
with Library.open(folder, write=True) as library:
    match point:
        case "before the rows":
            killed_at(store, "save_document", False)
        case "between the rows":
            killed_at(store, "save_passages", True)
        case "before the file":
            killed_at(files, "keep", False)
        case "within the file":
            killed_at(os, "fsync", False)
        case "before the commit":
            killed_at(files, "keep", True)
        case "after the commit":
            pass
    put(library, "New words", "More new words")
    os.kill(os.getpid(), signal.SIGKILL)
"""
POINTS = [
    "before the rows",
    "between the rows",
    "before the file",
    "within the file",
    "before the commit",
    "after the commit",
]


def child(code: str, *arguments: str) -> subprocess.Popen[str]:
    place = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        env=place,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.PIPE,
    )


@pytest.mark.parametrize("point", POINTS)
def test_a_writer_killed_at_any_point_leaves_the_document_whole_or_absent(tmp_path: Path, point: str) -> None:
    with Library.open(tmp_path, write=True) as library:
        old = put(library, "Old words")
        Searcher(library, bag())
    with child(WRITER, str(tmp_path), point) as writer:
        errors = writer.communicate(timeout=30)[1]
    assert writer.returncode == -signal.SIGKILL, errors
    with Library.open(tmp_path, write=False) as library:
        found = sorted(hit.text for hit in Searcher(library, bag()).find("words"))
        assert found == (["More new words", "New words"] if point == "after the commit" else ["Old words"])
    with Library.open(tmp_path, write=True) as library:
        new = put(library, "New words", "More new words")
        assert {path.name for path in (tmp_path / "files").iterdir()} == {old.sha256, new.sha256}
        assert sorted(hit.text for hit in Searcher(library, bag()).find("words")) == ["More new words", "New words"]
        assert len(words(new, library)) == 2
        with library.change() as connection:
            connection.exec_driver_sql("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")
    assert not list(tmp_path.rglob("*.part"))
