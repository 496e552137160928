from __future__ import annotations

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from api.app import create_app
from api.settings import Settings
from tests.board import papers
from tests.library import searcher, take
from web import crawling
from web.crawling import MOST, OPENSEARCH, SITEMAP, Place
from web.site import Site

ADDRESS = "https://papers.example.org/board"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    tmp_path = tmp_path_factory.mktemp("site")
    take(tmp_path, papers(tmp_path / "papers"))
    return TestClient(create_app(Settings(library=tmp_path, address=ADDRESS), {"public": searcher(tmp_path)}))


def located(content: bytes) -> list[str]:
    return [str(one.text) for one in etree.fromstring(content).iter(f"{{{SITEMAP}}}loc")]


def test_the_sitemap_names_pages_that_are_there_and_may_be_indexed(site: TestClient) -> None:
    reply = site.get("/board/sitemap.xml")
    found = located(reply.content)
    assert sum("/meetings/" in one for one in found) == 2
    assert sum("/documents/" in one for one in found) == 2
    barred = site.get("/board/robots.txt").text
    for address in found:
        path = address.removeprefix("https://papers.example.org")
        assert not any(path.startswith(line.removeprefix("Disallow: ")) for line in barred.splitlines()[1:-1]), path
    assert site.get("/board/sitemap.xml", headers={"If-None-Match": reply.headers["etag"]}).status_code == 304


@pytest.mark.parametrize("part", ["1", "2"])
def test_a_part_of_the_sitemap_is_there_or_not(site: TestClient, part: str) -> None:
    assert site.get(f"/board/sitemaps/{part}.xml").status_code == (200 if part == "1" else 404)


def test_a_large_sitemap_is_parted() -> None:
    assert located(crawling.sitemap_index(MOST + 1, ADDRESS)) == [f"{ADDRESS}/sitemaps/{part}.xml" for part in (1, 2)]
    assert len(located(crawling.sitemap([Place("/a")] * (MOST + 5), ADDRESS))) == MOST


def test_search_engines_are_kept_off_results_and_staff_and_told_of_the_sitemap(site: TestClient) -> None:
    lines = site.get("/board/robots.txt").text.splitlines()
    assert {"Disallow: /board/search", "Disallow: /board/staff", "Disallow: /board/api/"} <= set(lines)
    assert lines[-1] == f"Sitemap: {ADDRESS}/sitemap.xml"
    assert "Sitemap" not in TestClient(create_app(Settings(), {})).get("/robots.txt").text


def test_a_browser_is_told_how_to_search_here(site: TestClient) -> None:
    reply = site.get("/board/opensearch.xml")
    assert reply.headers["content-type"].startswith("application/opensearchdescription+xml")
    root = etree.fromstring(reply.content)
    urls = {one.get("type"): one.get("template") for one in root.findall(f"{{{OPENSEARCH}}}Url")}
    assert urls["text/html"] == f"{ADDRESS}/search?q={{searchTerms}}"
    assert 'rel="search" type="application/opensearchdescription+xml"' in site.get("/board/about").text


@given(st.text(min_size=1), st.text())
def test_no_name_breaks_the_description_of_the_search(service: str, organisation: str) -> None:
    root = etree.fromstring(crawling.description(Site(service=service, organisation=organisation), ADDRESS))
    assert len(root.findtext(f"{{{OPENSEARCH}}}ShortName", "")) <= crawling.SHORT
    assert len(root.findtext(f"{{{OPENSEARCH}}}LongName", "")) <= crawling.LONG
