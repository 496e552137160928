from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import unquote

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from api.app import create_app
from api.settings import Settings
from search.model import Coverage
from web.about import AboutPage, ReportPage, letter
from web.render import renderer
from web.returning import came_from, own
from web.site import Site

NAMED = {"organisation_name": "Example Board", "contact_email": "papers@example.org", "contact_phone": "020 7946 0000"}
PAGES = ("/about", "/accessibility", "/privacy", "/report")


def served(**given: object) -> TestClient:
    return TestClient(create_app(Settings.model_validate(NAMED | given), {}))


@pytest.mark.parametrize("address", PAGES)
def test_each_page_has_one_heading_and_an_address_for_search_engines(address: str) -> None:
    page = served(address="https://papers.example.org/board").get(f"/board{address}").text
    assert page.count("<h1") == 1
    assert f'<link rel="canonical" href="https://papers.example.org/board{address}">' in page


def test_the_organisations_own_statements_stand_in_place_of_the_sites(tmp_path: Path) -> None:
    for name in ("about", "accessibility", "privacy"):
        (tmp_path / name).write_text(f"## Our own words on {name}\n\n<script>alert(1)</script>\n")
    site = served(**{f"{name}_file": tmp_path / name for name in ("about", "accessibility", "privacy")})
    for name in ("about", "accessibility", "privacy"):
        page = site.get(f"/{name}").text
        assert f"<h2>Our own words on {name}</h2>" in page
        assert "<script>alert" not in page
        assert page.split("<main")[1].split("</main>")[0].count("<h2") == 1


def test_the_accessibility_statement_names_what_it_must() -> None:
    page = served().get("/accessibility").text
    for said in ("EHRC", "EASS", "partially compliant", "WCAG) version 2.2", "papers@example.org", "26 November 2026"):
        assert said in page


def test_the_privacy_page_says_how_long_questions_are_kept_or_that_they_are_not() -> None:
    assert "kept for 30 days" in served(question_days=30).get("/privacy").text
    assert "Nothing that you ask or say here is kept." in served(question_days=0).get("/privacy").text


def test_the_page_on_how_this_works_says_whether_a_model_writes() -> None:
    assert "No text on this site is written by artificial intelligence." in served().get("/about").text
    phrased = served(phrase_url="http://127.0.0.1:9/v1", phrase_model="none").get("/about").text
    assert "No text on this site" not in phrased


def test_the_description_for_search_engines_says_only_what_the_settings_say() -> None:
    empty = Coverage(0, 0, 0, 0, "", "")
    assert "publisher" not in AboutPage(Site(), empty).data
    page = renderer(Site())(AboutPage(Site(service="</script><b>", organisation="A"), empty))
    data = page.split('<script type="application/ld+json">')[1].split("</script>")[0]
    assert json.loads(data)["name"] == "</script><b>"
    assert json.loads(data)["publisher"]["name"] == "A"


def test_a_report_begins_with_the_page_that_the_reader_came_from() -> None:
    page = served().get("/report", headers={"Referer": "http://testserver/search?q=beds&year=2025"}).text
    assert "http%3A%2F%2Ftestserver%2Fsearch%3Fq%3Dbeds%26year%3D2025" in page
    assert 'href="/search?q=beds&amp;year=2025"' in page


@pytest.mark.parametrize(
    "referer", ["https://elsewhere.example.org/x", "http://testserver.example.org/x", "http://[", ""]
)
def test_a_report_names_no_page_of_another_site(referer: str) -> None:
    assert "You came from" not in served().get("/report", headers={"Referer": referer}).text


def test_without_an_address_the_report_says_where_else_to_turn() -> None:
    page = renderer(Site())(ReportPage(Site(), "", "https://papers.example.org"))
    assert "mailto:" not in page
    assert "Contact the organisation that runs this site" in page


@pytest.mark.parametrize(
    "hostile",
    [
        "//evil.example",
        "/\\evil.example",
        "https://evil.example/",
        "javascript:alert(1)",
        "/a\r\nSet-Cookie: a=b",
        " /a",
    ],
)
def test_no_other_place_is_a_way_back(hostile: str) -> None:
    assert own(hostile) == ""
    assert "You came from" not in served().get("/report", params={"page": hostile}).text


@given(st.text(max_size=200))
def test_whatever_is_a_way_back_is_one_line_and_a_path_of_this_site(text: str) -> None:
    for found in (own(text), own(f"/{text}"), came_from(f"http://a.example/b/{text}", "a.example", "/b")):
        assert found == "" or (found[0] == "/" and found[1:2] not in ("/", "\\") and found.isascii())
        assert not set(found) & set("\r\n\t \\")


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_no_page_adds_a_recipient_or_a_header_to_a_letter(page: str) -> None:
    made = letter("a@example.org", "Mistake", page)
    assert made.count("?") == 1
    assert made.count("&") == (1 if page else 0)
    assert not set(made) & set("\r\n ")
    assert page in unquote(made)
