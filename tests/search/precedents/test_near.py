"""Most is asked of the first three precedents; the first contrary one stays, however much nearer the others are."""

from __future__ import annotations

from search.precedents.held import HeldMatter
from search.precedents.near import Scored, kept
from search.precedents.score import Met, Nearness


def matter(likely: float, verb: str = "approved") -> Scored:
    texts = (f"The Council {verb} the lease.",)
    row = HeldMatter(
        f"{likely}", "", "", "", "", "", (), (verb,), ("",), texts, ("",), (), (), (), frozenset(), frozenset(), 0.0
    )
    return row, Nearness(Met(0.0, 0.0, 0.0), 0.0, 0.0, 0.0, None, None, None, likely)


def given(*found: Scored) -> list[float]:
    return [how.total for _, how in kept(found)]


def test_a_weak_second_is_no_precedent_beside_a_good_one() -> None:
    assert given(matter(0.9), matter(0.3), matter(0.28)) == [0.9]
    assert given(matter(0.3), matter(0.28)) == [0.3, 0.28]


def test_behind_three_good_ones_a_weaker_one_is_given() -> None:
    assert given(matter(0.9), matter(0.8), matter(0.7), matter(0.3), matter(0.1)) == [0.9, 0.8, 0.7, 0.3]


def test_the_nearest_is_given_even_where_it_is_weak() -> None:
    assert given(matter(0.06), matter(0.05)) == [0.06]


def test_a_refusal_is_given_behind_approvals_that_are_much_nearer() -> None:
    assert given(matter(0.9), matter(0.05, "rejected"), matter(0.04, "rejected")) == [0.9, 0.05]
    assert given(matter(0.9), matter(0.02, "rejected")) == [0.9]


def test_a_further_refusal_needs_to_be_nearer_where_one_is_given() -> None:
    assert given(matter(0.9, "rejected"), matter(0.25, "deferred"), matter(0.2, "deferred")) == [0.9, 0.25]
