"""From handing in to publishing, correcting, withdrawing and deleting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from api.errors import NotFound
from ingest.model import Correction
from search.model import Declined
from tests.board import JANUARY, MARCH, papers
from tests.library import searcher, take
from tests.staff import PRESENTER, Office, office


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Office]:
    with office(tmp_path) as made:
        yield made


def test_what_is_handed_in_is_read_and_shown_before_it_is_published(desk: Office) -> None:
    upload = desk.take()
    assert (upload.state, upload.job and upload.job.kind, upload.media) == ("unread", "read", "markdown")
    assert desk.desk.upload(upload.id).review is None
    desk.work()
    found = desk.desk.upload(upload.id)
    assert (found.upload.state, found.upload.job, found.upload.collection) == ("read", None, "")
    assert found.review
    (meeting,) = found.review.meetings
    assert (meeting.body, meeting.date, meeting.read_date, meeting.attendance) == (
        "Board",
        "2025-01-16",
        "2025-01-16",
        2,
    )
    assert [(item.number, item.presenters, len(item.decisions)) for item in meeting.items] == [
        ("7", ("Second Person",), 1),
        ("8", (), 1),
    ]
    assert (meeting.decisions, found.review.older, desk.held()) == (2, (), [])


def test_it_is_published_only_where_somebody_says(desk: Office) -> None:
    upload = desk.take()
    with pytest.raises(Declined, match="has not been read"):
        desk.desk.publish(upload.id, "public", "")
    desk.work()
    with pytest.raises(Declined, match="public or restricted"):
        desk.desk.publish(upload.id, "", "")
    job = desk.desk.publish(upload.id, "restricted", "")
    assert (job.state, job.collection, job.who) == ("waiting", "restricted", "staff")
    desk.work()
    assert ([one.name for one in desk.held("restricted")], desk.held("public")) == (["2025-01-board.md"], [])
    assert desk.desk.upload(upload.id).upload.state == "published"
    assert desk.desk.uploads()[0].collection == "restricted"


def test_a_corrected_presenter_is_that_of_every_passage_and_citation(desk: Office, tmp_path: Path) -> None:
    upload = desk.published()
    assert desk.presenters() == {'["Second Person"]'}
    desk.desk.correct(upload.id, PRESENTER)
    desk.work()
    assert desk.presenters() == {'["Third Person"]'}
    found = searcher(tmp_path).find("winter funding of £2.4 million for community beds", 3)
    assert found[0].citation.presenters == ("Third Person",)
    (kept,) = desk.held()
    assert [text for text in kept.warnings if "Third Person" in text]
    dossier = desk.desk.upload(upload.id)
    assert dossier.review
    item = dossier.review.meetings[0].items[0]
    assert (item.presenters, item.read, item.source) == (("Third Person",), "Second Person", "corrected")
    assert [one.correction.who for one in dossier.corrections] == ["A Secretary"]


def test_a_correction_of_a_correction_takes_its_place_and_undoing_it_restores_what_is_printed(desk: Office) -> None:
    upload = desk.published()
    desk.desk.correct(upload.id, PRESENTER)
    desk.work()
    desk.desk.correct(upload.id, replace(PRESENTER, corrected="Fourth Person ; Fifth\nPerson"))
    desk.work()
    assert desk.presenters() == {'["Fourth Person","Fifth Person"]'}
    (one,) = desk.desk.upload(upload.id).corrections
    with pytest.raises(NotFound):
        desk.desk.undo(upload.id, one.id + 1, "")
    desk.desk.undo(upload.id, one.id, "A Secretary")
    desk.work()
    assert desk.presenters() == {'["Second Person"]'}
    assert (desk.desk.upload(upload.id).corrections, desk.held()[0].warnings) == ((), ())


def test_a_corrected_date_and_body_move_the_meeting(desk: Office) -> None:
    upload = desk.published()
    desk.desk.correct(upload.id, Correction("date", "2025-01-16", "2024-01-16", "Board", "2025-01-16"))
    desk.desk.correct(upload.id, Correction("body", "Board", "Audit Committee", "Board", "2025-01-16"))
    desk.work()
    review = desk.desk.upload(upload.id).review
    assert review
    meeting = review.meetings[0]
    assert (meeting.body, meeting.date) == ("Audit Committee", "2024-01-16")
    assert (meeting.read_body, meeting.read_date) == ("Board", "2025-01-16")
    desk.desk.correct(upload.id, PRESENTER)  # by the meeting as it reads, not as it was corrected
    desk.work()
    assert desk.presenters() == {'["Third Person"]'}


@pytest.mark.parametrize("workers", [1, 3])
def test_corrections_survive_an_ingest_by_command(desk: Office, tmp_path: Path, workers: int) -> None:
    from api.corrections import kept
    from api.intake import Intake, Watch
    from api.settings import Settings
    from api.walk import Candidate, walk
    from search.library import Library
    from tests.library import SMALL

    upload = desk.take()
    desk.work()
    desk.desk.correct(upload.id, PRESENTER)
    desk.work()
    folder = papers(tmp_path / "papers")
    chosen = Settings(library=tmp_path, workers=workers)

    def ingest() -> list[str]:
        candidates = [each for each in walk([folder]) if isinstance(each, Candidate)]
        with Library.open(chosen.folder("public"), write=True) as library, kept(tmp_path) as corrections:
            intake = Intake(library, SMALL, chosen, corrections=corrections)
            return [outcome.status for outcome in intake.take(candidates, Watch())]

    assert ingest() == ["added", "added"]
    assert desk.presenters() == {'["Third Person"]', "[]"}
    assert ingest() == ["unchanged", "unchanged"]
    (one,) = desk.desk.upload(upload.id).corrections
    desk.desk.undo(upload.id, one.id, "")
    assert ingest() == ["added", "unchanged"]
    assert desk.presenters() == {'["Second Person"]', "[]"}


def test_what_is_marked_as_restricted_is_moved_there_and_kept_out_of_public(desk: Office, tmp_path: Path) -> None:
    upload = desk.published()
    desk.desk.correct(upload.id, Correction("visibility", "", "restricted"))
    desk.work()
    assert ([one.name for one in desk.held("restricted")], desk.held("public")) == (["2025-01-board.md"], [])
    with pytest.raises(Declined, match="marked as restricted"):
        desk.desk.publish(upload.id, "public", "")
    (one,) = desk.desk.upload(upload.id).corrections
    assert (one.correction.printed, one.correction.corrected) == ("public", "restricted")
    desk.desk.undo(upload.id, one.id, "")
    desk.desk.publish(upload.id, "public", "")
    desk.work()
    assert ([one.name for one in desk.held("public")], desk.held("restricted")) == (["2025-01-board.md"], [])


def test_a_new_version_takes_the_place_of_the_file_of_the_same_name(desk: Office, tmp_path: Path) -> None:
    take(tmp_path, papers(tmp_path / "papers"))
    newer = desk.take(JANUARY.replace("£2.4 million", "£2.5 million"))
    desk.work()
    review = desk.desk.upload(newer.id).review
    assert review
    assert [(one.collection, one.name) for one in review.older] == [("public", "2025-01-board.md")]
    desk.desk.publish(newer.id, "public", "")
    desk.work()
    assert sorted((one.status, one.name) for one in desk.held()) == [
        ("current", "2025-01-board.md"),
        ("current", "2025-03-board.md"),
        ("superseded", "2025-01-board.md"),
    ]


def test_a_file_can_be_published_beside_another_of_its_name(desk: Office) -> None:
    desk.published()
    other = desk.take(MARCH)
    desk.work()
    desk.desk.publish(other.id, "public", "", beside=True)
    desk.work()
    assert [one.status for one in desk.held()] == ["current", "current"]


def test_what_a_newer_version_replaced_is_told_as_such(desk: Office) -> None:
    first = desk.published()
    desk.published(MARCH)
    assert desk.desk.upload(first.id).upload.state == "superseded"


def test_withdrawing_takes_it_out_of_the_library_and_leaves_it_on_the_desk(desk: Office) -> None:
    upload = desk.published()
    with pytest.raises(Declined, match="withdraw it before"):
        desk.desk.delete(upload.id, "")
    desk.desk.withdraw(upload.id, "")
    desk.work()
    assert desk.held() == []
    assert (desk.desk.upload(upload.id).upload.state, desk.desk.upload(upload.id).upload.collection) == ("read", "")
    with pytest.raises(Declined, match="nothing to withdraw"):
        desk.desk.withdraw(upload.id, "")
    desk.desk.publish(upload.id, "public", "")
    desk.work()
    assert len(desk.held()) == 1


def test_deleting_leaves_nothing_of_it(desk: Office, tmp_path: Path) -> None:
    upload = desk.take()
    desk.work()
    desk.desk.correct(upload.id, PRESENTER)
    with pytest.raises(NotFound):
        desk.desk.delete("000000000000", "")
    desk.desk.delete(upload.id, "")
    assert (desk.desk.uploads(), list((tmp_path / "uploads").glob("[!.]*"))) == ((), [])
    with pytest.raises(NotFound):
        desk.desk.upload(upload.id)
    again = desk.take()
    desk.work()
    assert desk.desk.upload(again.id).corrections == ()


@pytest.mark.parametrize(
    ("one", "reason"),
    [
        (replace(PRESENTER, printed="Somebody"), "no longer read"),
        (replace(PRESENTER, item="99"), "no longer read"),
        (replace(PRESENTER, corrected=" Second  Person "), "read there already"),
        (Correction("date", "2025-01-16", "16 January 2025", "Board", "2025-01-16"), "year, month and day"),
        (Correction("date", "2025-01-16", "0025-01-16", "Board", "2025-01-16"), "year cannot be"),
        (Correction("body", "Board", "\u202e", "Board", "2025-01-16"), "name of the body"),
        (Correction("visibility", "", "everybody"), "public or restricted"),
        (replace(PRESENTER, corrected="x; " * 200, title="Winter funding"), ""),
    ],
)
def test_a_correction_that_cannot_be_is_declined_with_what_to_do(desk: Office, one: Correction, reason: str) -> None:
    upload = desk.take()
    desk.work()
    if not reason:
        desk.desk.correct(upload.id, one)
        assert len(desk.desk.upload(upload.id).corrections[0].correction.corrected) <= 500
        return
    with pytest.raises(Declined, match=reason):
        desk.desk.correct(upload.id, one)
    assert desk.desk.upload(upload.id).corrections == ()
