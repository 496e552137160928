"""Lines joined to paragraphs, however long."""

from __future__ import annotations

from collections import Counter
from time import process_time

from ingest.structure.words import joined_lines


def test_a_paragraph_of_ten_thousand_lines_costs_no_more_a_line_than_a_short_one() -> None:
    began = process_time()
    text = joined_lines(["not approved,"] * 10_000, Counter())
    assert process_time() - began < 5  # it took minutes when every line looked back over the whole
    assert len(text) == 10_000 * len("not approved, ") - 1
