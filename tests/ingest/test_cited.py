"""Spans drawn close around the words that a fact quotes."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.model import Page, Span
from ingest.structure.cited import narrowed


def page(text: str) -> Page:
    return Page(1, "", 0, 0, text, ())


def quoted(text: str, whole: str) -> list[str]:
    """What stands at the spans of a text within a page that is one block."""
    return [whole[span.start : span.end] for span in narrowed(text, (Span(1, 0, len(whole)),), [page(whole)])]


def test_a_sentence_of_a_paragraph_is_cited_alone_over_line_ends() -> None:
    whole = "RB spoke.\nThe Board app-\nroved the\nplan. It rained."
    assert quoted("The Board approved the plan.", whole) == ["The Board app-\nroved the\nplan."]


def test_sentences_from_two_places_have_a_span_each() -> None:
    assert quoted("KG left. RB stayed.", "KG left. It rained. RB stayed.") == ["KG left.", "RB stayed."]


def test_a_formats_marks_within_a_text_do_not_hide_it() -> None:
    whole = "Talk. The Board noted the [long report on the roof](https://example.org/roof) and the costs of it. More."
    assert quoted("The Board noted the long report on the roof and the costs of it.", whole) == [
        "The Board noted the [long report on the roof](https://example.org/roof) and the costs of it."
    ]


def test_spans_that_do_not_hold_the_text_stay_as_they_are() -> None:
    assert quoted("Nothing of the sort.", "RB spoke.") == ["RB spoke."]


@given(st.lists(st.text(alphabet="abc de", min_size=1, max_size=20), min_size=1, max_size=6), st.data())
@settings(derandomize=True, max_examples=60, deadline=None, database=None)
def test_what_stands_at_a_span_has_the_letters_of_the_text(parts: list[str], data: st.DataObject) -> None:
    whole = ". ".join(parts)
    text = data.draw(st.sampled_from(parts))
    letters = "".join(text.split())
    if letters:
        assert "".join("".join(quoted(text, whole)).replace(".", "").split()) == letters
