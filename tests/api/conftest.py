"""One site over two Markdown papers and a PDF, shared by the tests of the API."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from tests.board import paper_pdf, papers
from tests.library import searcher, take


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder: Path = tmp_path_factory.mktemp("site")
    paper_pdf(papers(folder / "papers") / "board.pdf")
    assert [outcome.status for outcome in take(folder, folder / "papers")] == ["added"] * 3
    app = create_app(Settings(library=folder), {"public": searcher(folder)})
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture(scope="session")
def pdf(site: TestClient) -> str:
    """The id of the PDF."""
    return str(next(document["id"] for document in site.get("/api/v1/documents").json() if document["media"] == "pdf"))
