"""Action logs of many layouts: no row is lost, and each knows who, when and what became of it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib import colors
from reportlab.platypus import Paragraph, Table, TableStyle

from ingest.model import LogEntry, Reading
from ingest.reading import read_bytes
from ingest.structure.registers.errands import asked, when
from ingest.structure.registers.log_columns import is_log
from tests.ingest import papers, sample

MINUTES = """# Minutes of the Quality Committee

Held on Thursday 6 March 2025 at 2 pm

## Present

- Alex Green (AG), Chair
- Sam White (SW), Chief Nurse

## 1. Welcome

AG welcomed all.

## 2. Falls

SW presented the report.

Action: SW to bring a plan in May.

Resolved: The Committee noted the report.

## Action log

| Ref | Meeting | Item | Action | Lead | Due | Status |
|---|---|---|---|---|---|---|
| 7 | 6 March 2025 | 2 | **Falls** Bring a plan to the committee | S White | May 2025 | Open |
| 5 | 09/01/25 | 4 | Write to the trust | AG / SW | March 2025 | Closed |
"""
TRACKER = """# Audit Committee - Action tracker, 5 June 2024

## Open actions

| Minute | Action agreed | By whom | By when |
|---|---|---|---|
| 12/24 Estates | Send the plan to members. | Jo Brown | July 2024 |
| 13/24 | Circulate the draft policy | Head of Audit | 1 Sept |

## Closed actions

| Minute | Action agreed | By whom | By when |
|---|---|---|---|
| 2/24 | Publish the minutes | Clerk | May 2024 |
"""
BARE = """# Board actions arising

