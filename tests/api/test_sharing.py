from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings

ALLOWED, OTHER = "https://www.example.org", "https://evil.example"
ACROSS = "access-control-allow-origin"
ADDRESS = "/api/v1/documents"


@pytest.fixture
def shared() -> TestClient:
    return TestClient(create_app(Settings(embedders=f"{ALLOWED} http://intranet.example"), {}))


@pytest.mark.parametrize("origin", [ALLOWED, "http://intranet.example"])
def test_a_site_that_is_named_may_read_the_api(shared: TestClient, origin: str) -> None:
    headers = shared.get(ADDRESS, headers={"Origin": origin}).headers
    assert headers[ACROSS] == origin
    assert headers["cross-origin-resource-policy"] == "cross-origin"
    assert "Origin" in headers["vary"]
    assert "access-control-allow-credentials" not in headers


@pytest.mark.parametrize(
    "origin", [OTHER, "null", f"{ALLOWED}.evil.example", ALLOWED.upper(), "", "*", f"{ALLOWED}:8443"]
)
def test_no_other_site_may(shared: TestClient, origin: str) -> None:
    reply = shared.get(ADDRESS, headers={"Origin": origin})
    assert ACROSS not in reply.headers
    assert reply.headers["cross-origin-resource-policy"] == "same-origin"
    assert "Origin" in reply.headers["vary"]


@pytest.mark.parametrize(
    ("origin", "method", "status"), [(ALLOWED, "GET", 200), (ALLOWED, "POST", 400), (OTHER, "GET", 400)]
)
def test_a_browser_that_asks_first_is_told(shared: TestClient, origin: str, method: str, status: int) -> None:
    asked = {"Origin": origin, "Access-Control-Request-Method": method}
    reply = shared.options(ADDRESS, headers=asked)
    assert reply.status_code == status
    assert reply.headers.get(ACROSS) == (ALLOWED if origin == ALLOWED else None)


@pytest.mark.parametrize("address", ["/about", "/feeds/decisions.atom", "/static/minutebook.js", "/api/v1x"])
def test_pages_and_files_are_not_shared(shared: TestClient, address: str) -> None:
    assert ACROSS not in shared.get(address, headers={"Origin": ALLOWED}).headers


def test_nothing_that_changes_something_is_shared(shared: TestClient) -> None:
    reply = shared.post("/feedback", data={"kind": "page", "useful": "yes"}, headers={"Origin": ALLOWED})
    assert (reply.status_code, reply.headers.get(ACROSS)) == (403, None)
    assert ACROSS not in shared.post(ADDRESS, headers={"Origin": ALLOWED}).headers


def test_where_no_site_is_named_none_may() -> None:
    site = TestClient(create_app(Settings(), {}))
    assert ACROSS not in site.get(ADDRESS, headers={"Origin": ALLOWED}).headers


def test_a_trouble_can_be_read_by_a_site_that_is_named(shared: TestClient) -> None:
    reply = shared.get("/api/v1/nothing", headers={"Origin": ALLOWED})
    assert (reply.status_code, reply.headers[ACROSS]) == (404, ALLOWED)


def test_the_api_is_shared_under_any_path() -> None:
    site = TestClient(create_app(Settings(embedders=ALLOWED, address="https://papers.example.org/board"), {}))
    for address in (f"/board{ADDRESS}", ADDRESS):  # as the proxy leaves it, or takes the site's path away
        assert site.get(address, headers={"Origin": ALLOWED}).headers[ACROSS] == ALLOWED
    assert ACROSS not in site.get("/board/about", headers={"Origin": ALLOWED}).headers
