"""Precedents over HTTP: for words, for fields, for a draft's file; and one matter."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import docx
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.cli import run
from api.drafted import AT_ONCE, BUSY, TURNS
from api.errors import NotFound
from api.routes.precedents import precedent_routes
from ingest.model import Proposal
from search.model import Matter, Precedents

ADDRESS = "/api/v1/precedents"
ASKED = "approve winter funding of £2.4 million for community beds"


def word(*paragraphs: str) -> bytes:
    made, out = docx.Document(), io.BytesIO()
    made.add_heading("Winter beds", 0)
    made.add_heading("Recommendation", 1)
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    made.save(out)
    return out.getvalue()


def test_a_sentence_finds_the_matter_with_its_words_and_place(site: TestClient) -> None:
    found = site.post(ADDRESS, json={"text": ASKED}).json()
    assert found["proposal"]["recommendations"] == [ASKED]
    assert found["proposal"]["money"] == ["£2.4 million"]
    first = found["precedents"][0]
    assert first["rank"] == 1
    assert first["matter"]["outcome"] == "granted"
    assert [one["quote"] for one in first["matter"]["decided"]] == [
        "The Board approved winter funding of £2.4 million for community beds."
    ]
    assert (first["matter"]["date"], first["matter"]["item"]) == ("2025-01-16", "7")
    assert found["coverage"].startswith("Looked through ")
    assert first["points"]


def test_contrary_matters_are_named_among_the_precedents(site: TestClient) -> None:
    found = site.post(ADDRESS, json={"recommendations": ["Approve the estates strategy."], "title": "Estates strategy"})
    held = {one["matter"]["address"]: one["matter"] for one in found.json()["precedents"]}
    contrary = found.json()["contrary"]
    assert {held[address]["outcome"] for address in contrary} == {"deferred"}
    assert [address for address, matter in held.items() if matter["contrary"]] == contrary


def test_one_matter_is_given_by_its_address(site: TestClient) -> None:
    found = site.post(ADDRESS, json={"text": ASKED}).json()["precedents"][0]["matter"]
    assert site.get(f"/api/v1/matters/{found['address']}").json() == found
    missing = site.get("/api/v1/matters/0123456789ab-1-5")
    assert (missing.status_code, missing.headers["content-type"]) == (404, "application/problem+json")


def test_a_file_is_read_for_what_it_asks_and_counts_as_a_form(site: TestClient) -> None:
    content = word("The Board is asked to:", f"1. {ASKED.capitalize()}.", "2. Note the risks.")
    reply = site.post(f"{ADDRESS}?k=1", files={"draft": ("../winter.docx", content)})
    found = reply.json()
    assert found["proposal"]["title"] == "Winter beds"
    assert len(found["proposal"]["recommendations"]) == 2
    assert len(found["precedents"]) == 1


def test_fields_that_are_given_go_before_what_is_read(site: TestClient) -> None:
    asked = {"text": f"The Board is asked to {ASKED}.", "bodies": ["Finance Committee"], "money": ["£3m"]}
    found = site.post(ADDRESS, json=asked).json()["proposal"]
    assert (found["bodies"], found["money"]) == (["Finance Committee"], ["£3m"])
    assert found["recommendations"] == [asked["text"]]


def test_more_drafts_at_once_than_can_be_read_are_asked_to_come_again(site: TestClient) -> None:
    for _ in range(AT_ONCE):
        TURNS.acquire()
    try:
        reply = site.post(ADDRESS, files={"draft": ("winter.docx", word("Approve the plan."))})
    finally:
        for _ in range(AT_ONCE):
            TURNS.release()
    assert (reply.status_code, reply.json()["detail"]) == (503, BUSY)


class Empty:
    """Libraries in which nothing is like anything."""

    def precedents(self, proposal: Proposal, k: int = 10) -> Precedents:
        return Precedents(proposal, (), (), "Looked through 12 decisions of 2 meetings.")

    def matter(self, address: str) -> Matter:
        raise NotFound(f"there is no matter {address} here")


def test_nothing_like_it_says_what_was_looked_through() -> None:
    app = FastAPI()
    app.include_router(precedent_routes(Empty()), prefix="/api/v1")
    found = TestClient(app).post(ADDRESS, json={"text": "Buy a zeppelin from Ruritania"}).json()
    assert found["precedents"] == found["contrary"] == []
    assert found["coverage"].startswith("Looked through ")


def test_the_command_ends_with_the_code_of_what_went_wrong(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    torn = tmp_path / "torn.pdf"
    torn.write_bytes(b"%PDF-1.7 torn off")
    cases: list[tuple[int, list[str], str]] = [
        (2, [], "give a DRAFT, or --sentence TEXT"),
        (2, ["a.md", "--sentence", "approve it"], "give a DRAFT, or --sentence TEXT"),
        (2, [str(tmp_path / "none.docx")], "none.docx: cannot be read"),
        (2, [str(tmp_path)], "cannot be read"),
        (2, ["--sentence", " "], "--sentence: "),
        (1, [str(torn)], "torn.pdf: "),
        (3, ["--sentence", "approve it", "--library", str(tmp_path / "nowhere")], "nowhere"),
    ]
    for code, arguments, told in cases:
        assert run(["precedents", *arguments]) == code, arguments
        printed = capfd.readouterr()
        assert told in printed.err
        assert (printed.out, printed.err.count("\n")) == ("", 1)
    assert run(["evaluate"]) == 2
    assert run(["evaluate", "q.jsonl", "--precedents", "p.jsonl"]) == 2


@pytest.mark.parametrize(
    ("sent", "status", "told"),
    [
        ({"json": {}}, 409, "Say what is to be decided"),
        ({"json": {"text": " \n"}}, 409, "Say what is to be decided"),
        ({"json": {"text": "***"}}, 409, "cannot be read"),
        ({"json": {"text": 3}}, 422, "text"),
        ({"json": ["text"]}, 422, "body"),
        ({"content": b"{", "headers": {"Content-Type": "application/json"}}, 422, "json"),
        ({"json": {"title": "x" * 301}}, 422, "title"),
        ({"content": b" " * (2**21 + 1), "headers": {"Content-Type": "application/json"}}, 413, "too much"),
        ({"data": {"text": "approve"}}, 415, "send json"),
        ({"content": b"approve"}, 415, "send json"),
        ({"files": {"other": ("a.txt", b"approve")}}, 422, "no file called draft"),
        ({"files": {"draft": ("a.pdf", b"%PDF-1.7 torn off")}}, 409, "a.pdf cannot be read"),
        ({"files": {"draft": ("a.docx", b"")}}, 409, "a.docx cannot be read"),
    ],
)
def test_what_cannot_be_used_is_told_what_to_do(site: TestClient, sent: dict[str, Any], status: int, told: str) -> None:
    reply = site.post(ADDRESS, **sent)
    assert reply.status_code == status, reply.text
    assert reply.headers["content-type"] == "application/problem+json"
    assert told in reply.json()["detail"]
