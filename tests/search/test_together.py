"""Several processes and threads at one library."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from search.errors import LibraryBusy
from search.library import Library
from search.lock import sole_writer
from search.searcher import Searcher
from tests.search.readings import bag, put
from tests.search.test_crashes import child

HOLDER = """
import sys
from pathlib import Path
from search.lock import sole_writer
with sole_writer(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""
CHANGER = """
import sys
from pathlib import Path
from search.library import Library
from tests.search.readings import put
with Library.open(Path(sys.argv[1]), write=True) as library:
    put(library, "Beds were counted")
"""


def test_a_second_ingest_says_that_it_waits_and_then_fails_clearly(tmp_path: Path) -> None:
    said: list[str] = []
    with child(HOLDER, str(tmp_path)) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with (
            pytest.raises(LibraryBusy, match="another ingest is still running"),
            sole_writer(tmp_path, 0.2, lambda: said.append("waits")),
        ):
            pass
        holder.communicate("\n", timeout=10)
    assert said == ["waits"]


def test_a_second_ingest_goes_on_when_the_first_ends_or_dies(tmp_path: Path) -> None:
    for end in ("finish", "die"):
        with child(HOLDER, str(tmp_path)) as holder:
            assert holder.stdout is not None
            assert holder.stdin is not None
            assert holder.stdout.readline() == "held\n"
            let_go = holder.kill if end == "die" else holder.stdin.close
            with sole_writer(tmp_path, 10, let_go):
                pass
            holder.wait(timeout=10)
            if end == "finish":
                holder.stdin = None


def test_two_threads_that_add_at_once_do_not_interleave(tmp_path: Path) -> None:
    with Library.open(tmp_path, write=True) as library, ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda n: put(library, f"Words {n}", "Shared", path=f"/papers/{n}.pdf"), range(12)))
        assert library.generation == 12
        assert library.coverage().passages == 24


def test_a_change_by_another_process_is_seen_at_once(tmp_path: Path) -> None:
    with Library.open(tmp_path, write=True) as library:
        put(library, "The lease was extended")
    with Library.open(tmp_path, write=False) as library:
        searcher = Searcher(library, bag())
        assert searcher.find("beds")[0].text == "The lease was extended"
        with child(CHANGER, str(tmp_path)) as changer:
            assert changer.wait(timeout=30) == 0
        assert [hit.text for hit in searcher.find("beds")] == ["Beds were counted"]


def test_readers_see_whole_states_only_while_a_writer_works(tmp_path: Path) -> None:
    done = Event()
    with Library.open(tmp_path, write=True) as library:
        put(library, *(f"Words of version 0, part {part}" for part in range(8)))
        searcher = Searcher(library, bag())

        def ask() -> set[int]:
            sizes = set()
            while not done.is_set():
                hits = searcher.find("words of version", 20)
                assert len({hit.text.split(",")[0] for hit in hits}) == 1
                assert len({hit.citation.document for hit in hits}) == 1
                sizes.add(len(hits))
            return sizes

        with ThreadPoolExecutor(3) as pool:
            asked = [pool.submit(ask) for _ in range(3)]
            try:
                for version in range(1, 25):
                    put(library, *(f"Words of version {version}, part {part}" for part in range(8)))
            finally:
                done.set()
            assert [answer.result() for answer in asked] == [{8}, {8}, {8}]
