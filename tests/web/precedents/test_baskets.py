"""Baskets: choosing, ordering, notes and export."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from ingest.model import Proposal
from search.model import Chosen, Draft
from tests.web.drafting import FIRST, MATTERS, SECOND, THIRD, Kept, Library
from web.precedents.basket import NOTE


def pressed(client: TestClient, do: str, **notes: str) -> Response:
    return client.post("/staff/precedents/d1/basket", data={"do": do} | notes)


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
