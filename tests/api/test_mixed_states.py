"""No reply mixes two states of a library that is being changed; `make mixed` asks 10,000 times over 20 ingests."""

from __future__ import annotations

from pathlib import Path

from benchmarks.mixed_states import fault, measured


def test_replies_while_papers_are_replaced_and_taken_out_are_each_of_one_state(tmp_path: Path) -> None:
    tally, states = measured(tmp_path, requests=120, rounds=1, threads=3)
    assert (tally.failed, tally.mixed) == ([], [])
    assert sum(tally.asked.values()) >= 120
    assert len(tally.seen) > 1
    assert states == 8  # none, three papers one by one, three replaced one by one, one taken out


def test_a_reply_that_mixes_two_states_is_told(tmp_path: Path) -> None:
    states = {frozenset({("amber", 0), ("birch", 0)}), frozenset({("amber", 1), ("birch", 0)})}
    mixed = "the amber paper of version 0, the amber paper of version 1"
    assert "never together" in fault("/search", mixed, states)[0]
    assert "no whole state" in fault("/api/v1/decisions", "the amber paper of version 1", states)[0]
    assert fault("/search", "the amber paper of version 1", states)[0] == ""
