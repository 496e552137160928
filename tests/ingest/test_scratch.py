from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.scratch import PREFIX, scratch, sweep

KILLED = """
import os
from ingest.scratch import scratch
with scratch() as folder:
    (folder / "page.png").write_bytes(b"x")
    print(folder, flush=True)
    input()
    os.kill(os.getpid(), 9)
"""


@pytest.fixture
def temporary(tmp_path: Path) -> Iterator[Path]:
    """A folder for temporary files of its own."""
    before = tempfile.tempdir
    tempfile.tempdir = str(tmp_path)
    yield tmp_path
    tempfile.tempdir = before


def test_a_folder_goes_when_it_is_done_with(temporary: Path) -> None:
    with scratch() as folder:
        (folder / "page.png").touch()
        assert folder.parent == temporary
    assert list(temporary.iterdir()) == []


def test_what_a_killed_process_left_goes_and_what_is_used_stays(temporary: Path) -> None:
    root = Path(__file__).parents[2]
    given = {**os.environ, "TMPDIR": str(temporary)}
    (temporary / f"{PREFIX}link").symlink_to(root)
    with subprocess.Popen(
        [sys.executable, "-c", KILLED], env=given, cwd=root, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        left = Path(process.stdout.readline().strip())
        sweep(0)
        assert (left / "page.png").exists()  # its process lives
        process.communicate("\n")
    sweep()
    assert left.exists()  # too young: it may not be locked yet
    sweep(0)
    assert not left.exists()
    assert (root / "ingest").is_dir()
