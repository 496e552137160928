from __future__ import annotations

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import NoText, UnknownFormat
from ingest.model import Cell, Document, Line, Row, Source
from ingest.read.marks import plain_text
from ingest.read.plain import read_plain
from ingest.structure.blocks import blocks
from ingest.structure.furniture import furniture

SOURCE = Source("paper.md", "0" * 64, "markdown")


def read(text: str) -> Document:
    return read_plain(SOURCE, text.encode())


def lines(text: str) -> list[tuple[str, Line]]:
    page = read(text).pages[0]
    return [(page.text[part.start : part.end], part) for part in page.parts if isinstance(part, Line)]


def rows(text: str) -> list[tuple[list[str], Row]]:
    page = read(text).pages[0]
    found = [part for part in page.parts if isinstance(part, Row)]
    return [([page.text[cell.start : cell.end] for cell in row.cells], row) for row in found]


def pieces(document: Document) -> list[Line | Cell]:
    parts = document.pages[0].parts
    return [piece for part in parts for piece in (part.cells if isinstance(part, Row) else (part,))]


def test_a_heading_keeps_its_level_and_loses_its_marks() -> None:
    [(title, one), (item, two), (plain, three)] = lines("# The Board #\n\n### **7. Estates (by A Lead)**\n#hashtag")
    assert (title, one.level, one.bold) == ("The Board", 1, False)
    assert (item, two.level, two.bold) == ("7. Estates (by A Lead)", 3, True)
    assert (plain, three.level) == ("#hashtag", 0)


def test_an_underlined_line_is_a_heading_and_its_underline_is_not_text() -> None:
    found = lines("Annual Plan\n===========\n\nScope\n-----\nWords.\n\nOne line\nof two\n---\n")
    assert [(text, line.level) for text, line in found] == [
        ("Annual Plan", 1),
        ("Scope", 2),
        ("Words.", 0),
        ("One line", 0),
        ("of two", 0),
    ]


def test_a_wholly_bold_line_is_bold_and_a_bold_lead_is_not() -> None:
    found = lines(
        "**Resolved: The Board agreed.**\n\n**Risk:** it is **high**\n\n***All***\n\n<b>Owner</b>\n\n**a** or **b**"
    )
    assert [(text, line.bold) for text, line in found] == [
        ("Resolved: The Board agreed.", True),
        ("**Risk:** it is **high**", False),
        ("All", True),
        ("Owner", True),
        ("**a** or **b**", False),
    ]


@pytest.mark.parametrize("mark", ["- ", "* ", "+ ", "• ", "•", "\u00b7 ", "•\t", "  - ", "\uf0b7\t"])
def test_a_bullet_stands_without_its_mark(mark: str) -> None:
    [(text, line)] = lines(f"{mark}**noted the report.**")
    assert (text, line.bullet, line.bold) == ("noted the report.", True, True)


def test_numbers_stay_in_the_text_and_make_a_list_only_in_company() -> None:
    found = lines("7. Estates\n\nWords follow.\n\n1. the first aim\n2. the second aim\n\n(a) alone")
    assert [(text, line.bullet) for text, line in found] == [
        ("7. Estates", False),
        ("Words follow.", False),
        ("1. the first aim", True),
        ("2. the second aim", True),
        ("(a) alone", False),
    ]


def test_a_run_of_tabbed_lines_is_one_table_with_its_columns() -> None:
    found = rows(
        "No\tTitle\tLead\tPage\n<b>Opening</b>\t\t\t\n1.\tWelcome\tA Chair\t-\n\t1.1 Matters arising\t\t3\n"
        "\n\nNo\tTitle\tLead\tPage\n2.\tClose\tA Chair\t9\n"
    )
    assert [texts for texts, _ in found] == [
        ["No", "Title", "Lead", "Page"],
        ["<b>Opening</b>"],
        ["1.", "Welcome", "A Chair", "-"],
        ["1.1 Matters arising", "3"],
        ["No", "Title", "Lead", "Page"],
        ["2.", "Close", "A Chair", "9"],
    ]
    assert [row.table for _, row in found] == [0, 0, 0, 0, 1, 1]
    assert [row.header for _, row in found] == [True, False, False, False, True, False]
    assert {row.columns for _, row in found} == {4}
    assert found[1][1].cells[0].bold
    assert [cell.column for cell in found[3][1].cells] == [1, 3]


def test_a_first_row_of_values_is_no_heading() -> None:
    assert not any(row.header for _, row in rows("Contents of this plan\t4\nOur aims\t5\n"))
    assert not any(row.header for _, row in rows("ICB\tIntegrated Care Board\nPCN\tPrimary Care Network\n"))
    assert not any(row.header for _, row in rows("**Owner**\tA Lead\n**Due**\tMay 2031\n"))


def test_a_separator_row_marks_the_heading_above_it_and_is_no_row() -> None:
    found = rows(
        "Controls\tGaps\n---\t------\nA check\tNone 2\n\n| Body | Date |\n|:--|--:|\n| Board | 4 May |\n| - | - |\n"
    )
    assert [texts for texts, _ in found] == [
        ["Controls", "Gaps"],
        ["A check", "None 2"],
        ["Body", "Date"],
        ["Board", "4 May"],
        ["-", "-"],
    ]
    assert [row.header for _, row in found] == [True, False, True, False, False]


def test_a_pipe_may_stand_in_a_cell_when_escaped() -> None:
    [_, (texts, row)] = rows("a | b\n--|--\nleft \\| still left |")
    assert texts == ["left \\| still left"]
    assert row.columns == 2


