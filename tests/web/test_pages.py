from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from search import words
from search.model import Citation, Coverage
from tests.board import papers
from tests.library import searcher, take
from web import wording
from web.home import HomePage
from web.render import renderer
from web.site import Site
from web.wording import holdings

render = renderer(Site())


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    tmp_path = tmp_path_factory.mktemp("pages")
    folder = papers(tmp_path / "papers")
    (folder / "sharp.md").write_text('# Minutes\n\nThe <script>alert(1)</script> tag & "quotes" were discussed.\n')
    take(tmp_path, folder)
    return TestClient(create_app(Settings(library=tmp_path), {"public": searcher(tmp_path)}))


def test_the_first_page_says_what_can_be_searched(site: TestClient) -> None:
    page = site.get("/").text
    assert 'role="search"' in page
    assert "3 documents" in page
    assert "3 documents, 2 meetings, January 2025 to March 2025" in page


def test_an_empty_library_says_what_to_do() -> None:
    assert "minutebook ingest" in render(HomePage(Coverage(0, 0, 0, 0, "", "")))


def test_a_result_carries_its_citation_and_a_link_to_the_marked_page(site: TestClient) -> None:
    page = site.get("/search", params={"q": "winter funding"}).text
    assert "16 January 2025" in page
    address = page.split('class="cite"')[1].split('href="')[1].split('"')[0].replace("&amp;", "&")
    viewer = site.get(address).text
    assert "<mark" in viewer
    assert "winter funding" in viewer.split("<mark")[1].split("</mark>")[0].lower()


def test_words_of_documents_and_questions_are_escaped(site: TestClient) -> None:
    page = site.get("/search", params={"q": "<script>alert(2)</script> tag quotes"}).text
    assert "<script>" not in page


def test_a_blank_question_is_met_with_what_to_do(site: TestClient) -> None:
    page = site.get("/search", params={"q": "  "})
    assert page.status_code == 200
    assert "<title>Error: " in page.text
    summary = page.text.split("There is a problem")[1].split("</div>")[0]
    assert '<a href="#q">' in summary
    assert "Enter what you would like to know" in summary
    assert page.text.count('id="q"') == 1


def test_a_question_without_words_says_that_nothing_was_found(site: TestClient) -> None:
    assert "Nothing was found" in site.get("/search", params={"q": "\x00"}).text


@pytest.mark.parametrize(("address", "status"), [("/nowhere", 404), ("/documents/none/pages/1", 404)])
def test_trouble_is_a_page_that_says_what_to_do(site: TestClient, address: str, status: int) -> None:
    reply = site.get(address)
    assert (reply.status_code, reply.headers["content-type"]) == (status, "text/html; charset=utf-8")
    assert "search again" in reply.text


def test_a_citation_reads_as_a_person_would_write_it() -> None:
    cited = Citation("d", "pack.pdf", 15, 15, "13", "2025-01-16", "ICB Board", "7", "Stewardship", ())
    assert f"{cited.place} - {cited.sheet}" == "ICB Board, 16 January 2025, item 7: Stewardship - page 15 (printed 13)"
    bare = Citation("d", "notes.txt", 1, 1, "", "", "", "", "", (), (3, 8))
    assert f"{bare.place} - {bare.sheet}" == "notes.txt - lines 3 to 8"


def test_holdings_are_counted_in_words() -> None:
    assert holdings(Coverage(1, 1200, 5, 0, "", "")) == "1 document and 1,200 pages"


@pytest.mark.parametrize("address", [f"none/pages/{'9' * 20}", "none/pages/0", f"{'n' * 65}/pages/1"])
def test_an_address_past_its_bounds_is_a_page_of_trouble_too(site: TestClient, address: str) -> None:
    reply = site.get(f"/documents/{address}")
    assert (reply.status_code, reply.headers["content-type"]) == (422, "text/html; charset=utf-8")


def test_the_search_box_takes_what_the_search_reads() -> None:
    assert wording.LONGEST == words.LONGEST
    assert f'maxlength="{words.LONGEST}"' in render(HomePage(Coverage(1, 1, 1, 0, "", "")))
