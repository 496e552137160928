from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings

ELSEWHERE = {"Host": "evil.example"}


@pytest.mark.parametrize("address", ["", "https://papers.example.org/board"])
def test_an_address_that_ends_with_a_slash_leads_to_the_page_of_the_same_site_whatever_host_is_named(
    tmp_path: Path, address: str
) -> None:
    root = "/board" if address else ""
    here = TestClient(create_app(Settings(library=tmp_path, address=address), {}), follow_redirects=False)
    reply = here.get(f"{root}/meetings/?body=a%20b", headers=ELSEWHERE)
    assert (reply.status_code, reply.headers["location"]) == (308, f"{root}/meetings?body=a%20b")
    assert here.get(f"{root}/", headers=ELSEWHERE).status_code == 200
    for path in ("//evil.example/", "/%2F%2Fevil.example/", "/\\evil.example/"):
        found = here.get(root + path, headers=ELSEWHERE).headers.get("location", "/")
        assert found.startswith("/")
        assert not found.startswith(("//", "/\\"))
