"""The small model as the workers of a test's cluster load it: one that says when it begins, and one that ends them."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from search.embed import Encoded, Model
from search.errors import ModelMissing
from tests.library import SMALL, encode

SECONDS = 1.0  # that a text which somebody waits for takes
DEADLY = "handovers"


def small(name: str) -> Model:
    """The small model."""
    assert name == SMALL.name
    return SMALL


def told(folder: Path, name: str) -> Model:
    """One that writes into folder which process begins to embed, and takes time over its first text."""
    return replace(small(name), passages=lambda texts: _told(folder, texts))


def deadly(name: str) -> Model:
    """One that kills its process over ambulance handovers."""
    return replace(small(name), passages=_deadly)


def absent(name: str) -> Model:
    """None."""
    raise ModelMissing(name, "it cannot be loaded")


def _told(folder: Path, texts: Sequence[str]) -> list[Encoded]:
    """Write down which process has begun, once in each, and take time over it."""
    begun = folder / str(os.getpid())
    if not begun.exists():
        begun.touch()
        time.sleep(SECONDS)
    return encode(texts)


def _deadly(texts: Sequence[str]) -> list[Encoded]:
    if any(DEADLY in text for text in texts):
        os.kill(os.getpid(), signal.SIGKILL)
    return encode(texts)
