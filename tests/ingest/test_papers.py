"""What cover sheets say of a paper, in the layouts of many houses."""

from __future__ import annotations

import io

import docx
import pytest

from ingest.model import Paper, Reading
from ingest.reading import read_bytes
from ingest.structure.papers.sheet_labels import labels
from tests.ingest import papers, sample

NUMBERED = """## Part I Board Meeting, 6 March 2025

### Agenda Number: 7

### Winter Plan

#### 1. Purpose of Report

To ask for approval of the winter plan.

#### 2. Executive Lead

Dr Alex Green, Medical Director and named directors for each ward.

#### 3. Report Authors

Sam White, Head of Planning
Robin O'Black - Deputy Director of Nursing

#### 4. Responsible Committees / Financial Implications

None beyond the budget.

#### 5. Conflicts of Interest

None identified.

#### 6. Recommendation(s)

The Board is asked to approve the winter plan, noting that:

- The beds open in May.
- A review follows in June.

# Winter Plan

## 1. Background

The Board is asked to remember last winter. Wards were full.

## 2. Recommendation

The Board is asked to approve something else.
"""
LINES = """# Estates Strategy

Meeting: Midshire Health Board

Date: 6 March 2025

Author: Robin Black, Head of Estates

Presented by: Director of Infrastructure, Dr Alex Green

Purpose: ☒ Decision ☐ Discussion ☐ Information

## Recommendations

The Board is recommended to:

1. Approve the strategy.
2. Delegate the signing of leases to the Chief Executive.

## Conflicts of interest

None.
"""
COUNCIL = """# Report to Cabinet

Date of meeting: 12 June 2024

Report of: Director of Place

Subject: Car Park Charges

Contact officer: Jo Brown, Parking Manager

## 1. Purpose of report

1.1 To ask Cabinet to set charges.

## 2. Recommendations

2.1 That Cabinet agrees the charges in Appendix A.

2.2 That Cabinet delegates authority to the Director of Place to advertise the order.

## 3. Financial implications

3.1 Income of 20,000 pounds a year.
"""


def reading(text: str) -> Reading:
    return read_bytes("paper.md", text.encode())


def only(found: Reading) -> Paper:
    (paper,) = found.papers
    return paper


def asked(paper: Paper) -> list[str]:
    return [one.text for one in paper.recommendations]


def test_numbered_headings_give_every_field() -> None:
    paper = only(reading(NUMBERED))
    assert (paper.number, paper.title, paper.date) == ("7", "Winter Plan", "2025-03-06")
    assert paper.lead == ("Dr Alex Green",)
    assert paper.authors == ("Sam White", "Robin O'Black")
    assert paper.purpose == "To ask for approval of the winter plan."
    assert paper.committees == paper.financial == "None beyond the budget."
    assert paper.conflicts == "None identified."


def test_a_recommendation_is_its_sentence_and_each_of_its_bullets() -> None:
    assert asked(only(reading(NUMBERED))) == [
        "The Board is asked to approve the winter plan, noting that:",
        "The beds open in May.",
        "A review follows in June.",
    ]


def test_where_the_sheet_asks_nothing_the_papers_own_recommendations_count() -> None:
    sheet, paper = NUMBERED.split("#### 6. Recommendation(s)")
    later = sheet + paper[paper.index("# Winter Plan") :]
    assert asked(only(reading(later))) == ["The Board is asked to approve something else."]


def test_lines_of_label_and_value_are_read_with_the_ticked_purpose() -> None:
    paper = only(reading(LINES))
    assert (paper.title, paper.body, paper.date) == ("Estates Strategy", "Midshire Health Board", "2025-03-06")
    assert (paper.lead, paper.authors, paper.purpose) == (("Dr Alex Green",), ("Robin Black",), "Decision")
    assert asked(paper)[-2:] == [
        "Approve the strategy.",
        "Delegate the signing of leases to the Chief Executive.",
    ]


def test_a_councils_report_names_its_subject_and_numbers_its_recommendations() -> None:
    paper = only(reading(COUNCIL))
    assert (paper.title, paper.body, paper.date) == ("Car Park Charges", "Cabinet", "2024-06-12")
    assert (paper.lead, paper.authors) == (("Director of Place",), ("Jo Brown",))
    assert [text.split()[0] for text in asked(paper)] == ["That", "That"]


