"""The pages for writers, over drafts in memory and matters made by hand."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response

from api.app import create_app
from api.limits.kinds import kind_of
from api.settings import Settings
from ingest.model import Proposal
from search.model import Chosen, Draft
from tests.web.drafting import LOOKED, MATTERS, Kept, Library, drafting
from web.precedents.basket import NOTE
from web.precedents.drafts import TEXT
from web.render import renderer
from web.routes.precedents import precedents
from web.site import Site

SITE = Site(address="https://papers.example.org/board", staff=True)
HOSTILE = "<script>alert(1)</script> & {{ site }} \u202e"
FIRST, SECOND, THIRD = (one.address for one in MATTERS)


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
def library() -> Library:
    return Library()


@pytest.fixture
def client(kept: Kept, library: Library) -> TestClient:
    app = FastAPI()
    app.include_router(precedents(drafting(kept, library), SITE, renderer(SITE)))
    return TestClient(app, follow_redirects=False)


@pytest.fixture
def filled(kept: Kept) -> Draft:
    """A draft with two matters in its basket."""
    draft = kept.begin(Proposal("Transport", recommendations=("Award it.",)), "")
    kept.choose(draft.id, FIRST)
    kept.choose(draft.id, SECOND)
    return kept.draft(draft.id)


def pressed(client: TestClient, do: str, **notes: str) -> Response:
    return client.post("/staff/precedents/d1/basket", data={"do": do} | notes)


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


def test_a_matter_stands_with_all_that_is_known_of_it(client: TestClient, filled: Draft) -> None:
    page = client.get("/staff/precedents/d1/results").text
    first = page.split("<article")[1]
    for said in (
        *(
            "1. the lease",
            "Granted",
            "The Board approved the lease, subject to a review in June.",
            "Approve the lease.",
        ),
        *("Both ask to approve", "Finance Committee", "Write to the provider.", "Overdue", "Jo Brown left the room."),
        *("June 2025", "presented by <bdi>Dr A", "ICB Board, 14 January 2025"),
        "2 steps, 1 action, 1 interest declared",
    ):
        assert said in first, said
    assert 'href="/board/documents/3f1c9a2b7d10/pages/16?at=10-1100"' in first
    assert "In the basket" in first
    assert "No paper here is known to have asked for it" in page.split("<article")[2]
    assert "3 matters found, strongest first." in page
    assert LOOKED in page


def test_contrary_matters_are_counted_first_and_keep_their_place(client: TestClient, filled: Draft) -> None:
    page = client.get("/staff/precedents/d1/results").text
    callout = page.split("1 of 3 did not go through as asked")[1].split("<article")[0]
    assert f'href="#matter-{SECOND}"' in callout
    assert "deferred" in callout
    assert page.index(f'id="matter-{FIRST}"') < page.index(f'id="matter-{SECOND}"') < page.index(f'id="matter-{THIRD}"')


def test_nothing_contrary_is_said_too(client: TestClient, filled: Draft, library: Library) -> None:
    library.matters = MATTERS[:1]
    page = client.get("/staff/precedents/d1/results").text
    assert "None of them was deferred, rejected, or granted with conditions." in page
    assert "did not go through" not in page


def test_wording_can_be_copied_and_is_cited(client: TestClient, filled: Draft) -> None:
    section = client.get("/staff/precedents/d1/results").text.split('id="wording"')[1]
    assert "Approve the award of &lt;u&gt;a contract&lt;/u&gt;.</textarea>" in section
    assert "Printed in 2 places" in section
    assert section.count('href="/board/documents/3f1c9a2b7d10/pages/16"') == 2


def test_none_found_says_what_was_looked_through_and_what_to_do(client: TestClient, kept: Kept) -> None:
    kept.begin(Proposal("Zebras & lions"), "")
    page = client.get("/staff/precedents/d1/results").text
    assert "None found" in page
    assert LOOKED in page
    assert "That does not mean that the like was never decided" in page
    assert 'href="/board/search?q=Zebras+%26+lions"' in page


def test_a_matter_goes_into_the_basket_and_leads_back_to_its_place(client: TestClient, kept: Kept) -> None:
    kept.begin(Proposal("Transport"), "")
    reply = client.post("/staff/precedents/d1/choose", data={"matter": THIRD})
    assert (reply.status_code, reply.headers["location"]) == (
        303,
        f"/board/staff/precedents/d1/results#basket-{THIRD}",
    )
    assert kept.draft("d1").basket == (Chosen(THIRD),)
    assert client.post("/staff/precedents/d1/choose", data={"matter": ""}).status_code == 422


def test_a_full_basket_says_so(client: TestClient, filled: Draft) -> None:
    reply = client.post("/staff/precedents/d1/choose", data={"matter": THIRD})
    assert reply.status_code == 422
    assert "The basket is full." in reply.text


def test_a_basket_is_ordered_annotated_and_emptied(client: TestClient, kept: Kept, filled: Draft) -> None:
    reply = pressed(client, f"up {SECOND}", **{f"note-{SECOND}": "the\r\nnearest"})
    assert reply.headers["location"] == f"/board/staff/precedents/d1/basket#matter-{SECOND}"
    assert kept.draft("d1").basket == (Chosen(SECOND, "the\nnearest"), Chosen(FIRST))
    pressed(client, f"down {SECOND}")
    assert [one.matter for one in kept.draft("d1").basket] == [FIRST, SECOND]
    pressed(client, f"up {FIRST}")
    pressed(client, "up nothing")
    assert [one.matter for one in kept.draft("d1").basket] == [FIRST, SECOND]
    assert ">the\nnearest</textarea>" in client.get("/staff/precedents/d1/basket").text
    pressed(client, f"drop {SECOND}")
    pressed(client, f"drop {FIRST}")
    assert "The basket is empty" in client.get("/staff/precedents/d1/basket").text


def test_a_note_that_is_too_long_is_declined_and_stays_on_the_page(
    client: TestClient, kept: Kept, filled: Draft
) -> None:
    long = "n" * (NOTE + 1)
    reply = pressed(client, "save", **{f"note-{FIRST}": long, f"note-{SECOND}": "other"})
    assert reply.status_code == 422
    assert "A note holds at most 2,000 characters." in reply.text
    assert long in reply.text
    assert ">other</textarea>" in reply.text
    assert kept.draft("d1").basket == filled.basket


@pytest.mark.parametrize(
    ("form", "media"),
    [
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("md", "text/markdown; charset=utf-8"),
        ("csl.json", "application/vnd.citationstyles.csl+json"),
    ],
)
def test_an_export_holds_what_stands_on_the_page(client: TestClient, filled: Draft, form: str, media: str) -> None:
    reply = pressed(client, form, **{f"note-{FIRST}": "cite this"})
    assert (reply.status_code, reply.headers["content-type"]) == (200, media)
    assert reply.headers["content-disposition"] == f"attachment; filename*=UTF-8''precedents-transport.{form}"
    assert reply.text == f"{form}: {FIRST} cite this {SECOND} "


def test_an_empty_basket_is_not_exported(client: TestClient, kept: Kept) -> None:
    kept.begin(Proposal("Transport"), "")
    reply = pressed(client, "docx")
    assert reply.status_code == 422
    assert "Nothing was exported" in reply.text


def test_a_matter_that_has_gone_is_shown_as_gone(client: TestClient, filled: Draft, library: Library) -> None:
    library.matters = MATTERS[1:]
    page = client.get("/staff/precedents/d1/basket").text
    assert "A matter that is no longer here" in page
    assert "Its paper was withdrawn" in page
    assert "the lease" not in page


def test_a_draft_is_deleted(client: TestClient, kept: Kept, filled: Draft) -> None:
    assert "This cannot be undone" in client.get("/staff/precedents/d1").text
    assert client.post("/staff/precedents/d1/delete").headers["location"] == "/board/staff/precedents"
    assert kept.held == []
    assert client.get("/staff/precedents/d1/basket").status_code == 404


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
