"""Meetings, with all that stands under them, as stored and read back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event

from ingest.model import Action, Attendance, Decision, Item, Meeting
from search import fact_rows
from search.add import add, embed, plan
from search.library import Library
from tests.search.readings import SPAN, bag, put, reading


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library", write=True) as made:
        yield made


def meeting(body: str, date: str) -> Meeting:
    """A meeting with two of each kind of fact, each told apart by the meeting's body."""
    return Meeting(
        *(body, date, date, "", "minutes", ""),
        tuple(Item(str(n), f"{body} {n}", ("Ann Other",), "A Other", "heading", SPAN) for n in (2, 1)),
        tuple(Attendance(f"{body} {n}", "AO", "Chair", "member", SPAN) for n in (2, 1)),
        SPAN,
        tuple(Decision("7", f"{body} {n}", "approved", "Approved", "The Board", "", (SPAN, SPAN)) for n in (2, 1)),
        tuple(Action("7", f"{body} {n}", "Write", ("Ann Other",), "soon", (SPAN,)) for n in (2, 1)),
    )


def put_meetings(library: Library, name: str, *meetings: Meeting) -> None:
    content = name.encode()
    read = replace(reading(["Words"], content, name), meetings=meetings)
    add(library, read, content, f"/papers/{name}", embed(bag(), plan(library, read, bag())), bag())


def test_each_meeting_has_its_own_facts_as_they_were_read_and_in_their_order(library: Library) -> None:
    late, early, bare = meeting("Late", "2025-03-01"), meeting("Early", "2025-01-01"), meeting("Bare", "2025-02-01")
    bare = replace(bare, items=(), attendance=(), decisions=(), actions=())
    put_meetings(library, "one.pdf", late, bare)
    put_meetings(library, "two.pdf", early)
    assert [stored.meeting for stored in library.meetings()] == [early, bare, late]
    assert [stored.file for stored in library.meetings()] == ["two.pdf", "one.pdf", "one.pdf"]


def test_meetings_of_superseded_documents_are_left_out(library: Library) -> None:
    put_meetings(library, "one.pdf", meeting("Old", "2025-01-01"))
    put(library, "New words", path="/papers/one.pdf")
    assert [stored.meeting.body for stored in library.meetings()] == ["Board"]


def test_more_meetings_do_not_take_more_queries(library: Library) -> None:
    def queries() -> int:
        asked: list[str] = []
        with library.read() as connection:
            event.listen(connection, "before_cursor_execute", lambda *given: asked.append(given[2]))
            fact_rows.meetings(connection)
        return len(asked)

    put_meetings(library, "one.pdf", meeting("One", "2025-01-01"))
    few = queries()
    put_meetings(library, "two.pdf", *(meeting(str(n), f"2025-01-{n:02}") for n in range(2, 30)))
    assert queries() == few
    assert len(library.meetings()) == 29


def test_a_meeting_whose_words_utf_8_cannot_hold_is_stored_with_a_mark(library: Library) -> None:
    odd = meeting("Board \udc80", "2025-01-01")
    put_meetings(library, "odd.pdf", odd)
    stored = library.meetings()[0].meeting
    assert stored.body == "Board \N{REPLACEMENT CHARACTER}"
    assert stored.items[0].title == "Board \N{REPLACEMENT CHARACTER} 2"
