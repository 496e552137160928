"""An ingest that is killed anywhere leaves every document whole or absent; `make kills` cuts it at 300 points."""

from __future__ import annotations

from pathlib import Path

from benchmarks.kill_points import Trial
from tests import killed

POINTS = 8


def test_an_ingest_killed_at_moments_spread_over_it_loses_nothing(tmp_path: Path) -> None:
    trial = Trial(tmp_path)
    with killed.nursery(trial.temporary) as nursery:
        course = trial.course(nursery, traced=False)
        assert len(set(course.states)) == 6  # as it was, four papers one by one, one taken out
        cuts = []
        for number in range(POINTS):
            cut, fault = trial.fault(nursery, course, course.seconds * (number + 0.5) / POINTS, "")
            assert fault == "", (cut, fault)
            cuts.append(cut)
    assert sum(cut.signal == 9 for cut in cuts) > POINTS // 2  # a run that is faster than those before ends first
    assert len({cut.phase for cut in cuts}) > 1
