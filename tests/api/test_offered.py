"""The menu leads to the interests where there are any, and only there."""

from __future__ import annotations

from pathlib import Path

from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from tests.board import JANUARY
from tests.library import searcher, take

DECLARED = JANUARY.replace(
    "## 7. Winter funding",
    "## 2. Declarations of interest\n\nSP declared an interest in item 7 and left the room.\n\n## 7. Winter funding",
)
LINK = 'href="/interests'


def test_interests_are_offered_as_soon_as_any_are_held_and_no_longer_than_that(tmp_path: Path) -> None:
    paper = tmp_path / "2025-01-board.md"
    paper.write_text(JANUARY, encoding="utf-8")
    take(tmp_path, paper)
    asked = searcher(tmp_path)
    site = TestClient(create_app(Settings(library=tmp_path), {"public": asked}))
    for page in ("/", "/meetings", "/reuse", "/nowhere"):
        assert LINK not in site.get(page).text
    assert "No register of interests is held here" in site.get("/interests").text
    paper.write_text(DECLARED, encoding="utf-8")
    take(tmp_path, paper)
    for page in ("/", "/meetings", "/reuse", "/nowhere"):
        assert LINK in site.get(page).text
    paper.write_text(JANUARY, encoding="utf-8")
    take(tmp_path, paper)
    assert LINK not in site.get("/meetings").text
    asked.library.close()
