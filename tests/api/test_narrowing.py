"""Filters, order, pages, facets and examples over HTTP and on the command line, one collection or two."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.cli import run
from api.settings import Settings
from search.library import Library
from tests.board import papers
from tests.keyed import keyed
from tests.library import searcher, take

SECRET = """# Minutes of the Drains Panel Meeting

Held on 6 February 2026 at 10.00 am in the Town Hall

## 1. Estates strategy (presented by Jo Grey)

Resolved: The Panel noted the estates strategy of the old laundry.
"""


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A site whose reader sees two collections."""
    folder: Path = tmp_path_factory.mktemp("both")
    take(folder / "one", papers(folder / "papers"))
    (folder / "secret").mkdir()
    (folder / "secret" / "panel.md").write_text(SECRET, encoding="utf-8")
    take(folder / "two", folder / "secret")
    searchers = {"public": searcher(folder / "one"), "restricted": searcher(folder / "two")}
    app = create_app(Settings(library=folder), searchers)
    with TestClient(app, headers=keyed(folder), raise_server_exceptions=False) as client:
        yield client


@pytest.mark.parametrize(
    "misfit",
    [
        "year=99",
        "year=2025-01",
        "year=all",
        "kind=poem",
        "sort=size",
        "offset=-1",
        "offset=100",
        "offset=x",
        f"body={'a' * 201}",
        f"presenter={'a' * 201}",
    ],
)
def test_what_does_not_fit_is_refused(site: TestClient, misfit: str) -> None:
    for address in ("search", "answer"):
        assert site.get(f"/api/v1/{address}?q=estates&{misfit}").status_code == 422


def test_empty_fields_of_a_form_ask_for_all(site: TestClient) -> None:
    plain = site.get("/api/v1/search?q=estates").json()
    assert site.get("/api/v1/search?q=estates&body=&year=&kind=&presenter=").json() == plain


def test_a_narrowed_search_over_http(site: TestClient) -> None:
    hits = site.get("/api/v1/search?q=estates+strategy&year=2025&kind=decision").json()["hits"]
    assert hits
    assert {(hit["meeting_date"][:4], hit["kind"]) for hit in hits} == {("2025", "decision")}


def test_the_pages_of_search_and_answer_hold_the_same_passages(site: TestClient) -> None:
    for sort in ("relevance", "date"):
        whole = site.get(f"/api/v1/search?q=estates+strategy&k=100&sort={sort}").json()
        assert whole["total"] == len(whole["hits"])
        found = []
        for offset in range(0, whole["total"], 10):
            page = site.get(f"/api/v1/answer?q=estates+strategy&sort={sort}&offset={offset}").json()
            assert (page["total"], page["offset"]) == (whole["total"], offset)
            assert page["answer"]["status"] == "answered"
            found += [hit["id"] for hit in page["hits"]]
        assert found == [hit["id"] for hit in whole["hits"]]


def test_a_refusal_says_that_the_search_was_narrowed(site: TestClient) -> None:
    answer = site.get("/api/v1/answer?q=estates+strategy&year=1999").json()["answer"]
    assert answer["status"] == "outside_coverage"
    assert "1999" in answer["explained"]
    assert answer["coverage"]["passages"] == 0


def test_facets_are_those_of_the_readers_collections(site: TestClient, both: TestClient) -> None:
    alone, together = site.get("/api/v1/facets").json(), both.get("/api/v1/facets").json()
    assert "Drains Panel" not in alone["bodies"]
    assert "Jo Grey" not in alone["presenters"]
    assert "2026" not in alone["years"]
    assert "Drains Panel" in together["bodies"]
    assert "Jo Grey" in together["presenters"]
    assert together["years"][:2] == ["2026", "2025"]


def test_results_of_two_collections_are_one_list(both: TestClient) -> None:
    whole = both.get("/api/v1/search?q=estates+strategy+laundry&k=100").json()
    assert {hit["committee"] for hit in whole["hits"]} >= {"Drains Panel"}
    assert [hit["rank"] for hit in whole["hits"]] == list(range(1, whole["total"] + 1))
    newest = both.get("/api/v1/search?q=estates+strategy+laundry&sort=date").json()["hits"][0]
    assert newest["meeting_date"] == "2026-02-06"
    only = both.get("/api/v1/answer?q=estates+strategy&body=Drains+Panel").json()
    said = [*only["answer"]["statements"], *[{"citation": hit} for hit in only["hits"]]]
    assert said
    assert {one["citation"]["committee"] for one in said} == {"Drains Panel"}


@pytest.mark.parametrize("misfit", [("--year", "99"), ("--kind", "poem"), ("--sort", "size")])
def test_what_does_not_fit_is_refused_on_the_command_line(misfit: tuple[str, str], tmp_path: Path) -> None:
    assert run(["search", "estates", *misfit, "--library", str(tmp_path)]) == 2


@pytest.mark.parametrize("more", [("--year", "2025"), ("--body", "Board"), ("--sort", "date")])
def test_many_questions_at_once_are_not_narrowed(more: tuple[str, str], tmp_path: Path) -> None:
    files = ("--queries", "q.jsonl", "--out", "o.jsonl")
    assert run(["search", *files, *more, "--library", str(tmp_path)]) == 2
    assert run(["search", "--like", "abc", *more, "--library", str(tmp_path)]) == 2


def test_a_library_without_papers_has_nothing_to_choose_from(tmp_path: Path) -> None:
    Library.open(tmp_path / "public", write=True).close()
    with TestClient(create_app(Settings(library=tmp_path), {"public": searcher(tmp_path)})) as client:
        assert client.get("/api/v1/examples").json() == {"questions": []}
        facets = client.get("/api/v1/facets").json()
        assert facets == {"bodies": [], "years": [], "kinds": [], "presenters": []}
        answer = client.get("/api/v1/answer?q=estates&year=2025").json()["answer"]
        assert answer["status"] == "empty_library"


def test_examples_are_answered_questions(both: TestClient) -> None:
    questions = both.get("/api/v1/examples").json()["questions"]
    assert len(questions) <= 4
    assert both.get("/api/v1/examples").json()["questions"] == questions
    for question in questions:
        assert both.get("/api/v1/answer", params={"q": question}).json()["answer"]["status"] == "answered"
