"""Who a request is from, by its cookie or its key."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.requests import cookie_parser

from api.identity.cookies import Cookies
from api.identity.model import NOBODY, Caller, NotSignedIn
from api.identity.roles import rule
from api.settings import Settings
from search.service import keys, sessions, shut
from search.service.access import Session
from search.service.service import Service, now

UNKNOWN = "this key does not work: it is unknown, revoked or over"
SEEN_MINUTES = 1.0  # a session is written down as seen so often at most


class Callers:
    """Looks up sessions, keys and who is shut out. Safe to share between threads."""

    def __init__(self, settings: Settings, service: Service) -> None:
        self._idle, self._rule = settings.session_idle_minutes, rule(settings)
        self._signs_in = bool(settings.oidc_issuer)
        self._service = service
        with service.change() as connection:
            self.cookies = Cookies(sessions.signing_key(connection))

    def of(self, headers: Headers) -> Caller:
        """Who a request is from; a session that is over is nobody's, as is any where nobody can sign in.

        Raises NotSignedIn where it shows a key that does not work.
        """
        scheme, _, key = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            return self._program(key.strip())
        token = self.token(headers) if self._signs_in else ""
        return self._person(token) if token else NOBODY

    def token(self, headers: Headers) -> str:
        """The token of the session that a request shows, "" for none."""
        return self.cookies.session(cookie_parser(headers.get("cookie", "")))

    def shut(self, caller: Caller) -> frozenset[str]:
        """The documents that a caller is shut out of."""
        if not caller.who:
            return frozenset()
        with self._service.read() as connection:
            return shut.of(connection, caller.who)

    def _program(self, key: str) -> Caller:
        with self._service.read() as connection:
            found = keys.held(connection, key)
            number = 0 if found else keys.number(connection, key)
        if found is None:
            raise NotSignedIn(UNKNOWN, f"key:{number}" if number else "")
        if found.used != now()[:10]:
            with self._service.change() as connection:
                keys.touch(connection, found.id)
        return Caller(f"key:{found.id}", found.name, scopes=found.scopes)

    def _person(self, token: str) -> Caller:
        with self._service.read() as connection:
            found = sessions.held(connection, token, self._idle, self._rule)
        if found is None:
            return NOBODY
        if found.seen <= sessions.later(-SEEN_MINUTES / 60):
            with self._service.change() as connection:
                sessions.touch(connection, found.id)
        return _caller(found)


def _caller(session: Session) -> Caller:
    return Caller(session.subject, session.name, session.role, session=session)
