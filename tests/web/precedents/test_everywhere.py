"""What holds on all pages for writers: what is text stays text, and whom they are for."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.limits.kinds import kind_of
from api.settings import Settings
from ingest.model import Proposal
from search.model import Chosen, Draft
from tests.web.drafting import SECOND, Kept

HOSTILE = "<script>alert(1)</script> & {{ site }} \u202e"


def test_words_of_drafts_and_papers_are_only_text(client: TestClient, kept: Kept) -> None:
    every = Proposal(HOSTILE, HOSTILE, (HOSTILE, "award"), HOSTILE, (HOSTILE,), (HOSTILE,), (HOSTILE,))
    draft = kept.begin(every, HOSTILE)
    kept.held[0] = replace(draft, name=HOSTILE, basket=(Chosen(SECOND, f"{HOSTILE}</textarea>"), Chosen(HOSTILE)))
    for address in ("", "/d1", "/d1/results", "/d1/basket"):
        page = client.get(f"/staff/precedents{address}").text
        assert "&lt;script&gt;" in page
        assert "<script>alert" not in page
        assert not re.search(r"<(b|i|u)>", page)
        assert "{{ site }}" in page


@pytest.mark.parametrize("body", [b"\xff", b"do", b"&" * 3_000, b"note-x=1&do=up"])
def test_no_form_is_a_fault(client: TestClient, filled: Draft, body: bytes) -> None:
    for address in ("", "/choose", "/basket"):
        assert client.post(f"/staff/precedents/d1{address}", content=body).status_code in (303, 413, 422)


@pytest.mark.parametrize("more", ["results", "choose", "basket"])
def test_a_writer_may_press_as_many_buttons_as_a_reader_may_ask_questions(more: str) -> None:
    assert kind_of("POST", f"/staff/precedents/0123456789ab/{more}") == "questions"
    assert kind_of("POST", "/staff/precedents") == kind_of("POST", "/staff/precedents/0123456789ab") == "forms"


def test_only_the_staff_side_has_the_pages_and_takes_forms_of_its_own_alone(tmp_path: Path) -> None:
    assert TestClient(create_app(Settings(library=tmp_path), {})).get("/staff/precedents").status_code == 404
    app = create_app(Settings(library=tmp_path, staff=True), {})
    assert TestClient(app).get("/staff/precedents").status_code == 403  # by another name than this machine's
    site = TestClient(app, base_url="http://127.0.0.1", follow_redirects=False)
    assert 'href="/staff/precedents" aria-current="page"' in " ".join(site.get("/staff/precedents").text.split())
    form: dict[str, Any] = {"data": {"text": "Award a contract."}, "files": {"other": ("", b"")}}
    theirs, own = {"Origin": "http://evil.example"}, {"Origin": "http://127.0.0.1", "Sec-Fetch-Site": "same-origin"}
    assert site.post("/staff/precedents", **form, headers=theirs).status_code == 403
    assert site.post("/staff/precedents", **form, headers=own).status_code == 303
    assert "Award a contract." in site.get("/staff/precedents").text
