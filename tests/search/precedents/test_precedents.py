"""Matters that are like what is asked are found, whole, strongest first, and the contrary ones among them."""

from __future__ import annotations

from pathlib import Path

from ingest.model import Proposal
from search.precedents.find import chosen
from search.searcher import Searcher
from tests.library import searcher, take
from tests.search.precedents.conftest import Find
from tests.search.precedents.papers import APRIL, papers


def titles(find: Find, sentence: str) -> list[str]:
    return [one.matter.title for one in find(sentence).precedents]


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


def test_the_same_kind_of_decision_on_another_subject_is_found_behind_the_same_subject(find: Find) -> None:
    found = find("award a contract for grass cutting").precedents
    assert [one.matter.title for one in found[:2]] == ["Grass cutting contract", "Playground contract"]


def test_another_body_is_said_to_be_one_but_a_short_name_is_not(parish: Searcher) -> None:
    def said(body: str) -> list[tuple[bool, str]]:
        asked = Proposal(recommendations=("Sell the lower field.",), bodies=(body,))
        found = parish.precedents(asked).precedents[0].points
        return [(point.alike, point.said) for point in found if point.aspect == "body"]

    assert said("the Finance Panel") == [(False, "asks the Finance Panel; that was the Parish Council")]
    assert said("Parish Council") == [(True, "both are for the Parish Council")]
    assert said("the Council") == []


def test_a_contrary_matter_of_a_kind_near_to_that_asked_is_found_behind_the_rest(find: Find) -> None:
    last = find("award a contract for grass cutting").precedents[-1].matter
    assert (last.title, last.outcome) == ("Street lighting contract", "conditional")


def test_nothing_is_called_a_precedent_where_nothing_is_alike(find: Find) -> None:
    found = find("appoint an auditor")
    assert found.precedents == ()
    assert found.looked == "Looked through 11 decisions of 3 meetings, 5 March 2024 to 7 May 2024."


def test_what_a_plain_search_finds_stands_apart_where_nothing_is_alike(find: Find) -> None:
    found = find("appoint an auditor")
    assert found.precedents == ()
    assert 1 <= len(found.nearest) <= 2
    assert find("sell the lower field").nearest == ()


def test_a_proposal_without_a_word_finds_nothing(parish: Searcher) -> None:
    assert parish.precedents(Proposal()).precedents == ()
    assert parish.precedents(Proposal(recommendations=("...",), title=" ")).precedents == ()


def test_what_only_took_note_is_found_where_note_is_asked_for_and_not_for_a_decision(find: Find) -> None:
    assert titles(find, "note the budget report") == ["Budget report"] * 3
    noted = {one.matter.date: one.score for one in find("note the budget report").precedents}
    decided = {one.matter.date: one.score for one in find("approve the budget report").precedents}
    assert all(decided.get(day, 0) < score for day, score in noted.items())


def test_contrary_matters_keep_their_rank_and_are_named(find: Find) -> None:
    found = find("sell the lower field")
    assert [one.matter.outcome for one in found.precedents[:2]] == ["rejected", "deferred"]
    assert found.contrary == found.precedents[:2]


def test_the_strongest_contrary_matter_takes_the_last_place_where_the_first_hold_none(find: Find) -> None:
    contrary, other = find("sell the lower field").precedents[:2]
    granted = find("award a contract for grass cutting").precedents[:2]
    assert [one.matter for one in chosen([*granted, contrary, other], 2)] == [granted[0].matter, contrary.matter]
    assert [one.rank for one in chosen([*granted, contrary, other], 2)] == [1, 2]
    assert chosen([contrary, *granted], 1)[0].matter == contrary.matter
    assert [one.matter for one in chosen(granted, 2)] == [one.matter for one in granted]


def test_no_more_are_given_than_asked_for_and_the_first_are_the_same(find: Find) -> None:
    every = find("approve the minutes of the last meeting").precedents
    assert find("approve the minutes of the last meeting", k=2).precedents == every[:2]


def test_a_matter_has_an_address_that_finds_it_again(parish: Searcher, find: Find) -> None:
    for one in find("award a contract for grass cutting").precedents:
        assert parish.matter(one.matter.address) == one.matter
    assert parish.matter("nothing-1-1") is None
    assert parish.matter("nothing") is None


def test_every_point_names_both_sides(parish: Searcher) -> None:
    asked = Proposal(
        title="Roof contract",
        recommendations=("Award a contract for the roof at £60,000 under Tender Procedure B.",),
        bodies=("Parish Council",),
        money=("£60,000",),
        processes=("Tender Procedure B",),
    )
    first = next(one for one in parish.precedents(asked).precedents if one.matter.title == "Playground contract")
    said = {point.aspect: (point.alike, point.said) for point in first.points}
    assert said["kind"] == (True, "both are about awarding a contract")
    assert said["money"] == (True, "asks for £60,000; that was £42,000")
    assert said["process"] == (False, "goes by Tender Procedure B; that names no such process")
    assert said["body"] == (True, "both are for the Parish Council")


def test_minutes_that_two_documents_print_are_one_matter(tmp_path: Path) -> None:
    made = papers(tmp_path / "papers")
    (made / "again.md").write_text(f"{APRIL}\nPrinted for the annual meeting.\n", encoding="utf-8")
    take(tmp_path, made)
    found = searcher(tmp_path).precedents(Proposal(recommendations=("sell the lower field",)))
    assert [one.matter.date for one in found.precedents[:3]].count("2024-04-02") == 1
    assert found.looked == "Looked through 11 decisions of 3 meetings, 5 March 2024 to 7 May 2024."


def test_a_superseded_document_gives_no_precedent_and_its_matters_keep_their_address(tmp_path: Path) -> None:
    made = papers(tmp_path / "papers")
    take(tmp_path, made)
    asked = Proposal(recommendations=("sell the lower field",))
    old = searcher(tmp_path).precedents(asked).precedents[0].matter
    assert old.date == "2024-04-02"
    (made / "2024-04.md").write_text(APRIL.replace("rejected", "approved"), encoding="utf-8")
    take(tmp_path, made)
    ready = searcher(tmp_path)
    outcomes = {one.matter.date: one.matter.outcome for one in ready.precedents(asked).precedents[:2]}
    assert outcomes == {"2024-04-02": "granted", "2024-03-05": "deferred"}
    held = ready.matter(old.address)
    assert held is not None
    assert (held.outcome, [entry.decision.text for entry in held.decided]) == (
        "rejected",
        [entry.decision.text for entry in old.decided],
    )


def test_any_proposal_is_answered_however_odd_or_long(parish: Searcher) -> None:
    odd = "\ud800 \x00 ((( £ £1 item 99999999999999 " + "sell the lower field " * 3_000
    found = parish.precedents(Proposal(odd, odd, (odd,), odd, (odd,), (odd,), (odd,)), 10**9)
    assert all(len(point.said) < 1_000 for one in found.precedents for point in one.points)
