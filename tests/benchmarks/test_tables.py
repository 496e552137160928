"""The tables of the page of measurements come from what was measured, each in its own place."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.bench import pages, plots, tables

PAGE = "above\n<!-- made by make bench: load -->\nold\n<!-- end of load -->\nbelow\n"


def side(wall: float, p95: float) -> dict[str, Any]:
    """What one side of a comparison measured."""
    stages = dict.fromkeys(("reading", "structure", "loading", "embedding", "storing"), 1.0)
    figures = {"p50": p95 / 2, "p95": p95, "processor_p95": p95, "hit_1": 0.5, "hit_5": 0.75, "mrr": 0.6}
    return {"ingest": {"wall": wall, "passages": 1_445, **stages}, **figures}


def test_a_table_takes_the_place_of_the_one_before_it() -> None:
    made = pages.replaced(PAGE, {"load": "new"})
    assert made == PAGE.replace("old", "new")
    assert pages.replaced(made, {"load": "new"}) == made


@pytest.mark.parametrize("page", ["", PAGE + PAGE, "<!-- end of load -->\n<!-- made by make bench: load -->\n"])
def test_a_page_without_one_place_for_a_table_is_left_as_it_is_and_says_which(page: str) -> None:
    with pytest.raises(ValueError, match="one place for load"):
        pages.replaced(page, {"load": "new"})


def test_ours_stands_over_theirs_as_a_ratio() -> None:
    found = {"minutebook": side(30.0, 40.0), "txtai": side(60.0, 50.0), "chroma": side(40.0, 80.0)}
    lines = tables.beside(found).splitlines()
    assert lines[0] == "|  | minutebook | txtai | Chroma |"
    assert lines[2] == "| ingest, wall time | 30.0 s | 60.0 s | 40.0 s |"
    assert lines[3] == "| minutebook's over it | 1 | **0.50** | **0.75** |"
    assert "| minutebook's over it | 1 | **0.80** | **0.50** |" in lines


def test_a_stage_stands_beside_the_model_alone() -> None:
    floor = {"loading": 2.0, "embedding": 18.0, "passages": 1_445.0}
    library = {"loading": 10.0, "embedding": 40.0, "passages": 1_445.0}
    lines = tables.split({"minutebook": side(25.0, 1.0)}, floor, library).splitlines()
    assert "| whole ingest, from start to end | 25.0 s | 1.25 | 0.50 |" in lines


def test_growth_is_drawn_the_same_for_the_same_figures() -> None:
    times = {"wall": {"p50": 10.0, "p95": 20.0}}
    found = [{"passages": size, "plain": times, "narrowed": times} for size in (1_000, 10_000)]
    assert plots.grown(found) == plots.grown(found)
    assert plots.grown(found).startswith(b"<?xml")
