from __future__ import annotations

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app, site_of
from api.errors import UnusableArgument
from api.settings import Settings
from tests.board import papers
from tests.library import searcher, take

PAGES = (
    *("/", "/search?q=winter+funding", "/nowhere", "/decisions", "/actions", "/meetings", "/meetings/board/2025-01-16"),
    *(
        "/timeline?text=winter+funding",
        "/interests",
        "/about",
        "/accessibility",
        "/privacy",
        "/report",
        "/reuse",
        "/embed",
    ),
)
ELSEWHERE = ("#", "mailto:", "https://")
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made: Path = tmp_path_factory.mktemp("marks")
    take(made, papers(made / "papers"))
    return made


def served(folder: Path, **chosen: object) -> TestClient:
    """The site of a body with its own words and marks."""
    return TestClient(create_app(Settings.model_validate({"library": folder, **chosen}), {"public": searcher(folder)}))


def test_every_page_bears_the_name_of_its_service_and_organisation(folder: Path) -> None:
    site = served(folder, service_name="Council papers", organisation_name="Larkford District Council")
    page = site.get("/").text
    assert "- Council papers - Larkford District Council</title>" in page
    assert "Published by Larkford District Council" in page
    assert ">NHS<" not in page


def test_the_organisations_own_logo_is_served_as_a_picture_that_runs_nothing(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "crest.png").write_bytes(PNG)
    site = served(folder, logo=str(tmp_path / "crest.png"))
    assert 'src="/logo"' in site.get("/").text
    reply = site.get("/logo")
    assert (reply.content, reply.headers["content-type"]) == (PNG, "image/png")
    assert "default-src 'none'" in reply.headers["content-security-policy"]


def test_the_nhs_logo_is_a_setting(folder: Path) -> None:
    assert "nhsuk-header__organisation-logo" in served(folder).get("/").text
    assert "<title>NHS</title>" in served(folder, logo="nhs").get("/").text


def test_the_colour_is_a_style_sheet_of_the_site(folder: Path) -> None:
    reply = served(folder, brand_colour="#231f20").get("/brand.css")
    assert (reply.text, reply.headers["content-type"]) == (":root{--brand:#231f20}\n", "text/css; charset=utf-8")


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ({"brand_colour": "#ffb81c"}, "choose a darker one"),
        ({"logo": "crest.gif"}, "SVG or PNG"),
        ({"logo": "nowhere.png"}, "cannot be read"),
        ({"privacy_file": "nowhere.md"}, "MINUTEBOOK_PRIVACY_FILE nowhere.md"),
    ],
)
def test_a_mark_that_cannot_be_used_is_named_before_anything_is_served(chosen: dict[str, str], said: str) -> None:
    with pytest.raises(UnusableArgument, match=said):
        create_app(Settings.model_validate(chosen), {})


def test_a_sites_path_stands_before_every_address_of_its_pages(folder: Path) -> None:
    site = served(folder, address="https://www.example.org/papers/")
    assert site_of(Settings(address="https://www.example.org/papers/")).root == "/papers"
    for address in PAGES:
        for way in (address, f"/papers{address}"):  # a proxy may take the path away, or leave it
            page = site.get(way).text
            found = re.findall(r'(?:href|action|src)="([^"]*)"', page)
            assert found
            assert all(one.startswith(("/papers/", *ELSEWHERE)) for one in found), (way, found)


def test_the_canonical_address_is_absolute_where_the_sites_own_is_known(folder: Path) -> None:
    page = served(folder, address="https://www.example.org/papers").get("/").text
    assert '<link rel="canonical" href="https://www.example.org/papers/">' in page


def test_what_the_site_is_made_of_is_kept_by_browsers_until_it_changes(folder: Path) -> None:
    site = served(folder)
    sheet = site.get("/").text.split('rel="stylesheet" href="')[1].split('"')[0]
    assert site.get(sheet).headers["cache-control"] == "public, max-age=31536000, immutable"
    assert site.get(sheet.split("?")[0]).headers["cache-control"] == "public, max-age=3600"


def test_text_is_packed_and_pictures_are_not_packed_again(folder: Path) -> None:
    site = served(folder)
    assert site.get("/", headers={"Accept-Encoding": "gzip"}).headers["content-encoding"] == "gzip"
    assert "content-encoding" not in site.get("/", headers={"Accept-Encoding": "identity"}).headers
