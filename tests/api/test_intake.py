from __future__ import annotations

import os
from pathlib import Path

import pytest

from api.walk import Candidate, Nothing, walk
from ingest.errors import TooLarge
from search.library import Library
from tests.board import JANUARY, papers
from tests.library import searcher, take


def test_every_format_that_is_read_is_found_in_a_folder_and_so_is_one_that_is_refused_by_name(tmp_path: Path) -> None:
    names = ["a.pdf", "b.docx", "c.odt", "d.html", "e.HTM", "f.md", "g.txt", "h.doc"]
    for name in [*names, "sums.xlsx", "picture.png"]:
        (tmp_path / name).write_text("words", encoding="utf-8")
    assert [each.name for each in walk([tmp_path])] == names


def test_a_folder_is_walked_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.md", "a.txt", "c.PDF", ".hidden.md", "~$lock.docx", "picture.png", "sub/d.md", ".git/e.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("text")
    found = [each.name for each in walk([tmp_path, tmp_path / "a.txt"])]
    assert found == ["a.txt", "b.md", "c.PDF", "d.md"]


def test_what_leads_to_no_document_is_named(tmp_path: Path) -> None:
    reasons = [each.reason for each in walk([tmp_path, tmp_path / "none.pdf"]) if isinstance(each, Nothing)]
    assert len(reasons) == 2
    assert "holds no document" in reasons[0]
    assert "no such file" in reasons[1]


def test_a_name_that_a_terminal_would_obey_is_made_harmless(tmp_path: Path) -> None:
    (tmp_path / "red\x1b[31m\u202efdp.md").write_text("text")
    (only,) = walk([tmp_path])
    assert only.name == "red\ufffd[31m\ufffdfdp.md"


def test_the_rest_of_a_batch_goes_on_after_a_failure(tmp_path: Path) -> None:
    folder = papers(tmp_path / "papers")
    (folder / "2025-02-empty.pdf").write_bytes(b"")
    (folder / "2025-02-false.pdf").write_bytes(b"%PDF-1.7 and nothing more")
    outcomes = take(tmp_path, folder)
    assert [outcome.status for outcome in outcomes] == ["added", "failed", "failed", "added"]
    assert "empty" in outcomes[1].reason
    with Library.open(tmp_path / "public", write=False) as library:
        assert [document.name for document in library.documents()] == ["2025-01-board.md", "2025-03-board.md"]


def test_an_unchanged_file_is_skipped_and_the_same_bytes_are_stored_once(tmp_path: Path) -> None:
    folder = papers(tmp_path / "papers")
    (folder / "copy.md").write_text(JANUARY, encoding="utf-8")
    assert [outcome.status for outcome in take(tmp_path, folder)] == ["added", "added", "unchanged"]
    assert [outcome.status for outcome in take(tmp_path, folder)] == ["unchanged"] * 3


def test_a_changed_file_takes_the_place_of_its_older_version(tmp_path: Path) -> None:
    folder = papers(tmp_path / "papers")
    take(tmp_path, folder)
    (folder / "2025-01-board.md").write_text(JANUARY.replace("£2.4 million", "£2.9 million"), encoding="utf-8")
    assert [outcome.status for outcome in take(tmp_path, folder)] == ["added", "unchanged"]
    texts = " ".join(hit.text for hit in searcher(tmp_path).find("winter funding million", 20))
    assert "£2.9 million" in texts
    assert "£2.4 million" not in texts


def test_a_named_document_gives_way_to_a_file_from_elsewhere(tmp_path: Path) -> None:
    take(tmp_path, papers(tmp_path / "papers"))
    with Library.open(tmp_path / "public", write=False) as library:
        old = library.documents()[0].id
    new = tmp_path / "confirmed.md"
    new.write_text(JANUARY.replace("approved", "agreed"), encoding="utf-8")
    (outcome,) = take(tmp_path, new, replaces=old)
    assert outcome.document is not None
    with Library.open(tmp_path / "public", write=False) as library:
        held = {document.id: document for document in library.documents()}
    assert (held[old].status, held[old].replaced_by) == ("superseded", outcome.document.id)


def test_a_file_past_the_limit_is_refused_unread(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(3 * 1024 * 1024)
    (candidate,) = walk([large])
    assert isinstance(candidate, Candidate)
    with pytest.raises(TooLarge, match="larger than 2 MB"):
        candidate.content(2)


def test_one_of_two_equal_files_that_changes_leaves_the_other_in_the_library(tmp_path: Path) -> None:
    folder = papers(tmp_path / "papers")
    (folder / "copy.md").write_text(JANUARY, encoding="utf-8")
    take(tmp_path, folder)
    (folder / "2025-01-board.md").write_text(JANUARY.replace("£2.4 million", "£2.9 million"), encoding="utf-8")
    assert [outcome.status for outcome in take(tmp_path, folder)] == ["added", "unchanged", "added"]
    with Library.open(tmp_path / "public", write=False) as library:
        held = {document.name: document.status for document in library.documents()}
    assert held == {"2025-01-board.md": "current", "2025-03-board.md": "current", "copy.md": "current"}


def test_a_pipe_is_called_no_plain_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (outcome,) = take(tmp_path, tmp_path / "pipe.md")
    assert "not a plain file" in outcome.reason
