"""A server where no library is yet: it says what to do, or begins empty where staff can hand the first paper in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.cli import run
from api.settings import Settings
from api.staff.begun import begin
from search.errors import LibraryMissing
from search.library import Library
from search.searcher import Searcher
from tests.catalogues import Server
from tests.library import SMALL
from tests.staff import office


def test_without_a_staff_side_one_line_says_how_to_make_a_library_and_nothing_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "nothing"
    assert run(["serve", "--library", str(folder)]) == 3
    (said,) = capsys.readouterr().err.splitlines()
    assert "minutebook ingest PAPERS" in said
    assert "MINUTEBOOK_STAFF=1" in said
    assert not folder.exists()


def test_a_collection_that_is_missing_is_named(tmp_path: Path) -> None:
    Library.open(tmp_path / "public", write=True).close()
    with pytest.raises(LibraryMissing, match="restricted"):
        begin(Settings(library=tmp_path), ["public", "restricted"], lambda said: None)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[TestClient]:
    """A server with a staff side over a folder where nothing was."""
    chosen = Settings(library=tmp_path, staff=True, rates="")
    said: list[str] = []
    begin(chosen, ["public"], said.append)
    assert "an empty one was made" in said[0]
    begin(chosen, ["public"], said.append)
    assert len(said) == 1
    with Library.open(chosen.folder("public"), write=False) as library:
        app = create_app(chosen, {"public": Searcher(library, SMALL)})
        yield TestClient(app, base_url="http://localhost", headers={"Origin": "http://localhost"})


def test_an_empty_site_answers_and_shows_what_staff_hand_in_first(site: TestClient, tmp_path: Path) -> None:
    assert site.get("/readyz").status_code == 200
    assert "hand in the first document" in site.get("/").text
    for address in (
        "/search?q=winter+funding",
        "/meetings",
        "/decisions",
        "/actions",
        "/interests",
        "/staff",
        "/about",
    ):
        assert site.get(address).status_code == 200, address
    with office(tmp_path) as desk:
        desk.published()
    assert "hand in the first document" not in site.get("/").text
    found = site.get("/api/v1/answer", params={"q": "winter funding for community beds"}).json()
    assert "approved winter funding" in found["answer"]["text"]


def test_a_library_whose_database_is_on_a_server_is_there(tmp_path: Path, server: Server) -> None:
    chosen = Settings(library=tmp_path)
    server.kept(chosen.folder("public"))
    begin(chosen, ["public"], lambda said: None)
    assert not (chosen.folder("public") / "library.db").exists()
