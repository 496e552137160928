"""HTTP/1.1 on a socket, with an end to patience: a client that neither asks nor reads is let go."""

from __future__ import annotations

import asyncio
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

HEADER_SECONDS = 10.0  # from the first byte of a request, or from the connection, to the end of its header
READ_SECONDS = 30.0  # in which a client reads
LEAST_READ = 16 * 1024  # bytes of what waits for it


class Patient(H11Protocol):
    """uvicorn's protocol, which waits for a header and for a client that reads nothing without an end."""

    header_seconds = HEADER_SECONDS
    read_seconds = READ_SECONDS
    _asked: asyncio.TimerHandle | None = None
    _unread: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """A client is there."""
        assert isinstance(transport, asyncio.Transport)
        super().connection_made(transport)
        self._watch_header()

    def connection_lost(self, exc: Exception | None) -> None:
        """It is gone."""
        self._asked = self._stopped(self._asked)
        self._unread = self._stopped(self._unread)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """It sends something: time counts on until the header is whole, however it is cut."""
        super().data_received(data)
        self._watch_header()

    def on_response_complete(self) -> None:
        """The next request may have begun already, or this one be sent still, which nobody reads."""
        super().on_response_complete()
        if self.conn.trailing_data[0] or self._sends_on():
            self._watch_header()

    def pause_writing(self) -> None:
        """More waits for the client than is good."""
        super().pause_writing()
        self._unread = self._stopped(self._unread)
        self._watch_reading()

    def resume_writing(self) -> None:
        """It has read."""
        self._unread = self._stopped(self._unread)
        super().resume_writing()

    def _watch_header(self) -> None:
        if self.conn.their_state is not h11.IDLE and not self._sends_on():
            self._asked = self._stopped(self._asked)
        elif self._asked is None and not self.transport.is_closing():
            self._asked = self.loop.call_later(self.header_seconds, self._header_over)

    def _sends_on(self) -> bool:
        answered = self.cycle is not None and self.cycle.response_complete
        return answered and self.conn.their_state is h11.SEND_BODY

    def _header_over(self) -> None:
        self._asked = None
        if not self.transport.is_closing():
            self.transport.abort()

    def _watch_reading(self) -> None:
        waits = self.transport.get_write_buffer_size()
        self._unread = self.loop.call_later(self.read_seconds, self._reading_over, waits)

    def _reading_over(self, before: int) -> None:
        if before - self.transport.get_write_buffer_size() < LEAST_READ:
            self.transport.abort()
        else:
            self._watch_reading()

    @staticmethod
    def _stopped(timer: asyncio.TimerHandle | None) -> None:
        if timer is not None:
            timer.cancel()


def patient(header_seconds: float = HEADER_SECONDS, read_seconds: float = READ_SECONDS) -> type[asyncio.Protocol]:
    """The protocol with other times."""
    times: dict[str, Any] = {"header_seconds": header_seconds, "read_seconds": read_seconds}
    return type("Patient", (Patient,), times)
