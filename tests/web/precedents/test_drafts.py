"""Drafts: handing in, what was read, putting it right, and deleting."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from ingest.model import Proposal
from search.model import Draft
from tests.web.drafting import Kept
from web.precedents.drafts import TEXT


def test_a_draft_is_handed_in_and_what_was_read_is_shown(client: TestClient, kept: Kept) -> None:
    assert "There is no draft yet" in client.get("/staff/precedents").text
    reply = client.post("/staff/precedents", files={"file": ("paper.docx", b"words")}, data={"who": "Jo"})
    assert (reply.status_code, reply.headers["location"]) == (303, "/board/staff/precedents/d1")
    page = client.get("/staff/precedents/d1").text
    assert "paper.docx" in page
    assert ">Approve the direct award.</textarea>" in page
    assert 'value="Patient transport"' in page
    assert "purpose; subject; policies, processes and rules" in page
    assert page.count("Not found in the draft. ") == 3
    assert 'href="/board/staff/precedents/d1/basket"' in client.get("/staff/precedents").text
    assert kept.held[0].who == "Jo"


def test_text_is_taken_as_it_was_typed(client: TestClient, kept: Kept) -> None:
    client.post("/staff/precedents", data={"text": " Award a contract.\r\nAt £2m. "})
    assert kept.held[0].proposal.recommendations == ("Award a contract.\nAt £2m.",)


@pytest.mark.parametrize(
    ("data", "files", "said"),
    [
        ({"text": "  "}, {}, "Choose a file, paste some text"),
        ({"text": "a"}, {"file": ("a.md", b"a")}, "not both"),
        ({}, {"file": ("a.md", b"")}, "a.md is empty"),
        ({"text": "é" * (TEXT + 1)}, {}, "Hand it in as a file"),
    ],
)
def test_what_is_no_draft_is_declined_and_said_why(
    client: TestClient, kept: Kept, data: dict[str, str], files: dict[str, tuple[str, bytes]], said: str
) -> None:
    reply = client.post("/staff/precedents", data=data, files=files or {"other": ("", b"")})
    assert reply.status_code == 422
    assert said in reply.text.split("There is a problem")[1].split("</div>")[0]
    assert "<title>Error: " in reply.text
    assert kept.held == []


def test_a_file_that_is_too_large_is_not_read(client: TestClient) -> None:
    reply = client.post("/staff/precedents", files={"file": ("a.md", b"a" * (3 * 2**20))})
    assert reply.status_code == 413


def test_every_field_is_corrected_and_the_search_goes_by_it(client: TestClient, kept: Kept) -> None:
    kept.begin(Proposal(recommendations=("Do it.",)), "")
    fields = {
        "title": " Transport  contract ",
        "purpose": "For decision",
        "recommendations": "Award it.\r\n\r\n  Note the risk. ",
        "subject": "transport",
        "bodies": "Board\nFinance Committee",
        "money": "£2m",
        "processes": "direct award process A",
    }
    reply = client.post("/staff/precedents/d1", data=fields)
    assert (reply.status_code, reply.headers["location"]) == (303, "/board/staff/precedents/d1/results")
    assert kept.draft("d1").proposal == Proposal(
        *("Transport contract", "For decision", ("Award it.", "Note the risk."), "transport"),
        *(("Board", "Finance Committee"), ("£2m",), ("direct award process A",)),
    )
    assert "Not found" not in client.get("/staff/precedents/d1").text


def test_a_correction_that_leaves_nothing_is_declined_and_what_was_typed_stays(client: TestClient, kept: Kept) -> None:
    kept.begin(Proposal(recommendations=("Do it.",)), "")
    reply = client.post("/staff/precedents/d1", data={"purpose": "Why not", "subject": "s" * 1_001})
    assert reply.status_code == 422
    assert "Write a title, or at least one recommendation." in reply.text
    assert "Subject: write at most 1,000 characters." in reply.text
    assert ">Why not</textarea>" in reply.text
    assert kept.draft("d1").proposal.recommendations == ("Do it.",)


def test_a_draft_is_deleted(client: TestClient, kept: Kept, filled: Draft) -> None:
    assert "This cannot be undone" in client.get("/staff/precedents/d1").text
    assert client.post("/staff/precedents/d1/delete").headers["location"] == "/board/staff/precedents"
    assert kept.held == []
    assert client.get("/staff/precedents/d1/basket").status_code == 404
