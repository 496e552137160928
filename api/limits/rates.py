"""How often one client may ask."""

from __future__ import annotations

import math
import time
from collections.abc import Mapping
from dataclasses import dataclass

from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import SlidingWindowCounterRateLimiter

from api.limits.kinds import Kind

WINDOW = 60  # seconds


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether one more request is taken. most of them are in a window; left are those that remain, for seconds."""

    kind: Kind
    taken: bool
    most: int
    left: int
    seconds: int

    @property
    def headers(self) -> dict[str, str]:
        """How a program is told. Source: draft-ietf-httpapi-ratelimit-headers-10; Retry-After by RFC 9110."""
        told = {
            "RateLimit-Policy": f'"{self.kind}";q={self.most};w={WINDOW}',
            "RateLimit": f'"{self.kind}";r={self.left};t={self.seconds}',
        }
        return told if self.taken else told | {"Retry-After": str(self.seconds)}


class Rates:
    """Counts the requests of each client by kind, in this process, over a window that slides.

    Two counts are kept for a client and kind, and forgotten two windows after its last request.
    """

    def __init__(self, most: Mapping[str, int]) -> None:
        self._items: dict[str, RateLimitItem] = {kind: RateLimitItemPerMinute(n) for kind, n in most.items()}
        self._counted = SlidingWindowCounterRateLimiter(MemoryStorage()) if most else None

    def take(self, kind: Kind, client: str) -> Verdict | None:
        """Count one request; None where its kind is not limited."""
        item = self._items.get(kind)
        if item is None or self._counted is None:
            return None
        taken = self._counted.hit(item, kind, client)
        stats = self._counted.get_window_stats(item, kind, client)
        seconds = max(1, math.ceil(stats.reset_time - time.time()))
        return Verdict(kind, taken, item.amount, stats.remaining if taken else 0, seconds)


def rates_of(text: str) -> dict[str, int]:
    """Requests a minute by kind, as the setting has them.

    >>> rates_of("pages=600, forms=20")
    {'pages': 600, 'forms': 20}
    """
    parts = (part.partition("=") for part in text.split(",") if part.strip())
    return {kind.strip(): int(number) for kind, _, number in parts}
