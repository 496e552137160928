"""Everybody who may come to a server, each with the server that knows nothing of what they may not see."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from fastapi.testclient import TestClient
from itsdangerous import Signer
from pydantic import SecretStr

from api.app import create_app
from api.identity.cookies import SESSION
from api.identity.roles import rule
from api.settings import Settings
from search.embed import Model
from search.library import Library
from search.searcher import Searcher
from search.service import keys, sessions, shut
from search.service.access import Role
from search.service.service import Service
from tests.leaks.papers import Folders
from tests.search.readings import bag

HOST = "https://papers.example.org"
BOTH, PUBLIC = ("public", "restricted"), ("public",)


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody at the server with the secret papers, and the same somebody where there were never any."""

    name: str
    here: TestClient
    there: TestClient


def settings(folder: Path, signing: bool, **more: object) -> Settings:
    """Settings of a server; signing has people sign in."""
    given: dict[str, object] = {
        "library": folder,
        "rates": "",
        "question_days": 0,
        "embedders": "https://www.example.org",
        "address": HOST,
    }
    if signing:
        given |= {
            "staff": True,
            "oidc_issuer": "http://127.0.0.1:9",
            "oidc_client_id": "minutebook",
            "oidc_client_secret": SecretStr("of the tests"),
            "oidc_groups": "a=board",
        }
    else:  # nobody takes the letters: that they are asked for must tell nothing
        given |= {"mail_host": "127.0.0.1", "mail_port": 9, "mail_sender": "papers@example.org"}
    return Settings.model_validate(given | more)


def server(stack: ExitStack, chosen: Settings, collections: tuple[str, ...], model: Model | None = None) -> TestClient:
    """A server over these collections of the settings' folder."""
    ready = {}
    for name in collections:
        library = stack.enter_context(Library.open(chosen.folder(name), write=False))
        ready[name] = Searcher(library, model or bag())
    app = create_app(chosen, ready)
    return TestClient(app, base_url=HOST, follow_redirects=False, raise_server_exceptions=False)


def another(client: TestClient) -> TestClient:
    """Another browser at the same server."""
    return TestClient(client.app, base_url=HOST, follow_redirects=False, raise_server_exceptions=False)


def with_key(client: TestClient, folder: Path, *scopes: str, days: float = 1.0) -> TestClient:
    """A program with a new key."""
    with Service.open(folder) as service, service.change() as connection:
        made = keys.make(connection, "program", scopes, days)
    found = another(client)
    found.headers["Authorization"] = f"Bearer {made[1]}"
    return found


def signed_in(client: TestClient, folder: Path, subject: str, role: Role) -> TestClient:
    """Somebody who has signed in."""
    with Service.open(folder) as service, service.change() as connection:
        token = sessions.begin(connection, subject, "A Person", role, 8, rule(settings(folder, True)))
        key = sessions.signing_key(connection)
    found = another(client)
    found.headers["Cookie"] = f"{SESSION}={Signer(key, salt='session').sign(token).decode()}"
    return found


def shut_out(folder: Path, subject: str, documents: frozenset[str]) -> None:
    """Shut somebody out of documents."""
    with Service.open(folder) as service, service.change() as connection:
        for document in documents:
            shut.shut(connection, subject, document, "a clerk")


@dataclass(frozen=True, slots=True)
class House:
    """The servers, and everybody who comes to them.

    readers may see nothing of the secret papers; knowing is an administrator, who may. anew gives the readers as they
    are when they have just signed in, for what ends their sessions.
    """

    folders: Folders
    readers: tuple[Reader, ...]
    knowing: TestClient
    anew: Callable[[], tuple[Reader, ...]]

    def reader(self, name: str) -> Reader:
        """One of the readers."""
        return next(one for one in self.readers if one.name == name)


@contextmanager
def everybody(folders: Folders) -> Iterator[House]:
    """Servers over the folders, and one reader of each kind."""
    whole, never, alone = folders.whole, folders.never, folders.alone
    closed = {"readers_restricted": "administrator"}
    with ExitStack() as stack:
        public = Reader(
            "anybody at a public server",
            server(stack, settings(whole, False), PUBLIC),
            server(stack, settings(alone, False), PUBLIC),
        )
        signing = [server(stack, settings(one, True, **closed), PUBLIC) for one in (whole, alone)]
        both = [server(stack, settings(one, True), BOTH) for one in (whole, never)]
        narrow = server(stack, settings(whole, True, **closed), BOTH)
        apart = closed | {"publishers_restricted": "administrator"}
        unknowing = (
            server(stack, settings(whole, True, **apart), BOTH),
            server(stack, settings(alone, True, **apart), PUBLIC),
        )

        def barred(role: Role) -> Reader:
            shut_out(whole, f"shut {role}", folders.secrets)
            here, there = (
                signed_in(client, folder, f"shut {role}", role)
                for client, folder in zip(both, (whole, never), strict=True)
            )
            return Reader(f"{role} shut out of them", here, there)

        passing = (
            public,
            Reader("anybody where people sign in", signing[0], signing[1]),
            Reader("anybody at a server of both", another(both[0]), another(both[1])),
            Reader(
                "a key of the public library",
                with_key(both[0], whole, "read:public"),
                with_key(signing[1], alone, "read:public"),
            ),
            Reader(
                "a key that is over",
                with_key(both[0], whole, "read:restricted", days=-0.001),
                with_key(both[1], never, "read:restricted", days=-0.001),
            ),
        )

        def readers() -> tuple[Reader, ...]:
            return (
                *passing,
                Reader(
                    "board that may not read restricted papers",
                    signed_in(narrow, whole, "b", "board"),
                    signed_in(signing[1], alone, "b", "board"),
                ),
                Reader(
                    "staff that may not know of restricted papers",
                    signed_in(unknowing[0], whole, "n", "staff"),
                    signed_in(unknowing[1], alone, "n", "staff"),
                ),
                *(barred(role) for role in ("board", "staff", "administrator")),
            )

        yield House(folders, readers(), signed_in(both[0], whole, "a", "administrator"), readers)
