from __future__ import annotations

import contextlib
import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

from ingest.errors import DamagedDocument, NoText, UnreadableDocument
from ingest.model import Document, Line, Row, Source
from ingest.read.docx import read_docx

SOURCE = Source("paper.docx", "0" * 64, "docx")
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def read(made: Any) -> Document:
    out = io.BytesIO()
    made.save(out)
    return read_docx(SOURCE, out.getvalue())


def lines(document: Document) -> list[tuple[str, Line]]:
    page = document.pages[0]
    return [(page.text[part.start : part.end], part) for part in page.parts if isinstance(part, Line)]


def rows(document: Document) -> list[tuple[list[str], Row]]:
    page = document.pages[0]
    found = [part for part in page.parts if isinstance(part, Row)]
    return [([page.text[cell.start : cell.end] for cell in row.cells], row) for row in found]


def rewritten(change: Callable[[str, bytes], bytes]) -> bytes:
    """A Word file of one paragraph whose entries have been changed."""
    made = docx.Document()
    made.add_paragraph("The Board agreed.")
    out, changed = io.BytesIO(), io.BytesIO()
    made.save(out)
    with zipfile.ZipFile(out) as before, zipfile.ZipFile(changed, "w") as after:
        for entry in before.namelist():
            after.writestr(entry, change(entry, before.read(entry)))
    return changed.getvalue()


def test_paragraphs_and_tables_come_in_the_order_of_the_body() -> None:
    made = docx.Document()
    made.add_paragraph("Before.")
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Lead", "A Chair"
    made.add_paragraph("After.")
    document = read(made)
    assert document.pages[0].text == "Before.\n\nLead\tA Chair\nAfter.\n\n"
    assert [type(part) for part in document.pages[0].parts] == [Line, Row, Line]


def test_headings_bullets_and_bold_are_known() -> None:
    made = docx.Document()
    made.add_heading("Papers of the Board", 0)
    made.add_heading("7. Estates", 2)
    made.add_paragraph("noted the report", style="List Bullet")
    made.add_paragraph().add_run("Resolved: agreed.").bold = True
    mixed = made.add_paragraph("The ")
    mixed.add_run("Board").bold = True
    outlined = made.add_paragraph("Set as an outline entry")
    level = OxmlElement("w:outlineLvl")
    level.set(qn("w:val"), "2")
    outlined._p.get_or_add_pPr().append(level)
    found = lines(read(made))
    assert [(text, line.level, line.bullet, line.bold) for text, line in found[2:]] == [
        ("noted the report", 0, True, False),
        ("Resolved: agreed.", 0, False, True),
        ("The Board", 0, False, False),
        ("Set as an outline entry", 3, False, False),
    ]
    assert [(text, line.level) for text, line in found[:2]] == [("Papers of the Board", 1), ("7. Estates", 2)]


