"""Which meeting a document records: its body, date, place, quorum and state, in any house style."""

from __future__ import annotations

import pytest

from ingest.model import Meeting
from ingest.reading import read_bytes
from ingest.structure.meeting.bodies import body, body_among
from ingest.structure.meeting.dates import dates
from tests.ingest.test_structure import pack

LIST = "Present: Ann Example (Chair), Ben Sample, Cara Model\n\nApologies: Dan Dummy\n\n"
TOLD = (
    "## 1. Works\n\nThe works were late, and the group asked why they were.\n\n## 2. Rents\n\n"
    "Rents had risen, and the group was told by how much they had.\n"
)


def meetings(text: str, name: str = "paper.md") -> tuple[Meeting, ...]:
    return read_bytes(name, text.encode()).meetings


def meeting(opening: str, name: str = "paper.md") -> Meeting:
    (found,) = meetings(f"{opening}\n\n{LIST}{TOLD}", name)
    return found


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("14th February 2014", "2014-02-14"),
        ("14 th February 2014", "2014-02-14"),
        ("14^(th) February 2014", "2014-02-14"),
        ("Friday, the 14th of February, 2014", "2014-02-14"),
        ("February 14th, 2014", "2014-02-14"),
        ("14-Feb-2014", "2014-02-14"),
        ("14.02.14", "2014-02-14"),
        ("14/02/2014", "2014-02-14"),
        ("2014-02-14", "2014-02-14"),
    ],
)
def test_dates_are_read_in_every_printed_form(printed: str, iso: str) -> None:
    assert [found.day.isoformat() for found in dates(f"held on {printed} at noon")] == [iso]
    assert meeting(f"# Minutes of the Works Panel held on {printed}").date == iso


@pytest.mark.parametrize("text", ["5.1.14 Works", "item 12.10.2", "3.14.15.92"])
def test_numbers_of_sections_are_no_dates(text: str) -> None:
    assert not dates(text)


def test_a_date_without_its_year_has_the_year_of_the_files_name_or_of_the_dates_around_it() -> None:
    opening = "# Works Panel\n\n## Minutes of the meeting held on Tuesday 11 October"
    named = meeting(opening, "works-panel-minutes-2011-10-11.md")
    assert (named.date, named.printed) == ("2011-10-11", "Tuesday 11 October")
    assert "2011" in named.note
    assert meeting(f"{opening}\n\nNext meeting: 6 December 2011").date == "2011-10-11"


def test_the_next_meetings_date_is_not_the_meetings() -> None:
    found = meeting("# Works Panel: notes of the meeting\n\nNext meeting: 3 May 2024\n\nDate: 2 April 2024")
    assert found.date == "2024-04-02"


def test_a_weekday_that_does_not_fit_is_noted() -> None:
    assert meeting("# Minutes of the Works Panel, Monday 14 February 2014").note


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Minutes of the 24th meeting of the Works Panel", "Works Panel"),
        ("MINUTES OF THE WORKS PANEL MEETING HELD ON 3 MAY 2024", "Works Panel"),
        ("Works Panel – Twenty-second Meeting", "Works Panel"),
        ("Open Works User Group - Agenda", "Open Works User Group"),
        ("Extraordinary Board Meeting Minutes", "Board"),
        ("Anyham Parish Council: Minutes of the Annual Meeting", "Anyham Parish Council"),
        ("Minutes of the meeting held on 3 May at the Cabinet Office:", ""),
        ("Minutes of the ordinary meeting of the Senate held in the Senate Room", "Senate"),
        ("Anyham Governing Body Meeting in Public", "Anyham Governing Body"),
    ],
)
def test_a_body_is_named_without_the_words_of_meetings_around_it(title: str, name: str) -> None:
    assert body(title) == name


def test_a_whole_organisation_names_the_body_only_where_no_body_of_it_is_named() -> None:
    assert (
        body_among(["ANYHAM HOSPITALS FOUNDATION TRUST", "Board of Directors – Public Meeting"]) == "Board of Directors"
    )
    assert body_among(["Anyham Community Association", "Notes of the meeting"]) == "Anyham Community Association"


@pytest.mark.parametrize(
    "opening",
    [
        "# Works Group\n\nNotes of the meeting, 4 March 2024",
        "# Meeting of the Works Group\n\n4 March 2024",
        "**Record of the meeting of the Works Group on 4 March 2024**",
        "# Works Group - 4 March 2024",
        "---\nbody: Works Group\ndate: 2024-03-04 02:00 UTC\n---",
    ],
)
def test_minutes_by_any_title_are_minutes_when_people_and_items_are_told(opening: str) -> None:
    found = meeting(opening)
    assert (found.body, found.date, found.kind, len(found.items)) == ("Works Group", "2024-03-04", "minutes", 2)


@pytest.mark.parametrize(
    "text",
    [
        (
            "# Works Plan\n\n4 March 2024\n\n## 1. Aims\n\n"
            "The plan aims to mend every hall in the county before the spring.\n\n## 2. Costs\n\n"
            "It costs much.\n"
        ),
        (
            "# Terms of reference of the Works Panel\n\nMembers: Ann Example, Ben Sample\n\n"
            "## 1. Aims\n\nThe panel meets each month.\n\n## 2. Minutes\n\nMinutes are kept.\n"
        ),
        "# Works Panel agenda, 4 March 2024\n\n1. Welcome\n2. Works\n3. Rents\n",
    ],
)
def test_plans_terms_and_agendas_are_no_minutes(text: str) -> None:
    assert not [found for found in meetings(text) if found.kind == "minutes"]


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("# Minutes of the Works Panel\n\n4 March 2024\n\nVenue: Room 3, Town Hall", "Room 3, Town Hall"),
        ("# Minutes of the Works Panel held on 4 March 2024 at 2.00 pm in the Oak Room, Anyham", "Oak Room, Anyham"),
        ("# Minutes of the Works Panel\n\nHeld on 4 March 2024 via Microsoft Teams", "Microsoft Teams"),
        (
            "# Minutes of the Works Panel\n\n10:00-11:30, 4 March 2024\n\nLower Hall, 5 Mill Street, Anyham",
            "Lower Hall, 5 Mill Street, Anyham",
        ),
        ("# Minutes of the Works Panel\n\n4 March 2024", ""),
    ],
)
def test_the_place_is_read_as_printed(opening: str, place: str) -> None:
    assert meeting(opening).place == place


def test_the_quorum_and_the_state_of_the_minutes_are_read() -> None:
    found = meeting(
        "**UNCONFIRMED**\n\n# Minutes of the Works Panel held on 4 March 2024\n\n"
        "The Chair said that the meeting was quorate."
    )
    assert (found.state, found.quorum) == ("draft", "The Chair said that the meeting was quorate.")
    assert meeting("# Confirmed minutes of the Works Panel, 4 March 2024").state == "confirmed"
    assert meeting("# Minutes of the Works Panel, 4 March 2024").state == ""


def test_minutes_bound_in_a_pack_know_the_meeting_that_received_them() -> None:
    found = {one.kind: one for one in pack().meetings}
    assert found["minutes"].received == ("ICB Board", "2025-03-13")
    assert found["agenda"].received == ("", "")
    assert meeting("# Minutes of the Works Panel, 4 March 2024").received == ("", "")
