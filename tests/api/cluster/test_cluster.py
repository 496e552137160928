"""Ingest over a cluster of real processes holds what ingest on one machine holds, whatever becomes of a worker."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from api.cluster.connect import connected
from api.cluster.errors import ClusterLost, ClusterUnusable
from api.cluster.tasks import Load
from api.intake import Intake, Outcome, Watch
from api.settings import Settings
from api.walk import Candidate, walk
from search.library import Library
from tests.api.cluster import models
from tests.api.cluster.conftest import Running
from tests.board import JANUARY, MARCH
from tests.killed import state
from tests.library import SMALL, take

PAPERS = Path(__file__).parents[3] / "corpus" / "papers"
SAMPLE = ("2024-10-01-finance-and-performance-committee-minutes.docx", "2024-10-17-quality-committee-minutes.pdf")


def chosen(running: Running, folder: Path) -> Settings:
    return Settings(
        library=folder,
        cluster=running.address,
        cluster_authority=running.authority,
        cluster_certificate=running.certificate,
        cluster_key=running.key,
    )


def taken(running: Running, folder: Path, paths: Sequence[Path], load: Load = models.small) -> list[Outcome]:
    """What became of paths, ingested over the cluster into the public library of folder."""
    settings = chosen(running, folder)
    candidates = [each for each in walk(paths) if isinstance(each, Candidate)]
    with (
        Library.open(settings.folder("public"), write=True) as library,
        connected(settings, SMALL, "auto", print, load) as crew,
    ):
        return list(Intake(library, SMALL, settings, workplace=crew).take(candidates, Watch()))


def minutes(folder: Path, count: int) -> Path:
    """So many different sets of minutes."""
    folder.mkdir()
    for number in range(count):
        text = JANUARY.replace("£2.4 million", f"£2.{number} million").replace("16 January", f"{number + 1} January")
        (folder / f"board-{number}.md").write_text(text, encoding="utf-8")
    return folder


def told(outcomes: Sequence[Outcome]) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [(each.name, each.status, each.reason, each.warnings) for each in outcomes]


def test_a_cluster_gives_the_library_that_one_machine_gives_and_the_same_words_for_what_is_refused(
    cluster: Running, tmp_path: Path
) -> None:
    (tmp_path / "2025-02-false.pdf").write_bytes(b"%PDF-1.7 and nothing more")
    (tmp_path / "2025-03-empty.md").write_bytes(b"")
    confidential = JANUARY.replace("# Minutes of the Part I", "# Confidential: Minutes of the Part II")
    (tmp_path / "2025-04-marked.md").write_text(confidential, encoding="utf-8")
    paths = [*(PAPERS / name for name in SAMPLE), tmp_path]
    here, there = tmp_path / "here", tmp_path / "there"
    plain = take(here, *paths)
    assert told(taken(cluster, there, paths)) == told(plain)
    assert [each.status for each in plain] == ["added"] * 2 + ["failed"] * 3
    assert state(there) == state(here)
    again = [each.status for each in taken(cluster, there, paths)]
    assert again == ["unchanged"] * 2 + ["failed"] * 3


def test_a_worker_that_is_killed_in_the_midst_costs_nothing(cluster: Running, tmp_path: Path) -> None:
    papers, begun = minutes(tmp_path / "papers", 6), tmp_path / "begun"
    begun.mkdir()
    with ThreadPoolExecutor(1) as pool:
        ingest = pool.submit(taken, cluster, tmp_path / "there", [papers], partial(models.told, begun))
        while not (first := next(begun.iterdir(), None)):
            assert not ingest.done() or ingest.result()
            time.sleep(0.01)
        os.kill(int(first.name), signal.SIGKILL)
        outcomes = ingest.result()
    assert len(list(begun.iterdir())) > 1
    assert [each.status for each in outcomes] == ["added"] * 6
    take(tmp_path / "here", papers)
    assert state(tmp_path / "there") == state(tmp_path / "here")


def test_a_document_that_kills_its_workers_is_named_and_the_rest_goes_on(cluster: Running, tmp_path: Path) -> None:
    papers = minutes(tmp_path / "papers", 3)
    (papers / "board-0-deadly.md").write_text(MARCH, encoding="utf-8")
    scheduler = cluster.local.scheduler
    assert scheduler is not None
    usual, scheduler.allowed_failures = scheduler.allowed_failures, 0  # each death is waited for
    outcomes = taken(cluster, tmp_path, [papers], models.deadly)
    scheduler.allowed_failures = usual
    assert [each.name for each in outcomes if each.status == "failed"] == ["board-0-deadly.md"]
    assert "worker" in next(each.reason for each in outcomes if each.reason)
    with Library.open(tmp_path / "public", write=False) as library:
        assert len(library.documents()) == 3


def test_a_worker_without_the_model_ends_the_ingest_and_says_so(cluster: Running, tmp_path: Path) -> None:
    with pytest.raises(ClusterLost, match="model small: it cannot be loaded"):
        taken(cluster, tmp_path, [minutes(tmp_path / "papers", 1)], models.absent)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"cluster_key": None}, "tls:// needs"),
        ({"cluster_key": Path("nowhere.pem")}, "no such file"),
        ({"cluster": "tcp://192.0.2.1:8786", "collection": "restricted"}, "tls:// alone"),
        ({"cluster": "tcp://127.0.0.1:9"}, "no scheduler answers"),
    ],
)
def test_a_cluster_that_must_not_or_cannot_be_used_is_refused(
    cluster: Running, tmp_path: Path, given: dict[str, object], said: str
) -> None:
    settings = chosen(cluster, tmp_path).model_copy(update=given)
    with pytest.raises(ClusterUnusable, match=said), connected(settings, SMALL, "auto", print, seconds=2):
        pytest.fail("it was used")
