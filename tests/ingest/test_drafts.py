"""What is read of a paper that is still being written."""

from __future__ import annotations

import io
import re
from dataclasses import astuple
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.drafting import TYPED, read_draft, read_typed
from ingest.errors import EmptyFile, NoText, TooLarge, UnreadableDocument
from ingest.isolate import isolated
from ingest.model import Proposal
from ingest.read.marks import plain_text
from tests.ingest import sample
from tests.ingest.papers import bullets, heading, paragraph, pdf, table

SOURCES = Path(__file__).parents[2] / "corpus" / "sources"
SHEET = [
    ("Meeting", "Anyham Leisure Board, 12 March 2026"),
    ("Title of report", "Swimming lessons: contract award"),
    ("Executive lead", "Director of Sport"),
    ("Purpose of report", "To ask for approval of a contract for lessons at four pools."),
    ("Financial implications", "£1.9 million over three years"),
    (
        "Recommendations",
        "The Board is asked to:\n1. Approve the award of a contract following a competitive process.\n"
        "2. Delegate authority to the Chief Executive to sign it.",
    ),
]
HEADINGS = """# Gifts and Hospitality Policy: review

Report to the Audit Committee, 2 April 2026

## Purpose

The policy now reflects the Bribery Act 2010. This paper asks for it to be adopted.

## Recommendation

The Committee is asked to:

- approve the policy for three years
- agree that it be reviewed in April 2029
"""
PASTED = """Report to the Finance Committee
14 May 2026

Boiler servicing: request to vary the contract

Purpose
This paper seeks approval to vary the boiler contract.

Background
The service cost 1.2 million pounds a year in 2021.

Recommendations
The Committee is asked to:
(a) approve a variation of £240k a year to the contract;
(b) note that it is below the threshold in the Public Contracts Regulations 2015; and
(c) recommend to the Board that the revised budget be adopted.
"""


def typed(text: str) -> Proposal:
    return read_typed(TYPED, text.encode())


def word() -> bytes:
    """The cover sheet as a table of a Word file."""
    made = docx.Document()
    rows = made.add_table(rows=0, cols=2)
    for label, value in SHEET:
        cells = rows.add_row().cells
        cells[0].text, cells[1].text = label, value
    made.add_heading("Background", 1)
    made.add_paragraph("Lessons are given at four pools. The present contract is worth £1.7 million.")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_a_cover_sheet_in_a_table_gives_every_field() -> None:
    found = isolated(read_draft, "draft.docx", word())
    assert found == Proposal(
        title="Swimming lessons: contract award",
        purpose="To ask for approval of a contract for lessons at four pools.",
        recommendations=(
            "Approve the award of a contract following a competitive process.",
            "Delegate authority to the Chief Executive to sign it.",
        ),
        subject="Swimming lessons: contract award",
        bodies=("Anyham Leisure Board",),
        money=("£1.9 million",),
        processes=("competitive process",),
    )


def test_a_draft_with_headings_alone_is_read_by_them() -> None:
    found = read_draft("draft.md", HEADINGS.encode())
    assert found.title == "Gifts and Hospitality Policy: review"
    assert found.purpose.startswith("The policy now reflects")
    assert found.recommendations == (
        "approve the policy for three years",
        "agree that it be reviewed in April 2029",
    )
    assert found.bodies == ("Audit Committee",)
    assert set(found.processes) == {"Gifts and Hospitality Policy", "Bribery Act 2010"}


def test_pasted_text_without_any_marks_is_read_by_its_lines() -> None:
    found = typed(PASTED)
    assert found.title == "Boiler servicing: request to vary the contract"
    assert found.purpose == "This paper seeks approval to vary the boiler contract."
    assert found.recommendations == (
        "approve a variation of £240k a year to the contract",
        "note that it is below the threshold in the Public Contracts Regulations 2015",
        "recommend to the Board that the revised budget be adopted.",
    )
    assert found.bodies == ("Finance Committee",)
    assert found.money == ("£240k a year",)
    assert found.processes == ("Public Contracts Regulations 2015",)


