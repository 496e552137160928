from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from ingest.model import Box, Span
from search.model import Citation, StoredDocument, StoredPage, StoredPassage
from tests.board import paper_pdf, papers
from tests.library import searcher, take
from web.citing import footnote, sentence
from web.viewer import ViewerPage

TEXT = "Resolved: The Board approved the plan.\nNext item."
DOCUMENT = StoredDocument("d", "pack.pdf", "", "Board pack", "a" * 64, "pdf", 3, 1, "current", "", "")
PAGE = StoredPage("d", 2, "1", 600.0, 800.0, TEXT, ((0, 9, Box(10, 20, 60, 32)), (39, 43, Box(10, 40, 60, 52))))
CITED = Citation("d", "pack.pdf", 2, 3, "1", "2025-01-16", "Board", "7", "Plan", ("Dr A", "Dr B"))
SPANS = (Span(2, 0, 38, (Box(10, 20, 200, 32),)), Span(3, 0, 5))
PASSAGE = StoredPassage("d-1", TEXT[:38], "decision", (), CITED, SPANS, "current", "")


def test_the_words_of_a_stretch_are_known_by_the_passage_that_holds_them() -> None:
    shown = ViewerPage(DOCUMENT, PAGE, (PASSAGE,), at="10-38")
    assert shown.held == PASSAGE
    assert [name for name, _, _ in shown.facts] == ["Meeting", "Item", "Presented by", "Kind", "Where"]
    assert shown.facts[0][2] == "/meetings/board/2025-01-16"
    assert shown.permanent == "/documents/d/pages/2?at=10-38"


def test_a_stretch_outside_every_passage_is_marked_and_nothing_said_of_it() -> None:
    shown = ViewerPage(DOCUMENT, PAGE, (PASSAGE,), at="39-43")
    assert (shown.held, [span.start for span in shown.cited], shown.kind) == (None, [39], "")


def test_words_that_are_not_there_are_said_to_be_lost() -> None:
    assert ViewerPage(DOCUMENT, PAGE, (PASSAGE,), passage="d-2").lost
    assert ViewerPage(DOCUMENT, PAGE, (PASSAGE,), at="900-950").lost
    assert not ViewerPage(DOCUMENT, PAGE, (PASSAGE,)).lost


def test_a_passage_that_goes_on_over_the_page_is_marked_there_too() -> None:
    shown = ViewerPage(DOCUMENT, PAGE, (PASSAGE,), passage="d-1")
    assert (shown.before, shown.after) == ("/documents/d/pages/1", "/documents/d/pages/3?passage=d-1")


def test_a_page_of_two_meetings_is_cited_as_of_neither() -> None:
    other = Citation("d", "pack.pdf", 2, 2, "1", "2025-03-13", "Board", "", "", ())
    later = StoredPassage("d-3", "Next item.", "discussion", (), other, (Span(2, 39, 49),), "current", "")
    assert ViewerPage(DOCUMENT, PAGE, (PASSAGE,)).citation.body == "Board"
    assert ViewerPage(DOCUMENT, PAGE, (PASSAGE, later)).citation.place == "pack.pdf"


def test_a_citation_says_when_it_is_a_recommendation_or_of_an_older_version() -> None:
    address = "https://papers.example.org/documents/d/pages/2"
    assert sentence(CITED, "recommendation", "superseded version", address) == (
        'Board, "Plan" (item 7, presented by Dr A and Dr B, recommendation), meeting of 16 January 2025, '
        f'pages 2 to 3 (printed 1) of "pack.pdf" (superseded version), {address}'
    )
    assert footnote(CITED, "decision", "", address, "2026-02-01") == (
        "Board, ‘Plan’ (meeting of 16 January 2025, item 7, presented by Dr A and Dr B) "
        f"pack.pdf, pages 2 to 3 (printed 1) <{address}> accessed 1 February 2026."
    )


