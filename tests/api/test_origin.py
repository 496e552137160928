from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from api.origin import SameOrigin


def changed(request: Request) -> Response:
    return PlainTextResponse("changed")


def refuse(request: Request, status: int, detail: str) -> Response:
    return PlainTextResponse(detail, status)


def site(address: str = "") -> TestClient:
    """A site with one address that changes something."""
    routes = [Route(path, changed, methods=["GET", "POST"]) for path in ("/form", "/api/v1/drafts")]
    app = Starlette(routes=routes)
    app.add_middleware(SameOrigin, refuse=refuse, address=address)
    return TestClient(app, base_url="http://papers.test")


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://papers.test"},
        {"Origin": "http://papers.test", "Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "same-origin"},
    ],
)
def test_a_form_of_the_site_itself_is_taken(headers: dict[str, str]) -> None:
    assert site().post("/form", headers=headers).text == "changed"


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "null"},
        {"Origin": "http://elsewhere.test"},
        {"Origin": "http://papers.test.elsewhere.test"},
        {"Origin": "http://papers.test:81"},
        {"Origin": "http://papers.test", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "http://papers.test", "Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
    ],
)
def test_a_form_from_anywhere_else_is_refused(headers: dict[str, str]) -> None:
    reply = site().post("/form", headers=headers)
    assert (reply.status_code, "send it again" in reply.text) == (403, True)


def test_behind_a_proxy_the_public_address_counts() -> None:
    behind = site("https://www.example.org/papers")
    assert behind.post("/form", headers={"Origin": "https://www.example.org"}).status_code == 200
    assert behind.post("/form", headers={"Origin": "http://papers.test"}).status_code == 403


def test_reading_is_never_refused() -> None:
    assert site().get("/form", headers={"Origin": "http://elsewhere.test"}).status_code == 200


def test_a_program_that_is_no_browser_may_call_the_api_and_no_page() -> None:
    assert site().post("/api/v1/drafts").status_code == 200
    assert site().post("/api/v1/drafts", headers={"Origin": "http://elsewhere.test"}).status_code == 403
    assert site().post("/form").status_code == 403