def test_a_pdf_is_read_as_other_drafts_are() -> None:
    rows = [[label, value.replace("\n", "<br/>")] for label, value in SHEET]
    found = read_draft("draft.pdf", pdf([heading("Board paper"), table(rows, widths=[130, 330])]))
    assert found.title == "Swimming lessons: contract award"
    assert len(found.recommendations) == 2
    assert found.bodies == ("Anyham Leisure Board",)
    plain = pdf(
        [heading("Lease of the mill"), paragraph("Trustees are asked to:"), bullets("Agree the lease.", "Note it.")]
    )
    assert read_draft("draft.pdf", plain).recommendations == ("Agree the lease.", "Note it.")


def test_one_sentence_is_the_one_recommendation_with_what_it_names() -> None:
    sentence = "Ask the audit committee to award a £2.4m contract without competition under direct award process A"
    found = typed(sentence)
    assert found.recommendations == (sentence,)
    assert found.money == ("£2.4m",)
    assert found.bodies == ("audit committee",)
    assert found.processes == ("direct award process A",)
    assert (found.title, found.purpose) == ("", "")


def test_what_is_asked_is_no_address_even_where_it_ends_as_a_body_does() -> None:
    sentence = "raise the quorum and change the membership of a committee"
    found = typed(sentence)
    assert (found.recommendations, found.bodies) == ((sentence,), ())


def test_two_paragraphs_give_what_they_ask_and_what_it_is_about() -> None:
    found = typed(
        "We want to extend the skip hire contract for two years at £310,000 per annum.\n\n"
        "The Board is asked to approve the extension and let the Treasurer sign it."
    )
    assert found.recommendations == ("The Board is asked to approve the extension and let the Treasurer sign it.",)
    assert found.subject == "skip hire contract"
    assert found.money == ("£310,000 per annum",)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "# Plan\n\n## Recommendations\n\nThe Board is asked to approve:\n\n- the plan\n- the budget\n",
            ["The Board is asked to approve: the plan", "The Board is asked to approve: the budget"],
        ),
        (
            "## Recommendation\n\nIt is recommended that the Board:\n\n1. approves the plan;\n2. notes it.\n",
            ["approves the plan", "notes it."],
        ),
        (
            "# Plan\n\nRecommendation: see section 4 below.\n\n## 4. Recommendation\n\nThat the Board adopts it.\n",
            ["That the Board adopts it."],
        ),
        (
            "# Plan\n\n| No | Recommendation |\n| --- | --- |\n| 1 | Approve the plan |\n| 2 | Note the cost |\n",
            ["Approve the plan", "Note the cost"],
        ),
        (
            "1. Recommendation\n\n1.1 That the Board appoints the chair.\n1.2 That the fee be set at £80 a year.\n",
            ["That the Board appoints the chair.", "That the fee be set at £80 a year."],
        ),
    ],
)
def test_recommendations_are_found_in_any_form_and_keep_their_words(text: str, wanted: list[str]) -> None:
    assert list(read_draft("draft.md", text.encode()).recommendations) == wanted


def test_a_list_within_a_cell_is_one_recommendation_for_each_entry() -> None:
    made = docx.Document()
    cells = made.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text, cells[1].text = "What the Committee is asked to do", "The Committee is asked to:"
    for entry in ("agree a ten-year lease", "recommend it to the Board"):
        cells[1].add_paragraph(entry, style="List Bullet")
    out = io.BytesIO()
    made.save(out)
    assert read_draft("draft.docx", out.getvalue()).recommendations == (
        "agree a ten-year lease",
        "recommend it to the Board",
    )


