from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.links.due import due_on
from search.links.held import HeldAction
from search.links.threads import closes, threads

ASKED = HeldAction(
    *(1, True, "minutes", "2025-01-16", "2025-01-16", "", "7", "Beds"),
    *("Ann Other to report on the cost of community beds in the north", ("Ann Other",), "March", "", ""),
)
LOGGED = replace(
    ASKED, row=2, action=False, sheet="log March", seen="2025-03-13", reference="54", update="Underway", status="Open"
)
CLOSED = replace(LOGGED, row=3, sheet="log May", seen="2025-05-15", update="Sent to members.", status="Complete")


def test_an_action_is_followed_from_minutes_through_logs_until_it_is_closed() -> None:
    (thread,) = threads("Board", [CLOSED, ASKED, LOGGED])
    assert [entry.row for entry in thread.entries] == [1, 2, 3]
    assert (thread.reference, thread.closed, thread.last) == ("54", True, "2025-05-15")
    assert (thread.due, thread.due_on, thread.source) == ("March", "2025-03-31", "minutes and action log")


def test_the_last_list_decides_whether_an_action_is_closed() -> None:
    again = replace(CLOSED, row=4, sheet="log July", seen="2025-07-10", status="Reopened, in progress")
    assert not threads("Board", [ASKED, LOGGED, CLOSED, again])[0].closed


def test_two_rows_of_one_list_are_two_actions_however_alike() -> None:
    other = replace(LOGGED, row=9, reference="55", text=LOGGED.text.replace("north", "south"))
    assert len(threads("Board", [LOGGED, other])) == 2
    found = threads("Board", [ASKED, LOGGED, other, replace(other, row=10, sheet="log May", seen="2025-05-15")])
    assert sorted(len(thread.entries) for thread in found) == [2, 2]


def test_a_reference_used_again_for_another_meetings_action_begins_another() -> None:
    later = replace(CLOSED, raised="2025-03-13", text="Bea Third to write to the council about parking")
    assert len(threads("Board", [LOGGED, later])) == 2


def test_minutes_that_follow_up_a_counted_reference_go_on_its_thread() -> None:
    asked = replace(ASKED, reference="25/039.1")
    later = "Report on the cost of community beds. The paper is on the May agenda, and the action is to remain open."
    again = replace(asked, row=5, sheet="april", seen="2025-04-03", raised="2025-04-03", item="4", text=later)
    assert len(threads("Board", [asked, again])) == 1
    assert len(threads("Board", [replace(asked, reference="3"), replace(again, reference="3")])) == 2
    other = replace(again, text="Chair to write to the council about parking")
    assert len(threads("Board", [asked, other])) == 2


def test_without_references_meeting_item_and_words_must_agree() -> None:
    bare = replace(LOGGED, reference="")
    assert len(threads("Board", [ASKED, bare])) == 1
    assert len(threads("Board", [ASKED, replace(bare, item="8")])) == 2
    assert len(threads("Board", [ASKED, replace(bare, raised="2024-11-14")])) == 2
    assert len(threads("Board", [ASKED, replace(bare, text="Chair to write to the council")])) == 2


def test_a_reworded_action_is_the_same_where_reference_and_meeting_are() -> None:
    assert len(threads("Board", [LOGGED, replace(CLOSED, text="Report on beds")])) == 1


def test_the_same_minutes_in_two_files_ask_once() -> None:
    (thread,) = threads("Board", [ASKED, replace(ASKED, row=8, sheet="a copy")])
    assert len(thread.entries) == 2


def test_addresses_are_distinct_and_stay_when_the_action_is_followed() -> None:
    twice = [ASKED, replace(ASKED, row=2)]
    assert len({thread.address for thread in threads("Board", twice)}) == 2
    assert threads("Board", [ASKED])[0].address == threads("Board", [ASKED, LOGGED, CLOSED])[0].address


@pytest.mark.parametrize(
    ("status", "update", "closed"),
    [
        ("Closed", "", True),
        ("COMPLETE - CLOSED", "", True),
        ("Completed", "", True),
        ("In progress", "Complete by May", False),
        ("Not complete", "", False),
        ("Incomplete", "", False),
        ("Proposed for closure", "", False),
        ("To be closed", "", False),
        ("Partially complete", "", False),
        ("On track", "", False),
        ("", "Complete. The report is on the agenda.", True),
        ("", "Completed by May if funds allow", False),
        ("", "The report was closed in March", False),
        ("", "", False),
    ],
)
def test_a_status_closes_an_action_only_where_it_says_so(status: str, update: str, closed: bool) -> None:
    assert closes(status, update) is closed


@pytest.mark.parametrize(
    ("printed", "raised", "day"),
    [
        ("30/04/2025", "", "2025-04-30"),
        ("31.03.25", "", "2025-03-31"),
        ("By end of February 2024", "", "2024-02-29"),
        ("Mar-25", "", "2025-03-31"),
        ("13 March", "2025-01-16", "2025-03-13"),
        ("January", "2024-11-14", "2025-01-31"),
        ("January 2025, revised to 15 March 2025", "", "2025-03-15"),
        ("next meeting", "2025-01-16", ""),
        ("staff may decide", "2025-01-16", ""),
        ("March", "", ""),
        ("31 February 2025", "", ""),
        ("Ongoing", "2025-01-16", ""),
    ],
)
def test_a_due_date_is_read_as_it_is_printed(printed: str, raised: str, day: str) -> None:
    assert due_on(printed, raised) == day


ENTRIES = st.builds(
    lambda row, action, day, reference, text: HeldAction(
        *(row, action, f"{action} {day}", day, "2025-01-16", reference, "7", "Beds", text, (), "", "", "")
    ),
    st.integers(1, 10_000),
    st.booleans(),
    st.sampled_from(["2025-01-16", "2025-03-13", "2025-05-15", ""]),
    st.sampled_from(["", "1", "2"]),
    st.sampled_from([ASKED.text, ASKED.text.upper(), "Write to the council about parking fees", "", "Report"]),
)


@given(st.lists(ENTRIES, max_size=12, unique_by=lambda entry: entry.row))
def test_every_entry_is_in_one_thread_and_no_thread_has_two_of_one_list(entries: list[HeldAction]) -> None:
    found = threads("Board", entries)
    assert sorted(entry.row for thread in found for entry in thread.entries) == sorted(entry.row for entry in entries)
    for thread in found:
        assert len({(entry.sheet, entry.action) for entry in thread.entries}) == len(thread.entries)
    assert threads("Board", entries[::-1]) == found
