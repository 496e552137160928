"""Matters that are like what is asked are found, whole, strongest first, and the contrary ones among them."""

from __future__ import annotations

from search.searcher import Searcher
from tests.search.precedents.conftest import Find


def test_a_matter_is_found_for_what_is_asked_with_all_that_belongs_to_it(find: Find) -> None:
    first = find("sell the lower field").precedents[1].matter
    assert (first.title, first.body, first.date) == (
        "Allotments: sale of the lower field",
        "Parish Council",
        "2024-03-05",
    )
    assert first.outcome == "deferred"
    assert [entry.decision.verb for entry in first.decided] == ["deferred"]
    assert [(step.date, step.kind) for step in first.route] == [("2024-03-05", "decided"), ("2024-04-02", "returned")]
    assert [entry.text for entry in first.actions] == ["TH to have the lower field valued by 1 April 2024."]
    assert [entry.declaration.done for entry in first.conflicts] == ["left"]
    assert [review.due for review in first.reviews] == ["2 April 2024"]


def test_a_matter_has_an_address_that_finds_it_again(parish: Searcher, find: Find) -> None:
    for one in find("award a contract for grass cutting").precedents:
        assert parish.matter(one.matter.address) == one.matter
    assert parish.matter("nothing-1-1") is None
    assert parish.matter("nothing") is None


def test_what_was_looked_through_is_said(find: Find) -> None:
    said = "Looked through 11 decisions of 3 meetings, 5 March 2024 to 7 May 2024."
    assert find("sell the lower field").looked == said
