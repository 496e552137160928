from __future__ import annotations

from dataclasses import replace

from search.answers.contradicted import contradicted
from search.answers.refusals import outside, refuse, unheard
from search.model import Refused
from search.retrieve import View
from search.understand.query import Constraint, Query
from tests.search.answers.conftest import Ask, passages


def query(text: str, *constraints: Constraint) -> Query:
    """A question about decisions."""
    return Query(text, text, "decision", constraints, parts=(text,))


def test_a_period_without_a_meeting_is_refused_with_what_there_is(view: View) -> None:
    june = Constraint("period", "in June", "June 2024", first="2024-06-01", last="2024-06-30", source=True, held=False)
    refused = outside(view.connection, query("what was decided in June", june), passages(view, "ferry"))
    assert isinstance(refused, Refused)
    assert refused.reason == "outside_coverage"
    assert refused.explained == "2 meetings from 9 May 2024 to 11 July 2024; nothing from June 2024."
    assert len(refused.nearest) == 1
    assert refused.coverage.meetings == 2


def test_a_body_without_papers_is_refused_with_the_bodies_there_are(view: View) -> None:
    missing = Constraint("body", "the fish committee", "the fish committee", source=True, held=False)
    refused = outside(view.connection, query("what did the fish committee decide", missing))
    assert isinstance(refused, Refused)
    assert "nothing of the fish committee (those here are of Harbour Board)" in refused.explained


def test_a_period_that_papers_only_speak_of_is_no_reason_to_refuse(view: View) -> None:
    told = Constraint("period", "in June", "June 2024", first="2024-06-01", last="2024-06-30", held=False)
    assert outside(view.connection, query("does the ferry contract end in June", told)) is None


def test_what_no_paper_has_heard_of_is_refused_by_its_name_and_nothing_else_is_answered(view: View) -> None:
    asked = replace(query("was the zyzzogeton contract approved"), strange=("zyzzogeton",))
    refused = unheard(view.connection, asked, passages(view, "two-year ferry"))
    assert isinstance(refused, Refused)
    assert refused.reason == "nothing_found"
    assert refused.explained.startswith("No paper here holds \u201czyzzogeton\u201d. Searched: 2 meetings")
    assert unheard(view.connection, query("was the ferry contract approved")) is None


def test_a_question_that_supposes_the_opposite_of_the_record_is_told_the_record(view: View) -> None:
    hits = passages(view, "two-year ferry", "rejected the pier")
    refused = contradicted(view.connection, query("why did the board refuse the ferry contract"), hits)
    assert isinstance(refused, Refused)
    assert refused.reason == "false_premise"
    assert [one.text for one in refused.contrary] == ["Approved a two-year ferry contract at £2.4 million."]
    assert refused.contrary[0].citation.date == "2024-05-09"
    refused = contradicted(view.connection, query("when was the pier closure approved"), passages(view, "rejected the"))
    assert isinstance(refused, Refused)
    assert "rejected" in refused.explained


def test_a_matter_still_to_be_approved_was_not_approved(view: View) -> None:
    asked = query("when did the board approve the lighthouse grant rules")
    refused = contradicted(view.connection, asked, passages(view, "lighthouse grant rules"))
    assert isinstance(refused, Refused)
    assert refused.explained == "The minutes record no approval yet."


def test_a_true_premise_no_premise_and_another_matter_are_not_contradicted(
    view: View,
) -> None:
    hits = passages(view, "deferred the pier", "rejected the pier", "two-year ferry")
    for text in (
        "why did the board reject the pier closure",
        "why was the pier closure put off",
        "did the board refuse the ferry contract",
        "why did the board refuse the crane licence",
        "why did the operator ask for more",
    ):
        assert contradicted(view.connection, query(text), hits) is None, text


def test_who_voted_is_not_recorded_where_no_vote_is(view: View) -> None:
    asked = query("who voted against the ferry contract")
    refused = contradicted(view.connection, asked, passages(view, "two-year ferry"))
    assert isinstance(refused, Refused)
    assert refused.reason == "not_recorded"
    assert refused.contrary


def test_every_reason_is_explained_and_an_empty_answer_is_a_refusal(view: View, ask: Ask) -> None:
    for reason in ("nothing_found", "not_recorded", "outside_coverage", "false_premise"):
        assert refuse(view.connection, query("cranes"), reason, ()).explained
    refused = ask("cranes", "decision")
    assert isinstance(refused, Refused)
    assert refused.explained == "Nothing was found in 2 meetings from 9 May 2024 to 11 July 2024."
