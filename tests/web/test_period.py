"""Days as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from web.period import Period, day


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2025-01-16", "2025-01-16", "2025-01-16"),
        ("  16  Jan 2025 ", "2025-01-16", "2025-01-16"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("02/2024", "2024-02-01", "2024-02-29"),
        ("Feb 2023", "2023-02-01", "2023-02-28"),
        ("1 January 2025 to 2 January 2025", "", ""),
        ("before 16 January 2025", "", ""),
        ("0", "", ""),
    ],
)
def test_a_day_a_month_or_a_year_is_read(typed: str, first: str, last: str) -> None:
    assert (day(typed), day(typed, "last")) == (first, last)


def test_a_year_and_a_time_are_both_kept_to() -> None:
    assert (Period("June 2024", "", "2024").first, Period("June 2024", "", "2024").last) == ("2024-06-01", "2024-12-31")


@given(st.text(max_size=200))
def test_anything_may_be_typed(typed: str) -> None:
    Period(typed, typed, typed).misfits("From", "To")
    assert day(typed) <= day(typed, "last")
