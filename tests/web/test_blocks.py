from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ingest.model import Box, Span
from search.model import Citation, StoredPage, StoredPassage
from web.blocks import Block, flowing, lined

NO_BOXES = StoredPage("d", 1, "", 595, 842, "")


def page(text: str, words: tuple[tuple[int, int, Box], ...] = ()) -> StoredPage:
    return StoredPage("d", 1, "", 595, 842, text, words)


def passage(*edges: tuple[int, int], title: str = "", headings: tuple[str, ...] = ()) -> StoredPassage:
    cited = Citation("d", "pack.pdf", 1, 1, "", "", "", "7", title, ())
    spans = tuple(Span(1, start, end) for start, end in edges)
    return StoredPassage("d-1", "", "discussion", headings, cited, spans, "current", "")


def said(blocks: tuple[Block, ...]) -> list[tuple[str, list[str]]]:
    return [(one.kind, ["".join(part.text for part in entry) for entry in one.entries]) for one in blocks]


def test_a_paragraph_of_several_printed_lines_is_one_and_its_heading_a_heading() -> None:
    text = "7. Stewardship (presented by Dr A)\nMS introduced the work\nof ten groups.\nAll thanked him."
    held = passage((0, 34), (35, 72), (73, 89), title="Stewardship")
    assert said(flowing(page(text), [held], [])) == [
        ("heading", ["7. Stewardship (presented by Dr A)"]),
        ("paragraph", ["MS introduced the work of ten groups."]),
        ("paragraph", ["All thanked him."]),
    ]


def test_bullets_are_one_list_and_a_lettered_entry_keeps_its_letter() -> None:
    text = "It noted:\n• the first\n• the second\n(a) the third"
    held = passage((0, 9), (12, 21), (24, 34), (39, 48))
    assert said(flowing(page(text), [held], [])) == [
        ("paragraph", ["It noted:"]),
        ("list", ["the first", "the second"]),
        ("paragraph", ["(a) the third"]),
    ]


def test_what_no_passage_holds_is_shown_too_in_paragraphs_by_where_it_stands() -> None:
    lines = [("Running head", 24.0), ("A line", 80.0), ("that goes on", 92.0), ("Another", 120.0)]
    text, words = "", []
    for line, top in lines:
        words.append((len(text), len(text) + len(line), Box(50, top, 200, top + 11)))
        text += f"{line}\n"
    found = said(flowing(page(text, tuple(words)), [], []))
    assert found == [
        ("paragraph", ["Running head"]),
        ("paragraph", ["A line that goes on"]),
        ("paragraph", ["Another"]),
    ]


def test_cells_of_a_row_are_set_apart_and_its_marks_kept() -> None:
    (row,) = flowing(page("Tom\tAbell\tChief\nExecutive"), [passage((0, 25))], [Span(1, 4, 9)])
    assert [(part.text, part.cited) for part in row.entries[0]] == [
        ("Tom | ", False),
        ("Abell", True),
        (" | Chief Executive", False),
    ]


def test_the_first_and_the_last_cited_stretch_are_known() -> None:
    held = passage((0, 3), (4, 7), (8, 13))
    parts = [
        part
        for block in flowing(page("one\ntwo\nthree"), [held], [Span(1, 0, 3), Span(1, 4, 7)])
        for part in block.entries[0]
    ]
    assert [(part.text, part.opens, part.closes) for part in parts if part.cited] == [
        ("one", True, False),
        ("two", False, True),
    ]


def test_a_file_without_pages_is_shown_by_its_own_lines() -> None:
    first, third = lined("# Minutes\n\nThe Board agreed.", [Span(1, 11, 28)])
    assert (first.number, third.number) == (1, 3)
    assert third.entries[0][0].cited


@given(
    st.text(alphabet="ab •\n\t(1)", max_size=60),
    st.lists(st.tuples(st.integers(0, 70), st.integers(0, 70)), max_size=6),
)
def test_no_word_of_a_page_is_lost_or_said_twice(text: str, edges: list[tuple[int, int]]) -> None:
    spans = [Span(1, *edge) for edge in edges]
    blocks = flowing(page(text), [passage(*edges)], spans)
    shown = "".join(part.text for block in blocks for entry in block.entries for part in entry)
    assert letters(shown) == letters(text)


def letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())
