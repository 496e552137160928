from __future__ import annotations

from pathlib import Path

import pytest

from api.errors import UnusableArgument
from api.evaluation.calibration import calibration
from api.evaluation.comparison import compared, comparison_fields
from api.evaluation.intervals import difference, mean
from api.evaluation.runs import Run, save, saved
from api.evaluation.scored import Scored


def scored(name: str, right: bool, confidence: float | None = None, answerable: bool = True) -> Scored:
    return Scored(
        id=name,
        question=f"what of {name}",
        kind="decision",
        answerable=answerable,
        answered=True,
        figures={"recall@1": float(right)},
        rank=int(right),
        parts=1,
        confidence=confidence,
    )


def test_an_interval_holds_the_mean_narrows_with_more_questions_and_is_the_same_again() -> None:
    few, many = mean([0.0, 1.0] * 10), mean([0.0, 1.0] * 200)
    assert few.low < few.value == 0.5 < few.high
    assert few.high - few.low > 3 * (many.high - many.low)
    # the normal approximation: 1.96 standard errors each way
    assert (many.low, many.high) == pytest.approx((0.451, 0.549), abs=0.005)
    assert mean([0.0, 1.0] * 10) == few


def test_a_difference_is_paired_by_question() -> None:
    steady = difference([0.0, 1.0] * 50, [0.0, 1.0] * 50)
    assert (steady.mean.value, steady.mean.low, steady.mean.high, steady.p) == (0, 0, 0, 1)
    rise = difference([0.0] * 6 + [1.0] * 30, [1.0] * 36)
    assert rise.mean.value == pytest.approx(1 / 6)
    assert rise.p == pytest.approx(2 / 2**6)


def test_many_differences_are_tested_by_drawing_signs() -> None:
    assert difference([0.0] * 40, [1.0] * 40).p < 0.001
    assert difference([0.0, 1.0] * 20, [1.0, 0.0] * 20).p == 1


def test_a_run_is_kept_and_compared_question_by_question(tmp_path: Path) -> None:
    then = Run("q.jsonl", "small", (scored("a", False), scored("b", True), scored("c", True), scored("gone", True)))
    now = Run("q.jsonl", "small", (scored("a", True), scored("b", False, 0.5), scored("c", True), scored("new", True)))
    save(then, tmp_path / "then.json")
    assert saved(tmp_path / "then.json") == then
    found = comparison_fields(compared(then, now, "then.json"))
    assert (found["shared"], found["alone"]) == (3, 2)
    assert found["measures"]["recall@1"]["difference"] == 0
    assert found["moved"]["recall@1"] == {"gained": ["a"], "lost": ["b"]}


def test_a_question_that_was_worded_anew_is_another_one() -> None:
    one = scored("a", True)
    other = Scored(**{name: getattr(one, name) for name in Scored.__slots__} | {"question": "worded anew"})
    assert compared(Run("q", "m", (one,)), Run("q", "m", (other,)), "then").shared == 0


@pytest.mark.parametrize("text", ["{", "[]", '{"scored": []}', '{"questions": "q", "model": "m", "scored": [{}]}'])
def test_a_file_that_is_no_run_is_refused_by_name(tmp_path: Path, text: str) -> None:
    file = tmp_path / "run.json"
    file.write_text(text)
    with pytest.raises(UnusableArgument, match=r"run\.json: is no run"):
        saved(file)
    with pytest.raises(UnusableArgument, match="cannot be read"):
        saved(tmp_path / "nothing.json")
    with pytest.raises(UnusableArgument, match="cannot be written"):
        save(Run("q", "m", ()), tmp_path / "no" / "folder.json")


def test_confidence_is_measured_against_what_was_right() -> None:
    sure = [scored(str(number), number < 9, 0.9) for number in range(10)]
    unsure = [scored(f"u{number}", number < 1, 0.1) for number in range(10)]
    found = calibration([*sure, *unsure, scored("x", True)])
    assert found is not None
    assert (found.n, [each.right.n for each in found.bins]) == (20, [10, 10])
    assert found.error == pytest.approx(0)
    assert found.brier == pytest.approx(0.09)
    assert calibration([scored("x", True)]) is None


def test_full_confidence_is_in_the_last_bin_and_a_wrong_one_costs_all() -> None:
    found = calibration([scored("a", False, 1.0, answerable=False)])
    assert found is not None
    assert (found.bins[0].low, found.brier, found.error) == (0.9, 1, 1)
