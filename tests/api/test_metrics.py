from __future__ import annotations

import time
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from prometheus_client.parser import text_string_to_metric_families

from api.app import create_app
from api.routes.health import LOOKED_SECONDS
from api.settings import Settings
from search.engine import DATABASE
from search.library import Library
from search.store import save_value
from tests.board import papers
from tests.library import searcher, take

CANARY = "quillonbergamot"
HERE, AWAY = ("127.0.0.1", 1), ("192.0.2.1", 1)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("library")
    take(folder, papers(folder / "papers"))
    return folder


def values(client: TestClient) -> dict[tuple[str, ...], float]:
    """Every sample, by its name and the values of its labels."""
    families = text_string_to_metric_families(client.get("/metrics").text)
    return {(one.name, *one.labels.values()): one.value for family in families for one in family.samples}


def test_requests_stages_and_answers_are_counted(library: Path) -> None:
    site = TestClient(create_app(Settings(library=library), {"public": searcher(library)}), client=HERE)
    site.get("/api/v1/answer", params={"q": "what was decided on winter funding"})
    site.get("/search", params={"q": f"{CANARY} zyx"})
    site.get(f"/documents/{CANARY}/pages/1")
    site.get(f"/api/v1/documents/{CANARY}/pages/1.png")
    site.get(f"/{CANARY}")
    site.get(f"/static/{CANARY}.js")
    site.request(CANARY.upper(), "/about")
    found = values(site)
    count = "minutebook_request_seconds_count"
    assert found[count, "GET", "/api/v1/answer", "200"] == 1
    assert found[count, "GET", "/search", "200"] == 1
    assert found[count, "GET", "/documents/{document}/pages/{number}", "404"] == 1
    assert found[count, "GET", "/api/v1/documents/{document}/pages/{number}.png", "404"] == 1
    assert found[count, "GET", "none", "404"] == 1
    assert found[count, "GET", "/static", "404"] == 1
    for stage in ("understand", "embed", "retrieve", "rank", "answer", "render"):
        assert found["minutebook_stage_seconds_count", stage] >= 1, stage
    assert sum(value for name, value in found.items() if name[0] == "minutebook_answers_total") == 2
    assert found["minutebook_waiting", "work"] == found["minutebook_working", "work"] == 0
    assert found["process_resident_memory_bytes",] > 0
    assert CANARY not in site.get("/metrics").text.lower()


def test_what_was_turned_away_is_counted(tmp_path: Path) -> None:
    site = TestClient(create_app(Settings(library=tmp_path, rates="pages=1"), {}), client=HERE)
    for _ in range(3):
        site.get("/about")
    found = values(site)
    assert found["minutebook_turned_away_total", "rate"] == 2
    assert found["minutebook_request_seconds_count", "GET", "none", "429"] == 2


def test_jobs_of_the_worker_are_counted(tmp_path: Path) -> None:
    site = TestClient(create_app(Settings(library=tmp_path, staff=True), {}), client=HERE, base_url="http://localhost")
    sent = {"Origin": "http://localhost"}
    reply = site.post("/staff/uploads", data={"who": "Ada"}, files={"file": ("a.md", b"# A\n\nText.\n")}, headers=sent)
    assert reply.status_code < 400
    assert values(site)["minutebook_jobs", "read", "waiting"] == 1


@pytest.mark.parametrize("name", ["X-Forwarded-For", "Forwarded", "X-Real-IP"])
def test_metrics_are_for_this_machine_and_not_for_what_a_proxy_on_it_passes_on(tmp_path: Path, name: str) -> None:
    app = create_app(Settings(library=tmp_path), {})
    assert TestClient(app, client=HERE).get("/metrics").status_code == 200
    assert TestClient(app, client=("::1", 1)).get("/metrics").status_code == 200
    assert TestClient(app, client=HERE).get("/metrics", headers={name: "127.0.0.1"}).status_code == 403
    reply = TestClient(app, client=AWAY).get("/metrics")
    assert (reply.status_code, reply.headers["content-type"]) == (403, "application/problem+json")


def test_metrics_are_for_those_whom_the_setting_names(tmp_path: Path) -> None:
    chosen = Settings(library=tmp_path, metrics_readers="192.0.2.0/24", proxies="127.0.0.1")
    app = create_app(chosen, {})
    assert TestClient(app, client=AWAY).get("/metrics").status_code == 200
    assert TestClient(app, client=HERE).get("/metrics").status_code == 403
    for client, status in (("192.0.2.9", 200), ("203.0.113.9", 403), ("192.0.2.9, 203.0.113.9", 403)):
        passed_on = TestClient(app, client=HERE).get("/metrics", headers={"X-Forwarded-For": client})
        assert passed_on.status_code == status, client


def test_a_site_is_ready_when_it_can_answer_and_says_what_keeps_it_from_that(tmp_path: Path) -> None:
    take(tmp_path, papers(tmp_path / "papers"))
    ready = searcher(tmp_path)
    site = TestClient(create_app(Settings(library=tmp_path), {"public": ready}))
    assert site.get("/readyz").json() == {"status": "ok"}
    (tmp_path / "papers" / "more.md").write_text("# More\n\nThe roof of the hall is mended.\n")
    take(tmp_path, tmp_path / "papers")
    assert site.get("/readyz").status_code == 200
    with ready.view() as view:
        assert view.size == ready.library.coverage().passages
    time.sleep(1.1 * LOOKED_SECONDS)
    ready.library.close()
    (tmp_path / "public" / DATABASE).write_bytes(b"no database any more" * 100)
    reply = site.get("/readyz")
    assert (reply.status_code, reply.json()["detail"]) == (503, "a library cannot be read")
    assert site.get("/healthz").status_code == 200


def test_a_site_whose_library_went_over_to_another_model_is_not_ready(tmp_path: Path) -> None:
    take(tmp_path, papers(tmp_path / "papers"))
    site = TestClient(create_app(Settings(library=tmp_path), {"public": searcher(tmp_path)}))
    with Library.open(tmp_path / "public", write=True) as library, library.change() as connection:
        save_value(connection, "model", "other")
    reply = site.get("/readyz")
    assert (reply.status_code, reply.json()["detail"][:29]) == (503, "a library's vectors are of an")
