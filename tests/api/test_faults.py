from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.commands.serving import listening
from api.errors import UnusableArgument
from api.settings import Settings
from search.engine import DATABASE
from tests.board import papers
from tests.keyed import keyed
from tests.library import searcher, take


def test_a_library_that_breaks_is_answered_without_naming_its_folder(tmp_path: Path) -> None:
    take(tmp_path, papers(tmp_path / "papers"))
    ready = searcher(tmp_path)
    ready.library.close()
    (tmp_path / "public" / DATABASE).write_bytes(b"no database any more" * 100)
    client = TestClient(create_app(Settings(library=tmp_path), {"public": ready}), raise_server_exceptions=False)
    reply = client.get("/readyz")
    assert reply.status_code == 503
    assert reply.headers["content-type"] == "application/problem+json"
    assert str(tmp_path) not in reply.text


def test_a_fault_of_our_own_is_a_problem_too(tmp_path: Path) -> None:
    take(tmp_path, papers(tmp_path / "papers"))
    app = create_app(Settings(library=tmp_path), {"public": searcher(tmp_path)})

    @app.get("/api/v1/broken")
    def broken() -> None:
        raise RuntimeError("not for the reader")

    reply = TestClient(app, raise_server_exceptions=False).get("/api/v1/broken")
    assert (reply.status_code, reply.headers["content-type"]) == (500, "application/problem+json")
    assert "not for the reader" not in reply.text
    assert "content-security-policy" in reply.headers


def test_two_collections_are_ranked_apart_and_merged_by_rank(tmp_path: Path) -> None:
    take(tmp_path / "one", papers(tmp_path / "papers"))
    other = tmp_path / "other"
    other.mkdir()
    (other / "closed.md").write_text("# Closed paper\n\nThe winter funding of the closed session was kept.\n")
    take(tmp_path / "two", other)
    ready = {"public": searcher(tmp_path / "one"), "restricted": searcher(tmp_path / "two")}
    client = TestClient(create_app(Settings(library=tmp_path), ready), headers=keyed(tmp_path))
    hits = client.get("/api/v1/search", params={"q": "winter funding"}).json()["hits"]
    assert [hit["rank"] for hit in hits] == list(range(1, len(hits) + 1))
    assert hits[1]["file"] == "closed.md"
    assert client.get(f"/api/v1/documents/{hits[1]['document']}/file").status_code == 200


def test_a_page_of_an_older_version_says_so_and_leads_to_the_newer_one(tmp_path: Path) -> None:
    folder = papers(tmp_path / "papers")
    (old, _) = take(tmp_path, folder)
    (folder / "2025-01-board.md").write_text("# Minutes\n\nThe minutes were written again.\n")
    (new, _) = take(tmp_path, folder)
    assert old.document is not None
    assert new.document is not None
    client = TestClient(create_app(Settings(library=tmp_path), {"public": searcher(tmp_path)}))
    page = client.get(f"/api/v1/documents/{old.document.id}/pages/1").json()
    assert (page["status"], page["replaced_by"]) == ("superseded", new.document.id)
    assert f'href="/documents/{new.document.id}/pages/1"' in client.get(f"/documents/{old.document.id}/pages/1").text


def test_a_taken_port_is_refused_by_its_number() -> None:
    with listening("127.0.0.1", 0) as door:
        port = door.getsockname()[1]
        with pytest.raises(UnusableArgument, match=f"--port {port}: cannot be served on"):
            listening("127.0.0.1", port)
