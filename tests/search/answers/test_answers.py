from __future__ import annotations

from search.answers.compose import compose
from search.model import Answer, Answered, Role
from search.retrieve import View
from search.understand.query import Constraint, Query
from tests.search.answers.conftest import Ask, passages


def said(answer: Answer, role: Role) -> list[str]:
    """The texts of an answer's statements of one role."""
    assert isinstance(answer, Answered)
    return [one.text for one in answer.statements if one.role == role]


def test_a_decision_is_answered_with_all_its_bullets_and_fields_each_cited(ask: Ask) -> None:
    answer = ask("what was decided on the ferry contract", "decision", "two-year ferry", "SW said")
    assert isinstance(answer, Answered)
    assert answer.kind == "decision"
    assert said(answer, "resolution") == [
        "Approved a two-year ferry contract at £2.4 million.",
        "Agreed that fares would be frozen.",
    ]
    assert said(answer, "lead") == ["The Board:"]
    assert said(answer, "presenter") == ["Sam White"]
    assert said(answer, "state") == ["confirmed by Harbour Board on 11 July 2024"]
    first = answer.statements[0].citation
    assert (first.body, first.date, first.item, first.page) == ("Harbour Board", "2024-05-09", "2", 1)
    for quote in ("£2.4 million", "fares would be frozen", "Harbour Board, 9 May 2024, item 2: Ferry contract"):
        assert quote in answer.text
    assert all(one.passage for one in answer.statements if one.role == "resolution")


def test_what_was_said_before_it_stands_beside_a_decision(ask: Ask) -> None:
    answer = ask("what was decided on the ferry contract", "decision", "two-year ferry")
    assert said(answer, "also") == [
        "2. Ferry contract (presented by Sam White)\n"
        "SW said that the ferry contract would end in June and that the operator had asked for more."
    ]


def test_what_the_body_decided_on_the_matter_at_another_meeting_is_told_too(ask: Ask) -> None:
    answer = ask("was the pier closure decided", "decision", "deferred the pier", "rejected the pier")
    assert said(answer, "resolution") == ["The Board deferred the pier closure to its next meeting."]
    assert any("rejected the pier closure" in text for text in said(answer, "followed"))


def test_a_decision_on_a_like_matter_is_not_taken_for_the_one_asked_about(ask: Ask) -> None:
    answer = ask("was the harbour levy approved", "decision", "harbour levy of 3%", "adopted the dredging")
    assert isinstance(answer, Answered)
    assert answer.kind == "recommendation"
    assert not said(answer, "resolution")
    assert "Recommended, not decided: The Board is asked to approve a harbour levy of 3%." in answer.text


def test_a_decision_of_another_meeting_than_the_one_asked_about_is_not_shown(ask: Ask) -> None:
    july = Constraint("period", "July", "July 2024", first="2024-07-01", last="2024-07-31", source=True)
    answer = ask("pier closure in July", "decision", "deferred the pier", "rejected the pier", constraints=(july,))
    assert said(answer, "resolution") == ["The Board rejected the pier closure."]


def test_who_presented_who_chairs_and_who_sent_apologies_come_from_the_registers(ask: Ask) -> None:
    assert said(ask("who presented the pier closure", "person", "closing the pier"), "presenter") == ["Robin Black"]
    body = (Constraint("body", "the board", "Harbour Board", source=True),)
    chair = ask("who chairs the board", "person", "closing the pier", constraints=body)
    assert said(chair, "attendance") == ["Robin Black, Chair (present)"]
    assert isinstance(chair, Answered)
    assert chair.statements[0].citation.date == "2024-07-11"
    may = Constraint("period", "May", "May 2024", first="2024-05-01", last="2024-05-31", source=True)
    absent = ask("who sent apologies in May", "person", "closing the pier", constraints=(*body, may))
    assert said(absent, "attendance") == ["Noor Amber, Partner Member, Quayside Trust (apologies)"]


def test_initials_in_a_quote_are_written_out_from_the_meetings_own_list(ask: Ask) -> None:
    answer = ask("who spoke about the operator", "person", "the operator had asked")
    assert "Sam White, Director of Finance (present)" in said(answer, "attendance")


