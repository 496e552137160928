"""Processes that are started before there is a document for them."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from ingest.errors import DamagedDocument
from ingest.isolate import isolated
from ingest.standby import Reader, Standby
from tests.ingest import isolated_readers as readers

PROCESS = Reader.of(readers.process)


def test_a_document_is_read_by_a_process_that_stood_by_and_the_next_by_a_new_one() -> None:
    with Standby(PROCESS, 1) as standby:
        (waiting,) = standby._waiting
        assert isolated(readers.process, "a.txt", b"", standby=standby) == waiting.child.pid
        assert isolated(readers.process, "b.txt", b"", standby=standby) != waiting.child.pid


def test_another_reader_leaves_it_standing() -> None:
    with Standby(PROCESS, 1) as standby:
        assert isolated(readers.chatter, "a.txt", b"", standby=standby) == "heard"
        (waiting,) = standby._waiting
        assert waiting.child.poll() is None


def test_one_that_has_ended_meanwhile_is_passed_over() -> None:
    with Standby(PROCESS, 2) as standby:
        first, last = standby._waiting
        os.kill(last.child.pid, signal.SIGKILL)
        last.child.wait()
        assert isolated(readers.process, "a.txt", b"", standby=standby) == first.child.pid


def test_it_has_loaded_what_its_document_needs_before_there_is_one() -> None:
    with Standby(Reader.of(readers.modules), 1, ("ingest.read.pdf",)) as standby:
        assert "pypdfium2" in isolated(readers.modules, "a.pdf", b"", standby=standby)
    assert "pypdfium2" not in isolated(readers.modules, "a.pdf", b"")


def test_what_nobody_took_is_gone_at_the_end() -> None:
    with Standby(PROCESS, 2) as standby:
        left = [waiting.child for waiting in standby._waiting]
    assert [child.poll() for child in left] == [-signal.SIGKILL, -signal.SIGKILL]


def test_the_limits_are_those_of_the_document() -> None:
    with Standby(Reader.of(readers.memory_limit), 1) as standby:
        bound = isolated(readers.memory_limit, "a.pdf", b"", megabytes=300, standby=standby)
    assert bound == 300 * 1024 * 1024


def test_it_writes_no_file_unless_it_may(tmp_path: Path) -> None:
    target = tmp_path / "written"
    with (
        Standby(Reader.of(readers.write_a_file), 1) as standby,
        pytest.raises(DamagedDocument, match="File too large"),
    ):
        isolated(readers.write_a_file, "a.pdf", str(target).encode(), standby=standby)
    assert not target.exists() or target.stat().st_size == 0
