"""Functions whose time is told as that of a stage."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from search.stages import stage

T = TypeVar("T")


def rendering(render: Callable[[T], str]) -> Callable[[T], str]:
    """The same function, timed."""

    def timed(page: T) -> str:
        with stage("render"):
            return render(page)

    return timed
