"""The sample corpus from file to answer: what a newcomer sees with `make run`, held to figures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from api.commands.options import searcher, settings
from ingest.model import Reading
from ingest.reading import read_bytes
from search.embed import load
from search.model import Answered
from tests.board import minutebook

CORPUS = Path(__file__).parents[2] / "corpus"
FLOORS = {"recall@1": 0.5, "recall@5": 0.8, "mrr@10": 0.68, "cite_place": 0.95}


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    """The sample papers read, without a library."""
    return [read_bytes(path.name, path.read_bytes()) for path in sorted((CORPUS / "papers").iterdir())]


def test_the_question_of_make_run_is_answered_by_a_resolution(sample: Path) -> None:
    asked = "what was decided on Larkspur Ward"
    answer = json.loads(minutebook("ask", asked, "--json", library=sample).stdout)
    best = answer["hits"][0]
    assert best["kind"] == "decision"
    assert (best["committee"], best["meeting_date"], best["item"]) == ("ICB Board", "2024-09-12", "7")
    assert best["presenter"] == "Bernadette Osei"
    assert "was not approved" in best["text"]


def test_the_judged_questions_are_found_and_cited(sample: Path) -> None:
    command = ("evaluate", CORPUS / "questions.jsonl", "--unanswerable", CORPUS / "unanswerable.jsonl", "--json")
    overall = json.loads(minutebook(*command, library=sample).stdout)["overall"]
    assert {name: overall[name] for name in FLOORS if overall[name] < FLOORS[name]} == {}


def test_the_examples_are_short_questions_of_four_kinds_that_are_answered(sample: Path) -> None:
    ready = searcher(settings(library=sample))
    questions = ready.examples()
    assert len(questions) == 4
    assert ready.examples() == searcher(settings(library=sample)).examples() == questions
    answers = [ready.answer(question) for question in questions]
    assert all(isinstance(answer, Answered) for answer in answers)
    kinds = [answer.kind for answer in answers if isinstance(answer, Answered)]
    assert kinds == ["decision", "person", "action", "definition"]
    assert max(map(len, questions)) < 100


def test_the_same_papers_again_are_skipped(sample: Path) -> None:
    said = minutebook("ingest", CORPUS / "papers", library=sample).stdout
    assert said.startswith("0 added")
    assert "8 skipped" in said


def test_no_passage_is_longer_than_the_model_reads(readings: list[Reading]) -> None:
    model = load()
    texts = [passage.indexed for reading in readings for passage in reading.passages]
    assert max(map(model.tokens, texts)) <= model.limit


def test_every_passage_of_prose_is_word_for_word_on_its_pages(readings: list[Reading]) -> None:
    for reading in readings:
        for passage in reading.passages:
            pages = reading.document.pages
            quoted = "".join(pages[span.page - 1].text[span.start : span.end] for span in passage.spans)
            if passage.kind in ("decision", "action", "discussion", "recommendation") and "\t" not in quoted:
                assert letters(passage.text) in letters(quoted)


def letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def test_word_and_pdf_of_the_same_minutes_hold_the_same_decisions_and_actions(readings: list[Reading]) -> None:
    word, pdf = (reading for reading in readings if "finance-and-performance" in reading.document.source.name)
    assert word.document.source.media == "docx"
    (by_word,), (by_pdf,) = word.meetings, pdf.meetings
    assert [(one.item, one.verb, letters(one.text)) for one in by_word.decisions] == [
        (one.item, one.verb, letters(one.text)) for one in by_pdf.decisions
    ]
    assert [letters(one.text) for one in by_word.actions] == [letters(one.text) for one in by_pdf.actions]
    assert by_word.decisions


def test_the_misprinted_year_of_the_sample_is_read_right_and_noted(readings: list[Reading]) -> None:
    noted = [meeting for reading in readings for meeting in reading.meetings if meeting.note]
    assert [(meeting.printed, meeting.date) for meeting in noted] == [("Tuesday, 14 January 2024", "2025-01-14")]