| No. | Action | Update |
|---|---|---|
| 1 | The Estates Team to write to the council by 4 May 2025. | COMPLETE. Letter sent 1 May. |
| 2 | Jane Smith and CD to review the risk register | Ongoing - meeting booked. |
| 3 | Members to be kept informed. | |
"""


def log(text: str) -> tuple[LogEntry, ...]:
    return read_bytes("log.md", text.encode()).log


def test_a_log_behind_minutes_resolves_owners_by_their_list() -> None:
    first, second = log(MINUTES)
    assert (first.reference, first.body, first.date, first.raised) == (
        "7",
        "Quality Committee",
        "2025-03-06",
        "2025-03-06",
    )
    assert (first.item, first.title, first.text) == ("2", "Falls", "Bring a plan to the committee")
    assert (first.owner, first.printed, first.due, first.status) == (("Sam White",), "S White", "May 2025", "Open")
    assert (second.owner, second.raised) == (("Alex Green", "Sam White"), "2025-01-09")


def test_a_log_behind_minutes_adds_no_action_of_the_meeting() -> None:
    (meeting,) = read_bytes("minutes.md", MINUTES.encode()).meetings
    assert [action.text for action in meeting.actions] == ["SW to bring a plan in May."]


def test_a_log_of_its_own_takes_body_date_and_state_from_its_headings() -> None:
    entries = log(TRACKER)
    assert {(entry.body, entry.date) for entry in entries} == {("Audit Committee", "2024-06-05")}
    assert [(entry.item, entry.title) for entry in entries] == [("12/24", "Estates"), ("13/24", ""), ("2/24", "")]
    assert [entry.status for entry in entries] == ["Open", "Open", "Closed"]
    assert [entry.due for entry in entries] == ["July 2024", "1 Sept", "May 2024"]


def test_owners_deadline_and_status_are_read_from_the_text_where_no_column_has_them() -> None:
    first, second, third = log(BARE)
    assert (first.owner, first.due, first.status) == (("Estates Team",), "4 May 2025", "COMPLETE")
    assert (second.owner, second.status, second.update) == (
        ("Jane Smith", "CD"),
        "Ongoing",
        "Ongoing - meeting booked.",
    )
    assert (third.owner, third.due, third.status) == ((), "", "")


def pdf_log(rows: list[list[str]], repeat: int = 0) -> Reading:
    parts = [
        papers.heading("Estates Board Action Log"),
        papers.paragraph("As at 3 April 2025"),
        papers.table(rows, repeat, (35, 70, 150, 65, 60, 80)),
    ]
    return read_bytes("log.pdf", papers.pdf(parts))


HEADS = ["Ref", "Raised", "Action", "Owner", "Due", "Progress"]
TEXT = "Write report number {} on the old laundry and bring it back with the views of those who work there."


@pytest.mark.parametrize("repeat", [0, 1])
def test_no_row_is_lost_over_pages(repeat: int) -> None:
    rows = [[f"E{at}", "6 March 2025", TEXT.format(at), "Jo Brown", "1 May 2025", "On track"] for at in range(40)]
    found = pdf_log([HEADS, *rows], repeat=repeat)
    assert len(found.document.pages) > 2
    assert [entry.reference for entry in found.log] == [f"E{at}" for at in range(40)]
    assert {entry.text for entry in found.log} == {TEXT.format(at) for at in range(40)}
    assert {(entry.body, entry.date, entry.status) for entry in found.log} == {
        ("Estates Board", "2025-04-03", "On track")
    }


def test_a_row_cut_by_the_page_is_one_entry_that_quotes_both_pages() -> None:
    long = " ".join(f"part {at} of a long account of the work," for at in range(60))
    cells = [HEADS, ["E1", "6 March 2025", long, "Jo Brown", "May", "On track"]]
    style = TableStyle([("GRID", (0, 0), (-1, -1), 0.7, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    widths = (35, 70, 150, 65, 60, 80)
    texts = [[Paragraph(text, papers.BODY) for text in row] for row in cells]
    table = Table(texts, colWidths=widths, repeatRows=1, splitInRow=1, style=style)
    (entry,) = read_bytes("log.pdf", papers.pdf([papers.heading("Estates Board Action Log"), table])).log
    assert len({span.page for span in entry.spans}) > 1
    assert entry.text == long


def test_a_date_merged_over_rows_is_that_of_each() -> None:
    rows = [HEADS, ["E1", "6 March 2025", "Sell the mangle", "Jo Brown", "May", "Open"]]
    rows.append(["", "", "Buy a boiler", "Kim Grey", "June", "Open"])
    assert [(entry.raised, entry.owner) for entry in pdf_log(rows).log] == [
        ("2025-03-06", ("Jo Brown",)),
        ("2025-03-06", ("Kim Grey",)),
    ]


@pytest.mark.parametrize(
    ("heads", "above", "expected"),
    [
        (["Action No", "Meeting", "Action required", "Lead", "Deadline", "Status"], [], True),
        (["Meeting date & action number", "Action", "Deadline", "Progress"], ["Action Log"], True),
        (["Risk", "Mitigating action", "Lead", "Due"], ["Action Log"], False),
        (["Outcome", "Objective", "Action", "Completion date"], [], False),
        (["No", "Time", "Title", "Action", "Papers", "Lead / Presenter", "Page No"], [], False),
        (["Action", "Owner", "Due"], ["2. Falls"], False),
    ],
)
def test_which_tables_are_logs(heads: list[str], above: list[str], expected: bool) -> None:
    assert is_log(heads, above) is expected


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Audit Team with others' help to publish the list. The Clerk will check it.", ("Audit Team", "Clerk")),
        ("Board members to be actively involved in the review.", ("Board members",)),
        ("Provide an update to the Board", ()),
        ("A letter will be sent to all wards", ()),
        ("Terms of Reference to be agreed", ()),
        ("AB and CD to meet and EF to write the note", ("AB", "CD", "EF")),
    ],
)
def test_whom_an_actions_words_ask(text: str, who: tuple[str, ...]) -> None:
    assert asked(text) == who


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Send the list by the end of June 2025 at the latest.", "the end of June 2025"),
        ("Report before the next Board meeting", "the next Board meeting"),
        ("Bring figures for March to the group", ""),
        ("Report back in May.", "May"),
    ],
)
def test_when_an_actions_words_ask_for_it(text: str, due: str) -> None:
    assert when(text) == due


LABELS = {
    "reference": ["Ref", "Action No.", "No", "ID"],
    "raised": ["Meeting date", "Date raised", "Date of meeting"],
    "text": ["Action", "Action required", "Agreed action", "Task"],
    "owner": ["Lead", "Owner", "By whom", "Responsible officer"],
    "due": ["Due date", "Deadline", "By when", "Target date"],
    "status": ["Status", "RAG", "Open / closed"],
}


@settings(max_examples=30, deadline=None)
@given(st.permutations(list(LABELS)), st.lists(st.integers(0, 3), min_size=6, max_size=6), st.integers(1, 6))
def test_columns_may_stand_in_any_order_under_any_usual_name(order: list[str], names: list[int], count: int) -> None:
    heads = [LABELS[name][pick % len(LABELS[name])] for name, pick in zip(order, names, strict=True)]
    rows = [
        {"reference": f"{at + 1}", "raised": "14/11/2024", "text": f"Mend roof number {at}", "owner": "Jo Brown"}
        | {"due": "1 May 2025", "status": "Open"}
        for at in range(count)
    ]
    table = "\n".join(
        "| " + " | ".join(cells) + " |" for cells in [heads, ["---"] * 6, *([row[n] for n in order] for row in rows)]
    )
    entries = log(f"# Estates Board action log\n\n{table}\n")
    found = [(one.reference, one.raised, one.text, one.owner, one.due, one.status) for one in entries]
    assert found == [(row["reference"], "2024-11-14", row["text"], ("Jo Brown",), "1 May 2025", "Open") for row in rows]


def test_the_sample_packs_logs_are_read_as_judged() -> None:
    for file in {row["file"] for row in sample.judged("action_log")}:
        wanted = [row for row in sample.judged("action_log") if row["file"] == file]
        entries = sample.reading(file).log
        assert [(one.reference, one.raised, one.item, one.due, one.status, one.update) for one in entries] == [
            (row["action_no"], row["meeting_date"], row["agenda_item"], row["deadline"], row["status"], row["update"])
            for row in wanted
        ]
        assert [list(one.owner) for one in entries] == [row["leads"] for row in wanted]
        assert [one.text[-len(row["quote"]) :] for one, row in zip(entries, wanted, strict=True)] == [
            row["quote"] for row in wanted
        ]
        assert all(one.title == row["title"] for one, row in zip(entries, wanted, strict=True) if one.title)
