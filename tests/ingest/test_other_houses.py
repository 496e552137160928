"""Whole minutes and a pack in the styles of a trust, a cabinet, a parish and a committee with ways of their own."""

from __future__ import annotations

from functools import cache

from ingest.model import Meeting, Reading
from ingest.reading import read_bytes
from tests.ingest import papers

TRUST = """Larkshire Hospitals NHS Foundation Trust

MINUTES OF THE BOARD OF DIRECTORS MEETING HELD IN PUBLIC
Thursday 6 March 2025, 09:30 - 12:30
Lecture Theatre, Education Centre, Larkford

Present:
Professor Dame Hilary Quint      Trust Chair
Mr Rohan Desai                   Chief Executive
Dr Imogen Farrow                 Chief Medical Officer
Mr Gareth Pym                    Non-Executive Director

In attendance:
Mr Tim Wexford                   Director of Corporate Governance
Dr Leah Stone                    Voice of Safe Hours (item 25/041 only)

Apologies:
Mr David Chisholm                Non-Executive Director

25/034 Welcome, apologies and quorum
There being a quorum present, the Chair declared the meeting open.

25/035 Declarations of interest
Mr Pym declared an interest in item 25/040 as a trustee of the hospice. It was agreed that Mr Pym would remain in the
meeting but would not take part in the decision.

25/039 Integrated performance report
Dr Farrow presented the report.
ACTION 25/039.1: Deep dive on sepsis to be brought to the Board. Lead: Tim Wexford. Due: May 2025

25/040 Hospice partnership agreement
Mr Desai sought approval to enter into the agreement. The Board voted on the proposal: three in favour, none against.
The Board APPROVED the partnership agreement.

25/041 Safe Working Hours: quarterly report
Dr Stone presented the report.
The Board RECEIVED the report.
"""

CABINET = """WEXDALE DISTRICT COUNCIL

CABINET

Minutes of a meeting of the Cabinet held in the Civic Centre, Wexdale on Tuesday, 14th January, 2025 at 6.30 p.m.

Present:  Councillor J Hartley (Leader) in the Chair
          Councillors S Akhtar, M Bright (Deputy Leader) and R Timms

CAB/73   MINUTES

RESOLVED: That the minutes of the meeting held on 10th December, 2024 be approved as a correct record.

CAB/74   DRAFT BUDGET 2025/26

RESOLVED: That
(1)  the draft budget be approved for consultation; and
(2)  the recommendation of the Scrutiny Committee on parking charges be not accepted.

RECOMMENDED TO COUNCIL: That the council tax base of 41,202.6 be adopted.

CAB/75   MILL LANE REGENERATION - COMPULSORY PURCHASE

On being put to the vote there were 2 votes in favour and 1 against.

RESOLVED: That, subject to the agreement of Homes Anyland, a purchase order be made in respect of the land.

CAB/77   DISPOSAL OF DEPOT SITE

The exempt minute of this item is recorded separately in confidence.
"""

PARISH = """<html><body><h1>Nether Stowbury Parish Council</h1>
<p>Minutes of the Ordinary Meeting of the Council held at the Memorial Hall on Monday 13 January 2024 at 7pm</p>
<p><b>Councillors present:</b> Cllr Ruth Penny (Chairman), Cllr A. Marsh, Cllr J. Lodge</p>
<p><b>139/24 Apologies for absence</b><br>Cllr P. Vole (work). <u>Resolved</u> to accept the reason for absence.</p>
<p><b>141/24 Minutes</b><br>Resolved that the minutes of the meeting of 9 December 2024 be signed.</p>
<p><b>143/24 Planning applications</b></p>
<ol type="a"><li>25/00019/LBC The Old Forge, new windows. Resolved: to object. (2 for, 1 abstention)</li></ol>
<p><b>146/24 Date of next meeting</b><br>Monday 10 February 2025 at 7pm.</p></body></html>
"""

COMMITTEE = """# Fenland Integrated Care Board

**Minutes of the Finance, Investment and Resources Committee – Part A**

**Date:** 22/01/2025  **Venue:** MS Teams

## Members

| Name | Initials | Title |
| --- | --- | --- |
| Olive Trent | OT | Non-Executive Member (Chair) |
| Sam Barley | SB | Chief Finance Officer |
| Jon Reed | JR | Non-Executive Member |

## Attendees

| Name | Initials | Title |
| --- | --- | --- |
| Mary Coe | MC | Head of Governance |

**FIRC/2425/084 Declarations of Interest**

JR declared an interest in item FIRC/2425/088. OT determined that JR could stay but abstain from the vote.

**FIRC/2425/085 Minutes of the last meeting – 18 December 2024**

Subject to a correction on page 3, the minutes were approved.

**FIRC/2425/086 Month 9 finance report**

TW asked for detail on agency spend.

**Action FIRC/2425/086(a): SB** to provide a breakdown of agency spend by the end of February.

**Decision: The Committee NOTED the Month 9 position.**

**FIRC/2425/088 Diagnostic centre**

The Committee:
1. **APPROVED** the award of the contract, conditional on due diligence being completed;
2. **DID NOT APPROVE** the option of a two-year extension;
3. **RECOMMENDED** to the Board that the reserve be released.
"""


def read(name: str, text: str) -> Meeting:
    (meeting,) = read_bytes(name, text.encode()).meetings
    return meeting


def decided(meeting: Meeting) -> list[tuple[str, str, str, str]]:
    return [(one.item, one.verb, one.condition, one.vote) for one in meeting.decisions]


