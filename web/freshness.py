"""Whether what a program has of an address is still what stands there, by the state of the libraries."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from threading import Lock

from fastapi import Request, Response

FORM = "1"  # of all that is told so; count it up when it changes
Now = Callable[[], datetime]


class Freshness:
    """The state of the libraries and since when this process has known it.

    A document that is taken out changes what stands at an address and is newer than none that stays: so the moment
    at which the change was seen counts, and not the documents' own.
    """

    def __init__(self, generation: Callable[[], str], now: Now = lambda: datetime.now(UTC)) -> None:
        self._generation, self._now = generation, now
        self._lock, self._seen, self._since = Lock(), "", now()

    def reply(self, request: Request, base: str, make: Callable[[], bytes], media: str) -> Response:
        """What make gives, with validators; only that it has not changed, where the request says so.

        base is the site's absolute address, which everything at the address may hold.
        """
        seen, since = self._state()
        told = repr((FORM, seen, base, request.url.path, request.url.query))
        tag = f'"{hashlib.sha256(told.encode("utf-8", "backslashreplace")).hexdigest()[:32]}"'
        headers = {
            "ETag": tag,
            "Last-Modified": format_datetime(since, usegmt=True),
            "Cache-Control": "no-cache",
        }
        if _known(request, tag, since):
            return Response(status_code=304, headers=headers)
        return Response(make(), media_type=media, headers=headers)

    def _state(self) -> tuple[str, datetime]:
        found = self._generation()
        with self._lock:
            if found != self._seen:
                self._seen, self._since = found, self._now().replace(microsecond=0)
            return self._seen, self._since


def _known(request: Request, tag: str, since: datetime) -> bool:
    given = request.headers.get("if-none-match")
    if given is not None:
        return tag in given
    try:
        return since <= parsedate_to_datetime(request.headers.get("if-modified-since", ""))
    except (TypeError, ValueError):  # no day, or one without its zone
        return False
