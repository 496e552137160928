"""The Word file: opened again by a library, and by LibreOffice where that is installed."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Docx
from docx.oxml.ns import qn
from docx.shared import Mm
from lxml import etree

from search.model import Wording
from tests.api.drafts.printing import printed
from tests.api.drafts.selections import ADDRESS, hostile, made, selection
from tests.web.drafting import citation

# controls, and marks that turn the order of what is beside them
TURNING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="module")
def content() -> bytes:
    return made(selection(), "docx")


@pytest.fixture(scope="module")
def document(content: bytes) -> Docx:
    return Document(io.BytesIO(content))


def part(content: bytes, name: str) -> etree._Element:
    """One part of the file as XML."""
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        return etree.fromstring(opened.read(name))


def footnotes(content: bytes) -> list[str]:
    """The footnotes of a file as text, without the two rules."""
    every = part(content, "word/footnotes.xml").findall(qn("w:footnote"))
    return ["".join(one.itertext(qn("w:t"))) for one in every if one.get(qn("w:type")) is None]


def test_it_is_a4_in_british_english_with_its_title_and_without_the_librarys_own_marks(document: Docx) -> None:
    facts = document.core_properties
    assert (facts.title, facts.author, facts.language) == (
        "Precedents for Patient transport",
        "Papers of the Board",
        "en-GB",
    )
    assert facts.comments == ""
    assert facts.created is not None
    assert facts.created.date() == date(2026, 11, 26)
    section = document.sections[0]
    assert section.page_width is not None
    assert abs(section.page_width - Mm(210)) < Mm(0.1)
    languages = {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}


def test_headings_lists_and_quotations_have_the_styles_that_say_so(document: Docx) -> None:
    found = [(one.style.name if one.style else "", one.text) for one in document.paragraphs]
    assert found[0] == ("Title", "Precedents for Patient transport")
    assert ("Heading 1", "The proposal") in found
    assert ("Heading 2", "1. the lease") in found
    assert ("Heading 3", "What was decided") in found
    assert ("List Bullet", "Approve the direct award.") in found
    assert ("Quote", "Approved: “The Board approved the lease, subject to a review in June.”") in found
    assert ("Quote", "Condition: “subject to a review in June”") in found
    assert ("Warning", "Contrary: deferred.") in found
    assert ("Note", "Ask the clerk.") in found
    assert ("Note", "See the appendix.") in found


def test_each_quotation_of_a_paper_has_a_real_footnote_that_says_where_it_stands(
    document: Docx, content: bytes
) -> None:
    numbers = [one.get(qn("w:id")) for one in document.element.iter(qn("w:footnoteReference"))]
    told = footnotes(content)
    assert numbers == [str(number) for number in range(1, len(told) + 1)]
    assert told[0].strip() == (
        "ICB Board, ‘the lease’ (paper for the meeting of 14 January 2025, item 7, presented by Dr A). "
        "paper.pdf, pages 3 to 16. The PDF, at page 3."
    )
    for paragraph in document.paragraphs:
        if "“" in paragraph.text and not paragraph.text.startswith("Condition"):
            assert list(paragraph._p.iter(qn("w:footnoteReference"))), paragraph.text


def test_the_table_has_a_caption_and_a_heading_row_that_comes_again_and_leads_to_each_matter(document: Docx) -> None:
    (table,) = document.tables
    assert [cell.text for cell in table.rows[0].cells] == ["No.", "Matter", "Decided by", "Date", "Outcome"]
    assert table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None
    rows = [[cell.text for cell in row.cells] for row in table.rows[1:]]
    assert [row[0] for row in rows] == ["1", "2", "3", "4"]
    assert rows[1][2:] == ["ICB Board", "14 January 2025", "Contrary: deferred"]
    assert rows[3][4] == "No longer held"
    anchors = [one.get(qn("w:anchor")) for one in table._tbl.iter(qn("w:hyperlink"))]
    marks = [one.get(qn("w:name")) for one in document.element.iter(qn("w:bookmarkStart"))]
    assert anchors == marks == ["matter-1", "matter-2", "matter-3", "matter-4"]
    captions = [one.text for one in document.paragraphs if one.style and one.style.name == "Caption"]
    assert captions == ["Table . Precedents, in the order in which they were chosen"]
    assert [one.get(qn("w:instr")) for one in document.element.iter(qn("w:fldSimple"))] == ["SEQ Table \\* ARABIC"]


def test_the_foot_of_each_page_counts_the_pages(document: Docx) -> None:
    foot = document.sections[0].footer._element
    assert [one.get(qn("w:instr")) for one in foot.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]
    last = document.paragraphs[-1]
    assert (last.style.name if last.style else "", last.text) == ("Gap", "")


def links(content: bytes) -> list[str]:
    """Where the footnotes lead to."""
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        if "word/_rels/footnotes.xml.rels" not in opened.namelist():
            return []
        return re.findall(r'Target="([^"]+)"', opened.read("word/_rels/footnotes.xml.rels").decode())


def test_citations_lead_to_the_page_of_the_site_and_of_the_file_where_its_address_is_known(content: bytes) -> None:
    assert f"{ADDRESS}/documents/3f1c9a2b7d10/pages/16?at=10-1100" in links(content)
    assert f"{ADDRESS}/api/v1/documents/3f1c9a2b7d10/file#page=16" in links(content)
    bare = made(selection(), "docx", "")
    assert links(bare) == []
    assert footnotes(bare)[1].strip() == (
        "ICB Board, ‘the lease’ (meeting of 14 January 2025, item 7, presented by Dr A). minutes.pdf, page 16."
    )


def test_footnotes_beside_each_other_are_parted() -> None:
    used = Wording("recommendation", "Approve the lease.", (citation(), citation("Beds")))
    opened = Document(io.BytesIO(made(replace(selection(), wording=(used,)), "docx")))
    assert "“Approve the lease.”, In 2 places, so or nearly so." in [one.text for one in opened.paragraphs]


def test_words_of_papers_are_only_words_whatever_they_are() -> None:
    found = made(selection(hostile()), "docx")
    opened = Document(io.BytesIO(found))
    text = "\n".join(one.text for one in opened.paragraphs)
    assert "]]></w:t></w:r><w:p/> <b>bold</b> & &amp; *star* _bar_ `code` [link](https://evil.example/)" in text
    assert "{{x}} \\ end" in text
    assert not [target for target in links(found) if not target.startswith(ADDRESS)]
    with zipfile.ZipFile(io.BytesIO(found)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name))
                assert not TURNING.search(archive.read(name).decode()), name


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_opens_it_without_a_warning(tmp_path: Path) -> None:
    for number, one in enumerate((selection(), selection(hostile()))):
        path = tmp_path / f"{number}.docx"
        path.write_bytes(made(one, "docx"))
    assert printed([tmp_path / "0.docx", tmp_path / "1.docx"], tmp_path) == ""
    assert (tmp_path / "0.pdf").stat().st_size > 10_000
    assert (tmp_path / "1.pdf").stat().st_size > 10_000
