"""What a long measurement tells while it runs."""

from __future__ import annotations

import sys
from time import strftime


def told(line: str) -> None:
    """One line to whoever waits, with the time of day."""
    print(strftime("%H:%M:%S"), line, file=sys.stderr, flush=True)
