"""The page of the data and its files: of one state of the public library, and of no other."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.bulk.kept import Bulk, Shelf
from api.bulk.publisher import publisher
from api.catalogue import Catalogue
from api.settings import Settings
from search.library import Library
from search.searcher import Searcher
from tests.board import papers
from tests.keyed import keyed
from tests.library import SMALL, searcher, take

LICENCE = "Open Licence v1 https://example.org/licence"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("data")
    take(made, papers(made / "papers"))
    return made


@pytest.fixture(scope="module")
def found(folder: Path) -> Searcher:
    return searcher(folder)


@pytest.fixture(scope="module")
def here(folder: Path, found: Searcher) -> Iterator[TestClient]:
    chosen = Settings(library=folder, rates="", data_licence=LICENCE, organisation_name="An ICB")
    with TestClient(create_app(chosen, {"public": found})) as client:
        yield client


def test_the_page_says_what_there_is_what_it_means_and_how_it_may_be_used(here: TestClient) -> None:
    text = here.get("/data").text
    for said in (
        '<a href="https://example.org/licence">Open Licence v1</a>',
        'href="/data/decisions.csv"',
        'href="/data/decisions.jsonl"',
        'href="/data/datapackage.json"',
        "An ICB. Data of Board papers, version",
        '<h3 id="memberships">Memberships</h3>',
        "The clause that limits it.",
    ):
        assert said in text
    assert 'href="/data"' in here.get("/reuse").text
    assert "<loc>http://testserver/data</loc>" in here.get("/sitemap.xml").text
    assert "Disallow: /data/" in here.get("/robots.txt").text


def test_files_are_given_with_a_name_of_their_bytes(here: TestClient) -> None:
    reply = here.get("/data/decisions.csv")
    rows = list(csv.DictReader(io.StringIO(reply.text)))
    assert {row["verb"] for row in rows} == {"approved", "deferred", "noted"}
    assert reply.headers["content-type"] == "text/csv; charset=utf-8"
    assert "last-modified" not in reply.headers
    tag = reply.headers["etag"]
    again = here.get("/data/decisions.csv", headers={"If-None-Match": tag})
    assert (again.status_code, again.text, again.headers["etag"]) == (304, "", tag)
    lines = here.get("/data/decisions.jsonl")
    assert lines.headers["content-type"] == "application/jsonl"
    assert [json.loads(line)["id"] for line in lines.text.splitlines()] == [row["id"] for row in rows]
    assert here.get("/data/datapackage.json").json()["title"].startswith("Board papers")
    for name in ("nothing.csv", "decisions", "..%2Fservice.db", "%2e%2e", "a" * 65):
        assert here.get(f"/data/{name}").status_code in (404, 422), name


def test_no_licence_is_made_up(folder: Path, found: Searcher) -> None:
    client = TestClient(create_app(Settings(library=folder, rates=""), {"public": found}))
    assert "No licence is stated." in client.get("/data").text
    assert "licenses" not in client.get("/data/datapackage.json").json()
    for misfit in ("OGL", "https://example.org/licence", "OGL ftp://example.org"):
        with pytest.raises(ValueError, match="data_licence"):
            Settings(data_licence=misfit)


def test_a_publication_makes_them_anew(tmp_path: Path) -> None:
    plain = papers(tmp_path / "papers")
    take(tmp_path, plain / "2025-01-board.md")
    client = TestClient(create_app(Settings(library=tmp_path, rates=""), {"public": searcher(tmp_path)}))
    before = client.get("/data/meetings.csv")
    take(tmp_path, plain / "2025-03-board.md")
    after = client.get("/data/meetings.csv")
    assert (before.text.count("2025-"), after.text.count("2025-")) == (1, 2)
    assert before.headers["etag"] != after.headers["etag"]
    assert client.get("/data/meetings.csv", headers={"If-None-Match": before.headers["etag"]}).status_code == 200


def test_many_who_ask_at_once_are_given_what_one_of_them_has_made(folder: Path, found: Searcher) -> None:
    shelf, chosen = Shelf(), Settings(library=folder)
    bulks = [Bulk(shelf, Catalogue({"public": found}), publisher(chosen)) for _ in range(6)]
    with ThreadPoolExecutor(6) as pool:
        made = list(pool.map(lambda bulk: bulk.made(), bulks))
    assert len({one.folder for one in made}) == 1
    place = made[0].folder
    assert place.is_dir()
    del shelf, bulks
    assert not place.exists()


SECRET = """# Minutes of the Secret Committee

Held on 1 May 2025 at 10.00 am in the Town Hall

## 1. Zyzzogeton

Resolved: The Committee approved the zyzzogeton.
"""


def test_only_the_public_library_is_ever_in_them(folder: Path, found: Searcher, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text(SECRET, encoding="utf-8")
    take(tmp_path / "made", tmp_path / "secret.md")
    (tmp_path / "made" / "public").rename(tmp_path / "restricted")
    with Library.open(tmp_path / "restricted", write=False) as library:
        restricted, chosen = Searcher(library, SMALL), Settings(library=tmp_path, rates="")
        both = TestClient(create_app(chosen, {"public": found, "restricted": restricted}))
        alone = TestClient(create_app(chosen, {"restricted": restricted}))
        key = keyed(tmp_path, "read:public", "read:restricted")
        assert "zyzzogeton" in both.get("/decisions", headers=key).text
        for name in ("", "/decisions.csv", "/meetings.jsonl", "/documents.csv", "/datapackage.json"):
            reply = both.get(f"/data{name}", headers=key)
            assert reply.status_code == 200
            assert "zyzzogeton" not in reply.text.casefold()
            assert both.get(f"/data{name}").status_code == 401
            assert alone.get(f"/data{name}", headers=key).status_code == 404
            assert both.get(f"/data{name}", headers=keyed(tmp_path, "read:restricted")).status_code == 404
