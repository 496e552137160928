"""Passages behind an answer, those that come nearest to a question refused, and more like one of them."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from search.model import Citation, Coverage, Facets, Hit, Query, Refused, Results, Statement, Twin
from tests.board import papers
from tests.library import searcher, take
from web.asking import Search
from web.filters import Filters
from web.render import renderer
from web.results import ResultsPage
from web.site import Site
from web.understood import Understood

render = renderer(Site())

CITED = Citation("d", "board.pdf", 4, 4, "4", "2025-01-16", "Board", "7", "Winter funding", ())
TWICE = (
    Twin("e-1", Citation("e", "plan.pdf", 9, 9, "9", "", "", "", "", ())),
    Twin("f-1", replace(CITED, document="f", file="old.pdf")),
)
NEAR = Hit(1, 0.4, "d-1", "The lease\tthree years", "table row", (), CITED, TWICE)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    folder: Path = tmp_path_factory.mktemp("passages")
    take(folder, papers(folder / "papers"))
    return TestClient(create_app(Settings(library=folder), {"public": searcher(folder)}))


def refused(contrary: tuple[Statement, ...] = ()) -> str:
    """The page of a question that is not answered."""
    held = Coverage(2, 30, 99, 2, "2025-01-16", "2025-03-13")
    answer = Refused("who owns it", "not_recorded", held, (NEAR,), contrary, "The papers here do not record it.")
    search = Search("who owns it")
    found = Results(Query("who owns it", "who owns it", "person"), answer, (NEAR,), 1)
    return html.unescape(render(ResultsPage(search, found, Understood(search, ()), Filters(Facets(), search))))


def test_statements_and_passages_each_lead_to_more_like_them(site: TestClient) -> None:
    page = site.get("/search", params={"q": "what was decided on winter funding"}).text
    best, behind = page.split('id="passages"')
    assert '<a href="/similar/' in best.split('id="answer"')[1]
    assert behind.count('<a href="/similar/') == behind.count("<h3") > 1


def test_more_like_this_shows_the_passage_and_others_with_their_places(site: TestClient) -> None:
    hit = site.get("/api/v1/search", params={"q": "estates strategy deferred"}).json()["hits"][0]
    wanted = site.get(f"/api/v1/passages/{hit['id']}/similar").json()["hits"]
    page = site.get(f"/similar/{hit['id']}").text
    first, others = page.split('id="passages"')
    assert html.escape(hit["text"].splitlines()[0]) in first
    assert re.findall(r'href="/similar/([^"]+)"', others) == [one["id"] for one in wanted]
    assert "16 January 2025" in others
    assert "?passage=" in others


@pytest.mark.parametrize(("passage", "status"), [("none", 404), ("n" * 201, 422), ("%00", 404), ("%F0%9F%98%80", 404)])
def test_more_like_a_passage_that_is_not_there_is_a_page_of_trouble(
    site: TestClient, passage: str, status: int
) -> None:
    reply = site.get(f"/similar/{passage}")
    assert (reply.status_code, reply.headers["content-type"]) == (status, "text/html; charset=utf-8")
    assert "search again" in reply.text


def test_a_library_of_one_passage_says_that_there_is_no_other(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "note.txt").write_text("The laundry building is empty.\n")
    take(tmp_path, tmp_path / "papers")
    site = TestClient(create_app(Settings(library=tmp_path), {"public": searcher(tmp_path)}))
    (hit,) = site.get("/api/v1/search", params={"q": "laundry"}).json()["hits"]
    assert "No other passage is here." in site.get(f"/similar/{hit['id']}").text


def test_a_refusal_says_why_what_was_searched_and_what_comes_nearest() -> None:
    page = refused()
    assert "Best answer" not in page
    assert "The papers here do not record it." in page
    assert "This searched 2 documents, 30 pages and 2 meetings, from 16 January 2025 to 13 March 2025." in page
    nearest = page.split("Passages that come nearest, but do not answer")[1]
    assert "The lease | three years" in nearest
    assert "Passages behind it" not in page


def test_what_a_record_says_against_the_question_is_quoted_with_its_place() -> None:
    assert "What the record says" not in refused()
    page = refused((Statement("contrary", "The Board approved the lease.", CITED, passage="d-2"),))
    record = page.split("What the record says")[1].split("</section>")[0]
    assert '<p dir="auto">The Board approved the lease.</p>' in record
    assert 'href="/documents/d/pages/4?passage=d-2">Page 4<span' in record
    assert 'href="/similar/d-2"' in record


def test_a_false_premise_is_met_with_the_record_that_denies_it(site: TestClient) -> None:
    page = html.unescape(site.get("/search", params={"q": "why did the board reject winter funding"}).text)
    assert "The minutes record that it was approved." in page
    record = page.split("What the record says")[1].split("</section>")[0]
    assert "The Board approved winter funding of £2.4 million for community beds." in record
    assert "16 January 2025, item 7: Winter funding" in record
    address = record.split('class="cite"')[1].split('href="')[1].split('"')[0]
    assert "approved winter funding" in site.get(address).text.split("<mark")[1].split("</mark>")[0]
    assert "Passages that come nearest, but do not answer" in page


def test_a_field_of_a_register_has_nothing_like_it() -> None:
    page = refused((Statement("contrary", "The Board approved the lease.", CITED),))
    assert "/similar/" not in page.split("What the record says")[1].split("</section>")[0]


def test_the_same_words_elsewhere_are_named_beside_the_passage() -> None:
    assert 'Same words also in <a href="/documents/e/pages/9?passage=e-1">plan.pdf - page 9</a>' in refused()
    there = "Board, 16 January 2025, item 7: Winter funding - page 4, old.pdf"
    assert f'<a href="/documents/f/pages/4?passage=f-1">{there}</a>' in refused()
