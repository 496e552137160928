"""A small OpenID Connect provider on this machine, for tests: true to the protocol unless it is told to lie."""

from __future__ import annotations

import base64
import hashlib
import secrets
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Thread
from typing import Any
from urllib.parse import parse_qsl, urlencode

import uvicorn
from joserfc import jws, jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

CLIENT, SECRET = "minutebook", "a secret of the tests"


@dataclass
class Provider:
    """Signs everybody in as who its claims say. lies take the place of claims, alg of the signature's kind."""

    issuer: str = ""
    claims: dict[str, Any] = field(default_factory=lambda: {"sub": "p1", "name": "Ann Other", "groups": ["g-staff"]})
    lies: dict[str, Any] = field(default_factory=dict)
    alg: str = "RS256"
    name: str = ""  # of the issuer in the description, where that is another
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "one"}))
    other: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "one"}))
    forged: bool = False
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    asked: list[dict[str, str]] = field(default_factory=list)

    def reset(self) -> None:
        """Tell the truth again, of a member of staff."""
        fresh = Provider(key=self.key, other=self.other)
        self.claims, self.lies, self.alg, self.name, self.forged = fresh.claims, {}, "RS256", "", False

    async def describe(self, request: Request) -> Response:
        """Where everything is."""
        return JSONResponse(
            {
                "issuer": self.name or self.issuer,
                "authorization_endpoint": f"{self.issuer}/authorize",
                "token_endpoint": f"{self.issuer}/token",
                "jwks_uri": f"{self.issuer}/keys",
                "response_types_supported": ["code"],
                "id_token_signing_alg_values_supported": ["RS256", "none", "HS256"],
                "code_challenge_methods_supported": ["S256"],
            }
        )

    async def keys(self, request: Request) -> Response:
        """The public key."""
        return JSONResponse({"keys": [self.key.as_dict(private=False)]})

    async def authorize(self, request: Request) -> Response:
        """Send the browser back with a code."""
        given = dict(request.query_params)
        self.asked.append(given)
        if given["client_id"] != CLIENT or given["response_type"] != "code" or given["code_challenge_method"] != "S256":
            return Response(status_code=400)
        code = secrets.token_urlsafe(16)
        self.codes[code] = given
        query = urlencode({"code": code, "state": given["state"]})
        return RedirectResponse(f"{given['redirect_uri']}?{query}", 302)

    async def token(self, request: Request) -> Response:
        """Tokens for a code, once, for who began with its challenge."""
        form = dict(parse_qsl((await request.body()).decode()))
        given = self.codes.pop(form.get("code", ""), None)
        kind, _, pair = request.headers.get("authorization", "").partition(" ")
        known = kind == "Basic" and base64.b64decode(pair).decode().split(":")[0] == CLIENT
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        if given is None or not known or given["code_challenge"] != challenge:
            return JSONResponse({"error": "invalid_grant"}, 400)
        if form.get("redirect_uri") != given["redirect_uri"]:
            return JSONResponse({"error": "invalid_grant"}, 400)
        now = int(time.time())
        honest = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": given["nonce"]}
        claims = {name: value for name, value in (honest | self.claims | self.lies).items() if value is not None}
        token = {"access_token": secrets.token_urlsafe(8), "token_type": "Bearer", "expires_in": 300}
        return JSONResponse(token | {"id_token": self.signed(claims)})

    def signed(self, claims: dict[str, Any]) -> str:
        """A token of these claims."""
        if self.alg == "none":
            head, body = (_packed(part) for part in ('{"alg":"none"}', _json(claims)))
            return f"{head}.{body}."
        if self.alg == "HS256":  # signed with what everybody knows, the public key
            from joserfc.jwk import OctKey

            public = OctKey.import_key(self.key.as_pem(private=False))
            registry = jws.JWSRegistry(algorithms=["HS256"])
            return jws.serialize_compact({"alg": "HS256", "kid": "one"}, _json(claims), public, registry=registry)
        return jwt.encode({"alg": self.alg, "kid": "one"}, claims, self.other if self.forged else self.key)


def _json(value: object) -> str:
    import json

    return json.dumps(value)


def _packed(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


@contextmanager
def running() -> Iterator[Provider]:
    """A provider that answers on a port of its own."""
    made = Provider()
    routes = [
        Route("/.well-known/openid-configuration", made.describe),
        Route("/keys", made.keys),
        Route("/authorize", made.authorize),
        Route("/token", made.token, methods=["POST"]),
    ]
    server = uvicorn.Server(uvicorn.Config(Starlette(routes=routes), log_level="warning"))
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen()
        made.issuer = f"http://127.0.0.1:{door.getsockname()[1]}"
        thread = Thread(target=server.run, args=([door],), daemon=True)
        thread.start()
        try:
            yield made
        finally:
            server.should_exit = True
            thread.join(10)
