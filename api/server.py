"""The HTTP server: what it waits for, how it ends, and where its messages go."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from threading import Event
from time import monotonic
from types import FrameType

import uvicorn
from fastapi import FastAPI

from api.limits.patient import Patient

CONNECTIONS = 800  # at the same time; beyond them a request is refused with 503
HEADER_BYTES = 64 * 1024  # of a request's address and headers: a question of 5,000 letters takes up to 60,000
KEEP_SECONDS = 5  # that a connection is kept open without a request
DRAIN_SECONDS = 1.0  # between being told to end and taking no more connections: whoever watches /readyz sees it close
DAY_SECONDS = 24 * 3600.0
FINISH_SECONDS = 30  # that requests in hand have to end


class Server(uvicorn.Server):
    """Serves one application until it is told to end; then closing is set, and what is in hand is finished.

    daily is done in a thread at the start, and again whenever a day has passed since.
    """

    def __init__(
        self,
        app: FastAPI,
        closing: Event,
        protocol: type[asyncio.Protocol] = Patient,
        daily: Callable[[], None] = lambda: None,
        day: float = DAY_SECONDS,
    ) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                http=protocol,
                ws="none",
                proxy_headers=False,  # whose word counts is a setting
                server_header=False,
                access_log=False,
                log_config=None,
                h11_max_incomplete_event_size=HEADER_BYTES,
                limit_concurrency=CONNECTIONS,
                timeout_keep_alive=KEEP_SECONDS,
                timeout_graceful_shutdown=FINISH_SECONDS,
            )
        )
        self._closing, self._until = closing, 0.0
        self._daily, self._day, self._due = daily, day, 0.0

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """A signal to end: SIGTERM gently, at once where it comes again or is another."""
        again = self._closing.is_set()
        self._closing.set()
        if sig != signal.SIGTERM or again:
            super().handle_exit(sig, frame)
        else:
            self._until = monotonic() + DRAIN_SECONDS

    async def on_tick(self, counter: int) -> bool:
        """Ten times a second: whether to end."""
        if monotonic() >= self._due:
            self._due = monotonic() + self._day
            asyncio.get_running_loop().run_in_executor(None, self._daily)
        over = bool(self._until) and monotonic() >= self._until
        return await super().on_tick(counter) or over
