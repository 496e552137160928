"""Facts beside meetings as stored and read back, and what a library made by an older version becomes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ingest.model import (
    READER,
    Attendance,
    Declaration,
    Interest,
    LogEntry,
    Paper,
    Recommendation,
    Section,
    Term,
)
from search import rows
from search.add import find_unchanged, remove
from search.errors import LibraryUnusable
from search.fact_rows import noun
from search.library import Library
from search.migrate import HEAD, MIGRATIONS, revision
from search.registers.actions import actions
from search.registers.decisions import decisions
from search.registers.entries import Wanted
from search.registers.interests import declarations, interests
from search.registers.papers import papers
from tests.search.readings import SPAN, action, entry, minutes, state

PAPER = Paper(
    *("7", "Estates", "Board", "2025-01-16", ("Ann Other",), ("B Third", "C Fourth"), "To ask"),
    (Recommendation("Approve the strategy", (SPAN,)), Recommendation("Note the risks", (SPAN, SPAN))),
    *("Audit Committee", "None", "None known", SPAN),
)
INTEREST = Interest(
    *("Board", "2025-01-16", "Ann Other", "Chair", "A charity", "Trustee", "personal", "direct"),
    *("April 2020", "", "To be declared", (SPAN,)),
)
ENTRY = LogEntry(
    *("54", "Board", "2025-03-13", "2025-01-16", "7", "Beds", "Report on beds", ("Ann Other",), "AO"),
    *("30/04/2025", "Sent", "Open", (SPAN, SPAN)),
)
TERM = Term("FPC", "Finance and Performance Committee", "Board", SPAN)
SECTION = Section("paper", "Estates", "Board", "2025-01-16", "7", 3, 9, SPAN)
TABLES = ("declarations", "sections", "papers", "recommendations", "log", "interests", "terms")
LINKS = ("aliases", "seats", "confirmations", "threads", "thread_entries", "resolutions", "follows", "copies")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library", write=True) as made:
        yield made


def count(library: Library, *tables: str) -> dict[str, int]:
    with library.read() as connection:
        return {name: connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar_one() for name in tables}


def test_every_fact_is_read_back_as_it_was_stored(library: Library) -> None:
    meeting = minutes("Board", "2025-01-16", ("7", "Estates", "approved", "The Board approved the strategy."))
    meeting = replace(
        meeting,
        items=(replace(meeting.items[0], confidential=True),),
        decisions=(replace(meeting.decisions[0], vote="Nine for, one against."),),
        actions=(replace(action("Write"), reference="54", status="Open"),),
        attendance=(Attendance("Ann Other", "AO", "Chair", "member", SPAN, "A trust"),),
        declarations=(Declaration("7", "Estates", "Ann Other", "AO left the room.", "left", (SPAN,)),),
        place="Town Hall",
        quorum="The meeting was quorate.",
        state="confirmed",
        received=("Audit Committee", "2025-02-01"),
    )
    facts = {"papers": (PAPER,), "log": (ENTRY,), "interests": (INTEREST,), "terms": (TERM,), "sections": (SECTION,)}
    state(library, "pack.pdf", meetings=(meeting,), **facts)
    assert library.meetings()[0].meeting == meeting
    assert [stored.paper for stored in library.papers()] == [PAPER]
    assert [stored.entry for stored in library.log()] == [ENTRY]
    with library.read() as connection:
        assert papers(connection, Wanted()).entries[0].paper == PAPER
        assert interests(connection, Wanted()).entries[0].interest == INTEREST
        assert declarations(connection, Wanted()).entries[0].declaration == meeting.declarations[0]
        (stored,) = connection.exec_driver_sql("SELECT * FROM sections").mappings()
        assert (stored["kind"], stored["first"], stored["last"]) == ("paper", 3, 9)
        (stored,) = connection.exec_driver_sql("SELECT short, long, body, '[1,0,5,[]]' AS span FROM terms").mappings()
        assert noun(Term, {**stored, "span": [1, 0, 5, []]}).long == TERM.long


def test_facts_go_with_their_document_and_with_them_every_link(library: Library) -> None:
    meeting = minutes("Board", "2025-01-16", ("7", "Estates", "approved", "Approved."), people=["Ann Other"])
    kept = state(library, "pack.pdf", meetings=(meeting,), papers=(PAPER,), log=(ENTRY,), terms=(TERM,))
    assert all(count(library, "papers", "recommendations", "log", "terms", "threads", "seats", "aliases").values())
    remove(library, kept.id)
    assert not any(count(library, *TABLES, *LINKS).values())


def old_library(folder: Path, steps: Path) -> None:
    """A library in the first form, with one document that has a meeting, a decision and an action."""
    shutil.copytree(MIGRATIONS, steps)
    for step in (steps / "versions").glob("0*"):
        if not step.name.startswith("0001"):
            step.unlink()
    with Library.open(folder, write=True, migrations=steps) as library, library.change() as connection:
        assert revision(connection) == "0001"
        for statement in (
            "INSERT INTO documents VALUES "
            "('abc', 'old.pdf', '/old.pdf', '', 'abcdef', 'pdf', 1, 0, 'current', '', '2025-01-01', '[]')",
            "INSERT INTO pages VALUES ('abc', 1, 'iii', 595, 842, 'Words', x'', NULL)",
            "INSERT INTO meetings VALUES (1, 'abc', 'Board', '2025-01-16', '', '', 'minutes', '', '[1,0,5,[]]')",
            "INSERT INTO items VALUES (1, 1, '7', 'Estates', '[\"Ann Other\"]', '', '', '[1,0,5,[]]')",
            "INSERT INTO decisions VALUES (1, 1, '7', 'Estates', 'approved', 'Approved.', '', '', '[[1,0,5,[]]]')",
            "INSERT INTO actions VALUES (1, 1, '7', 'Estates', 'Write', '[\"Ann Other\"]', 'May', '[[1,0,5,[]]]')",
            "INSERT INTO attendance VALUES (1, 1, 'Ann Other', 'AO', 'Chair', 'member', '[1,0,5,[]]')",
        ):
            connection.exec_driver_sql(statement)


def test_a_library_of_the_first_form_is_brought_up_to_date_with_its_links(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    old_library(folder, tmp_path / "steps")
    with pytest.raises(LibraryUnusable, match=r"form 0001.*ingest with this version"):
        Library.open(folder, write=False)
    with Library.open(folder, write=True) as library:
        with library.read() as connection:
            assert revision(connection) == HEAD
            assert rows.outdated(connection) == ["old.pdf"]
            (decided,) = decisions(connection, Wanted(body="board")).entries
            (asked,) = actions(connection, Wanted(owner="other")).entries
        assert (decided.decision.text, decided.state, decided.citation.page_label) == (
            "Approved.",
            "draft",
            "iii",
        )
        assert (asked.text, asked.due, asked.due_on, asked.source) == ("Write", "May", "2025-05-31", "minutes")
        assert count(library, "seats", "aliases") == {"seats": 1, "aliases": 1}
        assert library.meetings()[0].meeting.place == ""


def test_an_unchanged_file_that_an_older_version_read_is_read_again(library: Library) -> None:
    kept = state(library, "pack.pdf", log=(entry("Report", "2025-01-16", "2025-03-13"),))
    assert find_unchanged(library, "/papers/pack.pdf", kept.sha256) == kept
    with library.change() as connection:
        connection.exec_driver_sql("UPDATE documents SET reader = ?", (READER - 1,))
        assert rows.outdated(connection) == ["pack.pdf"]
    assert find_unchanged(library, "/papers/pack.pdf", kept.sha256) is None
    again = state(library, "pack.pdf", log=(entry("Report", "2025-01-16", "2025-03-13"),))
    assert again == kept
    with library.read() as connection:
        assert rows.outdated(connection) == []
