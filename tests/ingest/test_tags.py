"""HTML inside Markdown: lines and rows that point into the raw text."""

from __future__ import annotations

import time

import pytest

from ingest.structure.blocks import blocks
from ingest.structure.furniture import furniture
from tests.ingest.test_plain import lines, read, rows


def test_html_in_markdown_is_read_where_it_stands() -> None:
    text = (
        "# Minutes\n\n<p><strong>THE BOARD</strong></p>\n<p>A One, <em>Chair</em></p>\n<p><strong> </strong></p>\n"
        "<ul><li>noted\n<ul><li><b>deep</b></li></ul></li>\n\n<li>agreed</li></ul><p>Words<br>\nmore"
        "</p>\n\n- **after**\n"
    )
    found = lines(text)
    assert [(shown, line.bullet, line.depth, line.bold) for shown, line in found if shown] == [
        ("Minutes", False, 0, False),
        ("THE BOARD", False, 0, True),
        ("A One, <em>Chair", False, 0, False),
        ("noted", True, 0, False),
        ("deep", True, 1, True),
        ("agreed", True, 0, False),
        ("Words", False, 0, False),
        ("more", False, 0, False),
        ("after", True, 0, True),
    ]


def test_paragraphs_of_html_stay_apart_and_a_break_does_not_part_them() -> None:
    text = "<p>A One</p><p>B Two</p>\n<p>Long<br>words</p>\n"
    document = read(text)
    assert [block.text for block in blocks(document, furniture(document.pages))] == [
        "A One",
        "B Two",
        "Long words",
    ]


def test_an_html_table_in_markdown_is_rows_of_the_raw_text() -> None:
    text = (
        "| a | b |\n|--|--|\n| c | d |\n\n<table>\n<tr><th>Ref</th><th>Due</th></tr>\n\n"
        "<tr><td>1</td><td><p>4 May</p></td></tr>\n</table>\n\nWords.\n"
    )
    found = rows(text)
    assert [(texts, row.table, row.header) for texts, row in found] == [
        (["a", "b"], 0, True),
        (["c", "d"], 0, False),
        (["Ref", "Due"], 1, True),
        (["1", "4 May"], 1, False),
    ]
    assert lines(text)[-1][0] == "Words."


def test_scripts_and_comments_in_markdown_are_no_text_and_end_where_they_end() -> None:
    text = "<!-- one -->\n# Title\n\n<!--\ntwo\n\nthree\n-->\nWords\n\n<script>\nfour()\n</script>\n\n<!-- open\n- five"
    assert [shown for shown, _ in lines(text)] == ["Title", "Words", "<!-- open", "five"]


def test_a_line_break_in_a_line_of_markdown_ends_the_line() -> None:
    found = lines("**Present:** A One<br/>B Two<BR>\n\n- noted<br>gladly\n\n**All<br>bold**\n")
    assert [(text, line.bullet, line.bold) for text, line in found] == [
        ("**Present:** A One", False, False),
        ("B Two", False, False),
        ("noted", True, False),
        ("gladly", False, False),
        ("All", False, True),
        ("bold", False, True),
    ]


@pytest.mark.parametrize("piece", ["<ul>\n\n", "<!--\n", "<table><tr><td>\n\n", "<p <p ", "<p>x</p>\n", "<", "<br>"])
def test_tags_without_end_are_read_in_time(piece: str) -> None:
    start = time.process_time()
    read("words\n" + piece * 20_000)
    assert time.process_time() - start < 8
