"""Minutes of a panel, a partnership board and a school trust: fields in one line, lists of votes, motions lost."""

from __future__ import annotations

from ingest.model import Meeting
from ingest.reading import read_bytes

PARTNERS = """# Minutes of the Northmoor Health and Wellbeing Board

**Meeting date:** Wednesday 12th of February 2025
**Location:** Council House, Northmoor / Teams
**Quoracy:** The Board was not quorate until 2.20pm.

**Board Members Present**

Cllr Dee Rowe (Chair) – Cabinet Member for Health, Northmoor Council
Dr Amit Shah (Vice-Chair) – Clinical Director, Northmoor Place
Sandra Fell – Director of Public Health

**Apologies**

Chief Superintendent Ian Marsh; Lesley Cope

## HWB 24/42 Better Care return

Sandra Fell introduced the return.

**Agreed outcome:**

The Board:

i) Ratified the return;
ii) Delegated authority to the Director of Public Health to sign off the next.

## HWB 24/43 Needs Assessment

Voting: For – Cllr Rowe, Ms Fell. Against – Dr Shah. Abstentions – none.

**Decision:** That the draft be approved for consultation, provided that the map is corrected.

## HWB 24/44 Homicide review

See separate confidential minutes.
"""

PANEL = """<html><body>
<h2>MINUTES of the proceedings of the Meeting of the Eastvale Crime Panel held at County Hall on 31 January 2025</h2>
<p>Present: Councillor T Ames (Chairman), Councillor V Birch, Mr K Cole</p>
<p>Also in attendance: Ms L Dyer (Police and Crime Commissioner)</p>
<h3>2. PROPOSED PRECEPT</h3>
<p>Councillor Birch moved, and Mr Cole seconded, that the precept be vetoed. The motion was lost by 2 votes to 1.</p>
<p><b>IT WAS AGREED</b> that the Panel supports the proposed precept without qualification.</p>
<h3>3. COMPLAINTS</h3><p>The Panel noted the report. Following a question from Mr Cole the Commissioner undertook to
provide figures before the June meeting.</p>
<h3>4. FUTURE MEETINGS</h3><p>RESOLVED – (a) that the meetings take place on the dates in the report; (b) that the
July meeting be held in private subject to legal advice.</p></body></html>
"""


def read(name: str, text: str) -> Meeting:
    (meeting,) = read_bytes(name, text.encode()).meetings
    return meeting


def test_fields_that_share_a_line_end_where_the_next_begins() -> None:
    meeting = read("partners.md", PARTNERS)
    assert (meeting.date, meeting.place) == ("2025-02-12", "Council House, Northmoor / Teams")
    assert meeting.quorum == "Quoracy: The Board was not quorate until 2.20pm."


def test_ranks_are_titles_and_a_place_is_nobody() -> None:
    people = read("partners.md", PARTNERS).attendance
    assert [(one.name, one.status) for one in people] == [
        ("Cllr Dee Rowe", "member"),
        ("Dr Amit Shah", "member"),
        ("Sandra Fell", "member"),
        ("Chief Superintendent Ian Marsh", "apologies"),
        ("Lesley Cope", "apologies"),
    ]
    assert people[1].organisation == "Northmoor Place"


def test_a_list_of_who_voted_how_is_the_vote_of_the_decision_under_it() -> None:
    *_, last = read("partners.md", PARTNERS).decisions
    assert (last.verb, last.condition) == ("approved", "provided that the map is corrected.")
    assert last.vote == "Voting: For – Cllr Rowe, Ms Fell. Against – Dr Shah. Abstentions – none."


def test_an_item_that_only_points_to_confidential_minutes_is_confidential() -> None:
    assert [one.number for one in read("partners.md", PARTNERS).items if one.confidential] == ["HWB 24/44"]


def test_a_motion_that_was_lost_is_rejected_and_resolved_points_are_agreed() -> None:
    meeting = read("panel.html", PANEL)
    assert meeting.body == "Eastvale Crime Panel"
    assert [(one.item, one.verb, one.vote) for one in meeting.decisions] == [
        ("2", "rejected", "The motion was lost by 2 votes to 1."),
        ("2", "agreed", ""),
        ("3", "noted", ""),
        ("4", "agreed", ""),
        ("4", "agreed", ""),
    ]
    assert meeting.decisions[-1].condition == "subject to legal advice."
    assert [(one.item, one.owner, one.due) for one in meeting.actions] == [("3", ("Ms L Dyer",), "the June meeting")]
