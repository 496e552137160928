"""The audit log's lines of requests that are refused before they come to any door."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from threading import Lock
from time import monotonic

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.types import Scope

from api.identity.model import NOBODY, Caller, NotSignedIn
from search.errors import LibraryError
from search.service import audit
from search.service.service import Service

BUSY_MS = 500  # a refusal does not wait longer to be written down
PAUSE = 60.0  # seconds between two lines of nobody in particular: whoever sends many cannot fill the disk with them
PLACES = (
    "/api",
    "/staff",
    "/feedback",
    "/sign-in",
    "/sign-out",
)  # what is told of an address that nobody in particular asked for
Told = Callable[[Scope, str], Awaitable[None]]
Known = Callable[[Headers], Caller]


async def untold(scope: Scope, reason: str) -> None:
    """Tells nobody of a refusal."""


class Refusals:
    """Writes down who was refused what, and why. Safe to share between threads.

    Somebody who is known is named, with the address. Of nobody in particular one line is written a minute for each
    reason, with how many there were before it, and without words of their own; so of each key that works no more, by
    its number. Where service.db cannot be written the request is refused all the same.
    """

    def __init__(self, folder: Path, root: str, known: Known = lambda headers: NOBODY, pause: float = PAUSE) -> None:
        """Folder is that of the libraries, root what every path of the site begins with; known says who asks.

        pause is the seconds between two lines of nobody in particular.
        """
        self._folder, self._root, self._known, self._pause = folder, root, known, pause
        self._lock = Lock()
        self._service: Service | None = None
        self._last: dict[str, float] = {}
        self._more: dict[str, int] = {}

    async def told(self, scope: Scope, reason: str) -> None:
        """Write down that a request is refused."""
        await run_in_threadpool(self._write, scope, reason)

    def close(self) -> None:
        """Let go of the database."""
        with self._lock:
            if self._service:
                self._service.close()
            self._service = None

    def _write(self, scope: Scope, reason: str) -> None:
        path = str(scope["path"]).removeprefix(self._root) or "/"
        with suppress(LibraryError):
            caller, dead = self._caller(Headers(scope=scope))
            more = "" if caller.who else self._due(f"{dead} {reason}")
            if more is None:
                return
            about = path if caller.who else _place(path)
            with self._open().change() as connection:
                audit.record(connection, caller.who or dead, caller.name, "refused", about, f"{reason}{more}")

    def _caller(self, headers: Headers) -> tuple[Caller, str]:
        """Who asks, and the key that works no more where they show one that once did."""
        try:
            return self._known(headers), ""
        except NotSignedIn as error:
            return NOBODY, error.who

    def _due(self, reason: str) -> str | None:
        """What is added to a line of nobody in particular; None where it is not yet time for one.

        reason says of which key and for what reason it is.
        """
        with self._lock:
            last = self._last.get(reason)
            if last is not None and monotonic() - last < self._pause:
                self._more[reason] = self._more.get(reason, 0) + 1
                return None
            self._last[reason] = monotonic()
            more = self._more.pop(reason, 0)
        return f", and {more:,} more before" if more else ""

    def _open(self) -> Service:
        with self._lock:
            if self._service is None:
                self._service = Service.open(self._folder, BUSY_MS)
            return self._service


def _place(path: str) -> str:
    """The part of the site that a path lies in.

    >>> _place("/staff/uploads/1"), _place("/staffing"), _place("/")
    ('/staff', '/', '/')
    """
    return next((place for place in PLACES if path == place or path.startswith(f"{place}/")), "/")
