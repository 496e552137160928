"""A document that is marked as not for everybody is published only where somebody says so by name."""

from __future__ import annotations

import hashlib
import json
import subprocess
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from api.allowing import Allowing
from api.intake import Intake, Watch
from api.settings import Settings
from api.walk import Candidate, walk
from search.library import Library
from search.model import Declined
from search.service import audit
from search.service.service import Service
from tests.board import JANUARY, MINUTEBOOK
from tests.library import SMALL, take
from tests.staff import office
from web.render import renderer
from web.routes.staff import staff
from web.site import Site

PRIVATE = JANUARY.replace("Part I Board", "Part II Board")


def allowed(folder: Path) -> list[tuple[str, str, str]]:
    """Who wrote down, of which document, who allowed it, by the audit log of a folder, which must be whole."""
    with Service.open(folder) as service, service.read() as connection:
        assert audit.verify(connection).fault == ""
        return [(one.who, one.about, one.detail) for one in audit.entries(connection) if one.deed == "allow"]


def test_the_desk_declines_it_for_the_public_until_somebody_is_named_and_keeps_the_name(tmp_path: Path) -> None:
    with office(tmp_path) as desk:
        upload = desk.take(PRIVATE)
        desk.work()
        with pytest.raises(Declined, match=r'marked "Part II": title of page 1.*name'):
            desk.desk.publish(upload.id, "public", "A Secretary")
        with pytest.raises(Declined, match="name"):
            desk.desk.publish(upload.id, "public", "A Secretary", allowed_by=" \u202e ")
        assert (desk.desk.upload(upload.id).corrections, desk.held()) == ((), [])
        desk.desk.publish(upload.id, "public", "A Secretary", allowed_by="The Chair")
        desk.work()
        (kept,) = desk.desk.upload(upload.id).corrections
        assert (kept.correction.who, kept.correction.corrected) == ("The Chair", "public")
        assert allowed(tmp_path) == [("", upload.id, 'by The Chair: it is marked "Part II": title of page 1')]
        assert [one.name for one in desk.held()] == ["2025-01-board.md"]
        desk.desk.publish(upload.id, "public", "A Secretary")  # it has been said


def test_the_desk_asks_nobody_for_the_restricted_collection_or_an_unmarked_document(tmp_path: Path) -> None:
    with office(tmp_path) as desk:
        assert desk.published(PRIVATE, collection="restricted").state == "published"
        assert desk.published(JANUARY, "other.md").state == "published"


def test_a_name_that_is_taken_back_no_longer_holds(tmp_path: Path) -> None:
    with office(tmp_path) as desk:
        upload = desk.take(PRIVATE)
        desk.work()
        desk.desk.publish(upload.id, "public", "A Secretary", allowed_by="The Chair")
        (kept,) = desk.desk.upload(upload.id).corrections
        desk.desk.undo(upload.id, kept.id, "A Secretary")
        desk.work()
        assert (desk.held(), desk.desk.upload(upload.id).upload.state) == ([], "read")
        assert "Part II" in desk.desk.upload(upload.id).upload.reason


def test_ingest_refuses_it_for_the_public_and_says_on_which_pages(tmp_path: Path) -> None:
    path = tmp_path / "minutes.md"
    path.write_text(PRIVATE, encoding="utf-8")
    (outcome,) = take(tmp_path / "library", path)
    assert (outcome.status, outcome.document, outcome.publisher) == ("failed", None, "")
    assert '"Part II": title of page 1' in outcome.reason
    assert "--publish-marked" in outcome.reason


@pytest.mark.parametrize("collection", ["public", "restricted"])
def test_the_command_publishes_it_in_a_name_and_keeps_the_others_out(tmp_path: Path, collection: str) -> None:
    path = tmp_path / "minutes.md"
    path.write_text(PRIVATE, encoding="utf-8")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()

    def ran(*more: str) -> tuple[int, dict[str, str], str]:
        where = ["--library", str(tmp_path / "library"), "--collection", collection, "--json", *more]
        done = subprocess.run([MINUTEBOOK, "ingest", str(path), *where], capture_output=True, text=True, check=False)
        return done.returncode, json.loads(done.stdout)["documents"][0], done.stderr

    if collection == "restricted":
        code, document, _ = ran()
        assert (code, document["status"], document["publish_marked"]) == (0, "added", "")
        return
    code, document, said = ran()
    assert (code, document["status"]) == (1, "failed")
    assert "title of page 1" in said
    code, document, said = ran("--publish-marked", "The Chair")
    assert (code, document["status"], document["publish_marked"]) == (0, "added", "The Chair")
    assert "because The Chair says so" in said
    ((who, about, detail),) = allowed(tmp_path / "library")
    assert who.startswith("command line")
    assert (about, detail) == (digest[:12], 'by The Chair: "Part II": title of page 1')


def test_what_cannot_be_written_into_the_audit_log_is_not_published(tmp_path: Path) -> None:
    for name, text in (("private.md", PRIVATE), ("open.md", JANUARY)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "library" / "service.db").mkdir(parents=True)
    chosen = Settings(library=tmp_path / "library")
    with Library.open(chosen.folder("public"), write=True) as library:
        intake = Intake(library, SMALL, chosen, allowing=Allowing("The Chair", chosen.library))
        found = [one for one in walk([tmp_path / "private.md", tmp_path / "open.md"]) if isinstance(one, Candidate)]
        refused, taken = intake.take(found, Watch())
        assert [one.name for one in library.documents()] == ["open.md"]
    assert (refused.status, taken.status) == ("failed", "added")
    assert "that The Chair says it may be published cannot be written into the audit log" in refused.reason


def test_the_page_asks_who_says_so_and_shows_why_it_is_asked(tmp_path: Path) -> None:
    site = Site()
    with office(tmp_path) as desk:
        server = FastAPI()
        server.include_router(staff(desk.desk, site, renderer(site)))
        browser = TestClient(server, follow_redirects=False)
        upload = desk.take(PRIVATE)
        desk.work()
        page = f"/staff/uploads/{upload.id}"
        assert 'name="allowed_by"' in browser.get(page).text
        declined = browser.post(f"{page}/publish", data={"collection": "public", "who": "A Secretary"})
        assert (declined.status_code, "title of page 1" in declined.text) == (422, True)
        form = {"collection": "public", "who": "A Secretary", "allowed_by": "The <b>Chair"}
        assert browser.post(f"{page}/publish", data=form).status_code == 303
        shown = browser.get(page).text
        assert ("The &lt;b&gt;Chair" in shown, 'name="allowed_by"' in shown) == (True, False)