def test_who_holds_a_post_is_found_in_the_list(ask: Ask) -> None:
    answer = ask("which midwife was it", "person", "survey the pier planks")
    assert "Ada Green, Head of Midwifery (present)" in said(answer, "attendance")


def test_what_somebody_declared_is_quoted(ask: Ask) -> None:
    person = (Constraint("person", "sam white", "Sam White"),)
    answer = ask("what interests did sam white declare", "person", "SW said", constraints=person)
    assert said(answer, "entry") == [
        "SW declared an interest in item 4 as a trustee of the Pier Charity and left the room."
    ]


def test_an_action_names_its_owner_when_it_is_due_and_where_it_stands(ask: Ask) -> None:
    answer = ask("who surveys the pier planks", "action", "survey the pier planks")
    assert said(answer, "action") == ["AG to survey the pier planks by 30 June 2024."]
    assert said(answer, "owner") == ["Ada Green"]
    assert said(answer, "due") == ["30 June 2024"]
    assert said(answer, "status") == ["overdue today; the newest record is the minutes of 9 May 2024"]


def test_a_figure_names_its_column_and_the_row_of_another_table_that_differs(ask: Ask) -> None:
    answer = ask("actual landings at the north quay", "number", "Actual: 98", "Actual: 101", "Actual: 85")
    assert said(answer, "figure") == ["Quay: North quay; Plan: 120; Actual: 98"]
    assert said(answer, "column") == ["Actual: 98"]
    assert said(answer, "period") == ["in May 2024"]
    assert said(answer, "differs") == ["Quay: North quay; Plan: 120; Actual: 101"]


def test_a_row_of_headings_is_no_figure(ask: Ask) -> None:
    answer = ask("actual landings at the south quay", "number", "Quay; Plan", "Actual: 85")
    assert said(answer, "figure") == ["Quay: South quay; Plan: 80; Actual: 85"]


def test_of_prose_the_sentence_with_a_figure_of_the_kind_asked_for_is_quoted(ask: Ask) -> None:
    answer = ask("how much money is the harbour paying for the ferry", "number", "Actual: 98", "two-year ferry")
    assert "£2.4 million" in said(answer, "figure")[0]


def test_a_passage_that_ranks_high_is_shown_beside_the_first_though_it_has_other_words(ask: Ask) -> None:
    answer = ask("may a lantern be paid for", "passage", "harbour levy", "lighthouse grant rules")
    assert any("lighthouse" in text for text in said(answer, "also"))


def test_an_answer_of_two_parts_shows_a_passage_more(view: View) -> None:
    held = passages(view, "two-year ferry", "rejected the pier", "dredging policy")
    parts = ("what was decided on the ferry contract", "what did the board do next")
    for split, more in ((parts[:1], 0), (parts, 1)):
        answer = compose(view.connection, Query(parts[0], parts[0], "decision", parts=split), held)
        assert len(said(answer, "also")) == 1 + more


def test_an_abbreviation_is_defined_where_the_papers_define_it(ask: Ask) -> None:
    answer = ask("what does TDS mean", "definition", "Tidal Data Service")
    assert said(answer, "definition") == ["TDS: Tidal Data Service"]
    assert said(answer, "passage") == ["The Tidal Data Service (TDS) measures depth."]


def test_a_list_gives_the_decisions_with_a_verb_and_their_number(ask: Ask) -> None:
    answer = ask("which policies were adopted", "list", "adopted the dredging")
    assert said(answer, "count") == ["1 decision"]
    assert said(answer, "resolution") == ["The Board adopted the dredging policy."]


def test_several_meetings_are_told_in_order_of_day(ask: Ask) -> None:
    answer = ask("what happened to the pier closure", "history", "rejected the pier", "deferred the pier")
    assert isinstance(answer, Answered)
    assert [one.citation.date for one in answer.statements] == ["2024-05-09", "2024-07-11"]


def test_without_an_intent_the_best_passage_answers(ask: Ask) -> None:
    answer = ask("depth", "passage", "measures depth")
    assert isinstance(answer, Answered)
    assert (answer.kind, said(answer, "passage")) == ("passage", ["The Tidal Data Service (TDS) measures depth."])