def test_html_in_a_cell_stays_in_its_offsets_and_goes_from_its_words() -> None:
    [(texts, _)] = rows("<p>Aim</p> <ul><li>one</li><li>two</li></ul>\t<b>Total</b>\n")
    assert texts[0].startswith("<p>Aim")
    assert [plain_text(text) for text in texts] == ["Aim one two", "Total"]


def test_bullets_know_how_deep_they_stand() -> None:
    found = lines("- a\n  - b\n\n\t- c\n    more\n - d\n- e\n\nWords.\n\n   - f\n     1. g\n     2. h\n- o i\n")
    assert [(text, line.depth) for text, line in found if line.bullet] == [
        ("a", 0),
        ("b", 1),
        ("c", 2),
        ("d", 0),
        ("e", 0),
        ("f", 0),
        ("1. g", 1),
        ("2. h", 1),
        ("i", 0),
    ]


def test_bookmarks_and_images_are_no_text_and_a_contents_bookmark_declares_a_heading() -> None:
    found = lines(
        "[bookmark: _Toc12][bookmark: _Ref9]Our aims \n[image: A photograph][image: ]\n"
        "[bookmark: _Ref1]Words [image: ]\n"
    )
    assert [(text, line.level > 0) for text, line in found] == [("Our aims", True), ("Words", False)]


def test_a_list_in_front_matter_is_bullets_that_end_at_the_next_field() -> None:
    text = "---\ntitle: Minutes\npresent:\n- A One\n- B Two\nquorum: met\n---\nWords.\n"
    document = read(text)
    assert [(block.kind, block.text) for block in blocks(document, furniture(document.pages))] == [
        ("paragraph", "title: Minutes"),
        ("paragraph", "present:"),
        ("bullet", "A One"),
        ("bullet", "B Two"),
        ("paragraph", "quorum: met"),
        ("paragraph", "Words."),
    ]


def test_front_matter_becomes_lines_and_names_the_document() -> None:
    document = read('---\ntitle: "A Plan"\nbody: The Board\n\n---\n# Aims\n')
    page = document.pages[0]
    assert document.source.title == "A Plan"
    assert [page.text[part.start : part.end] for part in pieces(document)] == [
        'title: "A Plan"',
        "body: The Board",
        "Aims",
    ]
    assert [text for text, _ in lines("---\n\nA rule above.\n\n---\n\nA rule between.")] == [
        "A rule above.",
        "A rule between.",
    ]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"\xef\xbb\xbfcaf\xc3\xa9", "café"),
        ("café".encode("utf-16"), "café"),
        (b"\xfe\xff" + "café".encode("utf-16-be"), "café"),
        (b"caf\xe9 \x96 \x93plan\x94", "café \u2013 \u201cplan\u201d"),
        (b"one\r\ntwo\rthree", "one\ntwo\nthree"),
    ],
)
def test_text_is_decoded_by_its_mark_or_its_bytes(content: bytes, text: str) -> None:
    assert read_plain(SOURCE, content).pages[0].text == text


@pytest.mark.parametrize("content", [b"a\0b", b"\xff\xfe\x00\xd8", bytes(range(1, 32)) * 9])
def test_bytes_that_are_no_text_are_refused(content: bytes) -> None:
    with pytest.raises(UnknownFormat, match=r"paper\.md: "):
        read_plain(SOURCE, content)


@pytest.mark.parametrize("text", ["", " \n\t\n", "[image: only a picture]", "---\n***\n```\n"])
def test_a_file_without_visible_text_is_refused(text: str) -> None:
    with pytest.raises(NoText):
        read(text)


PIECES = [
    "# ",
    "**",
    "- ",
    "\t",
    "|",
    "a",
    "Board",
    " ",
    "\n",
    "\n\n",
    "---",
    "[image: ",
    "]",
    "1. ",
    "<b>",
    "</b>",
    "=",
    "`",
]
TEXTS = st.text(max_size=300) | st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
WORD = re.compile(r"[A-Za-z0-9]")
MARK = re.compile(r"\[(?:bookmark|image):[^\[\]\n]*\]|<!--[^<>]*-->|```+\w*|~~~+\w*|</?b>")


@given(TEXTS)
def test_offsets_index_the_text_and_no_visible_line_is_lost(text: str) -> None:
    try:
        document = read(text.encode("utf-8", "ignore").decode())
    except (NoText, UnknownFormat):
        return
    page = document.pages[0]
    found = pieces(document)
    for piece in found:
        assert 0 <= piece.start < piece.end <= len(page.text)
        assert page.text[piece.start : piece.end].strip() == page.text[piece.start : piece.end]
        assert "\n" not in page.text[piece.start : piece.end]
    assert [piece.start for piece in found] == sorted(piece.start for piece in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    start = 0
    for line in page.text.split("\n"):
        end = start + len(line)
        if WORD.search(MARK.sub("", line)):
            assert any(start <= piece.start < end for piece in found), line
        start = end + 1


@pytest.mark.parametrize(
    "piece", ["[image: ]", "|", "a\t", "\t", "# ", "**", "a | ", "- ", "- \n", "a\t-\n", "[", "|-\n", " "]
)
def test_repeated_marks_take_time_in_step_with_their_length(piece: str) -> None:
    start = time.process_time()
    read(piece * 50_000 + "x")
    assert time.process_time() - start < 10  # 1.2 on a quiet machine; what grew with the square would take minutes
