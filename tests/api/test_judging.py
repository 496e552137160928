from __future__ import annotations

from pathlib import Path

import pytest

from api.errors import UnusableArgument
from api.evaluation.questions import judged
from search.judge import Gold, citation, holds, tokens
from search.model import Citation, Hit


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


def test_the_page_is_right_where_the_citation_names_a_right_one() -> None:
    found = hit("the Board approved it")
    assert citation(found, Gold("pack.pdf", "the Board approved it", pages=(1, 9))) == {"page": True}
    assert citation(found, Gold("pack.pdf", "the Board approved it", pages=(2,))) == {"page": False}
    assert citation(found, Gold("pack.pdf", "the Board approved it")) == {}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "line 1: is not JSON"),
        ("[]", "line 1: is not a JSON object"),
        ('{"id": 1}', 'line 1: has no "question"'),
        ('{"id": 1, "question": 2, "gold": []}', '"question" is not text'),
        ('{"id": 1, "question": "a", "gold": [{}]}', 'question 1: "gold" does not fit'),
        ('{"id": 1, "question": "a", "gold": [{"file": "f", "quote": "q", "page": "x"}]}', 'question 1: "gold"'),
        ('{"id": 1, "question": "a", "gold": []}\n' * 2, "the id '1' is given to two questions"),
        ("", "holds no question"),
    ],
)
def test_a_line_that_is_no_question_is_named(tmp_path: Path, line: str, reason: str) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text(line)
    with pytest.raises(UnusableArgument, match=reason):
        judged(file)


def test_a_gold_place_may_have_one_page_or_several(tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text(
        '{"id": 1, "question": "a", "answer": "b", "gold": [{"file": "f", "quote": "q", "page": 3},'
        ' {"file": "f", "quote": "q", "page": [4, 5]}, {"file": "f", "quote": "q", "page": null}]}'
    )
    (question,) = judged(file)
    assert question.answer == "b"
    assert [gold.pages for gold in question.gold] == [(3,), (4, 5), ()]
