"""Two sites shared by the tests of the API: over two Markdown papers and a PDF, and the same with every register."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.intake import Intake, Watch
from api.settings import Settings
from api.walk import Candidate, walk
from search.library import Library
from search.searcher import Searcher
from tests.api.stated import fill
from tests.board import paper_pdf, papers
from tests.library import searcher, take
from tests.search.readings import bag

NOBODY = "http://127.0.0.1:9/v1"  # no server: every answer that is to be phrased is told that there is none


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder: Path = tmp_path_factory.mktemp("site")
    paper_pdf(papers(folder / "papers") / "board.pdf")
    assert [outcome.status for outcome in take(folder, folder / "papers")] == ["added"] * 3
    app = create_app(Settings(library=folder, rates=""), {"public": searcher(folder)})
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture(scope="session")
def pdf(site: TestClient) -> str:
    """The id of the PDF."""
    return str(next(document["id"] for document in site.get("/api/v1/documents").json() if document["media"] == "pdf"))


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder: Path = tmp_path_factory.mktemp("filled")
    paper_pdf(papers(folder / "papers") / "board.pdf")
    chosen = Settings(library=folder, phrase_url=NOBODY, phrase_model="none", rates="")
    with Library.open(chosen.folder("public"), write=True) as library:
        fill(library)
        found = [each for each in walk([folder / "papers"]) if isinstance(each, Candidate)]
        taken = Intake(library, bag(), chosen, None).take(found, Watch())
        assert [outcome.status for outcome in taken] == ["added"] * 3
    with (
        Library.open(chosen.folder("public"), write=False) as library,
        TestClient(create_app(chosen, {"public": Searcher(library, bag())}), raise_server_exceptions=False) as client,
    ):
        yield client
