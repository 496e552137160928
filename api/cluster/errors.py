"""What can go wrong between a command and its cluster."""

from __future__ import annotations

from api.errors import UnusableArgument
from ingest.errors import MinutebookError


class ClusterUnusable(UnusableArgument):
    """The cluster cannot be reached, or not as it is asked for; the text says why and what to do."""

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(f"--cluster {address}: {reason}")


class ClusterLost(MinutebookError):
    """The cluster went away in the midst of an ingest."""

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(f"{address}: {reason}; what is stored is whole, and the same command takes up the rest")