def test_a_trusts_columns_votes_and_labelled_parts_of_an_action() -> None:
    meeting = read("trust.txt", TRUST)
    assert ("Dr Leah Stone", "attendee") in [(one.name, one.status) for one in meeting.attendance]
    assert meeting.items[-1].title == "Safe Working Hours: quarterly report"
    assert decided(meeting) == [
        ("25/040", "approved", "", "The Board voted on the proposal: three in favour, none against."),
        ("25/041", "received", "", ""),
    ]
    (action,) = meeting.actions
    assert (action.reference, action.owner, action.due) == ("25/039.1", ("Mr Tim Wexford",), "May 2025")
    assert [(one.person, one.done) for one in meeting.declarations] == [("Mr Gareth Pym", "abstained")]


def test_what_a_cabinet_recommends_to_its_council_is_not_adopted_by_it() -> None:
    meeting = read("cabinet.txt", CABINET)
    assert decided(meeting) == [
        ("CAB/73", "approved", "", ""),
        ("CAB/74", "approved", "", ""),
        ("CAB/74", "rejected", "", ""),
        ("CAB/74", "other", "", ""),
        (
            "CAB/75",
            "agreed",
            "subject to the agreement of Homes Anyland",
            "On being put to the vote there were 2 votes in favour and 1 against.",
        ),
    ]
    assert meeting.items[2].title == "MILL LANE REGENERATION - COMPULSORY PURCHASE"
    assert [one.number for one in meeting.items if one.confidential] == ["CAB/77"]


def test_a_parish_by_its_full_name_in_the_year_that_its_other_dates_show() -> None:
    meeting = read("parish.html", PARISH)
    assert (meeting.body, meeting.date, meeting.printed) == (
        "Nether Stowbury Parish Council",
        "2025-01-13",
        "Monday 13 January 2024",
    )
    assert "the year is read as 2025" in meeting.note
    away = [(one.name, one.role, one.organisation) for one in meeting.attendance if one.status == "apologies"]
    assert away == [("Cllr P. Vole", "", "")]
    last = meeting.decisions[-1]
    assert last.text == "to object. (2 for, 1 abstention)"
    assert "25/00019/LBC The Old Forge, new windows." in last.lead


def test_a_committee_whose_name_is_a_list_and_whose_resolution_is_one_too() -> None:
    meeting = read("committee.md", COMMITTEE)
    assert (meeting.body, meeting.part) == ("Finance, Investment and Resources Committee", "I")
    assert [(one.name, one.role, one.status) for one in meeting.attendance][-2:] == [
        ("Jon Reed", "Non-Executive Member", "member"),
        ("Mary Coe", "Head of Governance", "attendee"),
    ]
    assert decided(meeting) == [
        ("FIRC/2425/085", "approved", "Subject to a correction on page 3", ""),
        ("FIRC/2425/086", "noted", "", ""),
        ("FIRC/2425/088", "approved", "conditional on due diligence being completed;", ""),
        ("FIRC/2425/088", "rejected", "", ""),
        ("FIRC/2425/088", "other", "", ""),
    ]
    assert meeting.actions[0].reference == "FIRC/2425/086(a)"
    assert [(one.person, one.done) for one in meeting.declarations] == [("Jon Reed", "abstained")]


LOG = [
    (f"TB/24/{at:02}", "12/09/2024", f"Bring report {at} on the wards to the Board", "CD", "Nov 2024", "Closed")
    for at in range(1, 30)
]


@cache
def pack() -> Reading:
    """A pack whose minutes have headings without numbers, with a log of numbered rows over two pages behind them."""
    bold = [papers.paragraph(f"<b>{text}</b>") for text in ("Finance report", "Staff survey", "Any other business")]
    told = "CD presented the report, and members asked about the costs of it."
    parts = [
        papers.heading("Trust Board Meeting in Public"),
        papers.paragraph("Thursday 15 May 2025 at 10.00"),
        papers.paragraph("Harbour Room, Trust House, 2 Quay Road"),
        papers.paragraph("Seaton, QQ1 2ZZ"),
        papers.heading("Agenda"),
        papers.table(
            [["Ref", "Item", "Lead"], ["TB/25/051", "Welcome", "Chair"], ["TB/25/054", "Action log", "Chair"]]
        ),
        papers.new_page(),
        papers.paragraph("<b>Minutes of the Trust Board Meeting held on Thursday 13 March 2025</b>"),
        papers.paragraph("Present: Neil Abbot (NA), Chair; Cathy Dunn (CD), Chief Nurse"),
        *(part for title in bold for part in (title, papers.paragraph(told))),
        papers.new_page(),
        papers.heading("Action log"),
        papers.table([("Ref", "Raised", "Action", "Lead", "Due", "Status"), *LOG], 1, [60, 70, 170, 40, 60, 60]),
        papers.new_page(),
        papers.table(
            [
                ["Agenda item:", "TB/25/055"],
                ["Report title:", "Quality strategy"],
                ["Report authors:", "Tom Reeve, Head of Quality; Jan Ito"],
            ]
        ),
        papers.heading("Introduction"),
        papers.paragraph("The strategy is new."),
    ]
    return read_bytes("pack.pdf", papers.pdf(parts))


def test_the_numbered_rows_of_a_log_are_no_items_and_none_is_lost() -> None:
    reading = pack()
    assert [item.title for item in reading.meetings[1].items] == [
        "Finance report",
        "Staff survey",
        "Any other business",
    ]
    assert [(row.reference, row.raised, row.owner, row.status) for row in reading.log] == [
        (reference, "2024-09-12", ("Cathy Dunn",), "Closed") for reference, *_ in LOG
    ]


def test_an_agenda_says_where_and_a_cover_sheet_who_wrote_it() -> None:
    assert pack().meetings[0].place == "Harbour Room, Trust House, 2 Quay Road Seaton, QQ1 2ZZ"
    assert pack().papers[0].authors == ("Tom Reeve", "Jan Ito")
