"""What is quoted stands where it is cited: over generated minutes, in every format they are printed in."""

from __future__ import annotations

from hypothesis import Phase, given, settings

from benchmarks.citations import facts, fault
from ingest.model import Page, Reading, Span
from ingest.reading import read_bytes
from tests.ingest.house_styles import Minutes, minutes

# An example is short as drawn: shrinking it would take a minute and show no more.
OFTEN = settings(
    derandomize=True, max_examples=20, deadline=None, database=None, phases=[Phase.generate], report_multiple_bugs=False
)
SELDOM = settings(OFTEN, max_examples=6)


def faults(paper: Minutes) -> list[str]:
    """What is wrong with where each fact of a document is cited."""
    reading = read_bytes(paper.name, paper.content)
    return [f"{fact.kind} {fact.quote!r} {wrong}" for fact in facts(reading) if (wrong := fault(reading, fact))]


@given(minutes())
@OFTEN
def test_every_fact_of_a_text_is_cited_where_it_stands(paper: Minutes) -> None:
    assert not faults(paper)


@given(minutes(media=("pdf", "docx")))
@SELDOM
def test_every_fact_of_a_pdf_or_a_word_file_is_cited_where_it_stands(paper: Minutes) -> None:
    assert not faults(paper)


@given(minutes())
@OFTEN
def test_no_span_lies_outside_its_page(paper: Minutes) -> None:
    reading = read_bytes(paper.name, paper.content)
    pages = {page.number: page for page in reading.document.pages}
    for span in spans(reading):
        assert within(span, pages[span.page])


def spans(reading: Reading) -> list[Span]:
    """Every span that a reading cites."""
    return [span for fact in facts(reading) for span in fact.spans] + [
        span for passage in reading.passages for span in passage.spans
    ]


def within(span: Span, page: Page) -> bool:
    """Whether a span is a stretch of its page that holds something."""
    return 0 <= span.start < span.end <= len(page.text) and bool(page.text[span.start : span.end].strip())
