"""What a server makes ready before it serves and while it serves already, so that readers do not wait for it."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from search.searcher import Searcher


def warm(searcher: Searcher) -> None:
    """Load what the first question needs."""
    searcher.model.questions(["warm"])  # the weights
    searcher.understood("warm")  # names and words


def prepare(searchers: Sequence[Searcher], staff: bool) -> None:
    """Gather what first pages show, then load what answers soonest; the latter also where the former fails."""
    with ExitStack() as after:
        after.callback(gc.freeze)  # all this stays: to look for what nothing holds would keep a reader waiting 20 ms
        for each in searchers:
            after.callback(each.model.ready)  # importing torch takes as long as all that is done before
        for each in searchers:
            each.examples()  # what the first page offers
            if staff:
                each.gather()  # among what the first draft's precedents are looked for
