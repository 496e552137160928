"""Registers of interests: a row for each interest, whoever's cell it shares."""

from __future__ import annotations

from reportlab.lib import colors
from reportlab.platypus import Paragraph, Table, TableStyle

from ingest.model import Interest
from ingest.reading import read_bytes
from ingest.structure.registers.interests import is_register
from tests.ingest import papers

TICKS = """# Midshire Board Register of Interests

1 April 2025

| Forename | Surname | Post | Interest | Financial | Professional | Personal | Direct? | Nature | From | To | Steps |
|---|---|---|---|---|---|---|---|---|---|---|---|
| Alex | Green | Chair | Green Farms Ltd | x | | | Direct | Owner | 2019 | Ongoing | Will leave |
| | | | Midshire Academy | | ✓ | | Indirect | Wife is a governor | 2020 | 2024 | |
| Sam | White | Nurse | Nil | | | | | | | | |
"""
NAMED = """# Declarations of interests

| Name and role | Interest declared | Type of interest | Date of interest | Management |
|---|---|---|---|---|
| Alex Green, Chair | Green Farms Ltd | Financial (direct) | 2019 to 2021 | Will leave |
| Sam White, Nurse | Fun run | Non-financial personal | From May 2020 | None |
| Kim Grey | College of Nursing | Non-financial professional | | |
"""
APART = """# Register of Interests

| Name | Financial interests | Non-financial professional interests | Non-financial personal interests |
|---|---|---|---|
| Alex Green | Green Farms Ltd, director | | Friend of the Museum |
| Sam White | None | Fellow of the college | |
"""


def rows(text: str) -> tuple[Interest, ...]:
    return read_bytes("register.md", text.encode()).interests


def test_ticked_columns_and_merged_names() -> None:
    first, second, third = rows(TICKS)
    assert (first.person, first.role, first.organisation, first.nature) == (
        "Alex Green",
        "Chair",
        "Green Farms Ltd",
        "Owner",
    )
    assert (first.kind, first.direct, first.since, first.until, first.mitigation) == (
        "financial",
        "direct",
        "2019",
        "Ongoing",
        "Will leave",
    )
    assert (second.person, second.role, second.kind, second.direct) == (
        "Alex Green",
        "Chair",
        "professional",
        "indirect",
    )
    assert (third.person, third.organisation, third.kind) == ("Sam White", "Nil", "")
    assert {(one.body, one.date) for one in (first, second, third)} == {("Midshire Board", "2025-04-01")}


def test_a_column_may_name_the_kind_and_one_cell_the_whole_time() -> None:
    first, second, third = rows(NAMED)
    assert (first.person, first.role, first.kind, first.direct) == ("Alex Green", "Chair", "financial", "direct")
    assert (first.since, first.until) == ("2019", "2021")
    assert [one.kind for one in (second, third)] == ["personal", "professional"]


def test_interests_told_under_their_kind_are_rows_of_their_own() -> None:
    assert [(one.person, one.kind, one.organisation) for one in rows(APART)] == [
        ("Alex Green", "financial", "Green Farms Ltd, director"),
        ("Alex Green", "personal", "Friend of the Museum"),
        ("Sam White", "professional", "Fellow of the college"),
    ]


def test_headings_of_two_lines_and_spanned_names_in_a_pdf() -> None:
    body = papers.BODY.clone("small", fontSize=7, leading=8)
    grid = [
        ["Name", "Role", "Declared interest", "Type of interest", "", "", "Direct?", "Dates", "", "Action to mitigate"],
        ["", "", "", "Financial", "Professional", "Personal", "", "From", "To", ""],
        ["Alex Green", "Chair", "Green Farms", "X", "", "", "Direct", "2019", "2023", "Will leave"],
        ["", "", "School governor", "", "X", "", "Direct", "2020", "2024", "None"],
        ["Sam White", "Nurse", "Fun run", "", "", "X", "Indirect", "2021", "2025", "None"],
    ]
    spans = [("SPAN", (column, 0), (column, 1)) for column in (0, 1, 2, 6, 9)]
    spans += [("SPAN", (3, 0), (5, 0)), ("SPAN", (7, 0), (8, 0)), ("SPAN", (0, 2), (0, 3)), ("SPAN", (1, 2), (1, 3))]
    table = Table(
        [[Paragraph(f"<b>{text}</b>" if at < 2 else text, body) for text in row] for at, row in enumerate(grid)],
        colWidths=[45, 35, 65, 45, 60, 45, 45, 35, 35, 45],
        style=TableStyle([("GRID", (0, 0), (-1, -1), 0.7, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP"), *spans]),
    )
    found = read_bytes("register.pdf", papers.pdf([papers.heading("Board Register of Interests"), table])).interests
    assert [(one.person, one.kind, one.direct, one.since, one.until) for one in found] == [
        ("Alex Green", "financial", "direct", "2019", "2023"),
        ("Alex Green", "professional", "direct", "2020", "2024"),
        ("Sam White", "personal", "indirect", "2021", "2025"),
    ]


def test_no_row_of_a_register_is_lost_over_pages() -> None:
    heads = ["Name", "Position", "Declared interest", "Type of interest", "From", "To"]
    told = [[f"Person Number{at}", "Member", f"Mill number {at}", "Financial", "2019", "2025"] for at in range(80)]
    parts = [papers.heading("Register of Interests"), papers.table([heads, *told], repeat=1)]
    found = read_bytes("register.pdf", papers.pdf(parts)).interests
    assert [one.organisation for one in found] == [f"Mill number {at}" for at in range(80)]


def test_a_table_of_something_else_is_no_register() -> None:
    assert not is_register(["Name", "Interest rate", "From", "To"], ["Loans"])
    assert not is_register(["Member", "Attendance"], ["Register of Interests and attendance"])
