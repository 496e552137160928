"""Libraries as every version before wrote them, opened by this one.

stored/ holds them as SQL: each made by the code of its time from the same two papers and the honest small model. One is
added with every migration, before it.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from search.errors import LibraryUnusable
from search.library import Library
from search.migrate import HEAD, READABLE, revision
from search.model import Answered
from search.searcher import Searcher
from search.service import audit, drafts, kept, keys, questions, shut, subscriptions, uploads
from search.service import service as services
from search.service.service import Service
from search.service.subscription_tables import metadata
from tests.board import JANUARY, MARCH
from tests.library import SMALL, take

STORED = Path(__file__).parent / "stored"
SERVED = tuple(path.stem.removeprefix("service-") for path in sorted(STORED.glob("service-*.sql")))
FORMS = tuple(path.stem.removeprefix("library-") for path in sorted(STORED.glob("library-*.sql")))
QUESTIONS = ("what was decided on winter funding", "who presented the estates strategy", "what did the board defer")


def stored(name: str, target: Path) -> None:
    """Make a database of the SQL that a version left."""
    target.parent.mkdir(parents=True, exist_ok=True)
    base = sqlite3.connect(target)
    base.executescript((STORED / name).read_text(encoding="utf-8"))
    base.execute("PRAGMA journal_mode = WAL")
    base.close()


def said(library: Library) -> list[object]:
    """What is decided and by whom, as the library answers."""
    searcher = Searcher(library, SMALL)
    answers = [searcher.answer(question) for question in QUESTIONS]
    return [
        [statement.text for statement in each.statements] if isinstance(each, Answered) else each for each in answers
    ]


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same papers read by this version."""
    folder = tmp_path_factory.mktemp("fresh")
    (folder / "papers").mkdir()
    (folder / "papers" / "2025-01-board.md").write_text(JANUARY, encoding="utf-8")
    (folder / "papers" / "2025-03-board.md").write_text(MARCH.split("## 7")[0], encoding="utf-8")
    take(folder, folder / "papers")
    return folder


def test_every_form_is_stored() -> None:
    assert tuple(f"{number:04}" for number in range(1, int(HEAD) + 1)) == FORMS


@pytest.mark.parametrize("form", FORMS)
def test_a_library_of_every_form_is_brought_forward_and_answers_as_before(
    form: str, tmp_path: Path, fresh: Path
) -> None:
    folder = tmp_path / "public"
    stored(f"library-{form}.sql", folder / "library.db")
    if form not in READABLE:
        with pytest.raises(LibraryUnusable, match="ingest with this version"):
            Library.open(folder, write=False)
    with Library.open(folder, write=True) as library, Library.open(fresh / "public", write=False) as new:
        with library.read() as connection:
            assert revision(connection) == HEAD
        assert library.sound() == ""
        assert [one.sha256 for one in library.documents()] == [one.sha256 for one in new.documents()]
        assert library.coverage().passages == new.coverage().passages
        assert said(library) == said(new)


@pytest.mark.parametrize("form", FORMS[::2])
def test_ingesting_the_papers_again_makes_an_old_library_like_a_new_one(form: str, tmp_path: Path, fresh: Path) -> None:
    folder = tmp_path / "public"
    stored(f"library-{form}.sql", folder / "library.db")
    assert all(outcome.document for outcome in take(tmp_path, fresh / "papers"))
    with Library.open(folder, write=False) as library, Library.open(fresh / "public", write=False) as new:
        assert said(library) == said(new)
        assert all(library.file(one.id).is_file() for one in library.documents())


def test_every_form_of_service_data_is_stored() -> None:
    assert tuple(f"{number:04}" for number in range(1, int(services.HEAD) + 1)) == SERVED


@pytest.mark.parametrize("form", SERVED)
def test_service_data_of_every_form_are_brought_forward(form: str, tmp_path: Path) -> None:
    stored(f"service-{form}.sql", tmp_path / "service.db")
    with Service.open(tmp_path) as service, service.read() as connection:
        assert revision(connection) == services.HEAD
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        upload = next(one for one in uploads.every(connection) if one.name == "2025-01-board.md")
        assert (upload.name, upload.state, upload.collection) == ("2025-01-board.md", "published", "public")
        (correction,) = kept.held(connection, upload.sha256)
        assert correction.correction.corrected == "Third Person"
        assert [one.about for one in questions.every_vote(connection)] == ["winter funding"]
        assert audit.verify(connection).fault == ""
        if form >= "0002":
            (other,) = (one for one in uploads.every(connection) if one.id != upload.id)
            assert uploads.closed(connection) == {other.id}  # it was restricted, and was withdrawn
            assert [one.document for one in shut.every(connection)] == [upload.id]
            assert [bool(one.revoked) for one in keys.every(connection)] == [False, True]
            assert len(list(audit.entries(connection))) > 5
        if form >= "0003":
            (draft,) = drafts.every(connection, "p1")
            assert (draft.proposal.title, [one.matter for one in draft.basket]) == ("Winter funding", ["matter-1"])
        if form >= "0004":
            (followed,) = subscriptions.followed(connection)
            assert (followed.address, followed.topic.key) == ("a@example.org", "decisions?body=Board")


def test_who_handed_in_what_was_there_is_known_from_the_audit_log(tmp_path: Path) -> None:
    stored("service-0004.sql", tmp_path / "service.db")
    base = sqlite3.connect(tmp_path / "service.db")
    (document,) = base.execute("SELECT id FROM uploads WHERE name = '2025-03-board.md'").fetchone()
    base.execute("UPDATE uploads SET id = '0123456789ab' WHERE id = ?", (document,))
    line = "SELECT 99, '2099-01-01', 'key:1', '', 'upload', '0123456789ab', '', '', ''"
    base.execute(f"INSERT INTO audit (id, at, who, name, deed, about, detail, before, hash) {line}")
    base.commit()
    base.close()
    with Service.open(tmp_path) as service, service.read() as connection:
        assert {one.id: one.owner for one in uploads.every(connection)}["0123456789ab"] == "key:1"
