"""What a pack's pages say: meetings, items, presenters, and passages that know where they stand."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.model import Meeting, Passage, Reading
from ingest.reading import read_bytes
from ingest.structure.meeting.bodies import body
from ingest.structure.meeting.dates import dates
from ingest.structure.passages import pieces
from tests.ingest import papers

MINUTES = """## Minutes of the Part I ICB Board Meeting

Thursday, 16 January 2025 at 2.00 pm

### Members

- Professor Alex Green (AG), Chair, Midshire ICB.
- Dr Sam White (SW), Medical Director, Midshire ICB.
- Robin Black (RB), Finance Director, Midshire ICB.

### Apologies

- Kim Grey (KG), Partner Member, Midshire Council.

### 1. Welcome and Apologies (presented by Prof. A Green)

AG welcomed everyone to the meeting.

### 2. Winter Plan (presented by Dr S White and R Black)

SW presented the plan and 3 wards were named.

1. This numbered line is no item.

**Resolved: The Board:**

- **Approved the winter plan, subject to funding.**
- **Noted the risks.**

**Action:** RB to report on costs in March.

### 3. General Governance (presented by R Black)

#### 3.1 Policies

**Resolved: The Board adopted the policies.**
"""


def reading(text: str) -> Reading:
    return read_bytes("paper.md", text.encode())


def of_kind(found: Reading, kind: str) -> list[Passage]:
    return [passage for passage in found.passages if passage.kind == kind]


def test_minutes_know_their_body_date_part_and_people() -> None:
    (meeting,) = reading(MINUTES).meetings
    assert (meeting.body, meeting.date, meeting.kind, meeting.part) == ("ICB Board", "2025-01-16", "minutes", "I")
    assert [person.initials for person in meeting.attendance] == ["AG", "SW", "RB", "KG"]
    assert meeting.attendance[-1].status == "apologies"


def test_items_keep_their_numbers_and_presenters_become_full_names() -> None:
    (meeting,) = reading(MINUTES).meetings
    assert [(item.number, item.title) for item in meeting.items] == [
        ("1", "Welcome and Apologies"),
        ("2", "Winter Plan"),
        ("3", "General Governance"),
        ("3.1", "Policies"),
    ]
    assert meeting.items[1].presenters == ("Dr Sam White", "Robin Black")
    assert (meeting.items[3].presenters, meeting.items[3].source) == (("Robin Black",), "parent heading")


def test_a_resolution_is_one_passage_with_all_its_bullets() -> None:
    first, second = of_kind(reading(MINUTES), "decision")
    assert first.text.count("•") == 2
    assert "subject to funding" in first.text
    assert (first.item, first.title) == ("2", "Winter Plan")
    assert (second.item, second.date) == ("3.1", "2025-01-16")


def test_an_action_stands_alone_under_its_item() -> None:
    (action,) = of_kind(reading(MINUTES), "action")
    assert (action.item, action.text) == ("2", "Action: RB to report on costs in March.")


def test_text_passages_know_their_lines() -> None:
    lines = MINUTES.split("\n")
    for passage in reading(MINUTES).passages:
        assert passage.lines is not None
        first, last = passage.lines
        assert passage.text.split("\n")[0].strip("• *#")[:20] in " ".join(lines[first - 1 : last]).replace("**", "")


def pack() -> Reading:
    agenda = [
        ["No", "Time", "Title", "Action", "Papers", "Lead / Presenter", "Page No"],
        ["1.", "2.00 pm", "Welcome", "Note", "Verbal", "Prof. A Green", "-"],
        ["2.", "2.05 pm", "Register of Interests", "Note", "Attached", "Prof. A Green", "2"],
        ["3.", "2.10 pm", "Review of Action Log", "Note", "Attached", "Prof. A Green", "2"],
        ["4.", "2.20 pm", "Elective Recovery Plan", "Approve", "Attached", "R Black", "3"],
        ["", "", "5.1 Estates Strategy Refresh", "Note", "Attached", "Dr S White", "4"],
    ]
    log = [
        ["Action No", "Meeting", "Action required", "Lead", "Deadline", "Status"],
        ["7", "16/01/2025", "Report on costs", "R Black", "01/03/2025", "Open"],
    ]
    parts = [
        papers.heading("Meeting of the Midshire Integrated Care Board"),
        papers.paragraph("Thursday, 13 March 2025 at 2.00 pm"),
        papers.heading("Part I Agenda"),
        papers.table(agenda),
        papers.new_page(),
        papers.table(log),
        papers.new_page(),
        papers.heading("Part I ICB Board Meeting, 13 March 2025"),
        papers.heading("Agenda Number: 4"),
        papers.heading("Elective Recovery Plan"),
        papers.heading("1. Purpose"),
        papers.paragraph("To ask the Board to approve the plan for elective recovery in the coming year."),
        papers.heading("2. Recommendation"),
        papers.paragraph("The Board is asked to approve the plan."),
        papers.new_page(),
        papers.heading("Minutes of the Estates Committee Meeting"),
        papers.paragraph("Held on Wednesday, 14 January 2024 at 1.00 pm"),
        papers.heading("Attendees"),
        papers.bullets("Sam White (SW), Chair.", "Robin Black (RB), Member."),
        papers.heading("1. Welcome"),
        papers.paragraph("SW welcomed everyone."),
        papers.heading("2. Capital"),
        papers.paragraph("RB presented the capital programme."),
        papers.paragraph("<b>Outcome: The Committee NOTED the programme.</b>"),
    ]
    return read_bytes("pack.pdf", papers.pdf(parts))


def meeting(found: Reading, kind: str) -> Meeting:
    return next(meeting for meeting in found.meetings if meeting.kind == kind)


def test_an_agenda_table_gives_items_with_presenters() -> None:
    items = meeting(pack(), "agenda").items
    assert [(item.number, item.title) for item in items][-2:] == [
        ("4", "Elective Recovery Plan"),
        ("5.1", "Estates Strategy Refresh"),
    ]
    assert items[3].presenters == ("Robin Black",)


def test_a_paper_belongs_to_the_packs_meeting_and_its_agenda_item() -> None:
    (asked,) = of_kind(pack(), "recommendation")
    assert (asked.body, asked.date, asked.item, asked.title) == (
        "ICB Board",
        "2025-03-13",
        "4",
        "Elective Recovery Plan",
    )


def test_an_action_log_belongs_to_the_item_that_reviews_it() -> None:
    (row,) = of_kind(pack(), "action")
    assert (row.date, row.item) == ("2025-03-13", "3")
    assert "Lead: R Black" in row.text


def test_a_misprinted_year_is_read_from_the_pack_and_noted() -> None:
    minutes = meeting(pack(), "minutes")
    assert minutes.body == "Estates Committee"
    assert minutes.date == "2025-01-14"
    assert minutes.printed == "Wednesday, 14 January 2024"
    assert minutes.note


def test_a_presenter_named_only_in_the_text_is_found() -> None:
    items = meeting(pack(), "minutes").items
    assert (items[1].presenters, items[1].source) == (("Robin Black",), "text")


def test_dates_in_the_forms_of_board_papers() -> None:
    printed = "2nd of May 2024; Tues 7 Jan 2025; March 3, 2025; 05/11/2024; 31 February 2025"
    assert [found.day.isoformat() for found in dates(printed)] == [
        "2024-05-02",
        "2025-01-07",
        "2025-03-03",
        "2024-11-05",
    ]


def test_a_title_without_a_body_names_none() -> None:
    assert body("Minutes and actions") == ""
    assert body("Minutes of the Audit and Risk Committee held on 3 May 2024") == "Audit and Risk Committee"


words = st.text(st.characters(categories=("L", "N", "P", "S", "Z")), max_size=60)
lines = st.lists(
    st.one_of(words, words.map("- {}".format), words.map("## {}".format), words.map("Resolved: {}".format)), max_size=40
)


@settings(max_examples=60, deadline=None)
@given(lines)
def test_any_text_is_cut_into_passages_inside_one_item_and_short_enough(found: list[str]) -> None:
    text = "A first line of text.\n\n" + "\n\n".join(found)
    for passage in reading(text).passages:
        assert passage.text.strip()
        assert pieces(passage.indexed) <= 256
        assert passage.spans
