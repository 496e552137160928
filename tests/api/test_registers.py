"""The registers over HTTP, and as one list over two collections."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from search.library import Library
from search.searcher import Searcher
from tests.api.stated import ASKED, STRATEGY, fill
from tests.keyed import keyed
from tests.search.readings import bag, minutes, state

REGISTERS = ("decisions", "actions", "interests", "declarations", "papers", "people", "glossary")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder: Path = tmp_path_factory.mktemp("registers")
    with Library.open(folder / "public", write=True) as library:
        fill(library)
    with Library.open(folder / "public", write=False) as library:
        app = create_app(Settings(library=folder), {"public": Searcher(library, bag())})
        yield TestClient(app, raise_server_exceptions=False)


def listed(site: TestClient, register: str, **asked: str | int) -> Any:
    reply = site.get(f"/api/v1/{register}", params=asked)
    assert reply.status_code == 200, reply.text
    return reply.json()


@pytest.mark.parametrize("register", REGISTERS)
def test_every_register_gives_a_part_and_the_total_each_entry_with_its_page(site: TestClient, register: str) -> None:
    whole = listed(site, register)
    assert whole["total"] == len(whole["entries"]) >= 1
    assert listed(site, register, limit=1)["entries"] == whole["entries"][:1]
    assert listed(site, register, offset=whole["total"]) == {"total": whole["total"], "entries": []}
    nested = {"people": "roles", "glossary": "defined_in"}.get(register)
    for one in whole["entries"]:
        for place in one[nested] if nested else [one]:
            assert {"file", "document", "page", "page_label"} <= set(place)


def test_a_decision_says_what_became_of_it_and_what_it_resolved(site: TestClient) -> None:
    (decided,) = listed(site, "decisions", text="ESTATES", body="board", status="confirmed")["entries"]
    assert (decided["state"], decided["confirmed_by"]["file"]) == ("confirmed", "march.pdf")
    assert [one["quote"] for one in decided["recommendations"]] == [ASKED]
    assert [one["file"] for one in (decided, *decided["also"])] == ["january.pdf", "january.docx"]


def test_an_action_has_its_history_and_is_overdue_on_a_day_that_is_given(site: TestClient) -> None:
    (asked,) = listed(site, "actions", as_of="2025-05-01")["entries"]
    assert (asked["reference"], asked["due_date"], asked["status"]) == ("54", "2025-04-30", "overdue")
    assert [one["source"] for one in asked["history"]] == ["minutes", "minutes", "action log"]
    assert listed(site, "actions", as_of="2025-04-01", status="overdue")["total"] == 0


def test_an_interest_that_two_registers_list_is_listed_once(site: TestClient) -> None:
    (held,) = listed(site, "interests", person="other", kind="personal")["entries"]
    assert (held["file"], held["first_listed"], held["last_listed"]) == ("register.pdf", "2025-01-16", "2025-03-13")
    assert listed(site, "interests", kind="financial")["total"] == 0


def test_a_recommendation_is_shown_with_the_decision_on_it(site: TestClient) -> None:
    (paper,) = listed(site, "papers", text="strategy")["entries"]
    assert paper["recommendations"][0]["resolved"]["verb"] == "approved"


def test_meetings_are_a_list_with_the_total_beside_it(site: TestClient) -> None:
    reply = site.get("/api/v1/meetings", params={"limit": 1, "since": "2025-01-16"})
    assert (len(reply.json()), reply.headers["X-Total-Count"]) == (1, "3")
    (january,) = (one for one in listed(site, "meetings", text="estates") if one["file"] == "january.pdf")
    assert (january["state"], january["confirmed_by"]["date"]) == ("confirmed", "2025-03-13")
    assert january["items"][0]["declarations"][0]["done"] == "left"
    assert listed(site, "meetings", kind="agenda") == []
    assert {one["date"] for one in listed(site, "meetings", person="ann")} == {"2025-01-16"}


def test_a_timeline_is_told_oldest_first(site: TestClient) -> None:
    found = listed(site, "timeline", text="estates strategy")
    assert [event["kind"] for event in found["entries"]] == ["paper", "minutes", "minutes", "decision"]


@pytest.mark.parametrize(
    ("register", "asked"),
    [
        ("decisions", {"verb": "liked"}),
        ("decisions", {"since": "January"}),
        ("decisions", {"limit": 0}),
        ("decisions", {"offset": -1}),
        ("actions", {"status": "late"}),
        ("actions", {"as_of": "soon"}),
        ("meetings", {"limit": 501}),
        ("people", {"person": "x" * 201}),
        ("timeline", {}),
        ("timeline", {"text": ""}),
    ],
)
def test_what_does_not_fit_is_refused_by_its_name(site: TestClient, register: str, asked: dict[str, Any]) -> None:
    reply = site.get(f"/api/v1/{register}", params=asked)
    assert (reply.status_code, reply.headers["content-type"]) == (422, "application/problem+json")
    assert reply.json()["detail"].startswith(next(iter(asked), "text"))


@pytest.mark.parametrize("odd", ["%", "_", "'", '"', "\\", "\ud7ff", "*", "a" * 200, "(", "\x00", " "])
@pytest.mark.parametrize("register", [*REGISTERS, "meetings", "timeline"])
def test_odd_words_are_only_words(site: TestClient, register: str, odd: str) -> None:
    for name in ("body", "text", "person"):
        asked = {"text": "beds", name: odd}
        assert site.get(f"/api/v1/{register}", params=asked).status_code == 200


def test_two_collections_make_one_list(tmp_path: Path) -> None:
    for name, day in (("public", "2025-01-16"), ("restricted", "2025-02-13")):
        with Library.open(tmp_path / name, write=True) as library:
            state(library, f"{name}.pdf", meetings=(minutes("ICB Board", day, STRATEGY),))
    searchers = {name: Searcher(Library.open(tmp_path / name, write=False), bag()) for name in ("public", "restricted")}
    both = TestClient(create_app(Settings(library=tmp_path), searchers), headers=keyed(tmp_path))
    found = listed(both, "decisions")
    assert (found["total"], [one["file"] for one in found["entries"]]) == (2, ["restricted.pdf", "public.pdf"])
    assert [one["file"] for one in listed(both, "decisions", offset=1, limit=1)["entries"]] == ["public.pdf"]
    assert [one["file"] for one in listed(both, "meetings")] == ["public.pdf", "restricted.pdf"]
    for searcher in searchers.values():
        searcher.library.close()
