"""The way of a matter through committees and papers, on evidence alone, and the words that were used on it."""

from __future__ import annotations

from ingest.model import Proposal
from search.searcher import Searcher
from tests.search.precedents.conftest import Find

SHELTER = Proposal(recommendations=("approve a grant for a bus shelter",))


def test_the_route_leads_from_the_committee_that_the_paper_names_to_what_its_action_brought(shelter: Searcher) -> None:
    decided = next(one.matter for one in shelter.precedents(SHELTER).precedents if one.matter.body == "Parish Council")
    assert [(step.date, step.body, step.kind, step.detail) for step in decided.route] == [
        ("2024-05-14", "Works Committee", "decided", "supported"),
        ("2024-06-04", "Parish Council", "paper", ""),
        ("2024-06-04", "Parish Council", "decided", "approved"),
        ("2024-07-02", "Parish Council", "paper", ""),
    ]
    assert [step.text for step in decided.route if step.kind == "paper"] == [
        "To ask the Council to pay for a bus shelter.",
        "To give the Council the prices that it asked for (action 12).",
    ]


def test_less_than_was_asked_is_no_plain_yes(shelter: Searcher) -> None:
    decided = next(one.matter for one in shelter.precedents(SHELTER).precedents if one.matter.body == "Parish Council")
    assert decided.decided[0].asked[0].text == "Approve a grant of £8,000 for a bus shelter at the green."
    assert decided.outcome == "conditional"


def test_all_that_its_paper_asked_for_is_given_decided_or_not_and_where(shelter: Searcher) -> None:
    decided = next(one.matter for one in shelter.precedents(SHELTER).precedents if one.matter.body == "Parish Council")
    assert [one.text for one in decided.asked] == [
        "Approve a grant of £8,000 for a bus shelter at the green.",
        "Note that the county council will pay for the lighting.",
    ]
    for one in decided.asked:
        page = shelter.library.page(one.citation.document, one.citation.page)
        words = page.text if page else ""
        assert " ".join(words[span.start : span.end] for span in one.spans) == one.text


def test_an_item_of_every_meeting_is_no_step_of_another(find: Find) -> None:
    for sentence in ("note the budget report", "approve the minutes of the last meeting"):
        for one in find(sentence).precedents:
            assert [step.date for step in one.matter.route] == [one.matter.date]


def test_the_standing_wording_is_given_once_with_every_place_that_prints_it(find: Find, shelter: Searcher) -> None:
    first = find("approve the minutes of the last meeting").wording[0]
    assert first.kind == "resolution"
    assert sorted(place.date for place in first.citations) == ["2024-03-05", "2024-04-02", "2024-05-07"]
    wording = shelter.precedents(SHELTER).wording
    assert [one.text for one in wording if one.kind == "recommendation"] == [
        "Approve a grant of £8,000 for a bus shelter at the green."
    ]


def test_a_line_of_a_list_is_given_with_the_words_that_resolve_it(shelter: Searcher) -> None:
    wording = shelter.precedents(Proposal(recommendations=("Adopt the revised grit policy for June 2024.",))).wording
    assert wording
    assert all(one.text.startswith("The Council adopted the following policies: 01") for one in wording)


def test_a_month_or_a_year_in_common_is_no_likeness_of_subject(shelter: Searcher) -> None:
    found = shelter.precedents(Proposal(recommendations=("Adopt the revised grit policy for June 2024.",)))
    assert [point.said for point in found.precedents[0].points if point.aspect == "subject"] == ["both speak of policy"]


def test_words_of_another_kind_are_no_wording_for_what_is_asked(find: Find) -> None:
    assert all("contract" not in one.text for one in find("approve the minutes of the last meeting").wording)
