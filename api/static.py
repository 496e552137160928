"""Files of the site itself, kept by browsers for as long as they do not change."""

from __future__ import annotations

from pathlib import Path

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

FOREVER = "public, max-age=31536000, immutable"
ASKED_AGAIN = "public, max-age=3600"


class Static(StaticFiles):
    """A folder whose files are kept for a year under an address that names their stamp, else for an hour."""

    def __init__(self, folder: Path, stamp: str) -> None:
        super().__init__(directory=folder)
        self._stamp = f"v={stamp}".encode()

    async def get_response(self, path: str, scope: Scope) -> Response:
        """One file, or why there is none."""
        reply = await super().get_response(path, scope)
        reply.headers["Cache-Control"] = FOREVER if scope["query_string"] == self._stamp else ASKED_AGAIN
        return reply