def test_a_citation_of_a_paper_of_no_meeting_is_whole_too() -> None:
    bare = Citation("d", "notes.txt", 1, 1, "", "", "", "", "", (), (3, 8))
    assert sentence(bare) == 'lines 3 to 8 of "notes.txt"'
    assert footnote(bare) == "notes.txt, lines 3 to 8."


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    folder = tmp_path_factory.mktemp("viewer")
    paper_pdf(papers(folder / "papers") / "board.pdf")
    take(folder, folder / "papers")
    settings = Settings(library=folder, address="https://papers.example.org/board")
    return TestClient(create_app(settings, {"public": searcher(folder)}), base_url="https://papers.example.org/board")


@pytest.fixture(scope="module")
def ids(site: TestClient) -> dict[str, str]:
    return {each["name"]: each["id"] for each in site.get("/api/v1/documents").json()}


def test_a_page_shows_its_picture_in_two_sizes_with_the_words_marked_on_it(
    site: TestClient, ids: dict[str, str]
) -> None:
    hits = site.get("/api/v1/search", params={"q": "winter funding", "k": 20}).json()["hits"]
    places = [one for hit in hits for one in (hit, *hit["also"]) if one["document"] == ids["board.pdf"]]
    page = site.get(f"/documents/{ids['board.pdf']}/pages/1", params={"passage": places[0]["id"]}).text
    picture = f"/board/api/v1/documents/{ids['board.pdf']}/pages/1.png?scale="
    assert f'src="{picture}1.25" srcset="{picture}1.25 744w, {picture}2.5 1488w"' in page
    assert "of board.pdf as printed; its text follows" in page
    assert "<rect" in page
    assert 'id="cited"' in page
    assert f"https://papers.example.org/board/documents/{ids['board.pdf']}/pages/1?passage=" in page
    assert f'href="/board/api/v1/documents/{ids["board.pdf"]}/file#page=1"' in page


def test_a_file_without_pages_has_no_picture_and_numbered_lines(site: TestClient, ids: dict[str, str]) -> None:
    name = next(name for name in ids if name.endswith(".md"))
    page = site.get(f"/documents/{ids[name]}/pages/1").text
    assert "<img" not in page.split("<main")[1]
    assert '<li value="1"' in page
    assert "#page=" not in page


def test_a_page_can_be_gone_to_by_its_number(site: TestClient, ids: dict[str, str]) -> None:
    address = f"/documents/{ids['board.pdf']}/pages"
    there = site.get(address, params={"page": " 1 ", "from": 1}, follow_redirects=False)
    assert (there.status_code, there.headers["location"]) == (303, f"/board/documents/{ids['board.pdf']}/pages/1")
    for wrong in ("", "two", "0", "99", "²", "1" * 20):
        reply = site.get(address, params={"page": wrong})
        assert reply.status_code == 422
        assert "<title>Error: " in reply.text
        assert "Enter a page number from 1 to 1" in reply.text
        assert 'href="#page"' in reply.text
        assert 'id="page"' in reply.text


def test_the_way_back_leads_to_results_of_this_site_alone(site: TestClient, ids: dict[str, str]) -> None:
    address = f"/documents/{ids['board.pdf']}/pages/1"
    came = {"Referer": "https://papers.example.org/board/search?q=winter&sort=date"}
    assert 'href="/board/search?q=winter&amp;sort=date"' in site.get(address, headers=came).text
    elsewhere = site.get(address, headers={"Referer": "https://elsewhere.example.org/board/search?q=winter"}).text
    assert "Back to search results" not in elsewhere


def test_words_that_were_read_anew_leave_the_page_where_it_is(site: TestClient, ids: dict[str, str]) -> None:
    reply = site.get(f"/documents/{ids['board.pdf']}/pages/1", params={"passage": "gone"})
    assert reply.status_code == 200
    assert "were not found on this page" in reply.text


def test_a_document_leads_to_its_first_page(site: TestClient, ids: dict[str, str]) -> None:
    reply = site.get(f"/documents/{ids['board.pdf']}", follow_redirects=False)
    assert reply.headers["location"] == f"/board/documents/{ids['board.pdf']}/pages/1"
