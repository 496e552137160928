"""The sections of a pack, and what belongs to which paper."""

from __future__ import annotations

from itertools import pairwise

from ingest.model import Reading
from ingest.reading import read_bytes
from tests.ingest import papers


def pack() -> Reading:
    agenda = [
        ["No", "Title", "Lead / Presenter", "Page No"],
        ["1.", "Register of Interests", "A Green", "2"],
        ["2.", "Minutes of the last meeting", "A Green", "3"],
        ["3.", "Review of Action Log", "A Green", "4"],
        ["4.", "Elective Recovery Plan", "R Black", "5"],
        ["5.", "Estates Strategy Refresh", "S White", "7"],
    ]
    register = [["Name", "Role", "Declared interest", "Financial", "Nature of interest", "From"]]
    register.append(["Alex Green", "Chair", "Green Farms", "x", "Owner", "2019"])
    log = [["Action No", "Meeting", "Action required", "Lead", "Deadline", "Status"]]
    log.append(["7", "16/01/2025", "Report on costs", "R Black", "01/03/2025", "Open"])

    def cover(number: str, title: str) -> list[object]:
        return [
            papers.new_page(),
            papers.heading("Part I ICB Board Meeting, 13 March 2025"),
            papers.heading(f"Agenda Number: {number}"),
            papers.heading(title),
            papers.heading("1. Purpose"),
            papers.paragraph("To ask the Board to approve the plan for the coming year."),
            papers.heading("2. Executive Lead"),
            papers.paragraph("Robin Black, Finance Director"),
        ]

    parts = [
        papers.heading("Meeting of the Midshire Integrated Care Board"),
        papers.paragraph("Thursday, 13 March 2025 at 2.00 pm"),
        papers.heading("Part I Agenda"),
        papers.table(agenda),
        papers.new_page(),
        papers.heading("Register of Interests"),
        papers.table(register),
        papers.new_page(),
        papers.heading("Minutes of the Part I ICB Board Meeting"),
        papers.paragraph("Held on Thursday, 16 January 2025 at 1.00 pm"),
        papers.heading("Members"),
        papers.bullets("Alex Green (AG), Chair.", "Robin Black (RB), Member."),
        papers.heading("1. Welcome"),
        papers.paragraph("AG welcomed everyone."),
        papers.new_page(),
        papers.table(log),
        *cover("4", "Elective Recovery Plan"),
        papers.new_page(),
        papers.heading("Appendix A: Waiting lists"),
        papers.paragraph("Lists were long at the end of the year, and shorter since."),
        *cover("5", "Estates Strategy Refresh"),
    ]
    return read_bytes("pack.pdf", papers.pdf(parts))


def test_a_pack_is_parted_into_its_sections_with_their_items() -> None:
    assert [(one.kind, one.number, one.first, one.last) for one in pack().sections] == [
        ("agenda", "", 1, 1),
        ("interests", "1", 2, 2),
        ("minutes", "", 3, 3),
        ("action log", "3", 4, 4),
        ("paper", "4", 5, 5),
        ("appendix", "4", 6, 6),
        ("paper", "5", 7, 7),
    ]


def test_sections_carry_the_meeting_they_record_or_were_written_for() -> None:
    held = {one.kind: (one.body, one.date) for one in pack().sections}
    assert held["minutes"] == ("ICB Board", "2025-01-16")
    assert held["paper"] == held["appendix"] == held["action log"] == ("ICB Board", "2025-03-13")


def test_a_paper_knows_its_meeting_item_and_lead() -> None:
    first, second = pack().papers
    assert (first.number, first.title, first.date, first.lead) == (
        "4",
        "Elective Recovery Plan",
        "2025-03-13",
        ("Robin Black",),
    )
    assert (second.number, second.body) == ("5", "ICB Board")


def test_documents_that_stand_alone_are_of_one_kind() -> None:
    log = b"# Estates action log\n\n| Ref | Action | Owner | Status |\n|---|---|---|---|\n| 1 | Mend it | Jo | Open |\n"
    assert [one.kind for one in read_bytes("log.md", log).sections] == ["action log"]
    plan = b"# Joint Forward Plan\n\n## 1. Aims\n\nWe will mend roofs in every town of the county.\n"
    assert [one.kind for one in read_bytes("joint-forward-plan.md", plan).sections] == ["plan"]
    note = b"# Roofs\n\nThe roofs of the county are old, and some of them let in the rain.\n"
    assert [one.kind for one in read_bytes("roofs.md", note).sections] == ["report"]


def test_sections_hold_every_page_once_and_in_order() -> None:
    sections = pack().sections
    assert sections[0].first == 1
    assert all(before.last <= after.first for before, after in pairwise(sections))
