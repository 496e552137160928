"""Precedents: matters with all that is known of them, what stands against them, and wording."""

from __future__ import annotations

from fastapi.testclient import TestClient

from ingest.model import Proposal
from search.model import Draft
from tests.web.drafting import FIRST, LOOKED, MATTERS, SECOND, THIRD, Kept, Library


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
    assert 'href="/board/documents/3f1c9a2b7d10/pages/3?at=40-60"' in first, "what was asked is marked on its page"
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


def test_one_contrary_matter_alone_is_not_counted(client: TestClient, filled: Draft, library: Library) -> None:
    library.matters = MATTERS[1:2]
    page = client.get("/staff/precedents/d1/results").text
    assert "It did not go through as asked" in page
    assert "rely on the others" not in page


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


def test_reviews_and_interests_of_all_matters_stand_together(
    client: TestClient, filled: Draft, library: Library
) -> None:
    section = client.get("/staff/precedents/d1/results").text.split('id="handled"')[1].split("</section>")[0]
    assert "<bdi>June 2025</bdi>" in section
    assert "<strong>Left</strong>, <bdi>Jo Brown</bdi>" in section
    assert section.count(f'href="#matter-{FIRST}"') == 2
    library.matters = MATTERS[1:]
    assert 'id="handled"' not in client.get("/staff/precedents/d1/results").text


def test_where_none_is_found_the_nearest_stand_apart_and_are_called_none(
    client: TestClient, kept: Kept, library: Library
) -> None:
    kept.begin(Proposal("Zebras & lions"), "")
    library.nearest = MATTERS[:1]
    page = client.get("/staff/precedents/d1/results").text
    section = page.split("None found")[1].split('aria-labelledby="nearest"')[1].split("</section>")[0]
    assert "No precedents, but look at them before you say that there are none." in section
    assert MATTERS[0].title in section
    assert "Add to basket" not in page


def test_none_found_says_what_was_looked_through_and_what_to_do(client: TestClient, kept: Kept) -> None:
    kept.begin(Proposal("Zebras & lions"), "")
    page = client.get("/staff/precedents/d1/results").text
    assert "None found" in page
    assert LOOKED in page
    assert "That does not mean that the like was never decided" in page
    assert 'href="/board/search?q=Zebras+%26+lions"' in page
