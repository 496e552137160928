"""What several documents say together, as it follows documents that come and go."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ingest.model import Paper, Recommendation, Section, Term
from search.add import remove
from search.library import Library
from search.links.derive import derive
from search.registers.actions import actions
from search.registers.decisions import decisions
from search.registers.entries import Slice, Wanted
from search.registers.meetings import meeting_lines, meetings
from search.registers.papers import papers
from search.registers.people import people
from search.registers.timeline import timeline
from tests.search.readings import SPAN, Made, action, entry, minutes, state

FINANCE = "Finance and Performance Committee"
STRATEGY: Made = ("7", "Estates strategy", "approved", "The Board approved the estates strategy for 2025.")
APPROVAL: Made = ("3", "Minutes", "approved", "The minutes of the meeting held on 16 January 2025 were approved.")
LINKS = ("aliases", "seats", "confirmations", "threads", "resolutions", "follows", "copies")
REPORT = "Ann Other to report on the cost of community beds"


@pytest.fixture
def library(tmp_path: Path, placed: Callable[[Path], Path]) -> Iterator[Library]:
    with Library.open(placed(tmp_path / "library"), write=True) as made:
        yield made


def listed(library: Library, look: Any, **wanted: str) -> Any:
    with library.read() as connection:
        return look(connection, Wanted(**wanted)).entries


def links(library: Library) -> dict[str, list[str]]:
    """Every link, without the numbers of the rows."""
    found = {}
    with library.read() as connection:
        for table in LINKS:
            held = connection.exec_driver_sql(f"SELECT * FROM {table}").mappings()
            found[table] = sorted(str({name: row[name] for name in row if name != "row"}) for row in held)
        query = (
            "SELECT address, action, log FROM thread_entries JOIN threads ON threads.row = thread ORDER BY 1, position"
        )
        found["entries"] = [str(tuple(row)) for row in connection.exec_driver_sql(query)]
    return found


def test_minutes_become_confirmed_when_a_later_meeting_comes_and_draft_again_when_it_goes(library: Library) -> None:
    state(library, "january.pdf", meetings=(minutes("Board", "2025-01-16", STRATEGY),))
    assert [one.state for one in listed(library, decisions)] == ["draft"]
    march = state(library, "march.pdf", meetings=(minutes("Board", "2025-03-13", APPROVAL),))
    (decided,) = listed(library, decisions, text="estates")
    assert decided.state == "confirmed"
    assert decided.confirmed_by
    assert (decided.confirmed_by.file, decided.confirmed_by.date) == ("march.pdf", "2025-03-13")
    assert [one.decision.text for one in listed(library, decisions, status="draft")] == [APPROVAL[3]]
    assert [one.state for one in listed(library, meetings)] == ["confirmed", "draft"]
    remove(library, march.id)
    assert [one.state for one in listed(library, decisions)] == ["draft"]


def test_another_body_confirms_nothing(library: Library) -> None:
    state(library, "january.pdf", meetings=(minutes("Board", "2025-01-16", STRATEGY),))
    state(library, "march.pdf", meetings=(minutes("Audit Committee", "2025-03-13", APPROVAL),))
    assert {one.state for one in listed(library, decisions)} == {"draft"}


def test_any_name_of_a_body_finds_what_it_did(library: Library) -> None:
    decided: Made = ("2", "Plan", "approved", "The plan was approved.")
    state(library, "one.pdf", meetings=(minutes(FINANCE, "2025-01-07", decided),))
    state(library, "two.pdf", meetings=(minutes("Finance & Performance Committee", "2025-02-05", decided),))
    state(library, "other.pdf", meetings=(minutes("Audit Committee", "2025-02-05", decided),))
    for name in ("FPC", "the FPC", "f&p", "Finance & Performance Committee", FINANCE.upper(), "performance"):
        found = listed(library, decisions, body=name)
        assert [one.citation.date for one in found] == ["2025-02-05", "2025-01-07"], name
    assert listed(library, decisions, body="nobody") == ()
    assert listed(library, meeting_lines, body="AC")[0].citation.body == "Audit Committee"


def test_a_glossary_that_comes_later_joins_a_body_with_its_short_name(library: Library) -> None:
    state(library, "one.pdf", meetings=(minutes("System Oversight Group", "2025-01-16", STRATEGY),))
    state(library, "two.pdf", meetings=(minutes("SOGG", "2025-03-13", APPROVAL),))
    assert {one.state for one in listed(library, decisions)} == {"draft"}
    glossary = state(library, "terms.pdf", terms=(Term("SOGG", "System Oversight Group", "", SPAN),))
    assert {one.citation.body for one in listed(library, decisions)} == {"System Oversight Group"}
    assert [one.decision.verb for one in listed(library, decisions, status="confirmed")] == ["approved"]
    remove(library, glossary.id)
    assert {one.state for one in listed(library, decisions)} == {"draft"}


def test_an_action_is_one_line_with_its_history_and_is_overdue_until_it_is_closed(library: Library) -> None:
    state(
        library, "january.pdf", meetings=(minutes("Board", "2025-01-16", actions=[action(REPORT, due="April 2025")]),)
    )
    state(library, "march.pdf", log=(entry(REPORT, "2025-01-16", "2025-03-13", "54"),))
    (one,) = listed(library, actions, as_of="2025-05-01")
    assert (one.reference, one.status, one.source) == ("54", "overdue", "minutes and action log")
    assert [mention.source for mention in one.history] == ["minutes", "action log"]
    assert (one.citation.file, one.citation.presenters) == ("january.pdf", ("Ann Other",))
    assert listed(library, actions, as_of="2025-04-30", status="overdue") == ()
    state(library, "may.pdf", log=(entry(REPORT, "2025-01-16", "2025-05-15", "54", "Closed"),))
    (closed,) = listed(library, actions, as_of="2026-01-01")
    assert (closed.status, closed.last, closed.address) == ("closed", "2025-05-15", one.address)
    assert listed(library, actions, status="open") == ()
    assert len(listed(library, actions, reference="54", body="board", owner="other", text="beds")) == 1


def test_a_recommendation_is_shown_with_what_was_decided_and_never_as_a_decision(library: Library) -> None:
    asked = "The Board is asked to approve the estates strategy for 2025."
    paper = Paper(
        *("7", "Estates strategy", "Board", "2025-01-16", ("Ann Other",), (), ""),
        (Recommendation(asked, (SPAN,)), Recommendation("To sell the old laundry building.", (SPAN,))),
        *("", "", "", SPAN),
    )
    state(library, "papers.pdf", papers=(paper,))
    assert listed(library, decisions) == ()
    assert listed(library, papers)[0].resolved == (None, None)
    state(library, "minutes.pdf", meetings=(minutes("Board", "2025-01-16", STRATEGY),))
    approved, unresolved = listed(library, papers, text="laundry")[0].resolved
    assert (approved.verb, approved.citation.file, unresolved) == ("approved", "minutes.pdf", None)
    (decided,) = listed(library, decisions)
    assert [one.text for one in decided.asked] == [asked]


def test_a_person_is_one_over_meetings_and_roles(library: Library) -> None:
    state(library, "one.pdf", meetings=(minutes("Board", "2025-01-16", people=["Dr Jane Smith", "Lee Fourth"]),))
    state(library, "two.pdf", meetings=(minutes("Board", "2025-03-13", people=["J Smith"]),))
    state(library, "three.pdf", meetings=(minutes("Audit Committee", "2025-02-01", people=["Jane Smith", "J Smith"]),))
    found = listed(library, people, person="smith")
    assert [one.name for one in found] == ["Jane Smith"]
    assert [(role.body, role.first, role.last, role.meetings) for role in found[0].roles] == [
        ("Board", "2025-01-16", "2025-03-13", 2),
        ("Audit Committee", "2025-02-01", "2025-02-01", 1),
    ]
    assert [one.name for one in listed(library, people, body="board")] == ["Lee Fourth", "Jane Smith"]


def test_the_story_of_a_subject_goes_over_bodies_in_order_of_day(library: Library) -> None:
    seen: Made = ("4", "Draft estates strategy", "endorsed", "The Committee endorsed the draft.")
    state(library, "audit.pdf", meetings=(minutes("Audit Committee", "2024-12-10", seen),))
    state(
        library,
        "agenda.pdf",
        meetings=(replace(minutes("Board", "2025-01-16", STRATEGY, kind="agenda"), decisions=()),),
    )
    asked = action("Publish it", title="Estates strategy", item="7")
    state(library, "board.pdf", meetings=(minutes("Board", "2025-01-16", STRATEGY, actions=[asked]),))
    found = listed(library, timeline, text="the estates strategy")
    assert [(one.date, one.body, one.kind) for one in found] == [
        ("2024-12-10", "Audit Committee", "minutes"),
        ("2024-12-10", "Audit Committee", "decision"),
        ("2025-01-16", "Board", "agenda"),
        ("2025-01-16", "Board", "minutes"),
        ("2025-01-16", "Board", "decision"),
        ("2025-01-16", "Board", "action"),
    ]
    assert listed(library, timeline, text="the") == ()
    assert {one.body for one in listed(library, timeline, text="estates", body="board")} == {"Board"}


def test_links_are_the_same_in_whatever_order_documents_come(tmp_path: Path) -> None:
    documents: dict[str, dict[str, Any]] = {
        "january.pdf": {
            "meetings": (minutes("Board", "2025-01-16", STRATEGY, actions=[action(REPORT)], people=["J Smith"]),)
        },
        "march.pdf": {"meetings": (minutes("Board", "2025-03-13", APPROVAL, people=["Jane Smith"]),)},
        "log.pdf": {"log": (entry(REPORT, "2025-01-16", "2025-03-13", "54"),)},
    }
    made = []
    for number, order in enumerate((list(documents), list(documents)[::-1])):
        with Library.open(tmp_path / str(number), write=True) as library:
            for name in order:
                state(library, name, **documents[name])
            found = links(library)
            made.append({table: len(rows) for table, rows in found.items()} | {"threads": found["threads"]})
    assert made[0] == made[1]


def test_what_is_derived_step_by_step_is_what_is_derived_at_once(library: Library) -> None:
    one = state(library, "one.pdf", meetings=(minutes("Board", "2025-01-16", STRATEGY, actions=[action(REPORT)]),))
    state(library, "two.pdf", meetings=(minutes("Board", "2025-03-13", APPROVAL, people=["Ann Other"]),))
    state(library, "log.pdf", log=(entry(REPORT, "2025-01-16", "2025-03-13", "54"),))
    state(library, "one.pdf", meetings=(replace(minutes("Board", "2025-01-16", STRATEGY), place="Town Hall"),))
    remove(library, one.id)
    step_by_step = links(library)
    with library.change() as connection:
        for table in LINKS:
            connection.exec_driver_sql(f"DELETE FROM {table}")
        derive(connection)
    assert links(library) == step_by_step


PAPER = Paper(
    *("7", "Estates strategy", "Board", "2025-01-16", (), (), ""),
    (Recommendation("To approve the estates strategy for 2025", (SPAN,)),),
    *("", "", "", SPAN),
)
RESCINDED: Made = ("9", "Estates strategy", "agreed", "The decision of 16 January 2025 on the strategy was rescinded.")
POOL: dict[str, dict[str, Any]] = {
    "january.pdf": {
        "meetings": (minutes("Board", "2025-01-16", STRATEGY, actions=[action(REPORT)], people=["J Smith"]),)
    },
    "january.docx": {"meetings": (minutes("Board", "2025-01-16", STRATEGY, actions=[action(REPORT)]),)},
    "march.pdf": {"meetings": (minutes("The Board", "2025-03-13", APPROVAL, RESCINDED, people=["Jane Smith"]),)},
    "nobody.pdf": {
        "meetings": (minutes("", "2025-03-13", APPROVAL, actions=[action("Write to the council about it")]),)
    },
    "march log.pdf": {"log": (entry(REPORT, "2025-01-16", "2025-03-13", "54"), entry("Write", "", "2025-03-13", "55"))},
    "may log.pdf": {"log": (entry(REPORT, "2025-01-16", "2025-05-15", "54", "Closed"), entry("Write", "", "", "55"))},
    "paper.pdf": {"papers": (PAPER,)},
    "other.pdf": {"meetings": (minutes("January Group", "2025-01-16", STRATEGY, people=["Jane Smith"]),)},
    "group.pdf": {"meetings": (minutes("JG", "2025-03-13", APPROVAL, people=["J Smith"]),)},
    "terms.pdf": {"terms": (Term("JG", "Joint Group", "Board", SPAN),)},
}


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@example(names=["group.pdf", "other.pdf", "terms.pdf"])
@given(st.lists(st.sampled_from(sorted(POOL)), min_size=2, max_size=14))
def test_links_never_differ_from_those_derived_at_once(
    tmp_path_factory: pytest.TempPathFactory, names: list[str]
) -> None:
    """A name that comes again takes its document out, and puts another version in its place every third time."""
    there: dict[str, str] = {}
    with Library.open(tmp_path_factory.mktemp("any"), write=True) as library:
        for turn, name in enumerate(names):
            if name in there and turn % 3:
                remove(library, there.pop(name))
            else:
                version = {"sections": (Section("paper", str(turn), "", "", "", 1, 1, SPAN),)} if name in there else {}
                there[name] = state(library, name, **POOL[name], **version).id
        step_by_step = links(library)
        with library.change() as connection:
            for table in LINKS:
                connection.exec_driver_sql(f"DELETE FROM {table}")
            derive(connection)
        assert links(library) == step_by_step


def test_a_register_is_given_in_parts(library: Library) -> None:
    made: list[Made] = [(str(n), f"Item {n}", "noted", f"The Board noted report {n}.") for n in range(5)]
    state(library, "one.pdf", meetings=(minutes("Board", "2025-01-16", *made),))
    with library.read() as connection:
        part = decisions(connection, Wanted(), Slice(3, 10))
        assert (part.total, [one.decision.item for one in part.entries]) == (5, ["3", "4"])
        assert decisions(connection, Wanted(), Slice(9, 10)).entries == ()


def test_a_decision_that_two_files_print_is_listed_once_with_both_places(library: Library) -> None:
    made = minutes("Board", "2025-01-16", STRATEGY, STRATEGY, APPROVAL)
    first = state(library, "minutes.pdf", meetings=(made,))
    state(library, "minutes.docx", meetings=(made,))
    found = listed(library, decisions, text="estates")
    assert [(one.citation.file, [also.file for also in one.also]) for one in found] == [
        ("minutes.pdf", ["minutes.docx"]),
        ("minutes.pdf", ["minutes.docx"]),
    ]
    remove(library, first.id)
    assert [one.citation.file for one in listed(library, decisions)] == ["minutes.docx"] * 3