def test_a_table_of_labels_and_values_is_a_cover_sheet() -> None:
    rows = [
        ["Title of report:", "Winter Plan for the Coming Year"],
        ["Agenda item:", "7"],
        ["Executive lead:", "Alex Green, Chief Operating Officer"],
        ["Report author(s):", "Sam White, Head of Planning<br/>Kim Grey, Deputy Director of Urgent Care"],
        ["Previously considered by:", "Finance Committee, 4 February 2025"],
        ["Recommendation:", "The Board is asked to:<br/>• approve the winter plan; and<br/>• note the risks."],
        ["Financial implications:", "£2.4 million, within budget."],
    ]
    content = papers.pdf([papers.heading("Report to the Board"), papers.table(rows, widths=(150, 300))])
    paper = only(read_bytes("paper.pdf", content))
    assert (paper.number, paper.title) == ("7", "Winter Plan for the Coming Year")
    assert (paper.lead, paper.authors) == (("Alex Green",), ("Sam White", "Kim Grey"))
    assert (paper.committees, paper.financial) == (
        "Finance Committee, 4 February 2025",
        "£2.4 million, within budget.",
    )
    assert asked(paper) == ["The Board is asked to:", "approve the winter plan; and", "note the risks."]


def test_labels_and_values_may_take_turns_in_a_row() -> None:
    rows = [
        ["Paper title", "Quality report", "Agenda item", "9.2"],
        ["Lead director", "Sam White, Chief Nurse", "Author", "Kim Grey"],
        ["Purpose", "Assurance", "Date", "3 April 2025"],
    ]
    parts = [
        papers.heading("Trust Board"),
        papers.table(rows),
        papers.paragraph("<b>The Trust Board is asked to:</b>"),
        papers.bullets("Receive the report", "Support the plan"),
    ]
    paper = only(read_bytes("paper.pdf", papers.pdf(parts)))
    assert (paper.number, paper.title, paper.body, paper.date) == ("9.2", "Quality report", "Trust Board", "2025-04-03")
    assert (paper.lead, paper.authors, paper.purpose) == (("Sam White",), ("Kim Grey",), "Assurance")
    assert asked(paper)[1:] == ["Receive the report", "Support the plan"]


def test_a_word_table_of_labels_and_lettered_recommendations() -> None:
    document = docx.Document()
    document.add_heading("Board of Directors", 1)
    table = document.add_table(rows=0, cols=2)
    for label, value in (
        ("Report title", "Annual Workforce Report"),
        ("Agenda item", "11"),
        ("Meeting date", "5 September 2024"),
        ("Executive sponsor", "Kim Grey\nChief People Officer"),
        ("Author", "Jo Brown, Head of Workforce"),
        ("Recommendations", "The Board is asked to:\n(a) note the report; and\n(b) approve the statement."),
    ):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, value
    out = io.BytesIO()
    document.save(out)
    paper = only(read_bytes("paper.docx", out.getvalue()))
    assert (paper.number, paper.title, paper.date) == ("11", "Annual Workforce Report", "2024-09-05")
    assert (paper.body, paper.lead, paper.authors) == ("Board of Directors", ("Kim Grey",), ("Jo Brown",))
    assert asked(paper) == ["The Board is asked to:", "note the report; and", "approve the statement."]


def test_boxes_may_stand_behind_their_words_and_two_labels_on_one_line() -> None:
    paper = only(
        reading(
            """# Trust Board of Directors

## Agenda item 14

### Patient Experience Report

Purpose: Approve [ ] Discuss [x] Note [x]

Lead: Dr Jane Smith, Clinical Chair Author: T Brown

Complaints fell.

**Recommendation**

It is recommended that the Board:

a) receives the report;

b) supports the priorities for next year.
"""
        )
    )
    assert (paper.purpose, paper.lead, paper.authors) == ("Discuss, Note", ("Dr Jane Smith",), ("T Brown",))
    assert asked(paper)[1:] == ["receives the report;", "supports the priorities for next year."]


def test_passages_of_a_paper_that_stands_alone_know_its_meeting_and_item() -> None:
    found = reading(LINES)
    assert {(one.body, one.date, one.title) for one in found.passages} == {
        ("Midshire Health Board", "2025-03-06", "Estates Strategy")
    }
    assert "recommendation" in {one.kind for one in found.passages}


@pytest.mark.parametrize(
    ("label", "names"),
    [
        ("6. Recommendation/s", ("recommendation",)),
        ("Sponsoring Director:", ("lead",)),
        ("Prepared by", ("author",)),
        ("5. Impact Assessments / Financial Implications / Engagement", ("financial",)),
        ("Winter in our towns", ()),
    ],
)
def test_labels_in_many_wordings(label: str, names: tuple[str, ...]) -> None:
    assert labels(label) == names


def test_the_sample_packs_papers_are_read_as_judged() -> None:
    for file in {row["file"] for row in sample.judged("papers")}:
        wanted = [row for row in sample.judged("papers") if row["file"] == file]
        found = sample.reading(file).papers
        assert [(one.number, one.title, one.date, one.body) for one in found] == [
            (row["agenda_number"], row["title"], row["meeting_date"], row["committee"]) for row in wanted
        ]
        assert [list(one.lead) for one in found] == [row["executive_lead"] for row in wanted]
        assert [list(one.authors) for one in found] == [row["authors"] for row in wanted]
        assert [asked(one) for one in found] == [[one["quote"] for one in row["recommendations"]] for row in wanted]
        assert [one.span.page for one in found] == [row["page"] for row in wanted]
