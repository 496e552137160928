"""What speaks for a passage decides where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ingest.model import Passage, PassageKind
from search.find import ranked
from search.library import Library
from search.rank.rank import POOL, SCORES, rank
from search.rank.signals import SIGNALS
from search.rank.weights import WEIGHTS
from search.searcher import Searcher
from tests.search.readings import bag, passage, put


def said(text: str, kind: PassageKind = "discussion", date: str = "2025-01-16", body: str = "Board") -> Passage:
    return replace(passage(text, kind=kind), date=date, body=body)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path, write=True) as opened:
        yield opened


def first(library: Library, question: str) -> str:
    return Searcher(library, bag()).find(question)[0].text


def test_a_resolution_stands_before_the_paper_that_asked_for_it_where_a_decision_is_asked_for(library: Library) -> None:
    asked = "The Board is asked to approve the lease of the Elm Road clinic for five years"
    put(library, said(asked, "recommendation"), said("The Board approved the lease of the Elm Road clinic", "decision"))
    assert first(library, "what was decided on the lease of the Elm Road clinic").startswith("The Board approved")


def test_a_row_of_a_table_stands_before_talk_where_a_figure_is_asked_for(library: Library) -> None:
    put(library, said("Members spoke of scans and of waiting"), said("Scans; Weeks of waiting: 4.5", "table row"))
    assert first(library, "how many weeks of waiting for scans") == "Scans; Weeks of waiting: 4.5"


def test_the_list_of_those_present_answers_who_sent_apologies(library: Library) -> None:
    put(library, said("Apologies were given and the chair welcomed all"), said("Apologies\n• Ann Other", "attendance"))
    assert first(library, "who sent apologies") == "Apologies\n• Ann Other"


def test_headings_of_a_table_and_lists_of_contents_stand_behind_what_they_name(library: Library) -> None:
    put(library, said("Ward; Beds; Staff", "contents"), said("Ward: Larch; Beds: 12; Staff: 9", "table row"))
    assert first(library, "how many beds and staff has Larch ward").startswith("Ward: Larch")


def test_words_in_quotation_marks_leave_out_every_passage_without_them(library: Library) -> None:
    put(library, "The lease was long and the clinic is at Elm Road", "The long lease of the clinic ends in May")
    found = Searcher(library, bag()).find('"long lease" of the clinic')
    assert [hit.text for hit in found] == ["The long lease of the clinic ends in May"]


def test_each_part_of_a_question_has_its_passage_among_the_first(library: Library) -> None:
    talk = [f"The clinic lease was spoken of in report {word}" for word in ("one", "two", "three", "four", "five")]
    put(library, *talk, "Parking charges were raised by two pounds in the autumn")
    found = Searcher(library, bag()).find("what was said of the clinic lease and how much were parking charges raised")
    assert any("Parking" in hit.text for hit in found[:3])
    assert any("clinic lease" in hit.text for hit in found[:3])


def test_a_text_printed_in_two_documents_is_one_hit_that_names_both(library: Library) -> None:
    text = "The slipper swap met older residents in nine halls and exchanged worn slippers for safe ones"
    put(library, said(text, "report"), path="/papers/pack.pdf")
    put(library, said(f"{text} this year", "plan"), path="/papers/plan.pdf")
    found = Searcher(library, bag()).find("slipper swap for older residents")
    assert len(found) == 1
    assert {found[0].citation.file, *(twin.citation.file for twin in found[0].also)} == {"pack.pdf", "plan.pdf"}


def test_a_report_that_says_the_same_in_other_figures_is_another_hit(library: Library) -> None:
    for month, weeks in (("May", 12), ("June", 14)):
        put(library, f"In this month the wait for scans at the clinic was {weeks} weeks", path=f"/papers/{month}.pdf")
    assert len(Searcher(library, bag()).find("wait for scans at the clinic")) == 2


def test_every_candidate_has_all_signals_and_scores_fall(library: Library) -> None:
    put(library, *(f"Report {number} on the clinic lease" for number in range(POOL + 20)))
    searcher = Searcher(library, bag())
    with searcher.view() as view:
        found = ranked(view, searcher.model, searcher.understood("clinic lease"))
    assert found.signals.shape == (POOL, len(SIGNALS))
    assert np.all(np.isfinite(found.signals))
    scores = [score for _, score in found.scored]
    assert scores == sorted(scores, reverse=True)
    assert len({row for row, _ in found.scored}) == len(found.scored) == POOL + 20
    assert set(WEIGHTS) == set(SIGNALS)
    assert len(SCORES) == len(SIGNALS)


def test_passages_without_token_vectors_are_ranked_by_what_else_there_is(library: Library) -> None:
    put(library, "The lease of the clinic", "Parking at the hall")
    with library.change() as connection:
        connection.exec_driver_sql("DELETE FROM token_vectors")
    assert first(library, "lease of the clinic") == "The lease of the clinic"


def test_a_question_that_says_nothing_finds_nothing(library: Library) -> None:
    put(library, "The lease of the clinic")
    assert Searcher(library, bag()).find(" \x00 ") == ()


def test_the_resolutions_of_one_item_stand_together(library: Library) -> None:
    other = [replace(said(f"The clinic lease came up in talk {n}"), item="3", title="Clinic") for n in range(4)]
    put(library, said("The Board approved the clinic lease", "decision"), *other, said("It thanked staff", "decision"))
    found = Searcher(library, bag()).find("what was decided on the clinic lease")
    assert [hit.text for hit in found[:2]] == ["The Board approved the clinic lease", "It thanked staff"]


def test_the_list_that_says_whose_initials_are_meant_stands_near_what_somebody_said(library: Library) -> None:
    talk = [said(f"AO spoke of parking charges at gate {n}") for n in range(8)]
    put(library, *talk, said("Present\n• Ann Other (AO), Chair\n• Ben Less (BL), Clerk", "attendance"))
    found = Searcher(library, bag()).find("who spoke of parking charges at gate 5")
    assert "AO" in found[0].text
    assert any(hit.kind == "attendance" for hit in found[:5])


def test_late_interaction_meets_the_names_of_those_who_speak(library: Library) -> None:
    text = "Charges for parking pay for the lamps at gate"
    put(library, *(replace(said(f"{text} {name[:1]}"), presenters=(name,)) for name in ("Ann Other", "Ben Less")))
    searcher = Searcher(library, bag())
    with searcher.view() as view:
        (found,) = rank(view, searcher.model, searcher.understood("What did Less say about parking charges"))
    late = dict(zip((one.presenters for one in found.candidates), found.signals[:, SIGNALS.index("late")], strict=True))
    assert late["Ben Less"] > late["Ann Other"] + 0.05