def test_numbers_are_printed_as_word_counts_them() -> None:
    made = docx.Document()
    numbering = made.part.numbering_part.element
    numbering.insert(
        0,
        parse_xml(
            f'<w:abstractNum {W} w:abstractNumId="77"><w:lvl w:ilvl="0"><w:start w:val="6"/><w:numFmt w:val="decimal"/>'
            '<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/>'
            '<w:lvlText w:val="%1(%2)"/></w:lvl></w:abstractNum>'
        ),
    )
    numbering.append(parse_xml(f'<w:num {W} w:numId="88"><w:abstractNumId w:val="77"/></w:num>'))
    for text, level in (("Estates", 0), ("first", 1), ("second", 1), ("Finance", 0), ("again", 1)):
        settings = made.add_paragraph(text)._p.get_or_add_pPr()
        settings.append(parse_xml(f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="88"/></w:numPr>'))
    assert [text for text, _ in lines(read(made))] == [
        "6. Estates",
        "6(i) first",
        "6(ii) second",
        "7. Finance",
        "7(i) again",
    ]


def test_a_merged_cell_counts_once_and_keeps_its_columns() -> None:
    made = docx.Document()
    table = made.add_table(3, 3)
    for row, words in enumerate((("Risk", "", "Score"), ("Estates", "A", "12"), ("", "B", "9"))):
        for column, text in enumerate(words):
            table.cell(row, column).text = text
    table.cell(0, 0).merge(table.cell(0, 1))
    table.cell(1, 0).merge(table.cell(2, 0))
    found = rows(read(made))
    assert [texts for texts, _ in found] == [["Risk", "Score"], ["Estates", "A", "12"], ["B", "9"]]
    assert [[(cell.column, cell.width) for cell in row.cells] for _, row in found] == [
        [(0, 2), (2, 1)],
        [(0, 1), (1, 1), (2, 1)],
        [(1, 1), (2, 1)],
    ]
    assert {row.columns for _, row in found} == {3}


def test_a_heading_row_is_one_that_word_repeats_or_that_alone_is_bold() -> None:
    made = docx.Document()
    for marked in (True, False):
        table = made.add_table(2, 2)
        for cell, text in zip(table._cells, ("Lead", "Due", "A Chair", "May"), strict=True):
            cell.paragraphs[0].add_run(text).bold = text in ("Lead", "Due") and not marked
        if marked:
            table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    assert [row.header for _, row in rows(read(made))] == [True, False, True, False]


def test_a_table_in_a_cell_follows_its_row_as_a_table_of_its_own() -> None:
    made = docx.Document()
    outer = made.add_table(2, 1)
    outer.cell(0, 0).paragraphs[0].text = "Outer"
    inner = outer.cell(0, 0).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "in", "side"
    outer.cell(1, 0).text = "Last"
    assert [(texts, row.table) for texts, row in rows(read(made))] == [
        (["Outer"], 0),
        (["in", "side"], 1),
        (["Last"], 0),
    ]


def test_a_table_of_one_column_frames_its_paragraphs() -> None:
    made = docx.Document()
    frame = made.add_table(2, 1)
    frame.cell(0, 0).paragraphs[0].add_run("Estates").bold = True
    frame.cell(0, 0).add_paragraph("The lease was heard of.")
    frame.cell(1, 0).paragraphs[0].text = "Close"
    document = read(made)
    assert [(text, line.bold) for text, line in lines(document)] == [
        ("Estates", True),
        ("The lease was heard of.", False),
        ("Close", False),
    ]
    assert not rows(document)


def test_a_cells_paragraphs_stay_apart() -> None:
    made = docx.Document()
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "One", "Side"
    table.cell(0, 0).add_paragraph("Two")
    assert rows(read(made))[0][0] == ["One\nTwo", "Side"]


def test_bullets_know_how_deep_they_stand() -> None:
    made = docx.Document()
    numbering = made.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:numFmt w:val="bullet"/><w:pPr><w:ind w:left="{360 * (level + 1)}"/></w:pPr>'
        "</w:lvl>"
        for level in range(3)
    )
    numbering.insert(0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="70">{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {W} w:numId="80"><w:abstractNumId w:val="70"/></w:num>'))
    for text, level in (("a", 0), ("b", 1), ("c", 2), ("d", 1), ("Words", -1), ("e", 1)):
        settings = made.add_paragraph(text)._p.get_or_add_pPr()
        if level >= 0:
            settings.append(parse_xml(f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="80"/></w:numPr>'))
    made.add_paragraph("f", style="List Bullet")
    made.add_paragraph("g", style="List Bullet 2")
    assert [(text, line.depth) for text, line in lines(read(made)) if line.bullet] == [
        ("a", 0),
        ("b", 1),
        ("c", 2),
        ("d", 1),
        ("e", 0),
        ("f", 0),
        ("g", 1),
    ]


def test_what_was_deleted_or_hidden_is_left_out_and_what_was_inserted_stays() -> None:
    made = docx.Document()
    paragraph = made.add_paragraph("The Board ")._p
    paragraph.append(parse_xml(f'<w:del {W} w:id="1"><w:r><w:delText>deferred</w:delText></w:r></w:del>'))
    paragraph.append(parse_xml(f'<w:ins {W} w:id="2"><w:r><w:t>agreed</w:t></w:r></w:ins>'))
    paragraph.append(parse_xml(f"<w:r {W}><w:rPr><w:vanish/></w:rPr><w:t> a secret</w:t></w:r>"))
    link = f'<w:hyperlink {W} w:anchor="a"><w:r><w:t xml:space="preserve"> the plan</w:t></w:r></w:hyperlink>'
    paragraph.append(parse_xml(link))
    paragraph.append(parse_xml(f"<w:r {W}><w:tab/><w:t>now</w:t><w:br/><w:t>here</w:t></w:r>"))
    assert [text for text, _ in lines(read(made))] == ["The Board agreed the plan now here"]


def test_content_controls_and_text_boxes_are_read_once() -> None:
    made = docx.Document()
    box = f"<w:txbxContent {W}><w:p><w:r><w:t>Boxed</w:t></w:r></w:p></w:txbxContent>"
    compatible = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    run = parse_xml(
        f"<w:r {W} {compatible}><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    made.add_paragraph("Anchor")._p.append(run)
    control = f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>Controlled</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    made.element.body.insert(0, parse_xml(control))
    assert [text for text, _ in lines(read(made))] == ["Controlled", "Anchor", "Boxed"]


def test_the_documents_own_title_is_kept() -> None:
    made = docx.Document()
    made.core_properties.title = "Papers of\nthe Board"
    made.add_paragraph("Words.")
    assert read(made).source.title == "Papers of the Board"


def test_a_document_without_text_is_refused() -> None:
    with pytest.raises(NoText, match=r"paper\.docx: holds no text"):
        read(docx.Document())


OUTSIDE = b'<!DOCTYPE w:document [<!ENTITY out SYSTEM "file:///etc/hostname">]>'
LAUGHS = (
    b'<!DOCTYPE w:document [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 20) for n in range(12))
    + b"]>"
)


@pytest.mark.parametrize(("declaration", "entity"), [(OUTSIDE, b"&out;"), (LAUGHS, b"&m;")])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_declared_entities_are_refused_before_they_are_read(declaration: bytes, entity: bytes, encoding: str) -> None:
    def attack(entry: str, content: bytes) -> bytes:
        if entry != "word/document.xml":
            return content
        body = re.sub(rb"^<\?xml[^>]*\?>\s*", b"", content).replace(b"The Board", entity)
        return f'<?xml version="1.0" encoding="{encoding}"?>{(declaration + body).decode()}'.encode(encoding)

    with pytest.raises(DamagedDocument, match="declares XML entities"):
        read_docx(SOURCE, rewritten(attack))


@pytest.mark.parametrize(
    ("entry", "content"),
    [
        ("word/document.xml", b"<w:document"),
        ("word/document.xml", b""),
        ("word/document.xml", b"<other/>"),
        ("word/styles.xml", b"no XML"),
        ("word/numbering.xml", b"<"),
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", b"<Relationships/>"),
    ],
)
def test_a_damaged_part_is_named_as_damage(entry: str, content: bytes) -> None:
    with pytest.raises(DamagedDocument, match=r"paper\.docx: .*save it again as DOCX or PDF"):
        read_docx(SOURCE, rewritten(lambda name, old: content if name == entry else old))


def test_a_file_cut_or_changed_anywhere_ends_in_a_document_or_a_refusal() -> None:
    whole = rewritten(lambda name, content: content)
    for place in range(0, len(whole), max(1, len(whole) // 60)):
        for content in (whole[:place], whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :]):
            with contextlib.suppress(UnreadableDocument):
                assert read_docx(SOURCE, content).pages[0].parts
