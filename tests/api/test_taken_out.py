"""What is taken out is out of every file: of the library, of what was handed in, of logs, and of the next backup."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from api.checks import checks
from api.cli import run
from api.settings import Settings
from ingest.model import Correction
from search import erase
from search.add import reindex, remove
from search.backup import back_up
from search.library import Library
from search.restore import restore
from search.searcher import Searcher
from search.service import kept as corrections
from tests.board import JANUARY, MARCH, minutebook, papers
from tests.library import SMALL, searcher, take
from tests.staff import office

# Each stands where a paper has its words: title, role, name, item, decision, heading, glossary, free text.
CANARIES = tuple(f"qzx{mark}vwkyjh{mark}" for mark in ("ab", "cd", "ef", "gh", "ij", "kl", "mn", "op"))
SECRET = f"""# Minutes of the Part I Board Meeting {CANARIES[0]}

Held on 17 April 2025 at 10.00 am in the Town Hall

## Members

- First Person (FP), Chair of {CANARIES[1]}
- {CANARIES[2].title()} Person (XP), Member

## 7. Moving {CANARIES[3]}

XP presented the paper. The {CANARIES[6]} Group (QXG) has met. {CANARIES[7]} stays open.

Resolved: The Board approved {CANARIES[4]} for beds.

### About {CANARIES[5]}

ACTION: FP to bring the {CANARIES[7]} plan back by May 2025.

