"""The figures of the registers' charts, and how they are drawn."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from api.drawn import drawn
from search.model import Lasting, Tally
from web.charts import MOST_MONTHS, MOST_PANELS, decided, standing

BOARD = [Tally("Board", "2025-01", 3), Tally("Board", "2025-03", 2), Tally("", "", 4)]


def test_months_without_decisions_stand_in_the_chart_and_undated_ones_are_told() -> None:
    chart = decided(BOARD)
    assert chart.months == ("2025-01", "2025-02", "2025-03")
    assert chart.panels[0].values == (3, 0, 2)
    assert chart.rows == (("January 2025", "Board", "3"), ("March 2025", "Board", "2"))
    assert "4 decisions of a meeting without a date are left out" in chart.note


def test_many_bodies_share_the_last_row() -> None:
    chart = decided([Tally(f"Body {number:02}", "2025-01", 20 - number) for number in range(12)])
    assert len(chart.panels) == MOST_PANELS
    assert (chart.panels[-1].name, sum(chart.panels[-1].values)) == ("5 other bodies", sum(range(9, 14)))
    assert len(chart.rows) == 12


def test_a_long_time_is_cut_to_its_end() -> None:
    chart = decided([Tally("Board", "1999-01", 1), Tally("Board", "2025-01", 1)])
    assert (len(chart.months), chart.months[-1]) == (MOST_MONTHS, "2025-01")
    assert "left out" in chart.note


def test_the_same_body_of_two_libraries_is_one_row() -> None:
    assert [panel.values for panel in decided([*BOARD, Tally("Board", "2025-01", 1)]).panels] == [(4, 0, 2)]


def test_an_action_is_open_from_its_meeting_until_the_list_that_closes_it() -> None:
    chart = standing(
        [
            Lasting("2025-01-16", "2025-03-13", "2025-03-13"),
            Lasting("2025-01-31", "", "2025-02-01"),
            Lasting("", "", "2025-04-01"),
        ]
    )
    assert dict(zip(chart.months, chart.panels[0].values, strict=True)) == {"2025-01": 2, "2025-02": 2, "2025-03": 1}
    assert "1 action without a date is left out" in chart.note


def test_nothing_dated_draws_nothing() -> None:
    assert not decided([Tally("Board", "", 1)]).drawn
    assert not standing([]).drawn


def test_threads_draw_the_same_picture() -> None:
    charts = [decided([*BOARD, Tally("$x_1$ & <Other>", "2025-02", number)]) for number in range(1, 5)]
    drawn.cache_clear()
    alone = [drawn(chart, False) for chart in charts]
    drawn.cache_clear()
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda chart: drawn(chart, False), charts)) == alone


def test_the_server_starts_without_the_charting_library() -> None:
    code = "import api.app, sys; sys.exit('matplotlib' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=120)
