"""Where a format without positions parts two blocks that no blank line of its text parts."""

from __future__ import annotations

from ingest.model import Line


def parting(at: int) -> Line:
    """An empty line that stands between two blocks: it is of no block, having no text, and none goes on over it."""
    return Line(at, at, level=6)
