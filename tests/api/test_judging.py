from __future__ import annotations

import json
from pathlib import Path

import pytest

from api.errors import UnusableArgument
from api.evaluation import declined, judged, measured
from search.judge import Gold, holds, tokens
from search.model import Citation, Hit
from tests.board import papers
from tests.library import searcher, take


def hit(text: str, lines: tuple[int, int] | None = None, file: str = "pack.pdf") -> Hit:
    cited = Citation("d", file, 1, 1, "", "2025-01-16", "ICB Board", "7.", "Stewardship", ("Dr A Person",), lines)
    return Hit(1, 1.0, "d-1", text, "decision", (), cited)


def test_a_quote_is_held_when_most_of_it_stands_in_one_run() -> None:
    quote = Gold("pack.txt", "The Board approved winter funding for community beds in the county until April")
    assert holds(hit("Resolved: the Board **approved** winter funding for community beds in the county."), quote)
    assert not holds(hit("The Board approved beds; winter funding until April for the county in community."), quote)


def test_a_short_quote_must_be_held_whole() -> None:
    assert not holds(hit("a deficit of £2.4"), Gold("pack.pdf", "a deficit of £2.4 million"))
    assert holds(hit("It had a deficit of £2.4 million."), Gold("pack.pdf", "a deficit of £2.4 million"))


def test_a_table_row_may_be_retyped_but_keeps_every_number() -> None:
    row = Gold("pack.pdf", "Community beds\tApril\t38\tGreen\tSecond Person")
    assert holds(hit("Scheme: Community beds; Rating: Green; Month: April; Days: 38; Lead: Second Person"), row)
    assert not holds(hit("Scheme: Community beds; Rating: Green; Month: April; Days: 83; Lead: Second Person"), row)


def test_lines_that_cover_the_quote_hold_it_and_another_file_never_does() -> None:
    assert holds(hit("other words", (3, 9), "notes.txt"), Gold("notes.md", "a quote\nof two lines", line=4))
    assert not holds(hit("a quote of two lines", None, "other.txt"), Gold("notes.md", "a quote of two lines"))


def test_marks_of_a_conversion_are_no_words() -> None:
    assert tokens("[image: logo] <td>Board’s</td> [paper](x.htm) _2_") == ["boards", "paper", "2"]


def test_a_question_set_is_measured_and_its_refusals_counted(tmp_path: Path) -> None:
    take(tmp_path, papers(tmp_path / "papers"))
    gold = [
        {
            "file": "2025-01-board.md",
            "quote": "The Board approved winter funding of £2.4 million",
            "line": 14,
            "part": 1,
        },
        {"file": "2025-03-board.md", "quote": "words that stand nowhere in the papers", "line": 900, "part": 2},
    ]
    question = {"id": "one", "question": "winter funding", "kind": "decision", "gold": gold, "all_needed": True}
    file = tmp_path / "questions.jsonl"
    file.write_text(json.dumps({**question, "meeting_date": "2025-01-16", "committee": "Board"}) + "\n")
    ready = searcher(tmp_path)
    report = measured(judged(file), ready)
    assert set(report) == {"overall", "decision"}
    assert report["overall"]["recall@10"] == pytest.approx(0.5)
    assert 0 < report["overall"]["ndcg@10"] < report["overall"]["mrr@10"] <= 1
    assert report["overall"]["cite_date"] == 1
    assert declined(judged(file), ready) == 0


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "line 1: is not JSON"),
        ("[]", "line 1: is not a JSON object"),
        ('{"id": 1}', 'line 1: has no "question"'),
        ('{"id": 1, "question": 2, "gold": []}', '"question" is not text'),
        ('{"id": 1, "question": "a", "gold": [{}]}', 'question 1: "gold" does not fit'),
        ("", "holds no question"),
    ],
)
def test_a_line_that_is_no_question_is_named(tmp_path: Path, line: str, reason: str) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text(line)
    with pytest.raises(UnusableArgument, match=reason):
        judged(file)
