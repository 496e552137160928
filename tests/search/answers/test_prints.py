from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from search.answers.compose import compose
from search.answers.prints import Prints
from search.model import Answered, Refused
from search.retrieve import View
from search.understand.query import Intent, Query
from tests.library import searcher
from tests.search.answers.conftest import passages


def damaged(library: Path, folder: Path, before: str, after: str) -> Path:
    """A copy of a library whose stored pages say something else than what was read from them."""
    copy = folder / "damaged"
    shutil.copytree(library, copy)
    database = sqlite3.connect(copy / "public" / "library.db")
    with database:
        changed = database.execute("UPDATE pages SET text = replace(text, ?, ?)", (before, after)).rowcount
    database.close()
    assert changed
    return copy


@pytest.mark.parametrize(
    ("intent", "question", "held", "before", "after"),
    [
        ("decision", "ferry contract", "two-year ferry", "£2.4 million", "£3.4 million"),
        ("number", "north quay", "Actual: 98", "98", "89"),
        ("passage", "depth", "measures depth", "measures", "measured"),
        ("action", "pier planks", "pier planks", "30 June", "20 June"),
    ],
)
def test_a_quote_that_its_page_does_not_print_is_never_shown(
    library: Path, tmp_path: Path, intent: Intent, question: str, held: str, before: str, after: str
) -> None:
    copy = damaged(library, tmp_path, before, after)
    with searcher(copy).view() as view:
        query = Query(question, question, intent, parts=(question,))
        answer = compose(view.connection, query, passages(view, held))
        quoted = answer.statements if isinstance(answer, Answered) else answer.contrary
        assert not any(before in one.text for one in quoted)
        assert isinstance(answer, Answered | Refused)


def test_a_whole_quote_stands_and_one_with_another_digit_or_word_does_not(view: View) -> None:
    prints = Prints(view.connection)
    row, minutes = passages(view, "Actual: 98", "two-year ferry")
    spans = prints.spans([row.id, minutes.id])
    document = row.citation.document
    assert prints.holds_hit(row)
    assert prints.holds_hit(minutes)
    assert not prints.holds(document, spans[row.id], "Quay: North quay; Plan: 120; Actual: 99")
    assert not prints.holds(document, spans[row.id], "Quay: North quay; Not planned: 120; Actual: 98")
    assert not prints.holds(document, spans[row.id], "")
    of_minutes = minutes.citation.document, spans[minutes.id]
    assert not prints.holds(*of_minutes, "Approved a three-year ferry contract at £2.4 million.")
