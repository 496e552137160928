from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.read.marks import plain_text


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        ("**Resolved:** the Board *approved* it.", "Resolved: the Board approved it."),
        ("***All of it***", "All of it"),
        ("15. A duty** with a stray mark", "15. A duty with a stray mark"),
        ("_slanted_ and __strong__ but not snake_case_name", "slanted and strong but not snake_case_name"),
        ("2 * 3 is 6, 5*3 is 15", "2 * 3 is 6, 5*3 is 15"),
        ("Signed: ______", "Signed: ______"),
        ("see [the plan](https://example.org/plan) now", "see the plan now"),
        ("![a chart](chart.png)", "a chart"),
        ("<https://example.org/a_b>", "https://example.org/a_b"),
        ("<p>One</p><p>Two</p>", "One Two"),
        ('<ul style="list-style-type: none"> <li>first</li><li>second</li></ul>', "first second"),
        ("the 5<sup>th</sup> of <b>May</b><br>2031", "the 5th of May 2031"),
        ("a result <10 and then >3", "a result <10 and then >3"),
        ("the <name> of the place", "the <name> of the place"),
        ("Health &amp; Care&nbsp;Board &lt;b&gt;", "Health & Care Board <b>"),
        ("one  \ntwo\tthree", "one two three"),
        ("[bookmark: _Toc1]Title [image: a chart]", "Title"),
        ("kept \\*as it is\\*", "kept *as it is*"),
        ("soft\u00adhyphen <!-- a remark --> end", "softhyphen end"),
        ("", ""),
    ],
)
def test_marks_go_and_words_stay(raw: str, seen: str) -> None:
    assert plain_text(raw) == seen


@given(st.text(alphabet=st.sampled_from("ab *_<>/b![]()&;#\\\n\tp-"), max_size=80) | st.text(max_size=200))
def test_any_text_becomes_one_tidy_line(raw: str) -> None:
    seen = plain_text(raw)
    assert "\n" not in seen
    assert seen == " ".join(seen.split())


@given(st.lists(st.from_regex(r"[A-Za-z]{1,12}[.,]?", fullmatch=True), max_size=30))
def test_words_without_marks_are_left_alone(words: list[str]) -> None:
    assert plain_text("  \n ".join(words)) == " ".join(words)


@pytest.mark.parametrize(
    "piece", ["<!--", "[", "*a", "**", "_a", "<b ", "![a](", "\\*", "&", "<p", "[image:", " *", "a_"]
)
def test_repeated_marks_take_time_in_step_with_their_length(piece: str) -> None:
    start = time.process_time()
    plain_text(piece * 30_000)
    assert time.process_time() - start < 2