| Abbreviation | Meaning |
| --- | --- |
| QXG | {CANARIES[6]} Group |
"""


def found_in(folder: Path) -> dict[str, set[str]]:
    """The canaries that stand in the bytes of each file, by their ends: indexes cut off what words begin with."""
    out: dict[str, set[str]] = {}
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes().lower()
            wanted = {one: one[5:] for one in CANARIES}
            held = {one for one, end in wanted.items() if end.encode() in content or end.encode("utf-16-le") in content}
            if held:
                out[str(path.relative_to(folder))] = held
    return out


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with three papers, and a library of them; the middle one has the canaries."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "papers").mkdir()
    for name, text in (("a.md", JANUARY), ("b.md", SECRET), ("c.md", MARCH)):
        (folder / "papers" / name).write_text(text, encoding="utf-8")
        take(folder / "library", folder / "papers" / name)
        searcher(folder / "library").library.close()
    return folder


@pytest.fixture
def kept(made: Path, tmp_path: Path) -> Path:
    """A copy of that library."""
    shutil.copytree(made, tmp_path / "kept")
    return tmp_path / "kept" / "library"


def secret(library: Library) -> str:
    return next(one.id for one in library.documents() if one.name == "b.md")


def test_its_words_are_in_no_file_of_the_library(kept: Path) -> None:
    assert set().union(*found_in(kept).values()) == set(CANARIES)
    with Library.open(kept / "public", write=True) as library:
        remove(library, secret(library))
        assert found_in(kept) == {}
        Searcher(library, SMALL)
        assert found_in(kept) == {}
        assert library.sound() == ""
        with library.change() as connection:
            connection.exec_driver_sql("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")


def test_nor_are_those_of_an_older_version_nor_of_a_library_made_again(kept: Path) -> None:
    with Library.open(kept / "public", write=False) as library:
        name = secret(library)
    changed = kept.parent / "papers" / "b.md"
    changed.write_text(SECRET.replace("stays open", "stays shut"), encoding="utf-8")
    take(kept, changed, replaces=name)
    with Library.open(kept / "public", write=True) as library:
        reindex(library, SMALL)
        for one in [one for one in library.documents() if one.name == "b.md"]:
            remove(library, one.id)
        assert found_in(kept) == {}


def test_a_library_whose_deleted_rows_were_not_overwritten_is_written_anew(kept: Path) -> None:
    with Library.open(kept / "public", write=True) as library:
        name = secret(library)
        remove(library, secret(library))
    take(kept, kept.parent / "papers" / "b.md")
    base = sqlite3.connect(kept / "public" / "library.db", isolation_level=None)
    base.execute("PRAGMA secure_delete = OFF")
    base.execute("CREATE TABLE spare AS SELECT text FROM passages WHERE document = ?", (name,))
    base.execute("DROP TABLE spare")
    base.execute("DELETE FROM meta WHERE key = ?", (erase.CLEAN,))
    base.close()
    with Library.open(kept / "public", write=True) as library:
        remove(library, secret(library))
    assert found_in(kept) == {}


READER = """
import sqlite3, sys
base = sqlite3.connect(sys.argv[1], isolation_level=None)
base.execute("BEGIN")
base.execute("SELECT count(*) FROM passages").fetchone()
print("reading", flush=True)
sys.stdin.readline()
"""


def test_where_a_reader_holds_the_log_open_the_next_change_erases_it(kept: Path) -> None:
    with (
        subprocess.Popen(
            [sys.executable, "-c", READER, str(kept / "public" / "library.db")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as reader,
        Library.open(kept / "public", write=True) as library,
    ):
        assert reader.stdout is not None
        assert reader.stdout.readline() == "reading\n"
        remove(library, secret(library))
        with library.read() as connection:
            assert erase.due(connection)
        reader.communicate("\n", timeout=10)
    Library.open(kept / "public", write=True).close()
    assert found_in(kept) == {}


def test_its_words_are_not_in_the_next_backup(kept: Path, tmp_path: Path) -> None:
    backups = tmp_path / "backups"
    backups.mkdir()
    back_up(kept, backups / "before.tar", "")
    with Library.open(kept / "public", write=True) as library:
        remove(library, secret(library))
    back_up(kept, backups / "after.tar", "")
    assert found_in(backups) == {"before.tar": set(CANARIES)}


def test_taking_it_out_by_command_takes_it_off_the_desk_with_its_review_and_corrections(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    with office(folder) as made:
        upload = made.published(SECRET, "b.md")
        review = made.desk.upload(upload.id).review
        assert review
        (meeting,) = review.meetings
        item = next(item for item in meeting.items if item.number == "7")
        put = f"{CANARIES[6].title()} Person"
        title = Correction("presenter", item.read, put, meeting.body, meeting.date, "7", item.title)
        made.desk.correct(upload.id, title)
        made.work()
        made.published()
    assert any("service.db" in name for name in found_in(folder))
    minutebook("remove", upload.id, library=folder)
    assert found_in(folder) == {}
    with office(folder) as made:
        assert [one.name for one in made.desk.uploads()] == ["2025-01-board.md"]
        assert [one.name for one in made.held()] == ["2025-01-board.md"]


def test_what_is_withdrawn_stays_on_the_desk_alone_until_it_is_deleted(tmp_path: Path) -> None:
    with office(tmp_path) as made:
        upload = made.published(SECRET, "b.md")
        made.desk.withdraw(upload.id, "")
        made.work()
        assert found_in(tmp_path / "public") == {}
        assert searcher(tmp_path).find(CANARIES[3]) == ()
        made.desk.delete(upload.id, "")
        made.work()
    assert found_in(tmp_path) == {}


@pytest.mark.parametrize("handed_in", [True, False])
def test_taking_a_marked_document_out_by_command_takes_back_that_it_may_be_public(
    tmp_path: Path, handed_in: bool
) -> None:
    marked = SECRET.replace("# Minutes", "# Confidential Minutes")
    with office(tmp_path) as made:
        if handed_in:
            upload = made.take(marked, "marked.md")
            made.work()
            made.desk.publish(upload.id, "public", "A Secretary", allowed_by="The Chair")
            made.work()
        else:
            (outcome,) = take(tmp_path, papers(tmp_path / "papers") / "2025-01-board.md")
            assert outcome.document
            with made.service.change() as connection:
                said = Correction("visibility", CANARIES[0], "public", who="The Chair")
                corrections.keep(connection, outcome.document.sha256, said)
        (held,) = made.held()
        assert run(["remove", held.id, "--library", str(tmp_path)]) == 0
        with made.service.read() as connection:
            assert corrections.held(connection, held.sha256) == ()
            assert {str(row[0]) for row in connection.exec_driver_sql("SELECT printed FROM corrections")} == {""}


def test_what_a_restore_set_aside_is_named_where_a_document_is_taken_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (outcome, *_) = take(tmp_path / "library", papers(tmp_path / "papers"))
    assert outcome.document
    back_up(tmp_path / "library", tmp_path / "kept.tar", "1")
    aside = restore(tmp_path / "kept.tar", tmp_path / "library", replace=True).aside
    assert aside
    found = {one.name: one for one in checks(Settings(library=tmp_path / "library"))}
    assert (found["set aside"].ok, found["set aside"].found) == (True, aside.name)
    assert run(["remove", outcome.document.id, "--library", str(tmp_path / "library")]) == 0
    assert f"{aside}: was set aside" in capsys.readouterr().err
