"""Abbreviations as documents define them."""

from __future__ import annotations

import pytest

from ingest.reading import read_bytes


def terms(text: str) -> list[tuple[str, str]]:
    return [(term.short, term.long) for term in read_bytes("paper.md", text.encode()).terms]


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("It is led by the Integrated Care Board (ICB) of the county.", "ICB", "Integrated Care Board"),
        ("The ICB (Integrated Care Board) met.", "ICB", "Integrated Care Board"),
        ("A new Patient Participation Group (PPG) met.", "PPG", "Patient Participation Group"),
        ("All Primary Care Networks (PCNs) replied.", "PCN", "Primary Care Network"),
        ("Visits to Accident and Emergency (A&E) fell.", "A&E", "Accident and Emergency"),
        (
            "The scheme (Clinical Negligence Scheme for Trusts (CNST)) pays.",
            "CNST",
            "Clinical Negligence Scheme for Trusts",
        ),
        ("The Local Government Association (“LGA”) agreed.", "LGA", "Local Government Association"),
    ],
)
def test_a_definition_in_a_sentence(text: str, short: str, long: str) -> None:
    assert terms(text) == [(short, long)]


@pytest.mark.parametrize(
    "text",
    [
        "A review of the risk (BAF) was made.",
        "The grant (GBP) was paid and the wards (see Appendix) closed.",
        "He went to the Violence and Vulnerability (VVU) Unit.",
        "Jane Smith (JS), Head of Estates, spoke.",
        "Costs rose (by 3%) in the year (2024).",
    ],
)
def test_what_defines_nothing(text: str) -> None:
    assert terms(text) == []


def test_a_glossary_is_read_as_a_table_or_as_lines() -> None:
    table = "## Glossary\n\n| Term | Meaning |\n|---|---|\n| CQC | Care Quality Commission: it inspects |\n"
    table += "| UTC | Urgent Treatment Centre |\n"
    assert terms(table) == [("CQC", "Care Quality Commission"), ("UTC", "Urgent Treatment Centre")]
    lines = "## Abbreviations\n\n- CQC – Care Quality Commission\n- UTC: Urgent Treatment Centre\n"
    assert terms(lines) == [("CQC", "Care Quality Commission"), ("UTC", "Urgent Treatment Centre")]


def test_initials_of_people_are_no_terms_and_terms_know_their_body() -> None:
    found = read_bytes(
        "minutes.md",
        b"""# Minutes of the Quality Committee

Held on 6 March 2025

## Present

- Alex Green (AG), Chair
- Sam White (SW), Chief Nurse

## 1. Falls

Alex Green (AG) asked for the Patient Safety Plan (PSP).
""",
    ).terms
    assert [(term.short, term.body) for term in found] == [("PSP", "Quality Committee")]


def test_a_term_is_cited_where_both_forms_stand() -> None:
    reading = read_bytes("paper.md", b"Urgent Care was busy. The Urgent Care Hub (UCH) helped.")
    (term,) = reading.terms
    assert reading.document.pages[0].text[term.span.start : term.span.end] == "Urgent Care Hub (UCH"
