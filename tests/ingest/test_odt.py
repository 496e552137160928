"""OpenDocument texts: headings, lists, tables, and what is wrong with a file."""

from __future__ import annotations

import contextlib
import io
import zipfile

import pytest

from ingest.errors import DamagedDocument, EncryptedDocument, NoText, UnreadableDocument
from ingest.model import Document, Line, Row, Source
from ingest.read.odt import read_odt
from ingest.reading import read_document

SOURCE = Source("paper.odt", "0" * 64, "odt")
KIND = "application/vnd.oasis.opendocument.text"
SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"'
    for name, full in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
    )
)
STYLES = """
<style:style style:name="Strong" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Light" style:family="text"><style:text-properties fo:font-weight="normal"/></style:style>
<style:style style:name="Gone" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="Loud" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Louder" style:family="paragraph" style:parent-style-name="Loud"/>
<text:list-style style:name="Dots"><text:list-level-style-bullet text:level="1" text:bullet-char="x"/>
<text:list-level-style-bullet text:level="2" text:bullet-char="x"/></text:list-style>
<text:list-style style:name="Items">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/>
<text:list-level-style-number text:level="3" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>
</text:list-style>
"""
OUTLINE = (
    '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>'
)


def packed(body: str, **parts: bytes) -> bytes:
    """An ODT whose text holds body; parts replace its entries, named with _ for the dot."""
    content = (
        f"<office:document-content {SPACES}><office:automatic-styles>{STYLES}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    entries = {"mimetype": KIND.encode(), "content.xml": content.encode()}
    entries |= {name.replace("_", "."): value for name, value in parts.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, value in entries.items():
            archive.writestr(name, value)
    return out.getvalue()


def outlined(styles: str) -> bytes:
    return f"<office:document-styles {SPACES}><office:styles>{styles}</office:styles></office:document-styles>".encode()


def read(body: str, **parts: bytes) -> Document:
    return read_odt(SOURCE, packed(body, **parts))


def lines(body: str, **parts: bytes) -> list[tuple[str, Line]]:
    page = read(body, **parts).pages[0]
    return [(page.text[part.start : part.end], part) for part in page.parts if isinstance(part, Line)]


def rows(body: str) -> list[tuple[list[str], Row]]:
    page = read(body).pages[0]
    found = [part for part in page.parts if isinstance(part, Row)]
    return [([page.text[cell.start : cell.end] for cell in row.cells], row) for row in found]


def cell(*texts: str, more: str = "") -> str:
    return f"<table:table-cell {more}>{''.join(f'<text:p>{text}</text:p>' for text in texts)}</table:table-cell>"


def listed(style: str, *items: str, more: str = "") -> str:
    inside = "".join(f"<text:list-item>{item}</text:list-item>" for item in items)
    return f'<text:list text:style-name="{style}" {more}>{inside}</text:list>'


def test_headings_carry_their_level_and_the_outlines_number() -> None:
    body = (
        '<text:h text:outline-level="1">Estates</text:h><text:h text:outline-level="2">Lease</text:h>'
        '<text:h text:outline-level="2">Rent</text:h><text:h text:outline-level="1">Finance</text:h>'
        '<text:h text:outline-level="1" text:is-list-header="true">Notes</text:h>'
    )
    assert [(text, line.level) for text, line in lines(body)] == [
        ("Estates", 1),
        ("Lease", 2),
        ("Rent", 2),
        ("Finance", 1),
        ("Notes", 1),
    ]
    numbered = [text for text, _ in lines(body, styles_xml=outlined(OUTLINE))]
    assert numbered == ["1. Estates", "1.1 Lease", "1.2 Rent", "2. Finance", "Notes"]


def test_bold_comes_from_the_span_its_style_or_the_paragraphs() -> None:
    body = (
        '<text:p><text:span text:style-name="Strong">All</text:span></text:p>'
        '<text:p><text:span text:style-name="Strong">Lead:</text:span> rest</text:p>'
        '<text:p text:style-name="Louder">Inherited</text:p>'
        '<text:p text:style-name="Louder">But <text:span text:style-name="Light">this</text:span></text:p>'
    )
    assert [line.bold for _, line in lines(body)] == [True, False, True, False]


def test_spaces_tabs_and_breaks_are_white_and_what_is_not_text_is_left_out() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>deleted</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        '<text:p>The<text:s text:c="3"/>Board<text:tab/>agreed<text:line-break/>it<text:note><text:note-citation>1'
        "</text:note-citation><text:note-body><text:p>noted</text:p></text:note-body></text:note>"
        "<office:annotation><text:p>comment</text:p></office:annotation><text:soft-page-break/>"
        '<text:span text:style-name="Gone">secret</text:span>.</text:p>'
    )
    assert [text for text, _ in lines(body)] == ["The Board agreed it."]


def test_lists_know_their_marks_numbers_and_depth() -> None:
    body = listed(
        "Items",
        "<text:p>Welcome</text:p>" + listed("Dots", "<text:p>noted</text:p>", "<text:p>agreed</text:p>"),
        "<text:p>Estates</text:p>"
        + listed("Items", "<text:p>first</text:p>", "<text:p>second</text:p><text:p>more</text:p>"),
    )
    assert [(text, line.bullet, line.depth) for text, line in lines(body)] == [
        ("1. Welcome", True, 0),
        ("noted", True, 1),
        ("agreed", True, 1),
        ("2. Estates", True, 0),
        ("2.1 first", True, 1),
        ("2.2 second", True, 1),
        ("more", False, 0),
    ]


def test_a_list_goes_on_counting_where_it_says_so_and_a_bold_entry_is_a_heading() -> None:
    item = '<text:p><text:span text:style-name="Strong">{}</text:span></text:p>'
    body = (
        listed("Items", item.format("Welcome"))
        + "<text:p>Words.</text:p>"
        + listed("Items", item.format("Estates"), more='text:continue-numbering="true"')
        + listed("Items", item.format("Again"))
    )
    found = [(text, line.bullet) for text, line in lines(body) if line.bold]
    assert found == [("1. Welcome", False), ("2. Estates", False), ("1. Again", False)]


def test_a_table_keeps_its_columns_through_merged_and_repeated_cells() -> None:
    body = (
        "<table:table><table:table-header-rows><table:table-row>"
        + cell("Ref")
        + cell("Action", more='table:number-columns-spanned="2"')
        + "<table:covered-table-cell/>"
        + cell("Due")
        + "</table:table-row></table:table-header-rows><table:table-row>"
        + cell("1", more='table:number-rows-spanned="2"')
        + cell("Write", "now")
        + cell("A Lead")
        + cell("May")
        + "</table:table-row><table:table-row><table:covered-table-cell/>"
        + cell("same", more='table:number-columns-repeated="2"')
        + cell(more='table:number-columns-repeated="16000"')
        + '</table:table-row><table:table-row table:number-rows-repeated="1000000">'
        + cell()
        + '</table:table-row><table:table-row table:number-rows-repeated="2">'
        + cell("9")
        + "</table:table-row></table:table>"
    )
    found = rows(body)
    assert [texts for texts, _ in found] == [
        ["Ref", "Action", "Due"],
        ["1", "Write\nnow", "A Lead", "May"],
        ["same", "same"],
        ["9"],
        ["9"],
    ]
    assert [(one.column, one.width) for one in found[0][1].cells] == [(0, 1), (1, 2), (3, 1)]
    assert [one.column for one in found[2][1].cells] == [1, 2]
    assert [row.header for _, row in found] == [True, False, False, False, False]
    assert {row.columns for _, row in found} == {4}


def test_a_table_of_one_column_frames_its_paragraphs() -> None:
    body = f"<table:table><table:table-row>{cell('Estates', 'The lease was heard of.')}</table:table-row></table:table>"
    assert [text for text, _ in lines(body)] == ["Estates", "The lease was heard of."]


def test_text_boxes_sections_and_indexes_are_read_once() -> None:
    body = (
        "<text:section><text:p>In a section<draw:frame><draw:text-box><text:p>Boxed</text:p></draw:text-box>"
        "</draw:frame></text:p></text:section><draw:frame><draw:text-box><text:p>Beside</text:p></draw:text-box></draw:frame>"
        "<text:table-of-content><text:index-body><text:p>Contents 1</text:p></text:index-body></text:table-of-content>"
    )
    assert [text for text, _ in lines(body)] == ["In a section", "Boxed", "Beside", "Contents 1"]


def test_the_documents_own_title_is_kept_and_its_format_known_by_its_bytes() -> None:
    meta = b'<m xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Papers of\nthe Board</dc:title></m>'
    document = read_document("paper", packed("<text:p>Words.</text:p>", meta_xml=meta))
    assert (document.source.title, document.source.media) == ("Papers of the Board", "odt")


def test_a_password_is_asked_for() -> None:
    with pytest.raises(EncryptedDocument, match=r"paper\.odt: asks for a password"):
        read("", **{"META-INF/manifest_xml": b"<manifest:encryption-data/>"})


@pytest.mark.parametrize("content", [b"", b"<office:", b"<other/>", b"\xff\xfe"])
def test_a_damaged_part_is_named_as_damage(content: bytes) -> None:
    with pytest.raises(DamagedDocument, match=r"paper\.odt: .*save it again as ODT or PDF"):
        read("", content_xml=content)


def test_declared_entities_are_refused_before_they_are_read() -> None:
    attack = b'<!DOCTYPE x [<!ENTITY out SYSTEM "file:///etc/hostname">]><x>&out;</x>'
    with pytest.raises(DamagedDocument, match="declares XML entities"):
        read("", content_xml=attack)


def test_a_document_without_text_is_refused() -> None:
    with pytest.raises(NoText, match=r"paper\.odt: holds no text"):
        read("<text:p/>")


def test_nesting_without_end_is_refused() -> None:
    with pytest.raises(UnreadableDocument):
        read("<text:section>" * 5000 + "<text:p>deep</text:p>" + "</text:section>" * 5000)


def test_a_file_cut_or_changed_anywhere_ends_in_a_document_or_a_refusal() -> None:
    whole = packed("<text:p>The Board agreed.</text:p>" + listed("Items", "<text:p>one</text:p>"))
    for place in range(0, len(whole), max(1, len(whole) // 80)):
        for content in (whole[:place], whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :]):
            with contextlib.suppress(UnreadableDocument):
                assert read_odt(SOURCE, content).pages[0].parts
