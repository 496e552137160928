"""However many documents are read at once, the same library comes of it."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from pathlib import Path
from threading import Event

from api.ahead import ahead
from api.intake import Intake, Outcome, Watch
from api.settings import Settings
from api.walk import Candidate, walk
from search.library import Library
from tests.board import JANUARY, MARCH
from tests.killed import state
from tests.library import SMALL


def folder_of_papers(folder: Path) -> Path:
    """Documents that are long, short, alike, damaged and empty."""
    folder.mkdir()
    texts = {"a-long": JANUARY * 6, "b-short": MARCH, "c-copy": MARCH, "d-empty": "", "e-later": JANUARY}
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    (folder / "f-false.pdf").write_bytes(b"%PDF-1.7 and nothing more")
    return folder


def taken(folder: Path, paths: Sequence[Path], workers: int) -> list[Outcome]:
    settings = Settings(library=folder, workers=workers)
    candidates = [each for each in walk(paths) if isinstance(each, Candidate)]
    with Library.open(settings.folder("public"), write=True) as library:
        return list(Intake(library, SMALL, settings).take(candidates, Watch()))


def test_four_readers_give_the_library_and_the_words_of_one(tmp_path: Path) -> None:
    papers = folder_of_papers(tmp_path / "papers")
    one, four = taken(tmp_path / "one", [papers], 1), taken(tmp_path / "four", [papers], 4)
    assert [(each.name, each.status, each.reason) for each in four] == [
        (each.name, each.status, each.reason) for each in one
    ]
    assert [each.status for each in one] == ["added", "added", "unchanged", "failed", "added", "failed"]
    assert state(tmp_path / "four") == state(tmp_path / "one")


def test_no_more_is_read_than_is_soon_stored() -> None:
    begun: list[int] = []
    most = 0
    for done, (job, future) in enumerate(ahead(lambda job: begun.append(job), range(20), 3)):
        future.result()
        assert job == done
        most = max(most, len(begun) - done)
    assert most <= 4


def test_what_is_read_is_embedded_while_a_slow_document_is_waited_for() -> None:
    go, order = Event(), []

    def read(job: int) -> int:
        if job == 0:
            go.wait()
        return job

    def meanwhile(job: int, future: Future[int]) -> None:
        order.append(f"{future.result()} meanwhile")
        if job == 2:
            go.set()

    for job, future in ahead(read, range(5), 2, meanwhile):
        order.append(f"{future.result()} in turn")
        assert job == future.result()
    assert order[:3] == ["1 meanwhile", "2 meanwhile", "0 in turn"]
    assert order.count("1 meanwhile") == 1
    assert [each for each in order if "turn" in each] == [f"{job} in turn" for job in range(5)]
