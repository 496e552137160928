from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from ingest.errors import DamagedDocument, EncryptedDocument, TookTooLong, TooLarge
from ingest.isolate import isolated
from ingest.parcel import UnexpectedParcel, pack, unpack
from tests.board import heed_interrupts
from tests.ingest import isolated_readers as readers


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_document_comes_back_whole_from_another_process() -> None:
    assert isolated(readers.document, "a.txt", b"Words") == readers.document("a.txt", b"Words")
    assert isolated(readers.process, "a.txt", b"") != os.getpid()


@pytest.mark.parametrize("name", ["-rf", "a\nb.pdf", "naïve – café.pdf", "", "x" * 5000, "'\"$(`"])
def test_any_name_goes_through(name: str) -> None:
    assert isolated(readers.document, name, b"Words").source.name == name


def test_an_error_of_ours_comes_through_as_itself() -> None:
    with pytest.raises(EncryptedDocument) as refused:
        isolated(readers.refuse, "a.pdf", b"")
    assert (refused.value.name, refused.value.page) == ("a.pdf", 3)


def test_a_foreign_error_names_the_document_in_one_line() -> None:
    with pytest.raises(
        DamagedDocument, match=r"^a\.pdf: the reader stopped on it \(RuntimeError: an error of two lines\)"
    ):
        isolated(readers.fail, "a.pdf", b"")


@pytest.mark.parametrize("read", [readers.sleep, readers.spin])
def test_a_reader_that_does_not_end_is_stopped(read: Callable[[str, bytes], Any]) -> None:
    start = time.perf_counter()
    with pytest.raises(TookTooLong, match=r"a\.pdf: reading was stopped after 0\.5 seconds"):
        isolated(read, "a.pdf", b"", seconds=0.5)
    assert time.perf_counter() - start < 5


def test_a_reader_that_wants_too_much_memory_is_stopped() -> None:
    with pytest.raises(TooLarge, match="needs more than 200 MB"):
        isolated(readers.devour, "a.pdf", b"", megabytes=200)


def test_an_answer_without_end_is_not_taken_in() -> None:
    with pytest.raises(TooLarge, match="MB of text"):
        isolated(readers.flood, "a.pdf", b"")


@pytest.mark.parametrize("read", [readers.crash, readers.leave])
def test_a_crash_of_the_reader_is_the_documents_damage(read: Callable[[str, bytes], Any]) -> None:
    with pytest.raises(DamagedDocument, match="the reader stopped on it"):
        isolated(read, "a.pdf", b"")


def test_what_a_reader_prints_does_not_reach_its_answer() -> None:
    assert isolated(readers.chatter, "a.pdf", b"") == "heard"


def test_a_reader_writes_no_files(tmp_path: Path) -> None:
    target = tmp_path / "written"
    with pytest.raises(DamagedDocument, match="File too large"):
        isolated(readers.write_a_file, "a.pdf", str(target).encode())
    assert not target.exists() or target.stat().st_size == 0


def test_a_reader_does_not_see_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTEBOOK_SECRET", "a secret")
    assert "MINUTEBOOK_SECRET" not in isolated(readers.environment, "a.pdf", b"")


def test_the_limits_hold_and_heavy_libraries_stay_out() -> None:
    assert isolated(readers.memory_limit, "a.pdf", b"", megabytes=300) == 300 * 1024 * 1024
    loaded = set(isolated(readers.modules, "a.pdf", b""))
    assert not loaded & {"torch", "numpy", "sqlalchemy", "sentence_transformers", "faiss", "pytest", "asyncio"}


def test_only_nouns_are_taken_from_the_process() -> None:
    with pytest.raises(DamagedDocument, match="its answer was not a document"):
        isolated(readers.smuggle, "a.pdf", b"")


def test_a_function_that_another_process_cannot_find_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="importable"):
        isolated(lambda name, content: content, "a.pdf", b"")


def test_many_documents_can_be_read_at_once() -> None:
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda n: isolated(readers.document, f"{n}.txt", b"x" * n), range(1, 13)))
    assert [document.source.name for document in found] == [f"{n}.txt" for n in range(1, 13)]


def test_a_page_of_many_words_crosses_quickly() -> None:
    page = readers.many_words("a.pdf", b"")
    start = time.perf_counter()
    assert unpack(pack(("value", page))) == ("value", page)
    assert time.perf_counter() - start < 3


class Attack:
    """Pickles as a call of a function that a document must never reach."""

    def __init__(self, call: Callable[..., object], *arguments: object) -> None:
        self.call, self.arguments = call, arguments

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return self.call, self.arguments


@pytest.mark.parametrize(
    "parcel",
    [
        pickle.dumps(("value", Attack(os.getcwd))),
        pickle.dumps(("value", Attack(eval, "1"))),
        pickle.dumps(("value", Attack(getattr, "", "x"))),
        b"cingest.model\ndataclass\n.",
        b"cingest.parcel\npack\n.",
        b"\x80\x04\x8c\x0cingest.model\x8c\tPage.span\x93.",
        b"cingest.errors\nannotations\n.",
        pickle.dumps("no pair"),
        pickle.dumps((1, 2)),
        b"",
        b"\x80\x05",
    ],
)
def test_a_hostile_answer_is_refused(parcel: bytes) -> None:
    with pytest.raises(UnexpectedParcel):
        unpack(parcel)


INTERRUPTED = """
import sys
from ingest.isolate import isolated
from tests.board import heed_interrupts
from tests.ingest import isolated_readers as readers
print("started", flush=True)
isolated(readers.sleep, "a.pdf", b"")
"""


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc to find the child process")
def test_an_interrupt_leaves_no_process_behind() -> None:
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    with subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        preexec_fn=heed_interrupts,
    ) as parent:
        assert parent.stdout is not None
        parent.stdout.readline()
        listed = Path(f"/proc/{parent.pid}/task/{parent.pid}/children")
        until = time.monotonic() + 10
        while not (children := [int(one) for one in listed.read_text().split()]) and time.monotonic() < until:
            time.sleep(0.05)
        assert children
        parent.send_signal(signal.SIGINT)
        assert parent.wait(10) != 0
    until = time.monotonic() + 5
    while any(is_running(child) for child in children) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(is_running(child) for child in children)
