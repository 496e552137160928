"""Web pages: what a reader sees of them, and nothing that they fetch, run or hide."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import NoText, TooLarge
from ingest.model import Document, Line, Row, Source
from ingest.read.html import read_html
from ingest.read.limits import HTML_DEPTH
from ingest.reading import read_bytes, read_document

SOURCE = Source("minutes.html", "0" * 64, "html")


def read(text: str) -> Document:
    return read_html(SOURCE, text.encode())


def lines(text: str) -> list[tuple[str, Line]]:
    page = read(text).pages[0]
    return [(page.text[part.start : part.end], part) for part in page.parts if isinstance(part, Line)]


def rows(text: str) -> list[tuple[list[str], Row]]:
    page = read(text).pages[0]
    found = [part for part in page.parts if isinstance(part, Row)]
    return [([page.text[cell.start : cell.end] for cell in row.cells], row) for row in found]


def test_headings_paragraphs_and_bold_are_told_apart() -> None:
    found = lines("<h2>Estates</h2><p>The   lease\nwas <b>long</b>.</p><p><strong>Resolved:</strong> <b>agreed</b></p>")
    assert [(text, line.level, line.bold) for text, line in found] == [
        ("Estates", 2, False),
        ("The lease was long.", 0, False),
        ("Resolved: agreed", 0, True),
    ]


def test_weight_may_be_styled() -> None:
    found = lines('<p style="font-weight: 700">A</p><b>B <span style="font-weight:normal">c</span></b>')
    assert [(text, line.bold) for text, line in found] == [("A", True), ("B c", False)]


def test_lists_know_their_depth_and_their_numbers() -> None:
    found = lines(
        "<ol start=7><li><b>Estates</b><ul><li>noted<ul><li>deep</li></ul></li><li>agreed</li></ul></li>"
        "<li>Plan<ol type=a><li>one</li><li>two</li></ol></li></ol><ol type=i><li value=4>four</li></ol>"
    )
    assert [(text, line.bullet, line.depth) for text, line in found] == [
        ("7. Estates", False, 0),
        ("noted", True, 1),
        ("deep", True, 2),
        ("agreed", True, 1),
        ("8. Plan", True, 0),
        ("a. one", True, 1),
        ("b. two", True, 1),
        ("iv. four", True, 0),
    ]


def test_a_break_ends_the_line_and_two_end_the_paragraph() -> None:
    page = read("<p>Present: A One<br>B Two<br><br>Apologies: C Three</p>").pages[0]
    assert page.text.strip() == "Present: A One\nB Two\n\nApologies: C Three"


def test_a_table_keeps_its_columns_through_merged_cells() -> None:
    found = rows(
        "<table><caption>Log</caption><thead><tr><th>Ref<th colspan=2>Action<th>Due</thead>"
        "<tr><td rowspan=2>1<td><p>Write<p>now<td>A Lead<td>May<tr><td>Tell<td>B Clerk<td></table>"
    )
    assert [texts for texts, _ in found] == [
        ["Ref", "Action", "Due"],
        ["1", "Write\nnow", "A Lead", "May"],
        ["Tell", "B Clerk"],
    ]
    assert [[(cell.column, cell.width) for cell in row.cells] for _, row in found] == [
        [(0, 1), (1, 2), (3, 1)],
        [(0, 1), (1, 1), (2, 1), (3, 1)],
        [(1, 1), (2, 1)],
    ]
    assert [(row.header, row.columns) for _, row in found] == [(True, 4), (False, 4), (False, 4)]


def test_a_table_that_lays_out_the_page_is_no_table() -> None:
    text = "<table><tr><td><p>Left</p></td><td><table><tr><td>a<td>b</table></td></tr></table>"
    assert [texts for texts, _ in rows(text)] == [["a", "b"]]
    assert [shown for shown, _ in lines(text)] == ["Left"]


def test_what_is_hidden_or_not_text_is_left_out() -> None:
    text = (
        "<head><title>Minutes</title><style>p {}</style></head><nav><a>Home</a></nav><script>secret()</script>"
        '<p style="display : none">secret</p><div hidden>secret</div><!-- secret --><p>Seen</p>'
        "<template>secret</template><noscript>secret</noscript>tail"
    )
    assert [shown for shown, _ in lines(text)] == ["Seen", "tail"]
    assert read(text).source.title == "Minutes"


def test_only_the_main_part_of_a_page_is_read_where_it_is_marked() -> None:
    assert [shown for shown, _ in lines("<p>Cookies</p><main><p>Minutes</p></main><footer>Links</footer>")] == [
        "Minutes"
    ]


def test_entities_are_those_of_html_and_no_others() -> None:
    laughs = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 20}">' for n in range(12))
    outside = '<!ENTITY out SYSTEM "file:///etc/hostname">'
    start = time.process_time()
    page = read(f'<!DOCTYPE html [<!ENTITY a "ha">{laughs}{outside}]><p>Beds &amp; &pound;5 &m; &out;</p>').pages[0]
    assert "Beds & £5 &m; &out;" in page.text
    assert len(page.text) < 2000
    assert time.process_time() - start < 2


def test_nesting_without_end_is_refused_and_depth_within_bounds_is_read() -> None:
    with pytest.raises(TooLarge, match=r"minutes\.html: nests elements more than"):
        read("<div>" * (HTML_DEPTH + 50) + "words")
    assert [shown for shown, _ in lines("<div>" * 300 + "deep" + "</div>" * 300 + "after")] == ["deep", "after"]


@pytest.mark.parametrize("text", ["", " ", "<html></html>", "<script>only()</script>", "<p>&nbsp;</p>"])
def test_a_page_without_text_is_refused(text: str) -> None:
    with pytest.raises(NoText):
        read(text)


@pytest.mark.parametrize(
    "content", [b"<!DOCTYPE html><p>Words", b'<?xml version="1.0"?>\n<html><p>Words</p></html>', b"<body><p>Words"]
)
def test_a_page_is_known_by_its_bytes(content: bytes) -> None:
    assert read_document("minutes", content).source.media == "html"


def test_a_fragment_is_known_by_its_name_and_old_letters_are_read() -> None:
    document = read_document("minutes.htm", b"<p>caf\xe9 \x96 plan</p>")
    assert document.pages[0].text.strip() == "café \u2013 plan"


def test_minutes_on_a_web_page_have_their_meeting_and_decision() -> None:
    text = (
        "<html><body><h1>Minutes of the Audit Committee</h1><p>Held on 4 May 2031</p>"
        "<p><b>Present:</b> A One (Chair), B Two</p><h2>1. Welcome</h2><p>The chair welcomed everyone.</p>"
        "<h2>2. Estates</h2><p>The committee heard of the lease.</p>"
        "<p><b>Resolved:</b> The Committee approved the lease.</p></body></html>"
    )
    reading = read_bytes("minutes.html", text.encode())
    (meeting,) = reading.meetings
    assert (meeting.body, meeting.date) == ("Audit Committee", "2031-05-04")
    assert [(decision.item, decision.verb) for decision in meeting.decisions] == [("2", "approved")]
    assert all(passage.lines is None for passage in reading.passages)


@given(
    st.lists(
        st.sampled_from(
            [
                *("<p>", "</p>", "<ul>", "<ol>", "<li>", "</li>", "</ul>", "<h2>", "</h2>", "<pre>", "<b>", "</b>"),
                *("<table>", "<tr>", "<td>", "</td>", "<th rowspan=3>", "</table>", "<br>", "word ", "\n"),
            ]
        ),
        max_size=60,
    )
)
def test_every_part_quotes_the_page_whatever_the_tags(pieces: list[str]) -> None:
    page = read("x" + "".join(pieces)).pages[0]
    for part in page.parts:
        for piece in part.cells if isinstance(part, Row) else (part,):
            quoted = page.text[piece.start : piece.end]
            assert quoted
            assert quoted == quoted.strip()
    shown = sum(len(page.text[p.start : p.end].split()) for part in page.parts for p in _pieces(part))
    assert shown == len(page.text.split())


def _pieces(part: Line | Row) -> list[Line]:
    return [Line(cell.start, cell.end) for cell in part.cells] if isinstance(part, Row) else [part]
