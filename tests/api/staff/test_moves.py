"""A document that moves between the collections is never lost on the way, and never public where it should not be."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.model import Correction
from search.service import audit, jobs
from tests.api.staff.test_killed import killed
from tests.board import JANUARY, MARCH
from tests.staff import Office, office

NAME = "2025-01-board.md"
BETWEEN = ("api/staff/worker.py", "_withdraw", 1)  # stored where it goes to, and not taken out of where it was


def there(made: Office) -> tuple[list[str], list[str]]:
    """The names in the public library, and in the restricted one."""
    public, restricted = ([one.name for one in made.held(name)] for name in ("public", "restricted"))
    return public, restricted


def spoilt(made: Office, collection: str) -> None:
    """Let nothing be stored in a collection."""
    folder = made.settings.folder(collection)
    folder.mkdir(exist_ok=True)
    (folder / "library.db").write_bytes(b"this is no database")


def test_a_paper_that_cannot_be_made_public_stays_where_it_was(tmp_path: Path) -> None:
    with office(tmp_path) as made:
        upload = made.published(collection="restricted")
        spoilt(made, "public")
        made.desk.publish(upload.id, "public", "A Secretary")
        made.work()
        (tmp_path / "public" / "library.db").unlink()
        assert there(made) == ([], [NAME])
        found = made.desk.upload(upload.id).upload
        assert (found.state, found.collection, bool(found.reason)) == ("published", "restricted", True)


def test_a_paper_that_cannot_be_made_restricted_is_public_no_longer_and_waits_on_the_desk(tmp_path: Path) -> None:
    with office(tmp_path) as made:
        upload = made.published()
        spoilt(made, "restricted")
        made.desk.correct(upload.id, Correction("visibility", "", "restricted", who="A Secretary"))
        made.work()
        (tmp_path / "restricted" / "library.db").unlink()
        made.worker.settle()
        assert there(made) == ([], [])
        found = made.desk.upload(upload.id).upload
        assert (found.state, found.collection, found.job) == ("read", "", None)
        assert "taken out of public and waits on the desk" in found.reason
        with made.service.read() as connection:
            assert [one.deed for one in audit.entries(connection)][-2:] == ["correct", "withdraw"]
        made.desk.publish(upload.id, "restricted", "A Secretary")
        made.work()
        assert there(made) == ([], [NAME])
        assert made.desk.upload(upload.id).upload.reason == ""


@pytest.mark.parametrize(("source", "target"), [("public", "restricted"), ("restricted", "public")])
def test_a_worker_killed_in_a_move_leaves_it_in_both_and_the_next_ends_the_move(
    tmp_path: Path, source: str, target: str
) -> None:
    with office(tmp_path) as made:
        upload = made.published(collection=source)
        made.desk.publish(upload.id, target, "A Secretary")
    killed(tmp_path, *BETWEEN)
    with office(tmp_path) as made:
        assert there(made) == ([NAME], [NAME])
        assert made.desk.upload(upload.id).upload.collection == source
        made.work()
        assert [one.name for one in made.held(target)] == [NAME]
        assert made.held(source) == []
        assert made.desk.upload(upload.id).upload.collection == target


def test_a_move_into_restricted_that_is_given_up_leaves_nothing_in_public(tmp_path: Path) -> None:
    with office(tmp_path) as made:
        upload = made.published()
        made.desk.publish(upload.id, "restricted", "A Secretary")
        with made.service.change() as connection:
            job = jobs.claim(connection)
            assert job
            jobs.progress(connection, job.id, attempts=jobs.ATTEMPTS)
    with office(tmp_path) as made:
        assert there(made) == ([], [])
        assert "waits on the desk" in made.desk.upload(upload.id).upload.reason


def test_a_document_that_may_not_be_replaced_stays_with_its_versions_and_the_new_one_stands_beside_it(
    tmp_path: Path,
) -> None:
    with office(tmp_path) as made:
        first = made.published()
        second = made.published(JANUARY.replace("£2.4 million", "£2.5 million"))
        assert [one.status for one in made.held()].count("superseded") == 1
        other = made.take(MARCH)
        made.work()
        review = made.desk.upload(other.id).review
        assert review
        assert [(one.document, one.versions) for one in review.older] == [(second.id, (first.id,))]
        made.desk.publish(other.id, "public", "A Secretary", keeps={first.id})
        made.work()
        assert {one.id for one in made.held() if one.status == "current"} == {second.id, other.id}
