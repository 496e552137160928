from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from search.answers.contradicted import contradicted
from search.answers.refusals import outside
from search.answers.unrecorded import unrecorded
from search.model import Refused
from search.retrieve import View
from search.understand.query import Constraint, Intent, Query
from tests.library import searcher, take
from tests.search.answers.conftest import passages

MINUTES = """# Minutes of the Quarry Board Meeting

Held on 9 May 2024 at 10.00 am in the Town Hall

## 1. Crusher contract (presented by Robin Black)

RB said that the crusher contract had been let to Gritstone after a tender.

Resolved: The Board approved the crusher contract, with four members for and two against.

The value of the crusher contract was not clear at the time of the meeting.

## 2. Dust inspection

An inspection of dust took place in April. Its report had not yet been received.

A name for the new weighbridge manager would be announced shortly.

Resolved: The Board noted the update.

Nell Marsh asked how often the yard was swept. The question would be responded to in writing.

## 3. Boundary dispute

This item was minuted confidentially.

## 4. Lorries

The haul road carried 120 lorries a day at month 9, and 131 lorries a day at month 10.

The spend on tyres was £4,000 at month 9.

The Lime Committee approved the revised blasting policy on 2 April 2024.

## 5. Accidents

Stonebridge Hospital was told of the first aid plan.

Waiting times for first aid in the quarry are eight minutes.

Several new ramps were built for the weighbridge.
"""
REPORT = """# Report on gravel

## Final gravel price

To be provided once confirmed.

Gravel is sold by the tonne.
"""
AGENDA = """# Agenda of the Quarry Board Meeting

To be held on 11 July 2024 at 10.00 am in the Town Hall

| No | Time | Title | Action | Lead |
| --- | --- | --- | --- | --- |
| 1. | 10.00 | Welcome and apologies | Note | R Black |
| 2. | 10.05 | Crane purchase | Approve | R Black |
| 3. | 10.30 | Any other business | Discuss | R Black |
"""
MAY = ("2024-05-01", "2024-05-31")
JULY = ("2024-07-01", "2024-07-31")


@pytest.fixture(scope="module")
def quarry(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with minutes of one meeting and the agenda of another."""
    folder = tmp_path_factory.mktemp("quarry")
    (folder / "papers").mkdir()
    (folder / "papers" / "2024-05.md").write_text(MINUTES, encoding="utf-8")
    (folder / "papers" / "2024-07.md").write_text(AGENDA, encoding="utf-8")
    (folder / "papers" / "gravel.md").write_text(REPORT, encoding="utf-8")
    take(folder, folder / "papers")
    return folder


@pytest.fixture
def view(quarry: Path) -> Iterator[View]:
    with searcher(quarry).view() as view:
        yield view


def refused(view: View, text: str, intent: Intent, *held: str, constraints: tuple[Constraint, ...] = ()) -> str:
    """How the refusal of a question over such passages is explained, "" for none."""
    query = Query(text, text, intent, constraints, parts=(text,))
    found = unrecorded(view.connection, query, passages(view, *held))
    assert found is None or found.reason == "not_recorded"
    return found.explained if found else ""


def during(days: tuple[str, str]) -> tuple[Constraint, ...]:
    """The constraints of a question of the Quarry Board between two days."""
    first, last = days
    body = Constraint("body", "quarry board", "Quarry Board", source=True)
    return body, Constraint("period", "then", "then", first=first, last=last, source=True)


def test_what_was_decided_is_not_told_by_an_agenda(view: View) -> None:
    text = "did the quarry board approve the crane purchase then"
    held = ("Crane purchase", "approved the crusher")
    said = refused(view, text, "decision", *held, constraints=during(JULY))
    assert said == "Papers of the meeting of Quarry Board on 11 July 2024 are here, its minutes are not."
    assert not refused(view, text, "decision", *held, constraints=during(MAY))
    assert not refused(view, "what is on the agenda then", "list", *held, constraints=during(JULY))


def test_an_item_in_confidence_is_said_to_be_one(view: View) -> None:
    assert "in confidence" in refused(view, "how was the boundary dispute settled", "passage", "minuted confidentially")
    assert not refused(view, "which item was minuted confidentially", "passage", "minuted confidentially")
    assert not refused(view, "how was the crusher contract let", "passage", "let to Gritstone")


def test_what_is_awaited_is_quoted(view: View) -> None:
    assert "still to come" in refused(view, "what did the dust inspection find", "passage", "inspection of dust")
    assert "still to come" in refused(view, "name of the new weighbridge manager", "person", "weighbridge manager")
    assert "still to come" in refused(view, "what is the crusher contract worth", "number", "value of the crusher")
    assert "still to come" in refused(view, "what was the final gravel price", "passage", "To be provided")
    assert not refused(view, "when did the dust inspection take place", "passage", "inspection of dust")
    assert not refused(view, "who let the crusher contract", "person", "let to Gritstone", "weighbridge manager")


def test_an_organisation_that_nothing_found_tells_of_is_named(view: View) -> None:
    held = ("Waiting times for first aid", "Stonebridge")
    assert "Hollow Lane" in refused(view, "Hollow Lane Hospital waiting times for first aid", "number", *held)
    assert not refused(view, "what was Stonebridge Hospital told of the first aid plan", "passage", *held)


def test_a_figure_that_no_passage_about_the_matter_holds_is_not_recorded(view: View) -> None:
    assert "no sum of money" in refused(view, "how much is the crusher contract worth", "number", "let to Gritstone")
    assert not refused(view, "how much was spent on tyres", "number", "spend on tyres")
    assert "no number" in refused(view, "how many dust inspections were there", "number", "inspection of dust")
    assert not refused(view, "how many lorries does the haul road carry", "number", "haul road")
    assert not refused(view, "how many cranes are there", "number", "inspection of dust")


def test_what_a_promised_reply_said_is_not_recorded(view: View) -> None:
    held = "Nell Marsh asked"
    assert "in writing" in refused(view, "what did the board write back to Nell Marsh", "passage", held)
    assert not refused(view, "what did Nell Marsh ask about the yard", "passage", held)


def test_a_month_that_the_papers_do_not_reach_is_not_recorded(view: View) -> None:
    held = ("haul road", "spend on tyres")
    assert "none of month 11" in refused(view, "lorries a day at month 11", "number", *held[:1] * 2, *held[1:])
    assert not refused(view, "lorries a day at M10", "number", *held)


def test_nobody_is_said_to_have_seconded_and_no_names_to_have_voted(view: View) -> None:
    held = "approved the crusher contract"
    assert "seconder" in refused(view, "who seconded the crusher contract", "person", held)
    assert not refused(view, "who was seconded to the quarry", "person", held)
    text = "which board members voted against the crusher contract"
    found = contradicted(view.connection, Query(text, text, "decision", parts=(text,)), passages(view, held))
    assert isinstance(found, Refused)
    assert found.explained == "The minutes record how many voted, and not who."
    text = "why was the crusher contract not approved"
    found = contradicted(view.connection, Query(text, text, "decision", parts=(text,)), passages(view, held))
    assert isinstance(found, Refused)
    assert found.reason == "false_premise"


def test_what_others_report_of_a_body_without_minutes_is_not_outside(view: View) -> None:
    body = Constraint("body", "the lime committee", "the Lime Committee", source=True, held=False)
    hits = passages(view, "Lime Committee")
    for text, answered in (
        ("which blasting policy did the lime committee approve", True),
        ("what did the lime committee decide on kiln fuel", False),
    ):
        assert (outside(view.connection, Query(text, text, "decision", (body,)), hits) is None) == answered, text
