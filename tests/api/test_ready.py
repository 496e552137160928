from __future__ import annotations

import time
from threading import Event

from api.ready import Ready


def test_what_is_not_made_yet_is_empty_and_comes_when_it_is() -> None:
    made = Event()

    def slow() -> str:
        made.wait(5)
        return "made"

    ready = Ready(lambda: "1", slow, "")
    assert ready.get() == ""
    made.set()
    assert _soon(ready) == "made"


def test_what_was_made_of_an_older_state_is_never_given() -> None:
    state = ["1"]
    held = Event()

    def make() -> str:
        found = state[0]
        if found == "2":
            held.wait(5)
        return found

    ready = Ready(lambda: state[0], make, "")
    assert _soon(ready) == "1"
    state[0] = "2"
    assert ready.get() == ""
    held.set()
    assert _soon(ready) == "2"


def _soon(ready: Ready[str]) -> str:
    for _ in range(100):
        found = ready.get()
        if found:
            return found
        time.sleep(0.02)
    return ""
