"""A worker killed anywhere leaves the libraries whole, and the next takes its job up, three times at most."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from search.library import Library
from search.model import Declined
from search.service import jobs
from tests.staff import PRESENTER, office

# Works on one job in a process that ends at the given call of a function, as if it were killed there.
CHILD = """
import os, sys
from pathlib import Path
from tests.staff import office

path, module, name, at = sys.argv[1:]
count = 0

def tracing(frame, event, _):
    global count
    code = frame.f_code
    if event == "call" and code.co_name == name and code.co_filename.endswith(module):
        count += 1
        if count == int(at):
            os.kill(os.getpid(), 9)

with office(Path(path)) as made:
    sys.setprofile(tracing)
    made.work()
"""
PLACES = [
    ("api/intake.py", "_store", 1),  # read, and nothing of it stored
    ("search/store_facts.py", "save_facts", 1),  # in the middle of its transaction
    ("search/files.py", "replace", 1),  # at the end of it
    ("api/staff/worker.py", "settle", 1),  # stored, and the job not ended
    ("search/service/jobs.py", "end", 1),
]


def killed(library: Path, module: str, name: str, at: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(library), module, name, str(at)], capture_output=True, check=False
    )
    assert done.returncode == -9, done.stderr.decode()


@pytest.mark.parametrize(("module", "name", "at"), PLACES)
def test_a_job_in_hand_is_taken_up_again(tmp_path: Path, module: str, name: str, at: int) -> None:
    with office(tmp_path) as made:
        upload = made.take()
        made.work()
        made.desk.publish(upload.id, "public", "")
    killed(tmp_path, module, name, at)
    with office(tmp_path) as made:
        job = made.desk.upload(upload.id).upload.job
        assert job
        assert (job.state, job.attempts) == ("waiting", 1)
        made.work()
        found = made.desk.upload(upload.id).upload
        assert (found.state, found.collection, found.job, found.reason) == ("published", "public", None, "")
        assert [one.name for one in made.held()] == ["2025-01-board.md"]
        with Library.open(made.settings.folder("public"), write=True) as library:
            assert library.sound() == ""
        assert not list(tmp_path.rglob("*.part"))


def test_a_job_that_ends_its_worker_three_times_fails_by_name(tmp_path: Path) -> None:
    with office(tmp_path) as made:
        upload = made.take()
        for _ in range(jobs.ATTEMPTS):
            with made.service.change() as connection:
                assert jobs.claim(connection)
            made.worker.recover()
        found = made.desk.upload(upload.id).upload
        assert (found.state, found.job) == ("failed", None)
        assert "3 times" in found.reason
        assert not made.worker.step()


def test_a_correction_made_while_its_document_is_published_is_not_lost(tmp_path: Path) -> None:
    with office(tmp_path) as made:
        upload = made.published()
        made.desk.correct(upload.id, PRESENTER)
        with made.service.change() as connection:
            reading = jobs.claim(connection)
        assert reading
        (kept,) = made.desk.upload(upload.id).corrections
        made.desk.undo(upload.id, kept.id, "")
        with pytest.raises(Declined, match="published"):
            made.desk.delete(upload.id, "")
        made.worker.recover()
        made.work()
        assert made.presenters() == {'["Second Person"]'}


def test_a_file_that_no_upload_owns_is_removed(tmp_path: Path) -> None:
    with office(tmp_path) as made:
        upload = made.take()
        (tmp_path / "uploads" / ("0" * 64)).write_bytes(b"left")
        (tmp_path / "uploads" / "left.part").write_bytes(b"left")
        made.worker.recover()
        assert [path.name for path in (tmp_path / "uploads").iterdir()] == [upload.sha256]
