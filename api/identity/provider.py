"""The organisation's OpenID Connect provider: it says who a person is and in which groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import httpx2
from authlib.integrations.base_client.errors import OAuthError
from authlib.integrations.starlette_client import OAuth
from joserfc.errors import JoseError
from starlette.requests import Request
from starlette.responses import Response

from api.errors import UnusableArgument
from api.identity.model import NotAllowed, NotSignedIn
from api.settings import Settings

SCOPE = "openid profile"
SECONDS = 10.0  # that one request to the provider may take
LEEWAY = 60  # seconds that two clocks may differ
SIGNED = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519")
AWAY = "the sign-in service does not answer as it should; try again later"
BROKEN = "signing in did not come to its end; begin again from the first page"
MANY = "your account is in too many groups to be listed; ask whoever runs this site to use app roles or fewer groups"


@dataclass(frozen=True, slots=True)
class Known:
    """A person as the provider knows them. subject stays theirs; name is for showing."""

    subject: str
    name: str
    groups: tuple[str, ...]


class Provider:
    """Authorisation code with PKCE, state and nonce; the provider's own description says where and with which keys."""

    def __init__(self, settings: Settings) -> None:
        secret = settings.oidc_client_secret
        self._issuer = settings.oidc_issuer.rstrip("/")
        self._subject, self._claim = settings.oidc_subject, settings.oidc_claim
        self._client: Any = OAuth().register(
            "provider",
            client_id=settings.oidc_client_id,
            client_secret=secret.get_secret_value() if secret else None,
            server_metadata_url=f"{self._issuer}/.well-known/openid-configuration",
            client_kwargs={
                "scope": SCOPE,
                "code_challenge_method": "S256",
                "timeout": SECONDS,
                "trust_env": False,
                # a client without a secret is known by its code verifier alone
                **({} if secret else {"token_endpoint_auth_method": "none"}),
            },
        )
        self._audience = {"essential": True, "value": settings.oidc_client_id}

    async def begin(self, request: Request, back: str) -> Response:
        """Send the browser to the provider, which sends it on to back. What is to be kept is in request.session."""
        await self._described()
        found: Response = await self._client.authorize_redirect(request, back)
        return found

    async def end(self, request: Request) -> Known:
        """Who came back. Raises NotSignedIn where what came is not what was begun or not of the provider."""
        described = await self._described()
        options = {"iss": {"essential": True, "value": described["issuer"]}, "aud": self._audience}
        try:
            token = await self._client.authorize_access_token(request, claims_options=options, leeway=LEEWAY)
        except (OAuthError, JoseError, ValueError, KeyError, RuntimeError) as error:
            raise NotSignedIn(BROKEN) from error
        except httpx2.HTTPError as error:
            raise NotSignedIn(AWAY) from error
        claims = token.get("userinfo")
        if not claims:
            raise NotSignedIn(BROKEN)
        return self._known(claims)

    def _known(self, claims: dict[str, Any]) -> Known:
        subject = claims.get(self._subject)
        if not isinstance(subject, str) or not subject:
            raise NotSignedIn(f"the sign-in service does not say who you are: it gives no claim {self._subject}")
        names = (claims.get(name) for name in ("name", "preferred_username", "email"))
        name = next((name for name in names if isinstance(name, str) and name), subject)
        # Entra ID leaves the list out and names it among others where it is too long for a token
        if self._claim not in claims and self._claim in (claims.get("_claim_names") or {}):
            raise NotAllowed(MANY)
        return Known(subject, name, _listed(claims.get(self._claim)))

    async def _described(self) -> dict[str, Any]:
        """The provider's description of itself, which must be of the provider that the settings name."""
        try:
            found: dict[str, Any] = await self._client.load_server_metadata()
        except (httpx2.HTTPError, ValueError) as error:
            raise NotSignedIn(AWAY) from error
        if str(found.get("issuer", "")).rstrip("/") != self._issuer:
            found.clear()
            raise UnusableArgument("MINUTEBOOK_OIDC_ISSUER: the provider there gives itself another name")
        offered = found.get("id_token_signing_alg_values_supported") or ["RS256"]
        found["id_token_signing_alg_values_supported"] = [one for one in offered if one in SIGNED]
        return found


def _listed(value: object) -> tuple[str, ...]:
    """A claim that lists names: a list, or names with blanks between."""
    if isinstance(value, str):
        return tuple(value.split())
    return tuple(one for one in value if isinstance(one, str)) if isinstance(value, Sequence) else ()
