"""Every route of a site as it is routed, and what every reply of it must carry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.app import create_app
from api.headers import SECURITY
from api.settings import Settings
from tests.board import paper_pdf, papers
from tests.library import searcher, take

OTHER = "https://evil.example"
AROUND = [
    "/nothing",
    "/static/nothing.js",
    "/api/v1/nothing",
    "/static/../secret",
    "//evil.example",
    "/api/v1/openapi.json",
]


def routed(app: FastAPI) -> Iterator[tuple[str, str]]:
    """Method and form of the address of every route, those of routers within routers with what stands before them."""

    def walked(routes: Any, before: str) -> Iterator[tuple[str, str]]:
        for route in routes:
            inner = getattr(route, "original_router", None)
            if inner is not None:
                yield from walked(inner.routes, before + route.include_context.prefix)
            for method in sorted(getattr(route, "methods", None) or ()):
                yield method, before + route.path

    yield from walked(app.routes, "")


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    folder = tmp_path_factory.mktemp("walked")
    paper_pdf(papers(folder / "papers") / "board.pdf")
    take(folder, folder / "papers")
    chosen = Settings(library=folder, staff=True, rates="", embedders="https://www.example.org")
    return create_app(chosen, {"public": searcher(folder)})


@pytest.fixture(scope="module")
def replies(app: FastAPI) -> dict[str, Any]:
    """One reply of each route with what it needs, and of some addresses that are none."""
    site = TestClient(app, base_url="http://localhost", raise_server_exceptions=False, follow_redirects=False)
    document = site.get("/api/v1/documents").json()[0]["id"]
    asked = {"q": "winter funding", "text": "winter", "subject": "winter"}
    found = {}
    values = {"document": document, "number": "1", "width": "wide"}
    for method, form in routed(app):
        path = re.sub(r"\{(\w+)[^}]*\}", lambda name: values.get(name[1], "x"), form)
        found[f"{method} {form}"] = site.request(method, path, params=asked, headers={"Origin": OTHER})
    return found | {f"GET {path}": site.get(path, headers={"Origin": OTHER}) for path in AROUND}


def test_the_walk_meets_every_kind_of_route_and_most_of_them_answer(replies: dict[str, Any]) -> None:
    assert {
        "GET /",
        "GET /search",
        "GET /api/v1/answer",
        "GET /metrics",
        "POST /feedback",
        "POST /staff/uploads",
    } <= set(replies)
    assert len(replies) > 60
    assert sum(reply.status_code < 400 for reply in replies.values()) > 40
    assert not [(name, reply.status_code) for name, reply in replies.items() if reply.status_code >= 500]


def test_every_reply_carries_what_protects_a_reader(replies: dict[str, Any]) -> None:
    for name, reply in replies.items():
        assert set(SECURITY) <= {key for key in SECURITY if key in reply.headers}, name
        policy = reply.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy, name
        assert "unsafe-eval" not in policy, name
        assert "'unsafe-inline'" not in policy.partition("script-src")[2].partition(";")[0], name
        assert reply.headers["X-Content-Type-Options"] == "nosniff", name
        assert reply.headers["X-Request-ID"], name
        assert "server" not in reply.headers, name
        assert "frame-ancestors 'none'" in policy or name == "GET /embed", name


def test_nobody_is_given_a_cookie_who_has_not_signed_in(replies: dict[str, Any]) -> None:
    assert not [name for name, reply in replies.items() if "set-cookie" in reply.headers]


def test_no_reply_is_shared_with_a_site_that_is_not_named(replies: dict[str, Any]) -> None:
    for name, reply in replies.items():
        assert "access-control-allow-origin" not in reply.headers, name
        assert "access-control-allow-credentials" not in reply.headers, name
    changes = [reply.status_code for name, reply in replies.items() if name.startswith("POST ")]
    assert changes
    assert set(changes) == {403}


def test_no_redirect_leads_to_another_site(replies: dict[str, Any]) -> None:
    for name, reply in replies.items():
        where = reply.headers.get("location", "/")
        assert re.match(r"/(?!/)|http://localhost/(?!/)", where), (name, where)


def test_what_is_refused_tells_nothing_of_the_machine(replies: dict[str, Any], tmp_path: Path) -> None:
    for name, reply in replies.items():
        if reply.status_code >= 400:
            assert str(tmp_path.parent) not in reply.text, name
            assert "Traceback" not in reply.text, name