@pytest.mark.parametrize(
    "head",
    ["What we are asking for", "Decision sought", "The ask of the Board", "Proposal", "What the Board is asked to do"],
)
def test_what_is_asked_is_found_under_a_head_of_the_writers_own(head: str) -> None:
    text = (
        f"# Lease of the mill\n\n## {head}\n\n- A lease of ten years at £86,500 a year.\n\n## Background\n\nIt ends.\n"
    )
    assert read_draft("draft.md", text.encode()).recommendations == ("A lease of ten years at £86,500 a year.",)


def test_a_purpose_asks_where_nothing_else_does() -> None:
    text = "# Lease of the mill\n\n## Purpose\n\nTo obtain consent to the lease.\n\n## Detail\n\nTen years.\n"
    assert read_draft("draft.md", text.encode()).recommendations == ("To obtain consent to the lease.",)


def test_sums_are_those_that_are_asked_for_and_not_what_a_house_has() -> None:
    text = "# Skips\n\n## Recommendation\n\nApprove the contract.\n\n## Background\n\n{}\n"
    house = "The council's income was £2.8 billion."
    assert read_draft("draft.md", text.format(house).encode()).money == ()
    priced = f"{house} The contract would cost £310,000 a year."
    assert read_draft("draft.md", text.format(priced).encode()).money == ("£310,000 a year",)


def test_what_cannot_be_read_is_refused_by_its_name() -> None:
    with pytest.raises(EmptyFile, match="say what is to be decided"):
        typed("  \n")
    with pytest.raises(NoText):
        typed("---\n***\n")
    with pytest.raises(TooLarge):
        typed("a sentence. " * 40_000)
    with pytest.raises(UnreadableDocument, match=r"^draft\.pdf: "):
        read_draft("draft.pdf", b"%PDF-1.7 torn off")


ASKS = st.sampled_from(
    [
        *("The Board is asked to:", "Recommendations", "- approve the plan", "(a) note £3m; and (b) agree it;", "\n"),
        *("That the Committee adopts the Care Act 2014.", "We propose to extend it.", "| a | b |", "| --- | --- |"),
        *(
            "Title: Plan",
            "Purpose: ☒ Decision",
            "Meeting: ICB Board, 2 May 2025",
            "1. Approve it",
            "## 2. Options",
            "  ",
        ),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(ASKS | st.text(max_size=60), min_size=1, max_size=12).map("\n".join))
def test_any_text_is_read_or_refused_and_every_recommendation_stands_in_it(text: str) -> None:
    try:
        found = typed(text)
    except UnreadableDocument:
        return
    printed = _letters(text)
    for recommendation in found.recommendations:
        said = _letters(recommendation)
        # in one stretch, or the line over a list and then its entry
        assert any(said[:at] in printed and said[at:] in printed for at in range(len(said), -1, -1)), recommendation
    assert all(_letters(one) in printed for one in (*found.money, *found.processes))
    assert all(isinstance(one, str | tuple) for one in astuple(found))
    assert len(found.recommendations) <= 40


def _letters(text: str) -> str:
    return "".join(re.findall(r"[^\W_]+", plain_text(text)))


def test_every_paper_of_the_sample_is_read_as_a_draft_with_its_title_and_all_that_it_asks() -> None:
    judged = {(row["file"].removesuffix(".pdf"), row["agenda_number"]): row for row in sample.judged("papers")}
    read = 0
    for source in sorted(SOURCES.glob("*pack.md")):
        for page in source.read_text(encoding="utf-8").split("<!-- page ")[1:]:
            number = re.search(r"### Agenda Number: (\S+)", page)
            row = judged.get((source.stem, number[1])) if number else None
            if row is None or "### Cover Sheet" not in page:
                continue
            found = read_draft("draft.md", page.partition("-->")[2].encode())
            wanted = [one["quote"] for one in row["recommendations"] if not one["quote"].endswith(":")]
            assert [_letters(one) for one in found.recommendations] == [_letters(one) for one in wanted]
            assert found.title == row["title"]
            assert found.bodies == (row["committee"],)
            read += 1
    assert read > 25
