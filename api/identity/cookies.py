"""What browsers are given to keep, signed so that nothing else is taken back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from itsdangerous import BadSignature, Signer, TimestampSigner
from starlette.responses import Response

# A browser takes a cookie of this name only over https, for this host alone and from no other host.
SESSION, SIGNING_IN = "__Host-minutebook", "__Host-minutebook-sign-in"
MINUTES = 10  # that signing in may take
LARGEST = 4096  # characters of a cookie


class Cookies:
    """Signs with one key. A cookie that does not bear the signature is no cookie."""

    def __init__(self, key: str) -> None:
        self._session = Signer(key, salt="session")
        self._signing_in = TimestampSigner(key, salt="sign-in")

    def session(self, cookies: Mapping[str, str]) -> str:
        """The token of a session, "" where there is none."""
        try:
            return self._session.unsign(cookies.get(SESSION, "")[:LARGEST]).decode()
        except (BadSignature, UnicodeDecodeError):
            return ""

    def keep_session(self, response: Response, token: str) -> None:
        """Let the browser keep a session until it is closed; the server knows when it is over."""
        _keep(response, SESSION, self._session.sign(token).decode(), None)

    def begun(self, cookies: Mapping[str, str]) -> dict[str, Any]:
        """What was kept when signing in began; nothing where that was too long ago or elsewhere."""
        try:
            held = self._signing_in.unsign(cookies.get(SIGNING_IN, "")[:LARGEST], max_age=60 * MINUTES)
            found = json.loads(bytes.fromhex(held.decode()))
        except (BadSignature, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def keep_begun(self, response: Response, held: Mapping[str, Any]) -> None:
        """Let the browser keep what it takes to end signing in."""
        packed = json.dumps(held).encode().hex()
        _keep(response, SIGNING_IN, self._signing_in.sign(packed).decode(), 60 * MINUTES)


def drop(response: Response, name: str) -> None:
    """Take a cookie back."""
    response.delete_cookie(name, path="/", secure=True, httponly=True, samesite="lax")


def _keep(response: Response, name: str, value: str, seconds: int | None) -> None:
    response.set_cookie(name, value, max_age=seconds, path="/", secure=True, httponly=True, samesite="lax")
