from __future__ import annotations

from pathlib import Path

from benchmarks.sizing import CASES, assumptions, sizes, workers_of_one_writer

PAGE = Path(__file__).parents[2] / "docs" / "sizing.md"


def test_the_page_on_sizing_holds_what_the_script_prints() -> None:
    written = PAGE.read_text(encoding="utf-8")
    assert assumptions() in written
    assert sizes() in written
    assert f"about {workers_of_one_writer()} processors" in written


def test_more_bodies_take_more_of_everything() -> None:
    board, region, england = CASES
    for one, more in ((board, region), (region, england)):
        assert one.passages < more.passages
        assert one.processor_hours < more.processor_hours
        assert one.requests < more.requests
