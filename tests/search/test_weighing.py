"""The kind of a passage weighed by the kind of question."""

from __future__ import annotations

from pathlib import Path

import pytest

from search.find import weighed
from search.library import Library
from search.priors import AGENDA, CONTENTS, DECISION, priors
from search.searcher import Searcher
from tests.search.readings import bag, passage, put


@pytest.mark.parametrize(
    ("question", "weights"),
    [
        ("how many beds are there", {"contents": CONTENTS, "agenda item": AGENDA}),
        ("what was DECIDED on parking", {"contents": CONTENTS, "agenda item": AGENDA, "decision": DECISION}),
        ("when was the budget approved", {"contents": CONTENTS, "decision": DECISION}),
        ("which item is on parking", {"contents": CONTENTS}),
        ("", {"contents": CONTENTS, "agenda item": AGENDA}),
    ],
)
def test_a_question_says_which_kinds_of_passage_are_likely_to_answer_it(
    question: str, weights: dict[str, float]
) -> None:
    assert priors(question) == weights


def test_weighing_orders_by_score_times_weight_keeps_ties_in_order_and_stays_within_1(tmp_path: Path) -> None:
    with Library.open(tmp_path, write=True) as library:
        put(library, "One", passage("Two", kind="decision"), "Three", passage("Four", kind="contents"))
        with Searcher(library, bag()).view() as view:
            one, two, three, four = (view.lexical(word, 1)[0] for word in ("one", "two", "three", "four"))
            ranked = [(four, 1.0), (one, 0.9), (three, 0.9), (two, 0.8)]
            assert weighed(view, ranked, {}) == ranked
            found = weighed(view, ranked, {"decision": 1.5, "contents": 0.5})
    assert [row for row, _ in found] == [two, one, three, four]
    assert [score for _, score in found] == pytest.approx([0.8, 0.6, 0.6, 1 / 3])
